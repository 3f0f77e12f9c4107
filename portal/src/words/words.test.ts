import { cs } from './cs';
import { en } from './en';
import { formatDay, formatMoment, minutesSince } from './dates';

describe('days and moments', () => {
  it('are those of Prague, whatever the hour in London', () => {
    expect(formatDay('2026-11-21', 'cs')).toBe('21.\u00a011.\u00a02026');
    expect(formatDay('2026-06-30T22:30:00Z', 'cs')).toBe('1.\u00a07.\u00a02026');
    expect(formatMoment('2026-11-21T10:05:00Z', 'cs')).toBe('21.\u00a011.\u00a02026 11:05');
    expect(formatMoment('2026-11-21T07:05:00Z', 'cs')).toBe('21.\u00a011.\u00a02026 8:05');
    expect(formatMoment('2026-11-20T23:05:00Z', 'cs')).toBe('21.\u00a011.\u00a02026 0:05');
    expect(formatMoment('2026-11-21T07:05:00Z', 'en')).toBe('21\u00a0November\u00a02026 08:05');
    expect(formatDay('2026-11-21', 'en')).toBe('21\u00a0November\u00a02026');
  });

  it('that cannot be read are shown as they came', () => {
    expect(formatDay('brzy', 'cs')).toBe('brzy');
  });

  it('are never in the future for a clock that goes ahead', () => {
    expect(minutesSince('2026-11-21T10:05:00Z', new Date('2026-11-21T10:04:00Z'))).toBe(0);
    expect(minutesSince('2026-11-21T10:05:00Z', new Date('2026-11-21T10:07:30Z'))).toBe(2);
  });
});

describe('Czech plurals', () => {
  it.each([
    [1, '1 den'],
    [2, '2 dny'],
    [5, '5 dnů'],
    [0, '0 dnů'],
  ])('%i', (count, text) => expect(cs.common.days(count, false)).toBe(text));
});

describe('both languages', () => {
  const keys = (value: object, path = ''): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? keys(inner as object, `${path}${key}.`) : [`${path}${key}`],
    );
  it('say the same things', () => expect(keys(en)).toEqual(keys(cs)));
});
