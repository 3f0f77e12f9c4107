import { InputAdornment, TextField } from '@mui/material';
import type { WidgetProps } from '@rjsf/utils';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { formatMoney, parseMoney } from '../../../../processes/money';

const shown = (value: unknown): string => (typeof value === 'number' ? formatMoney(value).replace(/\u00a0Kč$/, '') : '');

/** `format: money`: typed in Kč with a comma, kept as an integer of haléř. */
export function MoneyWidget({ id, label, value, required, disabled, readonly, onChange, rawErrors = [] }: WidgetProps) {
  const translate = useTranslate();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const change = (text: string): void => {
    setTyped(text);
    const amount = text.trim() === '' ? undefined : parseMoney(text);
    setWrong(amount === null);
    onChange(amount ?? undefined);
  };
  return (
    <TextField
      id={id}
      name={id}
      label={label}
      required={required}
      disabled={disabled === true || readonly === true}
      value={typed ?? shown(value)}
      onChange={(event) => change(event.target.value)}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
      error={wrong || rawErrors.length > 0}
      helperText={wrong ? translate('postup.form.moneyWrong') : undefined}
      fullWidth
      slotProps={{
        input: { endAdornment: <InputAdornment position="end">Kč</InputAdornment> },
        htmlInput: { inputMode: 'decimal', title: translate('postup.form.money') },
      }}
    />
  );
}
