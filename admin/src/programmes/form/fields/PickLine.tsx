import { MenuItem, TextField } from '@mui/material';
import { useDesign } from '../design';

interface PickLineProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly fault?: string | undefined;
  readonly hint?: string;
}

/** One of what is offered. */
export function PickLine({ label, value, choices, onChange, fault, hint }: PickLineProps) {
  const { readOnly } = useDesign();
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={fault !== undefined}
      helperText={fault ?? hint}
      fullWidth
      slotProps={{ input: { readOnly }, inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      sx={{ '& .MuiSelect-select': { whiteSpace: 'normal !important' } }}
    >
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value} sx={{ whiteSpace: 'normal' }}>
          {choice.label}
        </MenuItem>
      ))}
    </TextField>
  );
}
