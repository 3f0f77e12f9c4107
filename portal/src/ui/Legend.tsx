import type { ReactNode } from 'react';

interface LegendProps {
  readonly required?: boolean;
  readonly children: ReactNode;
}

/** The name of a group of fields, first in its fieldset. The design system puts its own into a `div`, where it names nothing (WCAG 1.3.1). */
export function Legend({ required = false, children }: LegendProps) {
  return (
    <legend className="gov-form-label" data-size="m">
      <span className="gov-form-label__label">
        {children}
        {required && <span className="gov-color--text-status-error">&nbsp;*</span>}
      </span>
    </legend>
  );
}
