import CheckedIcon from '@mui/icons-material/CheckBoxOutlined';
import UncheckedIcon from '@mui/icons-material/CheckBoxOutlineBlankOutlined';
import { MenuItem, TextField } from '@mui/material';
import { useDesign } from '../design';

interface NumbersLineProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: readonly string[]) => void;
  readonly fault?: string | undefined;
  readonly hint?: string;
}

/** Any of the numbers that the form has. */
export function NumbersLine({ label, value, choices, onChange, fault, hint }: NumbersLineProps) {
  const { readOnly } = useDesign();
  const named = (chosen: readonly string[]): string => choices.flatMap((one) => (chosen.includes(one.value) ? [one.label] : [])).join(', ');
  return (
    <TextField
      select
      label={label}
      value={[...value]}
      onChange={(event) => onChange(event.target.value as unknown as string[])}
      error={fault !== undefined}
      helperText={fault ?? hint}
      fullWidth
      slotProps={{ input: { readOnly }, select: { multiple: true, renderValue: (chosen) => named(chosen as string[]) } }}
      sx={{ '& .MuiSelect-select': { whiteSpace: 'normal !important' } }}
    >
      {choices.map((choice) => {
        const Box = value.includes(choice.value) ? CheckedIcon : UncheckedIcon;
        return (
          <MenuItem key={choice.value} value={choice.value} sx={{ whiteSpace: 'normal', gap: 1 }}>
            <Box fontSize="small" color="primary" />
            {choice.label}
          </MenuItem>
        );
      })}
    </TextField>
  );
}
