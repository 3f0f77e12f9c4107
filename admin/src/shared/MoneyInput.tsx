import { TextField } from '@mui/material';
import { useState } from 'react';
import { InputHelperText, useInput, useTranslate, type InputProps } from 'react-admin';
import { formatMoney, parseMoney } from '../../../processes/money';

const shown = (value: unknown): string => (typeof value === 'number' ? formatMoney(value) : '');

/** An amount typed in Kč, kept as an integer of haléř; text that is no amount is kept as typed and refused. */
export function MoneyInput({ helper, ...props }: InputProps & { readonly helper?: string }) {
  const translate = useTranslate();
  const wrong = (value: unknown): string | undefined =>
    typeof value === 'string' && value !== '' ? translate('postup.form.moneyWrong') : undefined;
  const { field, fieldState, isRequired, id } = useInput({ ...props, validate: [wrong, ...[props.validate ?? []].flat()] });
  // What is being typed; outside of typing the field shows the amount.
  const [typed, setTyped] = useState<string | null>(null);
  const value: unknown = field.value;
  return (
    <TextField
      id={id}
      name={field.name}
      label={typeof props.label === 'string' ? translate(props.label) : props.label}
      required={isRequired}
      value={typed ?? (typeof value === 'string' ? value : shown(value))}
      onFocus={() => setTyped(typeof value === 'string' ? value : shown(value))}
      onChange={(event) => {
        setTyped(event.target.value);
        const text = event.target.value.trim();
        field.onChange(text === '' ? null : (parseMoney(text) ?? text));
      }}
      onBlur={() => {
        setTyped(null);
        field.onBlur();
      }}
      error={fieldState.invalid}
      helperText={<InputHelperText error={fieldState.error?.message} helperText={helper ?? false} />}
      inputRef={field.ref}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
    />
  );
}
