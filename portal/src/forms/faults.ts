/** Faults in words, and what their fields are called. */
import type { Form, JsonSchema } from '../../../processes/define';
import { formFaults, type FormFault } from '../../../processes/formFaults';
import { inFormOrder, schemaAt, schemaUnder } from '../../../processes/formSchema';
import { formatMoney } from '../../../processes/money';
import type { Texts } from '../words/cs';
import { stripped } from './applies';
import { toPath, valueAt } from './paths';

function faultText(schema: JsonSchema, { path, code, limit, money = false }: FormFault, t: Texts): string {
  // A table is not written, rows are added to it.
  if (code === 'required' && schemaAt(schema, path).type === 'array') return t.fault.requiredRow;
  const words = t.fault[code];
  if (typeof words === 'string') return words;
  return words(limit === undefined ? '' : money ? formatMoney(limit) : String(limit));
}

export type Errors = Readonly<Record<string, string>>;

/** Everything that is wrong with the form now: dot path -> words. In the order of the form. */
export function errorsOf(form: Form, data: unknown, t: Texts): Errors {
  return Object.fromEntries(
    formFaults(form.schema, stripped(form.schema, data)).map((fault) => [fault.path, faultText(form.schema, fault, t)]),
  );
}

/** The errors in the order in which their fields are read. */
export function inOrder(form: Form, errors: Errors): Errors {
  return Object.fromEntries(inFormOrder(form.schema, Object.keys(errors)).map((path) => [path, errors[path] ?? '']));
}

/** An error of the server holds until the field it names is changed: then only sending again can tell. */
export interface ServerErrors {
  readonly errors: Errors;
  /** What was sent. */
  readonly of: unknown;
}

export function stillHolding({ errors, of }: ServerErrors, data: unknown): Errors {
  return Object.fromEntries(
    Object.entries(errors).filter(([path]) => JSON.stringify(valueAt(of, toPath(path))) === JSON.stringify(valueAt(data, toPath(path)))),
  );
}

/** What a field is called: its title, for a field of a list's row with the number of the row. */
export function labelOf(form: Form, path: string, t: Texts): string {
  let { schema }: { schema: JsonSchema } = form;
  const labels: string[] = [];
  for (const key of toPath(path)) {
    const inList = schema.type === 'array';
    schema = schemaUnder(schema, key);
    if (inList) labels.push(t.form.row(Number(key) + 1));
    else if (schema.type !== 'object' && typeof schema.title === 'string') labels.push(schema.title);
  }
  const [last = path] = labels.slice(-1);
  return labels.length > 2 ? labels.slice(-2).join(': ') : last;
}
