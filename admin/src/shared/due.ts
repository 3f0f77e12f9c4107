import { daysApart } from './dates';

/** When a task is due, as a key of the word files and the number that goes with it. */
export interface DueWords {
  readonly key: 'none' | 'stopped' | 'overdue' | 'overdueToday' | 'today' | 'tomorrow' | 'left';
  /** Days left, or days over. */
  readonly count: number;
  readonly tone: 'late' | 'soon' | 'calm';
}

/** Fewer days than this are drawn as near. */
const SOON_DAYS = 3;

/**
 * `zbývají 3 dny`, `dnes`, `po termínu 2 dny`, `lhůta stojí`: days of the calendar of Prague.
 * @param dueAt ISO moment, the last in which it is in time.
 */
export function dueInWords(dueAt: string | null, now: Date, stopped = false): DueWords {
  if (stopped) return { key: 'stopped', count: 0, tone: 'calm' };
  if (dueAt === null) return { key: 'none', count: 0, tone: 'calm' };
  const due = new Date(dueAt);
  const days = daysApart(now, due);
  if (now > due) return days === 0 ? { key: 'overdueToday', count: 0, tone: 'late' } : { key: 'overdue', count: -days, tone: 'late' };
  if (days === 0) return { key: 'today', count: 0, tone: 'soon' };
  if (days === 1) return { key: 'tomorrow', count: 1, tone: 'soon' };
  return { key: 'left', count: days, tone: days <= SOON_DAYS ? 'soon' : 'calm' };
}
