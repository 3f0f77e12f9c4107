/** The form of an announcement in its case: which events were announced there before, and from what each of them starts. Inside inTenant. */
import { announcedEvents, withEarlier, type AnnouncedEvent, type Answer } from '../../processes/grant/announcement/earlier';
import { EVENT } from '../../processes/grant/announcement/form';
import type { Form } from '../../processes/define';
import type { TaskView } from '../../processes/views';
import { submissionsOf } from '../cases/applications';
import { tasksOf } from '../cases/caseRecords';
import { today } from '../today';

/** Of what is over nothing new can be said. */
const toCome = (events: readonly AnnouncedEvent[]): AnnouncedEvent[] => events.filter(({ lastDay }) => lastDay >= today());

/** The form as it is filled in now: it offers the events of the case that are not over. */
export async function announcementForm(form: Form, step: string, caseId: string): Promise<Form> {
  return withEarlier(form, toCome(announcedEvents(step, await submissionsOf(caseId, await tasksOf(caseId)))));
}

/** From what the form starts for each of the events: what was said of it last. */
export function startsOf(step: string, answers: readonly Answer[]): TaskView['startsBy'] {
  const events = toCome(announcedEvents(step, answers));
  if (events.length === 0) return null;
  return { field: EVENT, starts: Object.fromEntries(events.map(({ id, data }) => [id, { ...data, [EVENT]: id }])) };
}
