import { addDays, daysApart, formatDate, formatDateTime, fromLocalInput, parseDate, toLocalInput } from './dates';

describe('dates as they are written', () => {
  it('shows a moment in the time of Prague, winter and summer', () => {
    expect(formatDateTime('2026-11-21T10:05:00.000Z')).toBe('21. 11. 2026 11:05');
    expect(formatDateTime('2026-07-01T22:30:00.000Z')).toBe('2. 7. 2026 0:30');
    expect(formatDate('2026-03-01')).toBe('1. 3. 2026');
    expect(formatDate(null)).toBe('');
  });

  it.each([
    ['21. 11. 2026', '2026-11-21'],
    ['1.3.2026', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
    ['31. 2. 2026', null],
    ['zítra', null],
    ['', null],
  ])('reads %p as %p', (text, day) => {
    expect(parseDate(text)).toBe(day);
  });

  it('counts days by the calendar of Prague, not by hours', () => {
    expect(daysApart(new Date('2026-11-21T22:59:00Z'), new Date('2026-11-21T23:01:00Z'))).toBe(1);
    expect(daysApart(new Date('2026-03-28T12:00:00Z'), new Date('2026-03-30T12:00:00Z'))).toBe(2);
    expect(addDays('2026-10-24', 30)).toBe('2026-11-23');
  });

  it.each(['2026-01-15T08:00', '2026-07-15T23:59', '2026-03-29T03:30', '2026-10-25T04:00'])('keeps %s of a form', (typed) => {
    const iso = fromLocalInput(typed);
    expect(iso).not.toBeNull();
    expect(toLocalInput(iso!)).toBe(typed);
  });

  it('knows the offset of the season', () => {
    expect(fromLocalInput('2026-01-15T08:00')).toBe('2026-01-15T07:00:00.000Z');
    expect(fromLocalInput('2026-07-15T08:00')).toBe('2026-07-15T06:00:00.000Z');
    expect(fromLocalInput('2026-07-15')).toBeNull();
  });
});
