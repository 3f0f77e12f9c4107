/**
 * Looks at what was typed by the form's JSON Schema, so that a person hears of a mistake before sending. It reads the schema instead of compiling it:
 * the page's security policy allows no code made at run time. The keywords are those our forms use; the server has the last word on all of them.
 */
import type { JsonSchema } from '../../../processes/define';

/** What is wrong with one field; `rule` is a key of the word files, `limit` what the rule says. */
export interface Fault {
  /** Dot path, as the server names fields too. */
  readonly path: string;
  readonly rule:
    | 'required'
    | 'type'
    | 'enum'
    | 'const'
    | 'minimum'
    | 'maximum'
    | 'minLength'
    | 'maxLength'
    | 'pattern'
    | 'minItems'
    | 'maxItems'
    | 'unique'
    | 'date'
    | 'oneOf'
    | 'unknown';
  readonly limit?: number;
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const schemaOf = (value: unknown): JsonSchema | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : null;
const schemasOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value.map(schemaOf).filter((one) => one !== null) : []);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const isType: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => schemaOf(value) !== null,
  null: (value) => value === null,
};

function existingDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function stringFaults(schema: JsonSchema, value: string, path: string): Fault[] {
  const faults: Fault[] = [];
  const { minLength, maxLength, pattern, format } = schema;
  const length = Array.from(value).length;
  if (typeof minLength === 'number' && length < minLength)
    faults.push({ path, rule: minLength === 1 ? 'required' : 'minLength', limit: minLength });
  if (typeof maxLength === 'number' && length > maxLength) faults.push({ path, rule: 'maxLength', limit: maxLength });
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value)) faults.push({ path, rule: 'pattern' });
  if (format === 'date' && !existingDay(value)) faults.push({ path, rule: 'date' });
  return faults;
}

function numberFaults(schema: JsonSchema, value: number, path: string): Fault[] {
  const faults: Fault[] = [];
  if (typeof schema.minimum === 'number' && value < schema.minimum) faults.push({ path, rule: 'minimum', limit: schema.minimum });
  if (typeof schema.maximum === 'number' && value > schema.maximum) faults.push({ path, rule: 'maximum', limit: schema.maximum });
  return faults;
}

function arrayFaults(schema: JsonSchema, value: readonly unknown[], path: string): Fault[] {
  const faults: Fault[] = [];
  if (typeof schema.minItems === 'number' && value.length < schema.minItems)
    faults.push({ path, rule: 'minItems', limit: schema.minItems });
  if (typeof schema.maxItems === 'number' && value.length > schema.maxItems)
    faults.push({ path, rule: 'maxItems', limit: schema.maxItems });
  if (schema.uniqueItems === true && new Set(value.map((one) => JSON.stringify(one))).size < value.length)
    faults.push({ path, rule: 'unique' });
  const items = schemaOf(schema.items);
  if (items) value.forEach((one, index) => faults.push(...check(items, one, join(path, String(index)))));
  return faults;
}

function objectFaults(schema: JsonSchema, value: JsonSchema, path: string): Fault[] {
  const faults: Fault[] = [];
  const properties = schemaOf(schema.properties) ?? {};
  for (const name of Array.isArray(schema.required) ? schema.required : []) {
    if (typeof name === 'string' && value[name] === undefined) faults.push({ path: join(path, name), rule: 'required' });
  }
  for (const [name, inner] of Object.entries(value)) {
    const own = schemaOf(properties[name]);
    if (own) {
      if (inner !== undefined) faults.push(...check(own, inner, join(path, name)));
    } else if (schema.additionalProperties === false) {
      faults.push({ path: join(path, name), rule: 'unknown' });
    }
  }
  return faults;
}

function combined(schema: JsonSchema, value: unknown, path: string): Fault[] {
  const faults = schemasOf(schema.allOf).flatMap((part) => check(part, value, path));
  const anyOf = schemasOf(schema.anyOf);
  if (anyOf.length > 0 && !anyOf.some((part) => check(part, value, path).length === 0)) faults.push({ path, rule: 'oneOf' });
  const oneOf = schemasOf(schema.oneOf);
  if (oneOf.length > 0 && oneOf.filter((part) => check(part, value, path).length === 0).length !== 1) faults.push({ path, rule: 'oneOf' });
  const condition = schemaOf(schema.if);
  if (condition) {
    const branch = schemaOf(check(condition, value, path).length === 0 ? schema.then : schema.else);
    if (branch) faults.push(...check(branch, value, path));
  }
  return faults;
}

/** Everything that does not fit, in the order of the form. An empty answer says it may be sent. */
export function check(schema: JsonSchema, value: unknown, path = ''): Fault[] {
  const { type } = schema;
  const allowed = (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === 'string');
  if (allowed.length > 0 && !allowed.some((name) => isType[name]?.(value)))
    return [{ path, rule: value === undefined ? 'required' : 'type' }];
  if ('const' in schema && !same(schema.const, value)) return [{ path, rule: 'const' }];
  if (Array.isArray(schema.enum) && !schema.enum.some((one) => same(one, value))) return [{ path, rule: 'enum' }];
  const faults: Fault[] = [];
  if (typeof value === 'string') faults.push(...stringFaults(schema, value, path));
  else if (typeof value === 'number') faults.push(...numberFaults(schema, value, path));
  else if (Array.isArray(value)) faults.push(...arrayFaults(schema, value, path));
  else {
    const object = schemaOf(value);
    if (object) faults.push(...objectFaults(schema, object, path));
  }
  return [...faults, ...combined(schema, value, path)];
}

/** Fields that an outcome requires beyond the schema: a missing value, an empty text or an empty list is a fault. */
export function checkRequired(fields: readonly string[], data: Readonly<Record<string, unknown>>): Fault[] {
  return fields
    .filter((name) => {
      const value = data[name];
      return (
        value === undefined ||
        value === null ||
        (typeof value === 'string' && value.trim() === '') ||
        (Array.isArray(value) && value.length === 0)
      );
    })
    .map((path) => ({ path, rule: 'required' as const }));
}

/** Leaves out what is empty (a cleared field is not an empty text), so that optional fields are not sent as nothing. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined && one !== null && one !== '').map(withoutEmpty);
  const object = schemaOf(value);
  if (!object) return value;
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, inner]) => inner !== undefined && inner !== null && inner !== '' && !(Array.isArray(inner) && inner.length === 0))
      .map(([name, inner]) => [name, withoutEmpty(inner)]),
  );
}
