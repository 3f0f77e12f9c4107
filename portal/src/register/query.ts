import { parseMoney } from '../../../processes/money';

/** Rows on a page, as the api gives them. */
const PAGE_ROWS = 50;

export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / PAGE_ROWS));

/** How the register is shown: as a list, in charts, or on a map. */
export const registerViews = ['seznam', 'grafy', 'mapa'] as const;
export type RegisterView = (typeof registerViews)[number];

/** How the list may be sorted: the api's field and direction. */
export const registerOrders = [
  'decidedOn.desc',
  'awarded.desc',
  'awarded.asc',
  'applicantName.asc',
  'municipality.asc',
  'projectTitle.asc',
] as const;
const NEWEST = registerOrders[0];

/** Field of the filter -> its name in the address, which people read and send. */
const ADDRESS = {
  q: 'hledat',
  year: 'rok',
  programme: 'program',
  fund: 'fond',
  area: 'oblast',
  municipality: 'obec',
  district: 'okres',
  region: 'kraj',
  state: 'stav',
  kind: 'prijemce',
  min: 'od',
  max: 'do',
} as const;
export type FilterField = keyof typeof ADDRESS;
export const filterFields = Object.keys(ADDRESS) as FilterField[];

/** What of the register is shown, kept in the address so that it can be sent to somebody. Empty: not chosen. `min` and `max` in CZK as typed. */
export type RegisterQuery = Readonly<Record<FilterField, string>> & {
  readonly order: (typeof registerOrders)[number];
  readonly view: RegisterView;
  readonly page: number;
};

const oneOf = <T extends string>(list: readonly T[], text: string | null, otherwise: T): T => list.find((one) => one === text) ?? otherwise;

/** Does the amount as typed say one? Empty says that it is not limited. */
export function isAmount(text: string): boolean {
  return text.trim() === '' || (parseMoney(text) ?? -1) >= 0;
}

/** Reads what somebody may have typed into the address themselves: what is no value of its field is left out. */
export function readQuery(address: URLSearchParams): RegisterQuery {
  const page = Number(address.get('strana') ?? '1');
  const texts = Object.fromEntries(filterFields.map((field) => [field, address.get(ADDRESS[field]) ?? ''])) as Record<FilterField, string>;
  return {
    ...texts,
    year: /^\d{4}$/.test(texts.year) ? texts.year : '',
    programme: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(texts.programme) ? texts.programme : '',
    district: /^CZ0[0-9A-Z]{3}$/.test(texts.district) ? texts.district : '',
    region: /^CZ0\d{2}$/.test(texts.region) ? texts.region : '',
    state: oneOf(['', 'awarded', 'settled', 'ended'], texts.state, ''),
    kind: oneOf(['', 'legal', 'natural'], texts.kind, ''),
    min: isAmount(texts.min) ? texts.min : '',
    max: isAmount(texts.max) ? texts.max : '',
    order: oneOf(registerOrders, address.get('radit'), NEWEST),
    view: oneOf(registerViews, address.get('zobrazit'), 'seznam'),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

const chosen = (parts: readonly (readonly [string, string])[]): URLSearchParams =>
  new URLSearchParams(parts.filter(([, value]) => value !== '').map(([name, value]) => [name, value]));

/** The same for the address; what is not chosen is left out. */
export function writeQuery(query: RegisterQuery): URLSearchParams {
  const { order, view, page } = query;
  return chosen([
    ...filterFields.map((field) => [ADDRESS[field], query[field].trim()] as const),
    ['radit', order === NEWEST ? '' : order],
    ['zobrazit', view === 'seznam' ? '' : view],
    ['strana', page > 1 ? String(page) : ''],
  ]);
}

const haler = (text: string): string => {
  const amount = text.trim() === '' ? null : parseMoney(text);
  return amount === null ? '' : String(amount);
};

const asked = (parts: URLSearchParams): string => (parts.size === 0 ? '' : `?${parts.toString()}`);

const filterOf = (query: RegisterQuery): [string, string][] =>
  filterFields.map((field) => [field, field === 'min' || field === 'max' ? haler(query[field]) : query[field].trim()]);

/** The filter alone for the api: the figures. */
export function figuresQuery(query: RegisterQuery): string {
  return asked(chosen(filterOf(query)));
}

/** The same with the order; without the page for a download. */
export function apiQuery(query: RegisterQuery, withPage: boolean): string {
  const [sort = '', order = ''] = query.order === NEWEST ? [] : query.order.split('.');
  const page = withPage && query.page > 1 ? String(query.page) : '';
  return asked(chosen([...filterOf(query), ['sort', sort], ['order', order], ['page', page]]));
}

/** Is anything chosen beside the search, the year, the programme and the area, which are always in sight? */
export function hasMore(query: RegisterQuery): boolean {
  return filterFields.some((field) => !['q', 'year', 'programme', 'area'].includes(field) && query[field] !== '');
}
