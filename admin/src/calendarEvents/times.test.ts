import { formatTimes } from './times';

it.each([
  [{ startsOn: '2027-05-01', startsAt: '09:00', endsOn: '2027-05-01', endsAt: '21:30' }, '1. 5. 2027 9:00–21:30'],
  [{ startsOn: '2027-05-01', startsAt: '18:00', endsOn: '2027-05-01', endsAt: null }, '1. 5. 2027 18:00'],
  [{ startsOn: '2027-05-01', startsAt: null, endsOn: '2027-05-01', endsAt: null }, '1. 5. 2027'],
  [{ startsOn: '2027-05-01', startsAt: null, endsOn: '2027-05-03', endsAt: null }, '1. 5. 2027 – 3. 5. 2027'],
  [{ startsOn: '2027-12-31', startsAt: '22:00', endsOn: '2028-01-01', endsAt: '02:00' }, '31. 12. 2027 22:00 – 1. 1. 2028 2:00'],
])('says when an event is: %#', (times, text) => expect(formatTimes(times)).toBe(text));
