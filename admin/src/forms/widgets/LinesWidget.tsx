import { TextField } from '@mui/material';
import type { WidgetProps } from '@rjsf/utils';
import { useState } from 'react';
import { useTranslate } from 'react-admin';

/** A list of texts, one a line: a list of defects is written as one writes a list. */
export function LinesWidget({ id, label, value, required, disabled, readonly, onChange, rawErrors = [] }: WidgetProps) {
  const translate = useTranslate();
  const kept = Array.isArray(value) ? (value as readonly string[]).join('\n') : '';
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      id={id}
      name={id}
      label={label}
      required={required}
      disabled={disabled === true || readonly === true}
      value={typed ?? kept}
      onChange={(event) => {
        setTyped(event.target.value);
        const lines = event.target.value.split('\n').map((line) => line.trim());
        onChange(lines.filter((line) => line !== ''));
      }}
      onBlur={() => setTyped(null)}
      helperText={translate('postup.form.lines')}
      error={rawErrors.length > 0}
      multiline
      minRows={3}
      fullWidth
    />
  );
}
