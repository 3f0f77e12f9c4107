import { GovFormSelect } from '@gov-design-system-ce/react';
import { Control } from '../ui/Field';
import { useWords } from '../words/context';

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
  /** One of the options is always chosen. */
  readonly whole?: boolean;
}

/** One of several, or all of them. */
export function Choice({ id, label, value, options, onChange, whole = false }: ChoiceProps) {
  const { t } = useWords();
  return (
    <Control id={id} label={label}>
      <GovFormSelect identifier={id} size="m" value={value} onChange={(event) => onChange(event.target.value)}>
        {!whole && <option value="">{t.publicRegister.all}</option>}
        {options.map(([key, title]) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </GovFormSelect>
    </Control>
  );
}
