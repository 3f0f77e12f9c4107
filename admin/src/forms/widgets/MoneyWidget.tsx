import type { WidgetProps } from '@rjsf/utils';
import { MoneyField } from '../../shared/MoneyField';

/** `format: money`: an integer of haléř. What is wrong with it is drawn by the form's own template. */
export function MoneyWidget({ id, label, value, required, disabled, readonly, onChange, rawErrors = [] }: WidgetProps) {
  return (
    <MoneyField
      id={id}
      label={label}
      value={typeof value === 'number' ? value : null}
      required={required}
      disabled={disabled === true || readonly === true}
      error={rawErrors.length > 0 ? '' : undefined}
      onChange={(amount) => onChange(amount ?? undefined)}
    />
  );
}
