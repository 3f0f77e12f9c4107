/** Finding one's way in a form: which part of its schema a dot path (`items.0.amount`, as errors name fields) leads to. */
import type { JsonSchema } from './define';

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of an object's schema, in their order; none for anything else. */
export function propertiesOf(schema: JsonSchema): Record<string, JsonSchema> {
  const properties: Record<string, JsonSchema> = {};
  for (const [key, inner] of Object.entries(isRecord(schema.properties) ? schema.properties : {})) {
    if (isRecord(inner)) properties[key] = inner;
  }
  return properties;
}

/** The schema of one field of an object, or of an item of a list; an empty one where there is none. */
export function schemaUnder(schema: JsonSchema, key: string): JsonSchema {
  if (schema.type === 'array') return isRecord(schema.items) ? schema.items : {};
  return propertiesOf(schema)[key] ?? {};
}

/** The schema at a dot path; an empty path is the whole form. */
export function schemaAt(schema: JsonSchema, path: string): JsonSchema {
  return path === '' ? schema : path.split('.').reduce(schemaUnder, schema);
}

/** Where a field stands in the form, as numbers from the outside in; what the form does not have stands last. */
function placeOf(schema: JsonSchema, path: string): number[] {
  let at = schema;
  return path.split('.').map((key) => {
    const index = at.type === 'array' ? Number(key) : Object.keys(propertiesOf(at)).indexOf(key);
    at = schemaUnder(at, key);
    return index < 0 ? Number.POSITIVE_INFINITY : index;
  });
}

/** The paths in the order in which their fields are read, each once. */
export function inFormOrder(schema: JsonSchema, paths: Iterable<string>): string[] {
  const placed = [...new Set(paths)].map((path) => ({ path, place: path === '' ? [] : placeOf(schema, path) }));
  placed.sort((a, b) => {
    const differing = a.place.findIndex((number, index) => number !== b.place[index]);
    if (differing < 0) return a.place.length - b.place.length;
    return (a.place[differing] ?? 0) < (b.place[differing] ?? -1) ? -1 : 1;
  });
  return placed.map(({ path }) => path);
}
