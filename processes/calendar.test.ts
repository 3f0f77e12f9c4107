import Holidays from 'date-holidays';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { calendarDays, daysBetween, daysBefore, endOfPeriod, isHoliday, isWorkingDay, workingDays, ZONE } from './calendar';

const day = (iso: string): DateTime => DateTime.fromISO(iso, { zone: ZONE });
const anyDay = fc
  .date({ min: new Date('2016-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => DateTime.fromJSDate(date, { zone: ZONE }));

it('knows the same public holidays as an independent library, 2016 to 2060', () => {
  const library = new Holidays('CZ');
  for (let year = 2016; year <= 2060; year += 1) {
    const theirs = new Set(
      library
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10)),
    );
    const ours = new Set<string>();
    for (let d = day(`${year}-01-01`); d.year === year; d = d.plus({ days: 1 })) if (isHoliday(d)) ours.add(d.toFormat('yyyy-MM-dd'));
    expect([...ours]).toEqual([...theirs].sort());
  }
});

it('ends a period of working days on a working day, with just that many of them', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
      const end = endOfPeriod(from, workingDays(days));
      return isWorkingDay(end) && daysBetween(from, end, 'working') === days;
    }),
    { numRuns: 200 },
  );
});

it('moves the end of a period of calendar days to the next working day', () => {
  expect(endOfPeriod(day('2026-12-10'), calendarDays(15)).toISODate()).toBe('2026-12-28'); // the 25th is a holiday, then a week-end
  expect(endOfPeriod(day('2026-11-02'), calendarDays(15)).toISODate()).toBe('2026-11-18'); // the 17th is a holiday
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (from, days) => {
      const end = endOfPeriod(from, calendarDays(days));
      return isWorkingDay(end) && daysBetween(from, end, 'calendar') >= days;
    }),
    { numRuns: 200 },
  );
});

it('is in time until the last millisecond of the last day in Prague, also over the change of time', () => {
  expect(endOfPeriod(day('2026-03-20'), calendarDays(10)).toUTC().toISO()).toBe('2026-03-30T21:59:59.999Z'); // summer time since the 29th
  expect(endOfPeriod(day('2026-10-20'), workingDays(10)).toUTC().toISO()).toBe('2026-11-04T22:59:59.999Z'); // the 28th is a holiday
});

it('counts the day it began as zero', () => {
  expect(daysBetween(day('2026-11-16T09:00'), day('2026-11-16T23:00'), 'working')).toBe(0);
  expect(daysBetween(day('2026-11-16T23:00'), day('2026-11-18T01:00'), 'working')).toBe(1);
  expect(daysBetween(day('2026-11-18'), day('2026-11-16'), 'calendar')).toBe(0);
});

it('looks back over holidays for reminders', () => {
  expect(daysBefore(day('2026-12-28'), workingDays(2)).toISODate()).toBe('2026-12-22');
});
