import { TextField } from '@mui/material';
import type { WidgetProps } from '@rjsf/utils';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { formatDate, parseDate } from '../../shared/dates';

/** `format: date`: typed as `21. 11. 2026` (quicker at a desk than a calendar), kept as `yyyy-MM-dd`. */
export function DateWidget({ id, label, value, required, disabled, readonly, onChange, rawErrors = [] }: WidgetProps) {
  const translate = useTranslate();
  const kept = typeof value === 'string' ? formatDate(value) : '';
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const change = (text: string): void => {
    setTyped(text);
    const day = parseDate(text);
    onChange(day ?? undefined);
    if (day !== null || text.trim() === '') setWrong(false);
  };
  const leave = (): void => {
    const unreadable = typed !== null && typed.trim() !== '' && parseDate(typed) === null;
    setWrong(unreadable);
    if (!unreadable) setTyped(null);
  };
  return (
    <TextField
      id={id}
      name={id}
      label={label}
      required={required}
      disabled={disabled === true || readonly === true}
      value={typed ?? kept}
      placeholder={translate('postup.form.date')}
      onChange={(event) => change(event.target.value)}
      onBlur={leave}
      error={wrong || rawErrors.length > 0}
      helperText={wrong ? translate('postup.form.dateWrong') : undefined}
      fullWidth
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'text', autoComplete: 'off' } }}
    />
  );
}
