/** The form's rules as RJSF wants them, over the interpreting reader of processes/formFaults.ts: no code is made at run time, which the page's security policy forbids. */
import type { ErrorSchema, RJSFSchema, ValidatorType } from '@rjsf/utils';
import { fits } from '../../../processes/formFaults';

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

/** RJSF asks this which branch of a schema holds; what a person is told comes from the outcome's own button (task/faults.ts). */
export const validator: ValidatorType = {
  isValid: (schema: RJSFSchema, formData: unknown): boolean => fits(schema, formData),
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({ errors: [] }),
};
