/**
 * The legal clock as an object: when it began, how long it may run, when and why it stood still, how it was moved.
 * One reading of it for officer, applicant and auditor, and for the timers of the kernel.
 */
import { DateTime } from 'luxon';
import { daysBefore, daysBetween, endOfPeriod, ZONE, type Duration } from './calendar';

export interface ClockStop {
  /** ISO moment in which it stopped, and in which it went on (null: it still stands). */
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
  readonly provision: string;
}

export interface ClockMove {
  readonly at: string;
  /** The new last day, `yyyy-MM-dd`; it replaces what was counted before. */
  readonly until: string;
  readonly reason: string;
}

/** Plain data, kept in the case and in the tables as JSON. */
export interface Clock {
  readonly startedAt: string;
  readonly limit: Duration;
  readonly provision: string;
  readonly stops: readonly ClockStop[];
  readonly moves: readonly ClockMove[];
  /** When it was over (the step done, the case decided); null while it runs or stands. */
  readonly endedAt: string | null;
}

export interface ClockReading {
  /** Day N of M; 0 before the first one has come. The day of the event is not counted (§ 40 odst. 1 písm. a) zákona č. 500/2004 Sb.). */
  readonly day: number;
  readonly of: number;
  readonly unit: Duration['unit'];
  /** It is still the day of the event, or the clock ended on it. */
  readonly onStartDay: boolean;
  readonly stopped: boolean;
  readonly stoppedDays: number;
  /** Last moment in time, ISO; null while the clock stands (it moves with every day). */
  readonly dueAt: string | null;
  readonly overdue: boolean;
  /** Days left (negative: days over), in the clock's unit; null while it stands and when it has ended. */
  readonly daysLeft: number | null;
}

export function startClock(now: Date, limit: Duration, provision: string): Clock {
  return { startedAt: now.toISOString(), limit, provision, stops: [], moves: [], endedAt: null };
}

export function isStopped(clock: Clock): boolean {
  return clock.stops.at(-1)?.to === null;
}

export function stopClock(clock: Clock, now: Date, reason: string, provision: string): Clock {
  if (isStopped(clock) || clock.endedAt !== null) return clock;
  return { ...clock, stops: [...clock.stops, { from: now.toISOString(), to: null, reason, provision }] };
}

export function resumeClock(clock: Clock, now: Date): Clock {
  const last = clock.stops.at(-1);
  if (!last || last.to !== null) return clock;
  return { ...clock, stops: [...clock.stops.slice(0, -1), { ...last, to: now.toISOString() }] };
}

/** @param until last day, `yyyy-MM-dd`, in Prague. */
export function moveClock(clock: Clock, now: Date, until: string, reason: string): Clock {
  return { ...clock, moves: [...clock.moves, { at: now.toISOString(), until, reason }] };
}

export function endClock(clock: Clock, now: Date): Clock {
  return clock.endedAt === null ? { ...resumeClock(clock, now), endedAt: now.toISOString() } : clock;
}

const at = (iso: string): DateTime => DateTime.fromMillis(Date.parse(iso), { zone: ZONE });

function stoppedDays(clock: Clock, upTo: DateTime, since?: DateTime): number {
  let sum = 0;
  for (const stop of clock.stops) {
    const from = since && at(stop.from) < since ? since : at(stop.from);
    const to = stop.to === null || at(stop.to) > upTo ? upTo : at(stop.to);
    sum += daysBetween(from, to, clock.limit.unit);
  }
  return sum;
}

/** Last moment of the last day, with all stops up to `now` added; a moved clock counts from the day it was moved to. */
function dueMoment(clock: Clock, now: DateTime): DateTime {
  const move = clock.moves.at(-1);
  if (move) {
    const moved = DateTime.fromISO(move.until, { zone: ZONE }).endOf('day');
    const later = stoppedDays(clock, now, at(move.at));
    return later === 0 ? moved : endOfPeriod(moved, { days: later, unit: clock.limit.unit });
  }
  const days = clock.limit.days + stoppedDays(clock, now);
  return endOfPeriod(at(clock.startedAt), { days, unit: clock.limit.unit });
}

/** What the clock shows at `now` (or at its end, when it has ended). */
export function readClock(clock: Clock, nowDate: Date): ClockReading {
  const now = clock.endedAt === null ? DateTime.fromJSDate(nowDate, { zone: ZONE }) : at(clock.endedAt);
  const stopped = isStopped(clock);
  const stood = stoppedDays(clock, now);
  const due = dueMoment(clock, now);
  const { unit } = clock.limit;
  const overdue = !stopped && now > due;
  const started = at(clock.startedAt);
  const left = overdue ? 0 - daysBetween(due, now, unit) : daysBetween(now, due, unit);
  return {
    day: daysBetween(started, now, unit) - stood,
    of: clock.moves.length > 0 ? daysBetween(started, due, unit) - stood : clock.limit.days,
    unit,
    onStartDay: now.hasSame(started, 'day'),
    stopped,
    stoppedDays: stood,
    dueAt: stopped ? null : due.toUTC().toISO(),
    overdue,
    daysLeft: stopped || clock.endedAt !== null ? null : left,
  };
}

/** Last moment in time; null while the clock stands. Unlike the rest of a reading it is the same whenever one looks. */
export function dueOf(clock: Clock): Date | null {
  return isStopped(clock) ? null : dueMoment(clock, at(clock.endedAt ?? clock.stops.at(-1)?.to ?? clock.startedAt)).toJSDate();
}

/** When to remind: the start of the day that lies `before` the day that is due. */
export function reminderMoment(due: Date, before: Duration): Date {
  return daysBefore(DateTime.fromJSDate(due, { zone: ZONE }), before).toJSDate();
}

/** A period, or a last day `yyyy-MM-dd`. */
export type Period = Duration | { readonly until: string };

/** The clock of a step that opens at `now`: by its own period, or by another one that the procedure gives. Null where it has none. */
export function clockOf(step: { readonly due?: Duration; readonly provision?: string }, due: Period | undefined, now: Date): Clock | null {
  const { provision = '' } = step;
  if (due && 'until' in due) return moveClock(startClock(now, step.due ?? { days: 1, unit: 'calendar' }, provision), now, due.until, 'set');
  const limit = due ?? step.due;
  return limit ? startClock(now, limit, provision) : null;
}
