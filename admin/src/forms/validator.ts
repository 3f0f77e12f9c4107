/** The form's rules as RJSF wants them, over check.ts: no code is made at run time, which the page's security policy forbids. */
import type { ErrorSchema, RJSFSchema, RJSFValidationError, ValidationData, ValidatorType } from '@rjsf/utils';
import { check } from './check';

/** Faults as the tree that RJSF draws beside the fields; texts by dot path. */
export function errorTree(errors: Readonly<Record<string, string>>): ErrorSchema {
  const root: Record<string, unknown> = {};
  for (const [path, text] of Object.entries(errors)) {
    let at = root;
    for (const name of path.split('.').filter((part) => part !== '')) {
      at[name] ??= {};
      at = at[name] as Record<string, unknown>;
    }
    at.__errors = [...((at.__errors as string[] | undefined) ?? []), text];
  }
  return root as ErrorSchema;
}

/** The validator that RJSF asks when it resolves conditions (`if`, `oneOf`); what a person is told comes from the form's own button. */
export const validator: ValidatorType = {
  isValid: (schema: RJSFSchema, formData: unknown): boolean => check(schema, formData).length === 0,
  validateFormData: (formData: unknown, schema: RJSFSchema): ValidationData<unknown> => {
    const faults = check(schema, formData);
    const errors: RJSFValidationError[] = faults.map((fault) => ({
      property: `.${fault.path}`,
      message: fault.rule,
      stack: `${fault.path} ${fault.rule}`,
    }));
    return { errors, errorSchema: errorTree(Object.fromEntries(faults.map((fault) => [fault.path, fault.rule]))) };
  },
  rawValidation: (schema: RJSFSchema, formData?: unknown) => ({ errors: check(schema, formData) as never[] }),
};
