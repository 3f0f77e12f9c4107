import { afterChoice } from '../forms/useStarts';
import { byMonth, monthIn, monthName, whenInWords } from './when';

const event = { startsOn: '2027-05-01', startsAt: '18:00', endsOn: '2027-05-01', endsAt: '21:00' };
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the time of an event in words', () => {
  it.each([
    [event, 'sobota 1. 5. 2027, 18:00–21:00'],
    [{ ...event, startsAt: '09:00', endsAt: null }, 'sobota 1. 5. 2027, 9:00'],
    [{ ...event, startsAt: null, endsAt: null }, 'sobota 1. 5. 2027'],
    [{ ...event, startsAt: null, endsAt: null, endsOn: '2027-05-03' }, 'sobota 1. 5. 2027 – pondělí 3. 5. 2027'],
    [{ ...event, startsAt: '22:00', endsOn: '2027-05-02', endsAt: '02:00' }, 'sobota 1. 5. 2027, 22:00 – neděle 2. 5. 2027, 2:00'],
    // The night in which the clocks change moves nothing.
    [{ startsOn: '2027-03-28', startsAt: '03:00', endsOn: '2027-03-28', endsAt: '23:59' }, 'neděle 28. 3. 2027, 3:00–23:59'],
  ])('%#', (times, words) => expect(plain(whenInWords(times, 'cs'))).toBe(words));

  it('speaks English too', () => {
    expect(plain(whenInWords(event, 'en'))).toBe('Saturday 1 May 2027, 18:00–21:00');
    expect([monthName('2027-05', 'cs'), monthName('2027-05', 'en')]).toEqual(['květen 2027', 'May 2027']);
  });
});

it('puts events under their months, one that runs already under the first', () => {
  const running = { ...event, startsOn: '2027-03-30', endsOn: '2027-05-10' };
  const june = { ...event, startsOn: '2027-06-01', endsOn: '2027-06-01' };
  expect(byMonth([running, event, june], '2027-05-01').map(({ month, events }) => [month, events.length])).toEqual([
    ['2027-05', 2],
    ['2027-06', 1],
  ]);
});

it.each([
  ['2027-05', '2027-05'],
  ['2027-13', null],
  ['kveten', null],
  ['2027-05-01', null],
  [null, null],
])('takes %s in the address for %s', (typed, month) => expect(monthIn(typed)).toBe(month));

describe('a form that starts from what is chosen in it', () => {
  const startsBy = { field: 'event', starts: { a1: { event: 'a1', title: 'Koncert' }, a2: { event: 'a2', title: 'Běh' } } };

  it('takes over what is known of the chosen event', () => {
    expect(afterChoice(startsBy, { event: 'new', title: 'Nová' }, { event: 'a1', title: 'Nová' }, new Map())).toEqual(startsBy.starts.a1);
  });

  it('keeps what was typed of each, whichever way one goes', () => {
    const left = new Map<string, Record<string, unknown>>();
    const typed = { event: 'new', title: 'Nová' };
    afterChoice(startsBy, typed, { ...typed, event: 'a1' }, left);
    afterChoice(startsBy, { event: 'a1', title: 'Koncert v lese' }, { event: 'a2' }, left);
    expect(afterChoice(startsBy, { event: 'a2' }, { event: 'new' }, left)).toEqual(typed);
    expect(afterChoice(startsBy, typed, { event: 'a1' }, left)).toEqual({ event: 'a1', title: 'Koncert v lese' });
  });

  it('lets everything else be', () => {
    const next = { event: 'a1', title: 'Jiná' };
    expect(afterChoice(startsBy, startsBy.starts.a1, next, new Map())).toBe(next);
    expect(afterChoice(null, {}, next, new Map())).toBe(next);
  });
});
