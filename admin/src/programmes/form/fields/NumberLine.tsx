import { InputAdornment, TextField } from '@mui/material';
import { useState } from 'react';
import { formatMoney, parseMoney } from '../../../../../processes/money';
import { useDesign } from '../design';

/** Money is typed in crowns and kept in haléř; the others are whole numbers. */
export type Unit = 'money' | 'percent' | 'number';

const SIGN: Readonly<Record<Unit, string | null>> = { money: 'Kč', percent: '%', number: null };

function shown(value: number | undefined, unit: Unit): string {
  if (value === undefined || Number.isNaN(value)) return '';
  return unit === 'money' ? formatMoney(value).replace(/\u00a0Kč$/, '') : String(value);
}

function parsed(text: string, unit: Unit): number | undefined {
  const plain = text.replace(/\s/g, '');
  if (plain === '') return undefined;
  if (unit === 'money') return parseMoney(plain) ?? Number.NaN;
  return /^-?\d{1,12}$/.test(plain) ? Number(plain) : Number.NaN;
}

interface NumberLineProps {
  readonly label: string;
  readonly unit: Unit;
  readonly value: number | undefined;
  /** NaN: something was typed that is no number; it is a fault until it is mended. */
  readonly onChange: (value: number | undefined) => void;
  readonly fault: string | undefined;
  readonly hint?: string;
}

/** A limit; empty where there is none. */
export function NumberLine({ label, unit, value, onChange, fault, hint }: NumberLineProps) {
  const { readOnly } = useDesign();
  // What is being typed; outside of typing the field shows the number.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? shown(value, unit);
  const sign = SIGN[unit];
  return (
    <TextField
      label={label}
      value={text}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(parsed(event.target.value, unit));
      }}
      onBlur={() => {
        if (!Number.isNaN(value)) setTyped(null);
        else if (text === '') onChange(undefined);
      }}
      error={fault !== undefined}
      helperText={fault ?? hint}
      fullWidth
      slotProps={{
        input: { readOnly, endAdornment: sign === null ? undefined : <InputAdornment position="end">{sign}</InputAdornment> },
        htmlInput: { inputMode: unit === 'money' ? 'decimal' : 'numeric' },
      }}
    />
  );
}
