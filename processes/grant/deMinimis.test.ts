import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  CEILING,
  centsOf,
  counting,
  countsFrom,
  countsUntil,
  fits,
  formatEuro,
  formatRate,
  headroom,
  parseRate,
  peakWith,
  totalOn,
  undertakingOf,
  type Support,
} from './deMinimis';

const day = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2033-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const cents = fc.integer({ min: 1, max: CEILING });
const support: fc.Arbitrary<Support> = fc.record({ grantedOn: day, cents });
const supports = fc.array(support, { maxLength: 12 });
const shifted = (from: string, days: number): string => DateTime.fromISO(from).plus({ days }).toFormat('yyyy-MM-dd');

describe('three years, to the day', () => {
  it.each([
    ['2024-05-10', '2027-05-10'],
    ['2024-02-29', '2027-02-28'],
    ['2025-02-28', '2028-02-28'],
    ['2023-12-31', '2026-12-31'],
  ])('support of %s counts until %s', (granted, until) => {
    expect(countsUntil(granted)).toBe(until);
    expect(totalOn([{ grantedOn: granted, cents: 5 }], until)).toBe(5);
    expect(totalOn([{ grantedOn: granted, cents: 5 }], shifted(until, 1))).toBe(0);
    expect(totalOn([{ grantedOn: granted, cents: 5 }], shifted(granted, -1))).toBe(0);
  });

  it.each([
    ['2027-05-10', '2024-05-10'],
    ['2028-02-29', '2025-03-01'],
    ['2027-02-28', '2024-02-28'],
    ['2027-03-01', '2024-03-01'],
  ])('on %s counts what was granted since %s', (on, from) => {
    expect(countsFrom(on)).toBe(from);
  });

  it('says the same forwards and backwards for any two days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20, max: 1120 }), (granted, after) => {
        const on = shifted(granted, after);
        expect(counting([{ grantedOn: granted, cents: 1 }], on).length === 1).toBe(countsFrom(on) <= granted && granted <= on);
      }),
      { numRuns: 2000 },
    );
  });
});

/** By brute force: the most that any day of the years around sees. */
function highest(all: readonly Support[], around: string): number {
  const spans = all.map(({ grantedOn, cents: sum }) => ({ from: grantedOn, until: countsUntil(grantedOn), sum }));
  const last = countsUntil(around);
  let most = 0;
  for (let on = around; on <= last; on = new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10)) {
    const counted = spans.filter(({ from, until }) => from <= on && on <= until);
    most = Math.max(
      most,
      counted.reduce((total, { sum }) => total + sum, 0),
    );
  }
  return most;
}

describe('the ceiling', () => {
  it('is kept on every single day of the three years, and what fits more by a cent does not fit', () => {
    fc.assert(
      fc.property(supports, day, (before, on) => {
        const room = headroom(before, on);
        expect(room).toBe(Math.max(0, CEILING - highest(before, on)));
        if (room > 0) {
          expect(fits(before, { grantedOn: on, cents: room })).toBe(true);
          expect(highest([...before, { grantedOn: on, cents: room }], on)).toBeLessThanOrEqual(CEILING);
        }
        expect(fits(before, { grantedOn: on, cents: room + 1 })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('is never passed by what was let through one after another, in whatever order it was written down', () => {
    fc.assert(
      fc.property(fc.array(support, { maxLength: 25 }), day, (wanted, on) => {
        const granted: Support[] = [];
        for (const one of wanted) if (fits(granted, one)) granted.push(one);
        for (const { grantedOn } of granted) expect(totalOn(granted, grantedOn)).toBeLessThanOrEqual(CEILING);
        expect(totalOn(granted, on)).toBeLessThanOrEqual(CEILING);
        expect(peakWith([...granted].reverse(), on)).toBe(peakWith(granted, on));
      }),
    );
  });

  it('counts what was granted later too, where an earlier support is added after it', () => {
    const later: Support = { grantedOn: '2026-06-01', cents: 250_000_00 };
    expect(totalOn([later], '2026-01-01')).toBe(0);
    expect(headroom([later], '2026-01-01')).toBe(50_000_00);
    expect(headroom([later], '2023-05-31')).toBe(CEILING);
    expect(headroom([later], '2023-06-01')).toBe(50_000_00);
  });

  it('does not add what cannot meet: support three years apart on both sides', () => {
    const both: Support[] = [
      { grantedOn: '2024-01-10', cents: 200_000_00 },
      { grantedOn: '2028-01-10', cents: 200_000_00 },
    ];
    expect(headroom(both, '2026-01-10')).toBe(100_000_00);
  });
});

describe('one undertaking', () => {
  const ico = fc.constantFrom('1', '2', '3', '4', '5', '6');
  const links = fc.array(fc.record({ ico, otherIco: ico }), { maxLength: 8 });

  it('holds itself, is the same seen from each of its members, and two of them share nobody', () => {
    fc.assert(
      fc.property(links, ico, ico, (all, one, other) => {
        const mine = undertakingOf(one, all);
        expect(mine).toContain(one);
        for (const member of mine) expect(undertakingOf(member, all)).toEqual(mine);
        const theirs = undertakingOf(other, all);
        expect(mine.includes(other) ? mine : []).toEqual(mine.filter((member) => theirs.includes(member)));
        for (const link of all) expect(mine.includes(link.ico)).toBe(mine.includes(link.otherIco));
      }),
    );
  });

  it('reaches through others', () => {
    expect(
      undertakingOf('1', [
        { ico: '2', otherIco: '3' },
        { ico: '1', otherIco: '2' },
      ]),
    ).toEqual(['1', '2', '3']);
    expect(undertakingOf('4', [{ ico: '1', otherIco: '2' }])).toEqual(['4']);
  });
});

describe('money', () => {
  it.each([
    [24_315_00, 243_150, 1_000_00],
    [100, 243_150, 4],
    [1, 20_000, 1],
    [1, 20_001, 0],
  ])('%i haléř at %i is %i cents', (amount, rate, expected) => {
    expect(centsOf(amount, rate)).toBe(expected);
  });

  it('is rounded to the nearest cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000_00 }), fc.integer({ min: 1, max: 500_000 }), (amount, rate) => {
        const off = 10_000n * BigInt(amount) - BigInt(centsOf(amount, rate)) * BigInt(rate);
        expect(2n * (off < 0n ? -off : off) <= BigInt(rate)).toBe(true);
      }),
    );
  });

  it('reads and writes rates', () => {
    expect(['24,315', '24.3', '25', '0,0001'].map(parseRate)).toEqual([243_150, 243_000, 250_000, 1]);
    expect(['', '0', '-1', '24,31555', '2e1', 'x', '24,'].map(parseRate)).toEqual([null, null, null, null, null, null, null]);
    expect([243_150, 243_155, 250_000].map(formatRate)).toEqual(['24,315', '24,3155', '25,000']);
    fc.assert(fc.property(fc.integer({ min: 1, max: 9_999_9999 }), (rate) => parseRate(formatRate(rate)) === rate));
    expect([formatEuro(CEILING), formatEuro(150), formatEuro(-5)]).toEqual(['300\u00a0000\u00a0EUR', '1,50\u00a0EUR', '-0,05\u00a0EUR']);
  });
});
