import { DateTime } from 'luxon';
import { calendarFile } from './feed';
import type { FeedEvent } from './calendarQuery';
import { eventsIn, parseCalendar, textOf, timeOf } from './testing/parseCalendar';

const ID = '3f0c2f34-7f0a-4e0c-9d10-000000000001';
const event: FeedEvent = {
  id: ID,
  title: 'Koncert',
  startsOn: '2027-05-01',
  startsAt: '18:00',
  endsOn: '2027-05-01',
  endsAt: '21:00',
  place: 'Náves',
  invitation: null,
  link: null,
  organiser: { name: 'Spolek přátel dechovky', municipality: 'Zkušebnov' },
  cancelled: false,
  announcedAt: '2026-09-01T10:00:00.000Z',
  changedAt: '2026-10-01T10:00:00.000Z',
  sequence: 0,
};
const PAGE = 'https://postup.example/zkusebnov/kalendar';
const SOURCE = 'https://postup.example/api/public/zkusebnov/calendar.ics';

const fileOf = (...changes: Partial<FeedEvent>[]) =>
  calendarFile(
    { name: 'Kalendář akcí: Městys Zkušebnov', page: PAGE, source: SOURCE },
    changes.map((change) => ({ ...event, ...change })),
  );
function read(change: Partial<FeedEvent> = {}) {
  const calendar = parseCalendar(fileOf(change));
  const [first] = eventsIn(calendar);
  if (!first) throw new Error('No event');
  return { calendar, first, start: timeOf(calendar, first, 'DTSTART'), end: timeOf(calendar, first, 'DTEND') };
}
const prague = (day: string, time: string): string | null => DateTime.fromISO(`${day}T${time}`, { zone: 'Europe/Prague' }).toUTC().toISO();

describe('a calendar file', () => {
  it.each<[string, Partial<FeedEvent>]>([
    ['in winter', { startsOn: '2027-01-15', endsOn: '2027-01-15' }],
    ['in summer', { startsOn: '2027-07-15', endsOn: '2027-07-15' }],
    ['on the evening before the clocks go forward', { startsOn: '2027-03-27', endsOn: '2027-03-28', endsAt: '04:00' }],
    ['on the morning after', { startsOn: '2027-03-28', startsAt: '03:00', endsOn: '2027-03-28' }],
    ['over the night in which they go back', { startsOn: '2027-10-30', startsAt: '22:00', endsOn: '2027-10-31', endsAt: '06:00' }],
    ['just before midnight of the year', { startsOn: '2027-12-31', startsAt: '23:30', endsOn: '2028-01-01', endsAt: '00:30' }],
  ])('says when it is %s, wherever it is read', (_name, change) => {
    const { startsOn, startsAt, endsOn, endsAt } = { ...event, ...change };
    const { start, end } = read(change);
    expect([start, end]).toEqual([prague(startsOn, startsAt ?? ''), prague(endsOn, endsAt ?? '')]);
  });

  it('knows the clocks of Prague in every month of fifteen years, and around their every change', () => {
    const wrong: string[] = [];
    for (let day = DateTime.utc(2025); day.year < 2040; day = day.plus({ days: 1 })) {
      const on = day.toFormat('yyyy-MM-dd');
      if (day.day !== 1 && !([3, 10].includes(day.month) && day.day > 23)) continue;
      if (read({ startsOn: on, startsAt: '12:00', endsOn: on, endsAt: null }).start !== prague(on, '12:00')) wrong.push(on);
    }
    expect(wrong).toEqual([]);
  });

  it('has whole days up to the day after the last, and an open end where none was said', () => {
    const days = read({ startsOn: '2027-10-30', startsAt: null, endsOn: '2027-10-31', endsAt: null });
    expect([days.start, days.end]).toEqual(['2027-10-30', '2027-11-01']);
    expect(read({ endsAt: null }).end).toBeNull();
  });

  it('names the event for good, counts its changes, and has its stamps in UTC', () => {
    const { first } = read({ sequence: 3 });
    expect([textOf(first, 'UID'), textOf(first, 'SEQUENCE'), textOf(first, 'STATUS')]).toEqual([ID, '3', 'CONFIRMED']);
    expect([textOf(first, 'DTSTAMP'), textOf(first, 'LAST-MODIFIED'), textOf(first, 'CREATED')]).toEqual([
      '20261001T100000Z',
      '20261001T100000Z',
      '20260901T100000Z',
    ]);
    expect(fileOf({}, { id: `${ID.slice(0, -1)}2` })).toBe(fileOf({}, { id: `${ID.slice(0, -1)}2` }));
  });

  it('keeps one that will not take place, as cancelled', () => {
    const { first } = read({ cancelled: true });
    expect([textOf(first, 'STATUS'), textOf(first, 'SUMMARY')]).toEqual(['CANCELLED', 'Zrušeno: Koncert']);
  });

  it('says where, who holds it, the invitation and the link', () => {
    const { calendar, first } = read({ invitation: 'Přijďte;\nvstup volný, děti zdarma', link: 'https://spolek.example/koncert?a=1,2;b' });
    expect(textOf(first, 'DESCRIPTION')).toBe(
      'Přijďte;\nvstup volný, děti zdarma\n\nPořádá Spolek přátel dechovky, Zkušebnov.\n\nhttps://spolek.example/koncert?a=1,2;b',
    );
    expect([textOf(first, 'LOCATION'), first.properties.URL?.raw]).toEqual(['Náves', 'https://spolek.example/koncert?a=1%2C2%3Bb']);
    expect(textOf(calendar, 'X-WR-CALNAME')).toBe('Kalendář akcí: Městys Zkušebnov');
    expect(calendar.properties.SOURCE?.raw).toBe(SOURCE);
    expect(read().first.properties.URL?.raw).toBe(`${PAGE}?mesic=2027-05#akce-${ID}`);
  });

  it.each([
    'Název\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:podvrh',
    'a\rBEGIN:VALARM',
    'zvonek\u0007 a \u0085',
    `${'žluťoučký kůň '.repeat(14)}😀😀😀`,
    'zpět\\na; čárka, "uvozovka"',
  ])('lets no text break out of its line: %j', (title) => {
    const { calendar, first } = read({ title, place: title, invitation: title });
    expect(eventsIn(calendar)).toHaveLength(1);
    const seen = title.replace(/\r\n|\r/g, '\n').replace(/[^\P{Cc}\n]/gu, '');
    expect([textOf(first, 'SUMMARY'), textOf(first, 'LOCATION')]).toEqual([seen, seen]);
    expect(first.components).toEqual([]);
  });

  it('is a file of nothing where there is nothing', () => {
    expect(eventsIn(parseCalendar(fileOf()))).toEqual([]);
  });
});
