/**
 * Addresses in letters are plain (`/admin/cases/<id>`), the back office keeps its own behind `#`: one is turned into the other when the page opens.
 * @returns the address to open instead; null where it is right already.
 */
export function insideAddress(pathname: string, hash: string): string | null {
  const match = /^\/admin\/(.+?)\/?$/.exec(pathname);
  if (!match?.[1] || hash !== '') return null;
  const inside = match[1].replace(/^(cases|programmes|processes)\/([^/]+)$/, '$1/$2/show');
  return `/admin/#/${inside}`;
}
