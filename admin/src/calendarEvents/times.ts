import type { EventTimes } from '../../../processes/calendarViews';
import { formatDate } from '../shared/dates';

/** `1. 5. 2027 18:00–21:00`, `1. 5. 2027 – 3. 5. 2027`; days and hours are those of Prague as they come. */
export function formatTimes({ startsOn, startsAt, endsOn, endsAt }: EventTimes): string {
  const hour = (time: string | null): string => (time === null ? '' : time.replace(/^0/, ''));
  const start = [formatDate(startsOn), hour(startsAt)].filter((part) => part !== '').join(' ');
  if (startsOn === endsOn) return endsAt === null ? start : `${start}–${hour(endsAt)}`;
  return `${start} – ${[formatDate(endsOn), hour(endsAt)].filter((part) => part !== '').join(' ')}`;
}
