import { calendarDays } from '../../../processes/calendar';
import { endClock, moveClock, readClock, resumeClock, startClock, stopClock } from '../../../processes/clock';
import { clockBar } from './bar';

const day = (text: string): Date => new Date(`${text}T09:00:00Z`);
const started = startClock(day('2026-09-01'), calendarDays(30), '§ 1');

const kinds = (clock: typeof started, now: Date) => clockBar(clock, readClock(clock, now), now).parts.map((part) => part.kind);

describe('the legal clock as a bar', () => {
  it('runs and has something left', () => {
    expect(kinds(started, day('2026-09-11'))).toEqual(['run', 'left']);
    const bar = clockBar(started, readClock(started, day('2026-09-11')), day('2026-09-11'));
    expect(bar.now).toBeGreaterThan(30);
    expect(bar.now).toBeLessThan(35);
    expect(bar.parts.reduce((sum, part) => sum + part.width, 0)).toBeCloseTo(100);
  });

  it('shows where it stood and why, and moves the end by it', () => {
    const stood = resumeClock(stopClock(started, day('2026-09-06'), 'doplnění', '§ 2'), day('2026-09-16'));
    const now = day('2026-09-20');
    const bar = clockBar(stood, readClock(stood, now), now);
    expect(bar.parts.map((part) => part.kind)).toEqual(['run', 'stop', 'run', 'left']);
    expect(bar.parts[1]).toMatchObject({ reason: 'doplnění', provision: '§ 2' });
    expect(bar.endsAt.slice(0, 10)).toBe('2026-10-12');
  });

  it('while it stands, draws the end as if it went on today', () => {
    const standing = stopClock(started, day('2026-09-06'), 'doplnění', '§ 2');
    const now = day('2026-09-20');
    expect(kinds(standing, now)).toEqual(['run', 'stop', 'left']);
    expect(clockBar(standing, readClock(standing, now), now).endsAt.slice(0, 10)).toBe('2026-10-15');
  });

  it('goes over its due day', () => {
    const now = day('2026-10-20');
    const bar = clockBar(started, readClock(started, now), now);
    expect(bar.parts.map((part) => part.kind)).toEqual(['run', 'over']);
    expect(bar.now).toBe(100);
  });

  it('marks a move and ends where the matter was decided', () => {
    const moved = moveClock(started, day('2026-09-10'), '2026-11-30', 'složitý případ');
    const ended = endClock(moved, day('2026-10-20'));
    const bar = clockBar(ended, readClock(ended, day('2026-12-24')), day('2026-12-24'));
    expect(bar.parts.map((part) => part.kind)).toEqual(['run']);
    expect(bar.moves).toEqual([expect.objectContaining({ until: '2026-11-30', reason: 'složitý případ' })]);
    expect(bar.now).toBeLessThan(60);
  });
});
