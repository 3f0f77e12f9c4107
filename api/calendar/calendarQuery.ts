/** The public calendar as the tables hold it. Everything inside inTenant. */
import { DateTime } from 'luxon';
import { z } from 'zod';
import { ZONE } from '../../processes/calendar';
import type { PublicCalendar, PublicEvent } from '../../processes/calendarViews';
import { words } from '../../processes/words';
import { says } from '../http/zodWords';
import { invalid } from '../problems';
import { day } from '../schemas';
import { iso, select, selectWhere, Where } from '../sql';

/** More than a town has in a month; who wants others names a shorter time. */
const MOST_EVENTS = 500;
/** What is read at once; without days asked for, the coming year. */
const MOST_DAYS = 366;

const month = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, says('Měsíc má tvar 2027-05.', 'A month looks like 2027-05.'))
  .optional();

export const calendarQuery = z.strictObject({ month, from: day.optional(), to: day.optional() });

/** Days that are asked for, both included. @throws ProblemError 422 */
export function daysOf({ month: of, from, to }: z.output<typeof calendarQuery>, today: string): { from: string; to: string } {
  if (of !== undefined) {
    if (from !== undefined || to !== undefined)
      throw invalid({ month: words('Zadejte buď měsíc, nebo dny od a do.', 'Name either a month or the days from and to.') });
    const first = DateTime.fromISO(`${of}-01`);
    return { from: `${of}-01`, to: first.endOf('month').toFormat('yyyy-MM-dd') };
  }
  const plus = (start: string, days: number): string => DateTime.fromISO(start).plus({ days }).toFormat('yyyy-MM-dd');
  const first = from ?? (to === undefined || to >= today ? today : plus(to, -MOST_DAYS));
  const last = to ?? plus(first, MOST_DAYS);
  if (last < first) throw invalid({ to: words('Den do je před dnem od.', 'The last day is before the first.') });
  if (last > plus(first, MOST_DAYS)) throw invalid({ to: words('Najednou lze číst nejvýš rok.', 'A year is the most at once.') });
  return { from: first, to: last };
}

interface EventRecord extends Omit<PublicEvent, 'organiser' | 'cancelled' | 'changedAt'> {
  readonly name: string;
  readonly municipality: string;
  readonly cancelledAt: Date | null;
  readonly announcedAt: Date;
  readonly changedAt: Date;
  readonly sequence: number;
}

/** What an entry of a calendar file needs besides. */
export interface FeedEvent extends PublicEvent {
  readonly announcedAt: string;
  readonly sequence: number;
}

export const EVENT_DAYS = `e.starts_on::text as "startsOn", to_char(e.starts_at, 'HH24:MI') as "startsAt", e.ends_on::text as "endsOn",
  to_char(e.ends_at, 'HH24:MI') as "endsAt"`;
const COLUMNS = `
  e.id, e.title, ${EVENT_DAYS}, e.place, e.invitation, e.link, e.cancelled_at as "cancelledAt", e.announced_at as "announcedAt", e.changed_at as "changedAt",
  e.sequence, g.applicant_name as name, g.municipality`;
const TABLES = 'calendar_events e join grants g on g.case_id = e.case_id';
/** What the applicant wants to be seen, and the office did not put away. */
const PUBLIC = 'e.wished and e.hidden_at is null';

function feedEvent({ name, municipality, cancelledAt, changedAt, announcedAt, ...fields }: EventRecord): FeedEvent {
  return {
    ...fields,
    organiser: { name, municipality },
    cancelled: cancelledAt !== null,
    announcedAt: iso(announcedAt),
    changedAt: iso(changedAt),
  };
}

function publicEvent({ announcedAt: _announcedAt, sequence: _sequence, ...event }: FeedEvent): PublicEvent {
  return event;
}

async function find(where: Where, limit: number): Promise<FeedEvent[]> {
  const rows = await selectWhere<EventRecord>(
    `select ${COLUMNS} from ${TABLES} where ${where.toString()} order by e.starts_on, e.starts_at nulls first, e.title, e.id limit ${limit}`,
    where,
  );
  return rows.map(feedEvent);
}

export async function publicCalendar(from: string, to: string): Promise<PublicCalendar> {
  const where = new Where().add(PUBLIC).add('e.starts_on <= ?', to).add('e.ends_on >= ?', from);
  const [events, [around]] = await Promise.all([
    find(where, MOST_EVENTS),
    select<{ total: number; before: string | null; after: string | null }>(
      `select count(*) filter (where e.starts_on <= $1::date and e.ends_on >= $2::date) as total,
         to_char(max(e.ends_on) filter (where e.ends_on < $2::date), 'YYYY-MM') as before,
         to_char(min(e.starts_on) filter (where e.starts_on > $1::date), 'YYYY-MM') as after
       from calendar_events e where ${PUBLIC}`,
      [to, from],
    ),
  ]);
  return {
    from,
    to,
    events: events.map(publicEvent),
    total: around?.total ?? 0,
    previousMonth: around?.before ?? null,
    nextMonth: around?.after ?? null,
  };
}

/** For a feed: what is to come, and what was in the last year. */
export function feedEvents(today: string): Promise<FeedEvent[]> {
  const since = DateTime.fromISO(today, { zone: ZONE }).minus({ years: 1 }).toFormat('yyyy-MM-dd');
  return find(new Where().add(PUBLIC).add('e.ends_on >= ?', since), 2000);
}

/** @returns null where there is no such event in the public calendar */
export async function oneEvent(id: string): Promise<FeedEvent | null> {
  const [event] = await find(new Where().add(PUBLIC).add('e.id = ?', id), 1);
  return event ?? null;
}
