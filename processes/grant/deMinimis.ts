/**
 * Support de minimis (podpora malého rozsahu): at most 300 000 EUR to one undertaking over any period of three years.
 * Source: nařízení Komise (EU) 2023/2831, Art. 2(2) (one undertaking), Art. 3(2) (ceiling), Art. 3(3) (granted when the right to it arises), Art. 3(7)
 * (support over the ceiling), recital 11 (the three years are rolling). How a period in years is counted: nařízení Rady (EHS, Euratom) č. 1182/71, Art. 3.
 * Days are `yyyy-MM-dd` of Prague, amounts integers of EUR cents and of haléř.
 */
import { DateTime } from 'luxon';

/** EUR cents. */
export const CEILING = 300_000_00;
export const YEARS = 3;
export const CEILING_PROVISION = 'čl. 3 odst. 2 nařízení Komise (EU) 2023/2831';
/** A rate is written in ten-thousandths of CZK for 1 EUR: 24,315 is 243150. */
export const RATE_UNIT = 10_000;

/** One support, of whichever provider and to whichever member of the undertaking. */
export interface Support {
  /** Day on which the right to it arose. */
  readonly grantedOn: string;
  /** EUR cents. */
  readonly cents: number;
}

/**
 * Haléř to EUR cents, a half upwards.
 * @param amount haléř
 * @param rate CZK for 1 EUR in ten-thousandths, above zero
 */
export function centsOf(amount: number, rate: number): number {
  // amount / 100 CZK, divided by rate / RATE_UNIT, times 100 cents. Beyond the whole numbers that a float holds, hence BigInt.
  const twice = 2n * BigInt(amount) * BigInt(RATE_UNIT);
  return Number((twice + BigInt(rate)) / (2n * BigInt(rate)));
}

/**
 * The last day on which support granted on `day` still counts. The day itself is not a part of the period, which ends with the same day three years later,
 * or with the last of February where there is none (Art. 3(1) and (2)(c) of 1182/71).
 */
export function countsUntil(day: string): string {
  return DateTime.fromISO(day).plus({ years: YEARS }).toFormat('yyyy-MM-dd');
}

/** The first day whose support still counts on `day`. */
export function countsFrom(day: string): string {
  const back = DateTime.fromISO(day).minus({ years: YEARS });
  // What was granted on 28 February 2025 ceases with 28 February 2028, a day before the 29th.
  return (countsUntil(back.toFormat('yyyy-MM-dd')) < day ? back.plus({ days: 1 }) : back).toFormat('yyyy-MM-dd');
}

/** What counts on the day: granted in the three years before it, or on it. */
export function counting<S extends Support>(supports: readonly S[], day: string): S[] {
  return supports.filter(({ grantedOn }) => grantedOn <= day && day <= countsUntil(grantedOn));
}

/** EUR cents that count on the day. */
export function totalOn(supports: readonly Support[], day: string): number {
  return counting(supports, day).reduce((sum, { cents }) => sum + cents, 0);
}

/**
 * The most that would be counted at once, on any day, together with a support granted on `day`: also support written down later for an earlier day must
 * fit into the three years of what was granted after it.
 */
export function peakWith(supports: readonly Support[], day: string): number {
  const until = countsUntil(day);
  const later = supports.map(({ grantedOn }) => grantedOn).filter((grantedOn) => grantedOn > day && grantedOn <= until);
  return Math.max(...[day, ...later].map((end) => totalOn(supports, end)));
}

/** How much may still be granted on the day, in EUR cents; never below zero. */
export function headroom(supports: readonly Support[], day: string): number {
  return Math.max(0, CEILING - peakWith(supports, day));
}

/** Does the new support fit under the ceiling together with the others, over every three years that it falls into? */
export function fits(supports: readonly Support[], added: Support): boolean {
  return peakWith(supports, added.grantedOn) + added.cents <= CEILING;
}

export interface Link {
  readonly ico: string;
  readonly otherIco: string;
}

/**
 * All that are one undertaking with `ico`, itself included, sorted: enterprises with such relations through others are one undertaking too (Art. 2(2),
 * the last subparagraph).
 */
export function undertakingOf(ico: string, links: readonly Link[]): string[] {
  const members = new Set([ico]);
  // Who is added while it goes on is gone through too.
  for (const member of members) {
    for (const link of links) {
      if (link.ico === member) members.add(link.otherIco);
      if (link.otherIco === member) members.add(link.ico);
    }
  }
  return [...members].sort();
}

/** `30000050` cents -> `300 000,50 EUR` (no-break spaces). */
export function formatEuro(cents: number): string {
  const whole = String(Math.trunc(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  const rest = Math.abs(cents) % 100;
  return `${cents < 0 ? '-' : ''}${whole}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}\u00a0EUR`;
}

/** `24,315` or `24.315` -> 243150; null for anything but a rate above zero with at most four decimals. */
export function parseRate(text: string): number | null {
  const match = /^(\d{1,4})(?:[.,](\d{1,4}))?$/.exec(text.trim());
  if (!match) return null;
  const rate = Number(match[1]) * RATE_UNIT + Number((match[2] ?? '').padEnd(4, '0'));
  return rate > 0 ? rate : null;
}

/** 243150 -> `24,315`. */
export function formatRate(rate: number): string {
  const decimals = String(rate % RATE_UNIT)
    .padStart(4, '0')
    .replace(/0{0,1}$/, '');
  return `${Math.trunc(rate / RATE_UNIT)},${decimals}`;
}
