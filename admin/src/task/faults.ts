/** Mistakes of a form in words and by field, ready to be drawn beside the fields and in the summary above the buttons. */
import type { Form, JsonSchema } from '../../../processes/define';
import { formFaults, type FormFault } from '../../../processes/formFaults';
import { inFormOrder, schemaAt } from '../../../processes/formSchema';
import { formatMoney } from '../../../processes/money';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Name of the field as the person sees it. */
export function titleAt(schema: JsonSchema, path: string): string {
  const { title } = schemaAt(schema, path);
  return typeof title === 'string' ? title : path;
}

function wordsOf({ code, limit, money = false }: FormFault, translate: Translate): string {
  return translate(`postup.form.fault.${code}`, { limit: limit !== undefined && money ? formatMoney(limit) : limit });
}

const isMissing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/**
 * What has to be corrected before an outcome can be sent: path -> words, one mistake a field, in the order of the form.
 * @param requires fields that this outcome requires beyond the schema.
 */
export function faultsOf(
  { schema }: Form,
  requires: readonly string[],
  data: Readonly<Record<string, unknown>>,
  translate: Translate,
): Record<string, string> {
  const missing = requires.filter((name) => isMissing(data[name])).map((path): FormFault => ({ path, code: 'required' }));
  const words = new Map([...missing, ...formFaults(schema, data)].map((fault) => [fault.path, wordsOf(fault, translate)]));
  return Object.fromEntries(inFormOrder(schema, words.keys()).map((path) => [path, words.get(path) ?? '']));
}

/** Paths of the server's refusal as the form has them (`data.amount` -> `amount`). */
export function fieldErrors(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([path, text]) => [path.replace(/^\/?data[./]/, '').replaceAll('/', '.'), text]));
}
