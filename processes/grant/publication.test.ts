import fc from 'fast-check';
import { contractDuty, contractPublishedUntil, dayInPrague, isPublished, publishContractBy } from './publication';

it('is a duty over 50 000 CZK, not from it', () => {
  expect([49_999_99, 50_000_00, 50_000_01].map(isPublished)).toEqual([false, false, true]);
});

it.each([
  ['2026-06-01', '2026-07-01'],
  ['2026-01-31', '2026-03-02'],
  ['2028-01-30', '2028-02-29'], // a leap year
  ['2027-01-30', '2027-03-01'],
  ['2026-12-15', '2027-01-14'],
  ['2026-03-15', '2026-04-14'], // over the change of time
])('signed on %s it is published by %s', (signedOn, by) => {
  expect(publishContractBy(signedOn)).toBe(by);
});

it.each([
  ['2026-07-01', '2029-07-01'],
  ['2024-02-29', '2027-02-28'],
  ['2025-02-28', '2028-02-28'],
  ['2026-12-31', '2029-12-31'],
])('published on %s it stays until %s', (publishedOn, until) => {
  expect(contractPublishedUntil(publishedOn)).toBe(until);
});

it('counts days of Prague, also where it is another day elsewhere', () => {
  expect(dayInPrague(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
  expect(dayInPrague(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31');
});

it('always gives thirty days and three years', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map(dayInPrague);
  fc.assert(
    fc.property(days, (day) => {
      expect((Date.parse(publishContractBy(day)) - Date.parse(day)) / 86_400_000).toBe(30);
      const until = contractPublishedUntil(day);
      expect(Number(until.slice(0, 4)) - Number(day.slice(0, 4))).toBe(3);
    }),
  );
});

const contract = { amount: 60_000_00, signedOn: '2026-06-01', publishedOn: null, publishedUntil: null };

it.each([
  ['none', { signedOn: null }, '2026-06-10'],
  ['none', { amount: 50_000_00 }, '2030-01-01'],
  ['due', {}, '2026-07-01'],
  ['overdue', {}, '2026-07-02'],
  ['published', { publishedOn: '2026-07-01' }, '2029-07-01'],
  ['publishedLate', { publishedOn: '2026-07-02' }, '2026-07-02'],
  ['ended', { publishedOn: '2026-07-01' }, '2029-07-02'],
  ['published', { publishedOn: '2026-07-01', publishedUntil: '2035-01-01' }, '2034-01-01'],
  ['published', { amount: 100, publishedOn: '2026-07-01' }, '2026-07-02'],
] as const)('stands as %s: %j on %s', (duty, change, today) => {
  expect(contractDuty({ ...contract, ...change }, today)).toBe(duty);
});
