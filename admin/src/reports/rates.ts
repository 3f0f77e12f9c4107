import type { Figures, Month } from '../../../processes/reportViews';

/** Share of approved among those decided (approved, refused, rejected); withdrawn and undecided ones are not counted. Null while none is decided. */
export function successRate({ approved, refused }: Figures): number | null {
  const decided = approved.count + refused.count;
  return decided === 0 ? null : approved.count / decided;
}

/** `67 %`; a dash where there is nothing to say. */
export function percent(share: number | null, language: 'cs' | 'en'): string {
  return share === null ? '–' : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** `12,5`: days with one decimal. */
export function days(value: number, language: 'cs' | 'en'): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

export interface Running {
  readonly month: string;
  /** Since the first month, in haléř. */
  readonly granted: number;
  readonly paid: number;
}

const nextMonth = (month: string): string => {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

/** What was granted and paid up to each month; a month in which nothing happened is there too, so that time is drawn as it passed. */
export function running(months: readonly Month[]): Running[] {
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const known = new Map(months.map((month) => [month.month, month]));
  const sums: Running[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) {
    const before = sums.at(-1) ?? { granted: 0, paid: 0 };
    const own = known.get(month);
    sums.push({ month, granted: before.granted + (own?.granted ?? 0), paid: before.paid + (own?.paid ?? 0) });
  }
  return sums;
}

/** `2026-05` as `5/2026`. */
export const plainMonth = (month: string): string => `${Number(month.slice(5))}/${month.slice(0, 4)}`;
