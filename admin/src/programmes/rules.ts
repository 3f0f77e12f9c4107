/** What the office has to keep when it publishes a programme, said before the server has to refuse. */
import { addDays, dayOf, daysApart } from '../shared/dates';

/** § 10c zákona č. 250/2000 Sb.: on the official board at least 30 days before the intake opens. */
export const PUBLISHED_BEFORE_DAYS = 30;
/** And for at least so many days from the publication. Postup does not take it down. */
export const PUBLISHED_FOR_DAYS = 90;

export interface Publication {
  readonly inTime: boolean;
  /** Days from today to the opening of the intake. */
  readonly days: number;
  /** The earliest day on which the intake may open if it is published today, `yyyy-MM-dd`. */
  readonly earliest: string;
}

/** May the programme be published at this moment? */
export function publication(intakeOpensAt: string, now: Date): Publication {
  const opens = new Date(intakeOpensAt);
  return {
    inTime: opens.getTime() - now.getTime() >= PUBLISHED_BEFORE_DAYS * 86_400_000,
    days: daysApart(now, opens),
    earliest: addDays(dayOf(now), PUBLISHED_BEFORE_DAYS + 1),
  };
}
