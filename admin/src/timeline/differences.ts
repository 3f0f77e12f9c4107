/** What changed between two records, field by field, for unfolding in a timeline. */

export interface Difference {
  /** Path of the field, such as `settings.councilLimit`. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

function flat(value: unknown, path: string, into: Map<string, string>): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') {
    into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
    return;
  }
  for (const [name, inner] of Object.entries(value)) flat(inner, path === '' ? name : `${path}.${name}`, into);
}

/** Fields that differ, in the order in which they stand after (removed ones last). Null for a side where the field is not. */
export function differences(before: unknown, after: unknown): Difference[] {
  const was = new Map<string, string>();
  const is = new Map<string, string>();
  flat(before, '', was);
  flat(after, '', is);
  const found: Difference[] = [];
  for (const [path, value] of is) {
    const old = was.get(path) ?? null;
    if (old !== value) found.push({ path, before: old, after: value });
  }
  for (const [path, value] of was) {
    if (!is.has(path)) found.push({ path, before: value, after: null });
  }
  return found;
}
