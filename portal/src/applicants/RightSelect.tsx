import { GovFormSelect } from '@gov-design-system-ce/react';
import { identityRights, type IdentityRight } from '../../../processes/identities/identity';
import { Control } from '../ui/Field';
import { useWords } from '../words/context';

interface RightSelectProps {
  readonly id: string;
  readonly label: string;
  readonly value: IdentityRight;
  readonly onChange: (may: IdentityRight) => void;
}

/** What somebody may do: to read, to edit, to submit. */
export function RightSelect({ id, label, value, onChange }: RightSelectProps) {
  const { t } = useWords();
  return (
    <Control id={id} label={label}>
      <GovFormSelect
        identifier={id}
        name={id}
        size="m"
        value={value}
        onChange={(event) => {
          const chosen = identityRights.find((right) => right === event.target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {identityRights.map((right) => (
          <option key={right} value={right}>
            {t.applicants.rights[right]}
          </option>
        ))}
      </GovFormSelect>
    </Control>
  );
}
