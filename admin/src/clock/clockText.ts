/** The legal clock in words: day of how many, until when, how long it stood. The portal's clockWords.ts counts the same days. */
import type { ClockReading } from '../../../processes/clock';
import { formatDate } from '../shared/dates';

/** How a case ends by the applicant's own will: there is no decision then. */
const WITHDRAWN = 'withdrawn';

type Translate = (key: string, options?: Record<string, unknown>) => string;

interface CaseClock {
  readonly reading: ClockReading;
  readonly raw: { readonly endedAt: string | null };
}

/** The day on which it ended; the day of the event itself is not counted. */
function endDay({ day, of, unit, onStartDay }: ClockReading, translate: Translate): string {
  if (onStartDay) return translate('postup.clock.onStartDay');
  if (day < 1) return translate('postup.clock.beforeFirst', { of });
  return translate(unit === 'working' ? 'postup.clock.onDayWorking' : 'postup.clock.onDay', { day, of });
}

function ended(reading: ClockReading, endedAt: string, result: string | null, translate: Translate): string {
  const said = { when: endDay(reading, translate), date: formatDate(endedAt) };
  if (result === WITHDRAWN) return translate('postup.clock.endedWithout', said);
  return translate(reading.overdue ? 'postup.clock.endedLate' : 'postup.clock.ended', said);
}

function dayNow({ day, of, unit, onStartDay, stopped }: ClockReading, translate: Translate): string {
  const working = unit === 'working';
  if (onStartDay && !stopped) return translate(working ? 'postup.clock.startDayWorking' : 'postup.clock.startDay', { smart_count: of });
  return translate(working ? 'postup.clock.dayWorking' : 'postup.clock.day', { day, of });
}

/** @param result of the case, null while it runs. */
export function clockText({ reading, raw }: CaseClock, result: string | null, translate: Translate): string {
  const parts = [raw.endedAt === null ? dayNow(reading, translate) : ended(reading, raw.endedAt, result, translate)];
  if (raw.endedAt === null && reading.stopped) parts.push(translate('postup.clock.stopped'));
  if (raw.endedAt === null && reading.overdue) parts.push(translate('postup.clock.overdue'));
  if (reading.stoppedDays > 0) parts.push(translate('postup.clock.stoppedDays', { smart_count: reading.stoppedDays }));
  if (raw.endedAt === null && reading.dueAt !== null) parts.push(translate('postup.clock.until', { date: formatDate(reading.dueAt) }));
  return parts.join(', ');
}
