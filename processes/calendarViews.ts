/** Events that holders of grants announced, as the api shows them. Days `yyyy-MM-dd` and hours `HH:mm` are those of Europe/Prague; moments are ISO. */
import type { PersonRef } from './views';

export interface EventTimes {
  readonly startsOn: string;
  /** Null: the whole day. */
  readonly startsAt: string | null;
  /** The last day. */
  readonly endsOn: string;
  readonly endsAt: string | null;
}

/** In the public calendar: of a natural person who holds it the name and the municipality, nothing more. */
export interface PublicEvent extends EventTimes {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly invitation: string | null;
  readonly link: string | null;
  readonly organiser: { readonly name: string; readonly municipality: string };
  readonly cancelled: boolean;
  readonly changedAt: string;
}

/** Events of which some day lies between `from` and `to`, both included, in their order. */
export interface PublicCalendar {
  readonly from: string;
  readonly to: string;
  readonly events: readonly PublicEvent[];
  /** How many there are; above the number of `events` where there are more than are given at once. */
  readonly total: number;
  /** The nearest month with an event before `from`, and after `to`: `yyyy-MM`. */
  readonly previousMonth: string | null;
  readonly nextMonth: string | null;
}

/** What became of an announced event: in the calendar, in it as cancelled, put away by the office, or not wished to be in it. */
export const announcedStates = ['shown', 'cancelled', 'hidden', 'notWished'] as const;
export type AnnouncedState = (typeof announcedStates)[number];

/** An announced event as who announced it reads it. */
export interface OwnEvent extends EventTimes {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly state: AnnouncedState;
  /** The applicant says that it will not take place; also of one that is not in the calendar. */
  readonly cancelled: boolean;
  /** Why the office does not show it; null where it does. */
  readonly hiddenReason: string | null;
}

/** The same for the office. */
export interface AnnouncedEventRow extends OwnEvent {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly applicantName: string;
  readonly invitation: string | null;
  readonly link: string | null;
  readonly announcedAt: string;
  readonly changedAt: string;
  readonly hiddenAt: string | null;
  readonly hiddenBy: PersonRef | null;
  readonly version: number;
}
