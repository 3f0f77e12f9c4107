/** Rows on a page, as the api gives them. */
const PAGE_ROWS = 50;

export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / PAGE_ROWS));

/** What of the register is shown, kept in the address so that it can be sent to somebody. */
export interface RegisterQuery {
  readonly q: string;
  readonly year: string;
  readonly programme: string;
  readonly page: number;
}

export function readQuery(address: URLSearchParams): RegisterQuery {
  const page = Number(address.get('strana') ?? '1');
  const year = address.get('rok') ?? '';
  return {
    q: address.get('hledat') ?? '',
    year: /^\d{4}$/.test(year) ? year : '',
    programme: address.get('program') ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The same for the address; what is not chosen is left out. */
export function writeQuery({ q, year, programme, page }: RegisterQuery): URLSearchParams {
  const parts = { hledat: q.trim(), rok: year, program: programme, strana: page > 1 ? String(page) : '' };
  return new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ''));
}

/** The same for the api; without the page for a download. */
export function apiQuery({ q, year, programme, page }: RegisterQuery, withPage: boolean): string {
  const parts = { q: q.trim(), year, programme, page: withPage && page > 1 ? String(page) : '' };
  const query = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== '')).toString();
  return query === '' ? '' : `?${query}`;
}
