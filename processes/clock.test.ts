import fc from 'fast-check';
import { calendarDays, workingDays } from './calendar';
import { dueOf, endClock, isStopped, moveClock, readClock, reminderMoment, resumeClock, startClock, stopClock } from './clock';

const at = (iso: string): Date => new Date(iso);
const started = startClock(at('2026-11-02T09:00:00Z'), workingDays(10), '§ 71');

it('says day N of M and the last moment', () => {
  expect(readClock(started, at('2026-11-04T09:00:00Z'))).toEqual({
    day: 2,
    of: 10,
    unit: 'working',
    onStartDay: false,
    stopped: false,
    stoppedDays: 0,
    dueAt: '2026-11-16T22:59:59.999Z',
    overdue: false,
    daysLeft: 8,
  });
});

it('stands still while it is stopped, and ends later by the days it stood', () => {
  const stopped = stopClock(started, at('2026-11-04T12:00:00Z'), 'žadatel doplňuje', '§ 64');
  expect(readClock(stopped, at('2026-11-10T12:00:00Z'))).toMatchObject({
    day: 2,
    stopped: true,
    stoppedDays: 4,
    dueAt: null,
    overdue: false,
    daysLeft: null,
  });
  const going = resumeClock(stopped, at('2026-11-11T08:00:00Z'));
  expect(isStopped(going)).toBe(false);
  expect(readClock(going, at('2026-11-11T09:00:00Z'))).toMatchObject({
    day: 2,
    stoppedDays: 5,
    daysLeft: 8,
    dueAt: '2026-11-24T22:59:59.999Z',
  });
});

it('is overdue one millisecond after the last day', () => {
  expect(readClock(started, at('2026-11-16T22:59:59.999Z')).overdue).toBe(false);
  expect(readClock(started, at('2026-11-16T23:00:00.000Z'))).toMatchObject({ overdue: true, daysLeft: 0 });
  expect(readClock(started, at('2026-11-19T09:00:00Z'))).toMatchObject({ overdue: true, daysLeft: -2 });
});

it('can be moved to a day, and stops after the move still count', () => {
  const moved = moveClock(started, at('2026-11-05T09:00:00Z'), '2026-12-01', 'nemoc');
  expect(readClock(moved, at('2026-11-05T10:00:00Z')).dueAt).toBe('2026-12-01T22:59:59.999Z');
  const stood = resumeClock(stopClock(moved, at('2026-11-23T09:00:00Z'), 'x', 'y'), at('2026-11-25T09:00:00Z'));
  expect(readClock(stood, at('2026-11-25T10:00:00Z')).dueAt).toBe('2026-12-03T22:59:59.999Z');
});

it('reads the same for ever once it has ended', () => {
  const ended = endClock(stopClock(started, at('2026-11-04T12:00:00Z'), 'x', 'y'), at('2026-11-06T12:00:00Z'));
  expect(readClock(ended, at('2030-01-01T00:00:00Z'))).toEqual(readClock(ended, at('2026-11-06T12:00:00Z')));
  expect(stopClock(ended, at('2026-11-07T12:00:00Z'), 'x', 'y')).toBe(ended);
});

it('does not count the day of the event, and has no days left once it has ended', () => {
  expect(readClock(started, at('2026-11-02T22:00:00Z'))).toMatchObject({ day: 0, onStartDay: true, daysLeft: 10 });
  expect(readClock(started, at('2026-11-02T23:30:00Z'))).toMatchObject({ day: 1, onStartDay: false });
  const later = at('2026-12-24T12:00:00Z');
  expect(readClock(endClock(started, at('2026-11-02T15:00:00Z')), later)).toMatchObject({ day: 0, onStartDay: true, daysLeft: null });
  expect(readClock(endClock(started, at('2026-11-06T15:00:00Z')), later)).toMatchObject({ day: 4, overdue: false, daysLeft: null });
  expect(readClock(endClock(started, at('2026-11-18T15:00:00Z')), later)).toMatchObject({ day: 11, overdue: true, daysLeft: null });
  // It stood from the very day of the event: later than that day, and still before the first one.
  const stood = resumeClock(stopClock(started, at('2026-11-02T12:00:00Z'), 'x', 'y'), at('2026-11-05T08:00:00Z'));
  expect(readClock(endClock(stood, at('2026-11-05T15:00:00Z')), later)).toMatchObject({ day: 0, onStartDay: false, stoppedDays: 3 });
});

it('reminds before the due day, never while it stands', () => {
  expect(reminderMoment(dueOf(started) ?? at('never'), workingDays(2)).toISOString()).toBe('2026-11-11T23:00:00.000Z');
  expect(dueOf(stopClock(started, at('2026-11-04T12:00:00Z'), 'x', 'y'))).toBeNull();
});

it('never takes a day from anybody: a stop never makes the due moment earlier', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 40 }), fc.boolean(), (before, length, working) => {
      const clock = startClock(at('2026-11-02T09:00:00Z'), working ? workingDays(30) : calendarDays(30), '§');
      const stop = new Date(Date.UTC(2026, 10, 2 + before, 10));
      const go = new Date(stop.getTime() + length * 86_400_000);
      const due = (c: typeof clock): number => Date.parse(readClock(c, go).dueAt ?? '');
      return due(resumeClock(stopClock(clock, stop, 'x', 'y'), go)) >= due(clock);
    }),
  );
});
