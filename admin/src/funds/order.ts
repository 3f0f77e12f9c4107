/** The order with one of them so many places further; null where there is no such place. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] | null {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return null;
  const next = [...ids];
  next.splice(from, 1);
  next.splice(to, 0, id);
  return next;
}

/** An area as it is chosen from a list: with its fund, for areas of two funds may have one name. */
export const placeName = (area: { readonly fundName: string; readonly name: string }): string => `${area.fundName} – ${area.name}`;
