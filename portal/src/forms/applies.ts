/**
 * Which fields of a form apply to what was chosen so far. A field that only some branch of the schema's conditions names (in `required` or in
 * `properties`) applies when that branch holds: an IČO is asked of a legal person, a birth date of a natural one.
 */
import type { JsonSchema } from '../../../processes/define';
import { fits } from '../../../processes/formFaults';
import { isRecord, propertiesOf } from '../../../processes/formSchema';

const named = (branch: unknown): string[] =>
  isRecord(branch)
    ? [
        ...(Array.isArray(branch.required) ? branch.required.map(String) : []),
        ...Object.keys(isRecord(branch.properties) ? branch.properties : {}),
      ]
    : [];

const requiredOf = (schema: JsonSchema): string[] => (Array.isArray(schema.required) ? schema.required.map(String) : []);

/** The schema's own condition and those inside its `allOf`. */
function conditions(schema: JsonSchema): JsonSchema[] {
  return [schema, ...(Array.isArray(schema.allOf) ? schema.allOf.filter(isRecord) : [])].filter((one) => 'if' in one);
}

/** The `then` or `else` of a schema's `if` that holds for the value; null where there is none. */
function activeBranch(schema: JsonSchema, value: unknown): JsonSchema | null {
  if (!isRecord(schema.if)) return null;
  const branch = fits(schema.if, value) ? schema.then : schema.else;
  return isRecord(branch) ? branch : null;
}

/** Names of the object's fields that do not apply to `data`. */
export function hiddenFields(schema: JsonSchema, data: unknown): Set<string> {
  const hidden = new Set<string>();
  const shown = new Set(requiredOf(schema));
  for (const condition of conditions(schema)) {
    for (const field of [...named(condition.then), ...named(condition.else)]) hidden.add(field);
    for (const field of named(activeBranch(condition, data))) shown.add(field);
  }
  for (const field of shown) hidden.delete(field);
  return hidden;
}

/**
 * The object schema as it holds for `data`, without conditions: only the fields that apply (of `fields`, when given, in that order), with what is
 * required of them. This is what is drawn.
 */
export function effectiveSchema(schema: JsonSchema, data: unknown, fields?: readonly string[]): JsonSchema {
  const all = propertiesOf(schema);
  const hidden = hiddenFields(schema, data);
  const names = (fields ?? Object.keys(all)).filter((name) => name in all && !hidden.has(name));
  const required = new Set(requiredOf(schema));
  for (const condition of conditions(schema)) {
    const branch = activeBranch(condition, data);
    if (branch) for (const field of requiredOf(branch)) required.add(field);
  }
  const properties = Object.fromEntries(names.map((name) => [name, all[name]]));
  return { type: 'object', properties, required: names.filter((name) => required.has(name)) };
}

/** A text of spaces is no answer to anything; the server says the same. */
const isEmpty = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** What is sent: without fields that do not apply, empty texts, and objects in which nothing was filled in. Lists keep their order. */
export function stripped(schema: JsonSchema, value: unknown): unknown {
  if (Array.isArray(value)) {
    const { items } = schema;
    return isRecord(items) ? value.map((one: unknown) => stripped(items, one)) : value;
  }
  if (!isRecord(value)) return value;
  const properties = propertiesOf(schema);
  const hidden = hiddenFields(schema, value);
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const property = properties[key];
    if (!property || hidden.has(key) || isEmpty(inner)) continue;
    const sent = stripped(property, inner);
    if (isRecord(sent) && Object.keys(sent).length === 0 && !requiredOf(schema).includes(key)) continue;
    kept[key] = sent;
  }
  return kept;
}

/** What a form starts from: the defaults of its schema where nothing was typed. */
export function withDefaults(schema: JsonSchema, value: unknown): Record<string, unknown> {
  const data: Record<string, unknown> = isRecord(value) ? { ...value } : {};
  for (const [key, inner] of Object.entries(propertiesOf(schema))) {
    if (inner.type === 'object') {
      const within = withDefaults(inner, data[key]);
      if (Object.keys(within).length > 0) data[key] = within;
    } else if (data[key] === undefined && inner.default !== undefined) data[key] = inner.default;
  }
  return data;
}
