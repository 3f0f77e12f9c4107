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

/** Where a field stands in the form, as numbers from the outside in. */
function placeOf(form: Form, path: string): number[] {
  let { schema }: { schema: JsonSchema } = form;
  return toPath(path).map((key) => {
    if (schema.type === 'array') {
      schema = isRecord(schema.items) ? schema.items : {};
      return Number(key);
    }
    const properties = propertiesOf(schema);
    schema = properties[key] ?? {};
    return Object.keys(properties).indexOf(key);
  });
}

/** The errors in the order in which their fields are read. */
export function inOrder(form: Form, errors: Errors): Errors {
  const placed = Object.entries(errors).map(([path, text]) => ({ path, text, place: placeOf(form, path) }));
  placed.sort((a, b) => {
    const at = a.place.findIndex((number, index) => number !== b.place[index]);
    return at < 0 ? a.place.length - b.place.length : (a.place[at] ?? 0) - (b.place[at] ?? -1);
  });
  return Object.fromEntries(placed.map(({ path, text }) => [path, text]));
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
