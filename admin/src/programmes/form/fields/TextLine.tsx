import { TextField } from '@mui/material';
import { useState, type KeyboardEvent } from 'react';
import { useDesign } from '../design';

interface TextLineProps {
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly fault?: string | undefined;
  readonly hint?: string;
  readonly maxLength: number;
  readonly required?: boolean;
  readonly multiline?: boolean;
  readonly onEnter?: () => void;
}

/** A text of the form. One that has not been written yet is no mistake until it is left empty. */
export function TextLine({ id, label, value, onChange, fault, hint, maxLength, required, multiline, onEnter }: TextLineProps) {
  const { readOnly, strict } = useDesign();
  const [touched, setTouched] = useState(value !== '');
  const shown = touched || strict ? fault : undefined;
  return (
    <TextField
      id={id}
      label={label}
      value={value}
      onChange={(event) => {
        setTouched(true);
        onChange(multiline === true ? event.target.value : event.target.value.replace(/\p{Cc}/gu, ' '));
      }}
      onBlur={() => setTouched(true)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter' && onEnter) onEnter();
      }}
      error={shown !== undefined}
      helperText={shown ?? hint}
      required={required}
      multiline={multiline}
      minRows={multiline === true ? 2 : undefined}
      fullWidth
      slotProps={{ input: { readOnly }, htmlInput: { maxLength } }}
    />
  );
}
