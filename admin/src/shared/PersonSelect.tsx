import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Role } from '../../../processes/roles';
import type { PersonRef } from '../../../processes/views';
import { useRows } from '../api/reads';

interface PersonSelectProps {
  readonly label: string;
  /** Only people who hold this role. */
  readonly role?: Role;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly except?: string;
}

/** One person of the office. */
export function PersonSelect({ label, role, value, onChange, except }: PersonSelectProps) {
  const translate = useTranslate();
  const people = useRows<PersonRef>('people', role ? { role } : {});
  return (
    <TextField select label={translate(label)} value={value} onChange={(event) => onChange(event.target.value)} fullWidth required>
      {(people.data ?? [])
        .filter((person) => person.id !== except)
        .map((person) => (
          <MenuItem key={person.id} value={person.id}>
            {person.name}
          </MenuItem>
        ))}
    </TextField>
  );
}
