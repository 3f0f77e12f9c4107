import { GovFormControl, GovFormInput, GovFormLabel, GovFormMessage } from '@gov-design-system-ce/react';
import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { useWords } from '../words/context';
import { Icon } from './Icon';

interface ControlProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly required?: boolean;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** Ids of what describes a control, for its aria-describedby. */
export function describedBy(id: string, help: unknown, error: unknown): string | undefined {
  const ids = [help ? `${id}-help` : null, error ? `${id}-error` : null].filter((one) => one !== null);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** The help and the error that stand under a control. */
export function Under({
  id,
  help,
  error,
}: {
  readonly id: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
}) {
  if (!help && !error) return null;
  return (
    <div className="under">
      {help && (
        <GovFormMessage color="neutral" size="m" identifier={`${id}-help`}>
          {help}
        </GovFormMessage>
      )}
      {error && (
        <GovFormMessage color="error" size="m" identifier={`${id}-error`} icon={<Icon name="exclamation-triangle-fill" />}>
          {error}
        </GovFormMessage>
      )}
    </div>
  );
}

/** A label, its control, and what is said under it. */
export function Control({ id, label, required = false, help, error, children }: ControlProps) {
  return (
    <GovFormControl
      size="m"
      invalid={Boolean(error)}
      top={
        <GovFormLabel identifier={id} size="m" required={required}>
          {label}
        </GovFormLabel>
      }
    >
      {children}
      <Under id={id} help={help} error={error} />
    </GovFormControl>
  );
}

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'search' | 'number';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly required?: boolean;
  readonly help?: string;
  readonly error?: string | undefined;
}

/** One line of text in the portal's own forms (sign-in, account, search). */
export function TextField({ id, label, value, onChange, type = 'text', autoComplete, required = false, help, error }: TextFieldProps) {
  const { t } = useWords();
  // As an object of no type: the design system's types allow only its own Czech words here.
  const eye: object = { accessibleShowPasswordLabel: t.session.showPassword, accessibleHidePasswordLabel: t.session.hidePassword };
  return (
    <Control id={id} label={label} required={required} help={help} error={error}>
      <GovFormInput
        identifier={id}
        name={id}
        size="m"
        type={type}
        value={value}
        required={required}
        invalid={Boolean(error)}
        autoComplete={autoComplete}
        {...eye}
        aria-describedby={describedBy(id, help, error)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Control>
  );
}
