/** Announced events as the office and who announced them read them. Everything inside inTenant. */
import type { AnnouncedEventRow, AnnouncedState, OwnEvent } from '../../processes/calendarViews';
import { select, iso, isoOrNull, selectWhere, type Where } from '../sql';
import { EVENT_DAYS } from './calendarQuery';

/** What became of it, in one word; what is not wished to be seen is not, whatever else happened to it. */
export const STATE = `case when not e.wished then 'notWished' when e.hidden_at is not null then 'hidden'
  when e.cancelled_at is not null then 'cancelled' else 'shown' end`;
const OWN = `e.id, e.title, ${EVENT_DAYS}, e.place, ${STATE} as state, e.cancelled_at is not null as cancelled, e.hidden_reason as "hiddenReason"`;
const COLUMNS = `${OWN}, e.case_id as "caseId", c.number as "caseNumber", c.applicant_name as "applicantName", e.invitation, e.link,
  e.announced_at as "announcedAt", e.changed_at as "changedAt", e.hidden_at as "hiddenAt", e.hidden_by as "hiddenBy", h.name as "hiddenByName", e.version`;
const TABLES = 'calendar_events e join cases c on c.id = e.case_id left join users h on h.id = e.hidden_by';

interface AnnouncedRecord extends Omit<AnnouncedEventRow, 'announcedAt' | 'changedAt' | 'hiddenAt' | 'hiddenBy'> {
  readonly announcedAt: Date;
  readonly changedAt: Date;
  readonly hiddenAt: Date | null;
  readonly hiddenBy: string | null;
  readonly hiddenByName: string | null;
}

function row({ announcedAt, changedAt, hiddenAt, hiddenBy, hiddenByName, ...fields }: AnnouncedRecord): AnnouncedEventRow {
  return {
    ...fields,
    announcedAt: iso(announcedAt),
    changedAt: iso(changedAt),
    hiddenAt: isoOrNull(hiddenAt),
    hiddenBy: hiddenBy === null ? null : { id: hiddenBy, name: hiddenByName ?? '' },
  };
}

/** @param order of our own making */
export async function announcedEvents(where: Where, order: string, limit: number, offset: number): Promise<AnnouncedEventRow[]> {
  const rows = await selectWhere<AnnouncedRecord>(
    `select ${COLUMNS} from ${TABLES} where ${where.toString()} order by ${order}, e.id limit ${limit} offset ${offset}`,
    where,
  );
  return rows.map(row);
}

export async function countAnnounced(where: Where): Promise<number> {
  const [count] = await selectWhere<{ total: number }>(`select count(*) as total from ${TABLES} where ${where.toString()}`, where);
  return count?.total ?? 0;
}

/** Of one case, for its applicant: without names of officials. */
export function eventsOfCase(caseId: string): Promise<OwnEvent[]> {
  return select<OwnEvent>(`select ${OWN} from calendar_events e where e.case_id = $1 order by e.starts_on, e.starts_at nulls first, e.id`, [
    caseId,
  ]);
}

/** A title and its state, for the filter of the office. */
export const isState = (state: AnnouncedState | undefined): [string, unknown] => [`${STATE} = ?`, state];
