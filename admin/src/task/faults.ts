/** Mistakes of a form in words and by field, ready to be drawn beside the fields and in the summary above the buttons. */
import type { Form, JsonSchema } from '../../../processes/define';
import { formatMoney } from '../../../processes/money';
import { check, checkRequired, type Fault } from '../forms/check';

type Translate = (key: string, options?: Record<string, unknown>) => string;

const asSchema = (value: unknown): JsonSchema => (typeof value === 'object' && value !== null ? (value as JsonSchema) : {});

/** The part of the schema that a dot path leads to. */
export function schemaAt(schema: JsonSchema, path: string): JsonSchema {
  return path
    .split('.')
    .filter((name) => name !== '')
    .reduce<JsonSchema>((at, name) => (/^\d+$/.test(name) ? asSchema(at.items) : asSchema(asSchema(at.properties)[name])), schema);
}

/** Name of the field as the person sees it. */
export function titleAt(schema: JsonSchema, path: string): string {
  const { title } = schemaAt(schema, path);
  return typeof title === 'string' ? title : path;
}

function wordsOf(fault: Fault, schema: JsonSchema, translate: Translate): string {
  const money = schemaAt(schema, fault.path).format === 'money';
  const limit = fault.limit === undefined ? undefined : money ? formatMoney(fault.limit) : fault.limit;
  return translate(`postup.form.rule.${fault.rule}`, { limit });
}

/** What has to be corrected before this outcome can be sent: path -> words; the first mistake of a field only. */
export function faultsOf(
  form: Form,
  requires: readonly string[],
  data: Readonly<Record<string, unknown>>,
  translate: Translate,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const fault of [...check(form.schema, data), ...checkRequired(requires, data)])
    errors[fault.path] ??= wordsOf(fault, form.schema, translate);
  return errors;
}

/** Paths of the server's refusal as the form has them (`data.amount` -> `amount`). */
export function fieldErrors(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([path, text]) => [path.replace(/^\/?data[./]/, '').replaceAll('/', '.'), text]));
}
