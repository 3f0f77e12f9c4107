/** The legal clock as a bar: where it ran, where it stood, what is left; positions in per cent of the whole. */
import type { Clock, ClockReading } from '../../../processes/clock';

export interface BarPart {
  readonly kind: 'run' | 'stop' | 'left' | 'over';
  /** ISO moments between which it lies. */
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly width: number;
  /** Why the clock stood, and by what provision (stops only). */
  readonly reason?: string;
  readonly provision?: string;
}

export interface BarMark {
  readonly at: string;
  readonly position: number;
  readonly until: string;
  readonly reason: string;
}

export interface Bar {
  readonly parts: readonly BarPart[];
  readonly moves: readonly BarMark[];
  /** Position of this moment (or of the end, when the clock has ended). */
  readonly now: number;
  readonly startedAt: string;
  /** Right end of the bar: the due day, or what it would be if the clock went on today. */
  readonly endsAt: string;
}

const DAY = 86_400_000;

/** A working week has five days of seven: near enough to draw where the last day is not known yet. */
const CALENDAR_PER_DAY = { working: 7 / 5, calendar: 1 } as const;

/** Lays the clock out on a line from its start to its due day, or to now when that is later. */
export function clockBar(clock: Clock, reading: ClockReading, nowDate: Date): Bar {
  const start = Date.parse(clock.startedAt);
  const now = Math.max(start, clock.endedAt === null ? nowDate.getTime() : Date.parse(clock.endedAt));
  const remaining = Math.max(0, reading.of - reading.day) * CALENDAR_PER_DAY[reading.unit] * DAY;
  const due = Math.max(start, reading.dueAt === null ? now + remaining : Date.parse(reading.dueAt));
  const end = Math.max(due, now, start + 1);
  const position = (moment: number): number => ((Math.min(Math.max(moment, start), end) - start) / (end - start)) * 100;
  const iso = (moment: number): string => new Date(moment).toISOString();

  const parts: BarPart[] = [];
  const add = (kind: BarPart['kind'], from: number, to: number, why?: { readonly reason: string; readonly provision: string }): void => {
    if (to <= from) return;
    const left = position(from);
    parts.push({ kind, from: iso(from), to: iso(to), start: left, width: position(to) - left, ...why });
  };

  /** Time that ran, split where the due day passed. */
  const run = (from: number, to: number): void => {
    add('run', from, Math.min(to, Math.max(due, from)));
    add('over', Math.max(from, due), to);
  };

  let at = start;
  for (const stop of clock.stops) {
    const from = Date.parse(stop.from);
    const to = stop.to === null ? now : Date.parse(stop.to);
    run(at, from);
    add('stop', from, to, { reason: stop.reason, provision: stop.provision });
    at = to;
  }
  run(at, now);
  if (clock.endedAt === null) add('left', now, due);

  return {
    parts,
    moves: clock.moves.map((move) => ({ at: move.at, position: position(Date.parse(move.at)), until: move.until, reason: move.reason })),
    now: position(now),
    startedAt: clock.startedAt,
    endsAt: iso(end),
  };
}
