import type { JsonSchema } from '../../../../processes/define';
import type { Texts } from '../../words/cs';

/** Texts longer than this say how much still fits, once little does. */
const COUNTED_FROM = 300;

/** What is said under a field before anything is wrong. */
export function helpOf(schema: JsonSchema, value: unknown, t: Texts): string | undefined {
  if (typeof schema.description === 'string') return schema.description;
  if (schema.format === 'ico') return t.form.icoHelp;
  if (schema.format === 'bankAccount') return t.form.bankHelp;
  if (typeof schema.maxLength === 'number' && schema.maxLength >= COUNTED_FROM && typeof value === 'string') {
    const left = schema.maxLength - Array.from(value).length;
    if (left >= 0 && left < schema.maxLength / 5) return t.form.remaining(left);
  }
  return undefined;
}
