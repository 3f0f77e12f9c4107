import { isRecord } from '../../../processes/formSchema';

/** Everything in a form is addressed by a dot path (`items.0.amount`), as the server names it in its errors. */
export type Path = readonly string[];

export function toPath(path: string): Path {
  return path === '' ? [] : path.split('.');
}

export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (Array.isArray(value)) value = (value as unknown[])[Number(key)];
    else if (isRecord(value)) value = value[key];
    else return undefined;
  }
  return value;
}

/** A copy of `data` in which the object at `path` is `value`; only objects lie on the way. */
export function withValueAt(data: Record<string, unknown>, path: Path, value: Record<string, unknown>): Record<string, unknown> {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const inner = data[key];
  return { ...data, [key]: withValueAt(isRecord(inner) ? inner : {}, rest, value) };
}

/** The DOM id of a field, the same for its label, its errors and the links that lead to it. */
export function fieldId(path: string): string {
  return `root_${path.replaceAll('.', '_')}`;
}
