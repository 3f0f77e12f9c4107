/** When a programme may be published and how long it stays so: § 10c zákona č. 250/2000 Sb. */
import { DateTime } from 'luxon';
import { ZONE } from '../calendar';

/** A programme is published at the latest this many days before its intake opens. */
export const DAYS_BEFORE_INTAKE = 30;
/** A programme stays published for at least this many days. */
export const DAYS_PUBLISHED = 90;
export const PUBLICATION_PROVISION = '§ 10c zákona č. 250/2000 Sb.';

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

/** A contract on a grant above this sum, in haléř, is published: § 10d odst. 1 and 2 zákona č. 250/2000 Sb. (over 50 000 CZK, not from it). */
export const PUBLISHED_ABOVE = 50_000_00;
/** Calendar days from the signature to the publication on the official board. */
export const DAYS_TO_PUBLISH_CONTRACT = 30;
/** A contract stays published for at least so many years. */
export const YEARS_CONTRACT_PUBLISHED = 3;

/** Must the contract on this amount (haléř) be published? */
export function isPublished(amount: number): boolean {
  return amount > PUBLISHED_ABOVE;
}

/** The last day on which the contract signed on that day may be published, `yyyy-MM-dd`. Calendar days; the day of the signature is not counted. */
export function publishContractBy(signedOn: string): string {
  return dayOf(signedOn).plus({ days: DAYS_TO_PUBLISH_CONTRACT }).toFormat('yyyy-MM-dd');
}

/** The last day on which the contract published on that day must be readable, `yyyy-MM-dd`; of 29 February the 28th three years later. */
export function contractPublishedUntil(publishedOn: string): string {
  return dayOf(publishedOn).plus({ years: YEARS_CONTRACT_PUBLISHED }).toFormat('yyyy-MM-dd');
}

/** The day of a moment in Prague, `yyyy-MM-dd`. */
export function dayInPrague(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: ZONE }).toFormat('yyyy-MM-dd');
}

export type ContractDuty =
  /** At most 50 000 CZK, or not signed yet. */
  | 'none'
  /** To be published, there is time. */
  | 'due'
  /** To be published, and it should have been. */
  | 'overdue'
  /** On the board, in time. */
  | 'published'
  /** On the board, too late. */
  | 'publishedLate'
  /** The years have passed; it may be taken down. */
  | 'ended';

/** What of a contract. Days are `yyyy-MM-dd` in Prague. */
export interface PublishedContract {
  /** Haléř. */
  readonly amount: number;
  readonly signedOn: string | null;
  readonly publishedOn: string | null;
  /** As the case recorded it; three years from the publication where it did not. */
  readonly publishedUntil: string | null;
}

/** Where the duty to publish a contract stands. */
export function contractDuty({ amount, signedOn, publishedOn, publishedUntil: until }: PublishedContract, today: string): ContractDuty {
  if (publishedOn !== null) {
    if (today > (until ?? contractPublishedUntil(publishedOn))) return 'ended';
    return signedOn !== null && isPublished(amount) && publishedOn > publishContractBy(signedOn) ? 'publishedLate' : 'published';
  }
  if (signedOn === null || !isPublished(amount)) return 'none';
  return today > publishContractBy(signedOn) ? 'overdue' : 'due';
}
