/**
 * What is wrong with what was typed, by the JSON Schema of the form. Ajv, which the server uses, compiles schemas into code at run time, and the
 * portal's content security policy forbids that in a browser: this reads the schema instead. The server judges again; `check.test.ts` holds both to
 * the same verdict.
 */
import type { JsonSchema } from '../../../processes/define';
import { formats } from './formats';

export type FlawCode =
  | 'required'
  | 'type'
  | 'money'
  | 'wholeNumber'
  | 'date'
  | 'ico'
  | 'bankAccount'
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

export interface Flaw {
  /** Dot path of the field: `items.0.amount`. */
  readonly path: string;
  readonly code: FlawCode;
  /** The limit that was passed, where there is one. */
  readonly limit?: number;
  /** The limit is an amount in haléř. */
  readonly money?: boolean;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const schemas = (value: unknown): readonly JsonSchema[] => list(value).filter(isRecord);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const join = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isRecord,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  null: (value) => value === null,
};

/**
 * Every flaw of `value` against `schema`, in the order of the form's fields.
 * @param path where the value stands in the form; empty for the whole.
 */
export function check(schema: JsonSchema, value: unknown, path = ''): Flaw[] {
  const typeFlaw = checkType(schema, value, path);
  if (typeFlaw) return [typeFlaw];
  return [...checkChoice(schema, value, path), ...checkContents(schema, value, path), ...checkBranches(schema, value, path)];
}

export function fits(schema: JsonSchema, value: unknown): boolean {
  return check(schema, value).length === 0;
}

function checkType(schema: JsonSchema, value: unknown, path: string): Flaw | null {
  const { type } = schema;
  if (typeof type !== 'string' || types[type]?.(value) !== false) return null;
  if (schema.format === 'money') return { path, code: 'money' };
  return { path, code: type === 'integer' || type === 'number' ? 'wholeNumber' : 'type' };
}

function checkChoice(schema: JsonSchema, value: unknown, path: string): Flaw[] {
  if ('const' in schema && !same(schema.const, value)) {
    return [{ path, code: schema.const === true ? 'notAgreed' : 'notOffered' }];
  }
  if (Array.isArray(schema.enum) && !schema.enum.some((one) => same(one, value))) return [{ path, code: 'notOffered' }];
  return [];
}

function checkContents(schema: JsonSchema, value: unknown, path: string): Flaw[] {
  if (typeof value === 'string') return checkText(schema, value, path);
  if (typeof value === 'number') return checkNumber(schema, value, path);
  if (Array.isArray(value)) return checkList(schema, value, path);
  return isRecord(value) ? checkObject(schema, value, path) : [];
}

function checkText(schema: JsonSchema, value: string, path: string): Flaw[] {
  const length = Array.from(value).length;
  const least = number(schema.minLength);
  const most = number(schema.maxLength);
  if (least !== null && length < least) return [{ path, code: length === 0 ? 'required' : 'tooShort', limit: least }];
  if (most !== null && length > most) return [{ path, code: 'tooLong', limit: most }];
  const format = typeof schema.format === 'string' ? formats[schema.format] : undefined;
  if (format && !format.fits(value)) return [{ path, code: format.code }];
  if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value)) {
    return [{ path, code: 'pattern' }];
  }
  return [];
}

function checkNumber(schema: JsonSchema, value: number, path: string): Flaw[] {
  const money = schema.format === 'money';
  const least = number(schema.minimum);
  const most = number(schema.maximum);
  if (least !== null && value < least) return [{ path, code: 'tooSmall', limit: least, money }];
  if (most !== null && value > most) return [{ path, code: 'tooBig', limit: most, money }];
  return [];
}

function checkList(schema: JsonSchema, value: readonly unknown[], path: string): Flaw[] {
  const flaws: Flaw[] = [];
  const least = number(schema.minItems);
  const most = number(schema.maxItems);
  if (least !== null && value.length < least) flaws.push({ path, code: 'tooFew', limit: least });
  if (most !== null && value.length > most) flaws.push({ path, code: 'tooMany', limit: most });
  if (schema.uniqueItems === true && new Set(value.map((one) => JSON.stringify(one))).size < value.length) {
    flaws.push({ path, code: 'repeated' });
  }
  const { items } = schema;
  if (isRecord(items)) value.forEach((one, index) => flaws.push(...check(items, one, join(path, index))));
  return flaws;
}

function checkObject(schema: JsonSchema, value: Record<string, unknown>, path: string): Flaw[] {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const missing = new Set(list(schema.required).filter((key) => typeof key === 'string' && value[key] === undefined));
  const flaws: Flaw[] = [];
  for (const [key, inner] of Object.entries(properties)) {
    if (missing.delete(key)) flaws.push({ path: join(path, key), code: 'required' });
    else if (value[key] !== undefined && isRecord(inner)) flaws.push(...check(inner, value[key], join(path, key)));
  }
  for (const key of missing) flaws.push({ path: join(path, String(key)), code: 'required' });
  if (schema.additionalProperties === false) {
    for (const key of Object.keys(value)) {
      if (!(key in properties)) flaws.push({ path: join(path, key), code: 'unknown' });
    }
  }
  return flaws;
}

function checkBranches(schema: JsonSchema, value: unknown, path: string): Flaw[] {
  const flaws = schemas(schema.allOf).flatMap((part) => check(part, value, path));
  const branch = activeBranch(schema, value);
  if (branch) flaws.push(...check(branch, value, path));
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const offered = schemas(schema[keyword]);
    const fitting = offered.filter((part) => fits(part, value)).length;
    if (offered.length > 0 && (keyword === 'oneOf' ? fitting !== 1 : fitting === 0)) flaws.push({ path, code: 'notOffered' });
  }
  return flaws;
}

/** The `then` or `else` of a schema's `if` that holds for the value; null where there is none. */
export function activeBranch(schema: JsonSchema, value: unknown): JsonSchema | null {
  if (!isRecord(schema.if)) return null;
  const branch = fits(schema.if, value) ? schema.then : schema.else;
  return isRecord(branch) ? branch : null;
}
