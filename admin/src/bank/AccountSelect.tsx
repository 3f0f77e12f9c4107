import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { BankAccountView } from '../../../processes/banking/views';
import { useRows } from '../api/reads';

interface AccountSelectProps {
  /** Id of the account; empty: none is chosen. */
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly label: string;
  /** What it means that none is chosen. */
  readonly none: string;
  readonly disabled?: boolean;
}

/** One of the office's accounts, where it has several. */
export function AccountSelect({ value, onChange, label, none, disabled = false }: AccountSelectProps) {
  const translate = useTranslate();
  const accounts = useRows<BankAccountView>('bank/accounts', {}).data ?? [];
  const usable = accounts.filter(({ id, retiredAt }) => retiredAt === null || id === value);
  if (usable.length < 2) return null;
  return (
    <TextField
      select
      size="small"
      label={translate(label)}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ minWidth: 200, maxWidth: '100%' }}
    >
      <MenuItem value="">{translate(none)}</MenuItem>
      {usable.map(({ id, name, account }) => (
        <MenuItem key={id} value={id} sx={{ whiteSpace: 'normal' }}>
          {name}, {account}
        </MenuItem>
      ))}
    </TextField>
  );
}
