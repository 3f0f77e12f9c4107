/** When a programme may be published and how long it stays so: § 10c zákona č. 250/2000 Sb. */
import { DateTime } from 'luxon';
import { ZONE } from '../calendar';

/** A programme is published at the latest this many days before its intake opens. */
export const DAYS_BEFORE_INTAKE = 30;
/** A programme stays published for at least this many days. */
export const DAYS_PUBLISHED = 90;
export const PUBLICATION_PROVISION = '§ 10c odst. 2 zákona č. 250/2000 Sb.';

const dayOf = (iso: string): DateTime => DateTime.fromISO(iso, { zone: ZONE }).startOf('day');

/** The first day on which the intake of a programme published at `now` may open, `yyyy-MM-dd` in Prague. */
export function earliestIntake(now: Date): string {
  return DateTime.fromJSDate(now, { zone: ZONE }).plus({ days: DAYS_BEFORE_INTAKE }).toFormat('yyyy-MM-dd');
}

/** Is there time enough between publishing at `now` and the opening of the intake? Whole days of Prague are counted. */
export function publishedInTime(now: Date, intakeOpensAt: string): boolean {
  return dayOf(intakeOpensAt).toFormat('yyyy-MM-dd') >= earliestIntake(now);
}

/** The last day on which the programme must still be readable by everybody, `yyyy-MM-dd`. */
export function publishedUntil(publishedAt: string): string {
  return dayOf(publishedAt).plus({ days: DAYS_PUBLISHED }).toFormat('yyyy-MM-dd');
}

/** A contract on more than this, in haléř, is published: § 10d odst. 1 zákona č. 250/2000 Sb. */
export const CONTRACT_PUBLISHED_ABOVE = 50_000_00;
/** It is published within so many days of its conclusion, for so many years. */
export const CONTRACT_PUBLISH_WITHIN_DAYS = 30;
export const CONTRACT_PUBLISHED_YEARS = 3;

/** Must a contract on this sum (haléř) be published on the official board? */
export const contractIsPublished = (amount: number): boolean => amount > CONTRACT_PUBLISHED_ABOVE;

/** The last day on which the contract may be put on the board. @param signedOn `yyyy-MM-dd`, day of the last signature @returns `yyyy-MM-dd` */
export function contractPublishBy(signedOn: string): string {
  return dayOf(signedOn).plus({ days: CONTRACT_PUBLISH_WITHIN_DAYS }).toFormat('yyyy-MM-dd');
}

/** The last day on which it must still be there; of 29 February the 28th. @param publishedOn `yyyy-MM-dd` @returns `yyyy-MM-dd` */
export function contractPublishedUntil(publishedOn: string): string {
  return dayOf(publishedOn).plus({ years: CONTRACT_PUBLISHED_YEARS }).toFormat('yyyy-MM-dd');
}
