import { InputAdornment, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { formatMoney, parseMoney } from '../../../processes/money';

const shown = (value: number | null): string => (value === null ? '' : formatMoney(value).replace(/\u00a0Kč$/, ''));

interface MoneyFieldProps {
  readonly id: string;
  readonly label: string;
  /** Haléř. */
  readonly value: number | null;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** What is wrong with it; empty text where that is said elsewhere. */
  readonly error?: string;
  readonly onChange: (value: number | null) => void;
}

/** An amount typed in Kč with a comma, kept as an integer of haléř. */
export function MoneyField({ id, label, value, required = false, disabled = false, error, onChange }: MoneyFieldProps) {
  const translate = useTranslate();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const change = (text: string): void => {
    setTyped(text);
    const amount = text.trim() === '' ? undefined : parseMoney(text);
    setWrong(amount === null);
    onChange(amount ?? null);
  };
  return (
    <TextField
      id={id}
      name={id}
      label={label}
      required={required}
      disabled={disabled}
      value={typed ?? shown(value)}
      onChange={(event) => change(event.target.value)}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
      error={wrong || error !== undefined}
      helperText={wrong ? translate('postup.form.moneyWrong') : error}
      fullWidth
      slotProps={{
        input: { endAdornment: <InputAdornment position="end">Kč</InputAdornment> },
        htmlInput: { inputMode: 'decimal', title: translate('postup.form.money') },
      }}
    />
  );
}
