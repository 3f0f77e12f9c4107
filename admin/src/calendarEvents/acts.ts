/** What the office does with an announced event, as the api takes it. Done through `useAct`. */
import type { AnnouncedEventRow } from '../../../processes/calendarViews';
import { ask } from '../api/http';

/** Puts it away from the public calendar, or shows it again. The reason is read by who announced it. */
export const putAway = ({ id, version }: AnnouncedEventRow, way: 'hide' | 'show', reason: string) =>
  ask(`/api/calendar-events/${id}/${way}`, { method: 'POST', body: { reason }, version });
