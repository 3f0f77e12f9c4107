/**
 * What is wrong with what was typed into a form, found in the browser before anything is sent. Ajv, which the server uses, compiles schemas into
 * code at run time, and the pages' content security policy forbids that: here the schema is interpreted. The server judges again, and
 * `formFaults.test.ts` holds both to the same verdict.
 */
import { format, Validator, type OutputUnit } from '@cfworker/json-schema';
import type { JsonSchema } from './define';
import { inFormOrder, isRecord, schemaAt } from './formSchema';
import { isBankAccount, isDay, isIco } from './identifiers';

export type FaultCode =
  | 'required'
  | 'type'
  | 'money'
  | 'wholeNumber'
  | 'date'
  | 'ico'
  | 'bankAccount'
  | 'document'
  | 'pattern'
  | 'tooShort'
  | 'tooLong'
  | 'tooSmall'
  | 'tooBig'
  | 'tooFew'
  | 'tooMany'
  | 'repeated'
  | 'notAgreed'
  | 'notOffered'
  | 'unknown';

export interface FormFault {
  /** Dot path of the field (`items.0.amount`); empty for the form as a whole. */
  readonly path: string;
  readonly code: FaultCode;
  /** The limit that was passed, where there is one. */
  readonly limit?: number;
  /** The limit is an amount in haléř. */
  readonly money?: boolean;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Formats of texts that our forms use; `money` is an integer of haléř and needs none. */
const FORMATS = { date: isDay, ico: isIco, bankAccount: isBankAccount, document: (text: string) => UUID.test(text) } as const;
Object.assign(format, FORMATS);

const isOurFormat = (name: unknown): name is keyof typeof FORMATS => typeof name === 'string' && name in FORMATS;

const validators = new WeakMap<JsonSchema, Validator>();

function validatorOf(schema: JsonSchema): Validator {
  const known = validators.get(schema);
  if (known) return known;
  const validator = new Validator(schema, '2020-12', false);
  validators.set(schema, validator);
  return validator;
}

/** As it would be sent: without fields that hold nothing. */
const asSent = (data: unknown): unknown => (data === undefined ? null : (JSON.parse(JSON.stringify(data)) as unknown));

/** Does the value fit the schema? Blank texts are not looked for: this is what conditions (`if`) ask. */
export function fits(schema: JsonSchema, value: unknown): boolean {
  return validatorOf(schema).validate(asSent(value)).valid;
}

/** The steps of a location such as `#/items/0/amount`. */
const steps = (location: string): string[] =>
  location
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));

const at = (value: unknown, way: readonly string[]): unknown =>
  way.reduce<unknown>((inner, step) => (inner as Readonly<Record<string, unknown>> | undefined)?.[step], value);

/** Complaints that only say that other complaints follow. */
const ECHOES: ReadonlySet<string> = new Set(['properties', 'items', 'allOf', 'if', 'additionalProperties']);
/** Inside a choice no single branch is to be blamed: the choice itself complains. */
const IN_CHOICE = /\/(?:oneOf|anyOf)\/\d+\//;

const LENGTHS: ReadonlySet<string> = new Set(['minLength', 'maxLength', 'pattern']);

const CODES: Readonly<Record<string, FaultCode>> = {
  false: 'unknown',
  enum: 'notOffered',
  oneOf: 'notOffered',
  anyOf: 'notOffered',
  minLength: 'tooShort',
  maxLength: 'tooLong',
  pattern: 'pattern',
  minimum: 'tooSmall',
  maximum: 'tooBig',
  minItems: 'tooFew',
  maxItems: 'tooMany',
  uniqueItems: 'repeated',
};

function codeOf({ keyword }: OutputUnit, rule: unknown, schema: JsonSchema, value: unknown): FaultCode {
  if (keyword === 'type') {
    if (value === null) return 'required';
    if (schema.format === 'money') return 'money';
    return rule === 'integer' || rule === 'number' ? 'wholeNumber' : 'type';
  }
  if (keyword === 'const') return rule === true ? 'notAgreed' : 'notOffered';
  if (keyword === 'format') return isOurFormat(rule) ? rule : 'pattern';
  if (keyword === 'minLength' && value === '') return 'required';
  // Nine digits are no IČO, rather than a text that is too long.
  if (LENGTHS.has(keyword) && isOurFormat(schema.format)) return schema.format;
  return CODES[keyword] ?? 'type';
}

/** A complaint of the validator as faults of fields. */
function faultsIn(complaint: OutputUnit, form: JsonSchema, data: unknown): FormFault[] {
  const { keyword, keywordLocation, instanceLocation } = complaint;
  if (ECHOES.has(keyword) || IN_CHOICE.test(keywordLocation)) return [];
  const way = steps(instanceLocation);
  const place = steps(keywordLocation);
  const rule = at(form, place);
  const value = at(data, way);
  if (keyword === 'required') {
    const missing = (rule as readonly string[]).filter((key) => !isRecord(value) || value[key] === undefined);
    return missing.map((key) => {
      const path = [...way, key].join('.');
      return { path, code: schemaAt(form, path).const === true ? 'notAgreed' : 'required' };
    });
  }
  const schema = at(form, place.slice(0, -1)) as JsonSchema;
  const code = codeOf(complaint, rule, schema, value);
  const path = way.join('.');
  return typeof rule === 'number' && code === CODES[keyword]
    ? [{ path, code, limit: rule, money: schema.format === 'money' }]
    : [{ path, code }];
}

/** Paths of texts made of white space only: no answer to anything; the server says the same. */
function blanks(value: unknown, way: readonly string[] = []): string[] {
  if (typeof value === 'string') return value.length > 0 && value.trim() === '' ? [way.join('.')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => blanks(inner, [...way, key]));
}

/**
 * Every field that does not fit, once, in the order of the form; empty when the data may be sent. Never throws over what was typed.
 * @param schema of the whole form; amounts in haléř, days as `yyyy-MM-dd`.
 */
export function formFaults(schema: JsonSchema, data: unknown): FormFault[] {
  const sent = asSent(data);
  const { valid, errors } = validatorOf(schema).validate(sent);
  const found = errors.flatMap((complaint) => faultsIn(complaint, schema, sent));
  // Nothing but echoes: it does not fit all the same, and must never pass.
  if (!valid && found.length === 0) found.push({ path: '', code: 'type' });
  found.push(...blanks(sent).map((path) => ({ path, code: 'required' as const })));
  const first = new Map<string, FormFault>();
  for (const fault of found) if (!first.has(fault.path)) first.set(fault.path, fault);
  return inFormOrder(schema, first.keys()).flatMap((path) => first.get(path) ?? []);
}
