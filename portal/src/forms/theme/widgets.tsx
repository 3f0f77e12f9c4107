/** Controls of the forms over the components of the design system. */
import { GovFormCheckbox, GovFormInput, GovFormRadio, GovFormSelect, GovFormTextarea } from '@gov-design-system-ce/react';
import type { FieldProps, WidgetProps } from '@rjsf/utils';
import { useState } from 'react';
import { Under, describedBy } from '../../ui/Field';
import { Legend } from '../../ui/Legend';
import { RadioLabel } from '../../ui/RadioLabel';
import { useWords } from '../../words/context';
import { shownAmount, typedAmount } from '../amount';
import { useFieldError } from '../facts';
import { helpOf } from './help';

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const given = (text: string): string | undefined => (text === '' ? undefined : text);

/** What the browser may fill in by itself, by the name of the field (WCAG 1.3.5). */
const purposes: Readonly<Record<string, string>> = {
  name: 'name',
  street: 'street-address',
  municipality: 'address-level2',
  postcode: 'postal-code',
  birthDate: 'bday',
};

function useDescription({ id, schema, value }: Pick<WidgetProps, 'id' | 'schema' | 'value'>): {
  error: string | undefined;
  describes: string | undefined;
} {
  const { t } = useWords();
  const error = useFieldError(id);
  return { error, describes: describedBy(id, helpOf(schema, value, t), error) };
}

function Line(props: WidgetProps & { readonly kind?: 'text' | 'date'; readonly digits?: boolean }) {
  const { id, name, required = false, onChange, kind = 'text', digits = false } = props;
  const { error, describes } = useDescription(props);
  return (
    <GovFormInput
      identifier={id}
      name={name}
      size="m"
      type={kind}
      inputMode={digits ? 'numeric' : undefined}
      value={textOf(props.value)}
      required={required}
      invalid={error !== undefined}
      autoComplete={purposes[name] ?? 'off'}
      aria-describedby={describes}
      onChange={(event) => onChange(given(event.target.value))}
    />
  );
}

export function TextLine(props: WidgetProps) {
  return <Line {...props} />;
}

/** The browser's own day picker: it speaks the reader's language and fits a phone. */
export function DayWidget(props: WidgetProps) {
  return <Line {...props} kind="date" />;
}

/** Spaces that people put among the digits are taken out. */
export function IcoWidget(props: WidgetProps) {
  return <Line {...props} digits onChange={(value: unknown) => props.onChange(given(textOf(value).replace(/\s/g, '')))} />;
}

export function BankAccountWidget(props: WidgetProps) {
  return <Line {...props} onChange={(value: unknown) => props.onChange(given(textOf(value).replace(/\s/g, '')))} />;
}

export function LongText(props: WidgetProps) {
  const { id, name, required = false, onChange, options } = props;
  const { error, describes } = useDescription(props);
  return (
    <GovFormTextarea
      identifier={id}
      name={name}
      size="m"
      rows={typeof options.rows === 'number' ? options.rows : 5}
      value={textOf(props.value)}
      required={required}
      invalid={error !== undefined}
      aria-describedby={describes}
      onChange={(event) => onChange(given(event.target.value))}
    />
  );
}

export function RadioWidget({ id, name, value, options, onChange, required = false }: WidgetProps) {
  const error = useFieldError(id);
  const chosen: unknown = value;
  return (
    <>
      {(options.enumOptions ?? []).map((option, index) => {
        const one = `${id}-${index}`;
        const offered: unknown = option.value;
        return (
          <GovFormRadio
            key={one}
            identifier={one}
            name={name}
            size="m"
            value={textOf(offered)}
            checked={chosen === offered}
            required={required}
            invalid={error !== undefined}
            onChange={() => onChange(offered)}
          >
            <RadioLabel id={one}>{option.label}</RadioLabel>
          </GovFormRadio>
        );
      })}
    </>
  );
}

export function SelectWidget(props: WidgetProps) {
  const { id, name, options, onChange, required = false } = props;
  const { t } = useWords();
  const { error, describes } = useDescription(props);
  return (
    <GovFormSelect
      identifier={id}
      name={name}
      size="m"
      value={textOf(props.value)}
      required={required}
      invalid={error !== undefined}
      aria-describedby={describes}
      onChange={(event) => onChange(given(event.target.value))}
    >
      <option value="">{t.form.choose}</option>
      {(options.enumOptions ?? []).map((option) => (
        <option key={textOf(option.value)} value={textOf(option.value)}>
          {option.label}
        </option>
      ))}
    </GovFormSelect>
  );
}

/** Not ticked is not answered: a declaration is either made, or missing. */
export function CheckboxWidget({ id, name, value, label, onChange, required = false }: WidgetProps) {
  const error = useFieldError(id);
  return (
    <div>
      <GovFormCheckbox
        identifier={id}
        name={name}
        size="m"
        checked={value === true}
        required={required}
        invalid={error !== undefined}
        aria-describedby={describedBy(id, null, error)}
        onChange={(event) => onChange(event.target.checked || undefined)}
      >
        <RadioLabel id={id}>
          {label}
          {required && <span className="gov-color--text-status-error">&nbsp;*</span>}
        </RadioLabel>
      </GovFormCheckbox>
      <Under id={id} error={error} />
    </div>
  );
}

/** Several of what is offered. */
export function CheckboxesWidget({ id, name, value, label, schema, options, onChange, required = false }: WidgetProps) {
  const error = useFieldError(id);
  const chosen: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : [];
  const offered = (options.enumOptions ?? []).map((option) => ({ title: option.label, value: option.value as unknown }));
  const help = typeof schema.description === 'string' ? schema.description : undefined;
  return (
    <fieldset id={id} tabIndex={-1} className="plain stack-s" aria-describedby={describedBy(id, help, error)}>
      <Legend required={required}>{label}</Legend>
      {offered.map((option, index) => (
        <GovFormCheckbox
          key={textOf(option.value)}
          identifier={`${id}-${index}`}
          name={name}
          size="m"
          checked={chosen.includes(option.value)}
          invalid={error !== undefined}
          onChange={(event) => {
            const { checked } = event.target;
            const next = offered.filter((one) => (one.value === option.value ? checked : chosen.includes(one.value)));
            onChange(next.map((one) => one.value));
          }}
        >
          <RadioLabel id={`${id}-${index}`}>{option.title}</RadioLabel>
        </GovFormCheckbox>
      ))}
      <Under id={id} help={help} error={error} />
    </fieldset>
  );
}

/** An amount typed in crowns (`12 500,50`), held in haléř. A field and not a widget, so that nobody reads `1e5` as a number. */
export function AmountField({ fieldPathId, name, formData, required = false, onChange }: FieldProps) {
  const { t } = useWords();
  const id = fieldPathId.$id;
  const error = useFieldError(id);
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <span className="amount-field">
      <GovFormInput
        identifier={id}
        name={name}
        size="m"
        inputMode="decimal"
        autoComplete="off"
        value={typing ?? shownAmount(formData)}
        required={required}
        invalid={error !== undefined}
        aria-describedby={describedBy(id, null, error)}
        onChange={(event) => {
          setTyping(event.target.value);
          onChange(typedAmount(event.target.value), fieldPathId.path);
        }}
        onBlur={() => setTyping(null)}
      />
      <span aria-hidden="true">{t.form.moneyUnit}</span>
    </span>
  );
}
