/** Values of a form as people read them: in the check before sending, and in what was sent. */
import type { JsonSchema } from '../../../processes/define';
import { formatMoney } from '../../../processes/money';
import type { Language } from '../../../processes/words';
import { formatDay } from '../words/dates';
import { isRecord } from '../../../processes/formSchema';

/** What a single value says; documents and lists of objects are drawn by their own components. */
export function display(schema: JsonSchema, value: unknown, language: Language, yes: string, no: string): string {
  if (value === undefined || value === null || value === '') return '';
  const offered = Array.isArray(schema.oneOf) ? schema.oneOf.filter(isRecord).find((one) => one.const === value) : undefined;
  if (typeof offered?.title === 'string') return offered.title;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return schema.format === 'money' ? formatMoney(value) : String(value);
  if (Array.isArray(value)) {
    const items = isRecord(schema.items) ? schema.items : {};
    return value.map((one) => display(items, one, language, yes, no)).join(', ');
  }
  if (typeof value !== 'string') return '';
  return schema.format === 'date' ? formatDay(value, language) : value;
}
