/** The office puts an announced event away from the public calendar, and shows it again. */
import type { AnnouncedEventRow } from '../../processes/calendarViews';
import { words } from '../../processes/words';
import { query } from '../../models';
import type { Asking } from '../context';
import { officersCase } from '../officersSection/access';
import { notFound, notNow, staleVersion } from '../problems';
import { actorFor, record } from '../record';
import { Where } from '../sql';
import { announcedEvents } from './announced';

interface Change {
  readonly id: string;
  /** That the officer saw. */
  readonly version: number;
  readonly reason: string;
}

/** Inside inTenant. @throws ProblemError 404 */
async function find(id: string): Promise<AnnouncedEventRow> {
  const [event] = await announcedEvents(new Where().add('e.id = ?', id), 'e.id', 1, 0);
  if (!event) throw notFound();
  return event;
}

/** @throws ProblemError 404, 403, 409 where it is so already, 412 where the applicant or another officer changed it meanwhile */
function change(context: Asking, { id, version, reason }: Change, hide: boolean): Promise<AnnouncedEventRow> {
  return context.inTenant(async () => {
    const event = await find(id);
    await officersCase(context.person, event.caseId);
    if (event.version !== version) throw staleVersion();
    if (hide && event.hiddenAt !== null) throw notNow(words('Tato akce už je skrytá.', 'The event is hidden already.'));
    if (!hide && event.hiddenAt === null) throw notNow(words('Tato akce skrytá není.', 'The event is not hidden.'));
    const changed = await query(
      `update calendar_events set hidden_at = case when $3 then now() end, hidden_by = case when $3 then $4::uuid end,
         hidden_reason = case when $3 then $5 end, changed_at = now(), version = version + 1
       where id = $1 and version = $2 returning 1`,
      [id, version, hide, context.person.id, reason],
    );
    if (changed.length === 0) throw staleVersion();
    const after = await find(id);
    await record(context, {
      type: hide ? 'calendarEventHidden' : 'calendarEventShown',
      what: { eventId: id, title: event.title, reason },
      before: { state: event.state, hiddenReason: event.hiddenReason },
      after: { state: after.state, hiddenReason: after.hiddenReason },
      caseId: event.caseId,
      actor: actorFor(context.person, ['calendar', 'edit']),
    });
    return after;
  });
}

export const hideEvent = (context: Asking, what: Change): Promise<AnnouncedEventRow> => change(context, what, true);

export const showEvent = (context: Asking, what: Change): Promise<AnnouncedEventRow> => change(context, what, false);
