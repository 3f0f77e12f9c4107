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
