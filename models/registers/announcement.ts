/** The town's calendar of events: what a grant's holder announced, in the transaction of the act. */
import { send } from '../database';
import { currentTenantId } from '../scope';

/** A submission as the calendar keeps it; days and hours as people of Europe/Prague write them. */
const SAID = `
  select s.id, s.data ->> 'title' as title, (s.data ->> 'day')::date as starts_on, (s.data ->> 'time')::time as starts_at,
    coalesce((s.data ->> 'endDay')::date, (s.data ->> 'day')::date) as ends_on, (s.data ->> 'endTime')::time as ends_at, s.data ->> 'place' as place,
    s.data ->> 'text' as invitation, s.data ->> 'link' as link, coalesce((s.data ->> 'invites')::boolean, false) as wished,
    case when (s.data ->> 'cancelled')::boolean then $4::timestamptz end as cancelled_at,
    case when s.data ->> 'event' is distinct from 'new' then (s.data ->> 'event')::uuid end as earlier
  from submissions s where s.id = $3 and s.case_id = $2`;

const FIELDS = 'title, starts_on, starts_at, ends_on, ends_at, place, invitation, link, wished, cancelled_at';

/**
 * A further event of the case, or another word on one that was announced before (`event` in the form says which). What the office hid stays hidden. Inside
 * inTenant; a change is committed once, so this runs once for each submission.
 * @param at ISO moment of the act
 */
export function announceEvent(caseId: string, submissionId: string, at: string): void {
  send(
    `with said as (${SAID}), again as (
       update calendar_events e set (submission_id, ${FIELDS}) = (select id, ${FIELDS} from said), changed_at = $4, sequence = sequence + 1, version = version + 1
       where e.case_id = $2 and e.id = (select earlier from said)
     )
     insert into calendar_events (id, tenant_id, case_id, submission_id, ${FIELDS}, announced_at, changed_at)
     select id, $1, $2, id, ${FIELDS}, $4, $4 from said where earlier is null`,
    [currentTenantId(), caseId, submissionId, at],
  );
}
