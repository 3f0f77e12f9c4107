/** Flaws in words, and what their fields are called. */
import type { Form, JsonSchema } from '../../../processes/define';
import { formatMoney } from '../../../processes/money';
import type { Texts } from '../words/cs';
import { propertiesOf, stripped } from './applies';
import { check, isRecord, type Flaw } from './check';
import { toPath, valueAt } from './paths';

export function flawText({ code, limit, money = false }: Flaw, t: Texts): string {
  const words = t.flaw[code];
  if (typeof words === 'string') return words;
  return words(limit === undefined ? '' : money ? formatMoney(limit) : String(limit));
}

export type Errors = Readonly<Record<string, string>>;

/** Everything that is wrong with the form now: dot path -> words. The first flaw of a field is told. */
export function errorsOf(form: Form, data: unknown, t: Texts): Errors {
  const errors: Record<string, string> = {};
  for (const flaw of check(form.schema, stripped(form.schema, data))) errors[flaw.path] ??= flawText(flaw, t);
  return errors;
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
    if (schema.type === 'array') {
      labels.push(t.form.row(Number(key) + 1));
      schema = isRecord(schema.items) ? schema.items : {};
    } else {
      schema = propertiesOf(schema)[key] ?? {};
      if (schema.type !== 'object' && typeof schema.title === 'string') labels.push(schema.title);
    }
  }
  const [last = path] = labels.slice(-1);
  return labels.length > 2 ? labels.slice(-2).join(': ') : last;
}
