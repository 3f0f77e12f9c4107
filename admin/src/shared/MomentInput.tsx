import { TextField } from '@mui/material';
import { useInput, useTranslate, type InputProps } from 'react-admin';
import { fromLocalInput, toLocalInput } from './dates';

/** Day and time of Prague, whatever zone the browser is in. */
export function MomentInput(props: InputProps & { readonly helper?: string }) {
  const translate = useTranslate();
  const { field, fieldState, id, isRequired } = useInput(props);
  const value: unknown = field.value;
  return (
    <TextField
      id={id}
      type="datetime-local"
      name={field.name}
      label={typeof props.label === 'string' ? translate(props.label) : props.label}
      value={typeof value === 'string' && value !== '' ? toLocalInput(value) : ''}
      onChange={(event) => field.onChange(fromLocalInput(event.target.value))}
      onBlur={field.onBlur}
      required={isRequired}
      disabled={props.disabled}
      error={fieldState.invalid}
      helperText={
        fieldState.error?.message?.replace(/^@@react-admin@@"?|"$/g, '') ??
        (props.helper === undefined ? undefined : translate(props.helper))
      }
      slotProps={{ inputLabel: { shrink: true } }}
      fullWidth
    />
  );
}
