import { choiceWarnings, momentLater, titleLater, yearsToMove, type ImportChoices } from './choices';
import { sameName } from './differences';
import type { ProgrammeFile } from './file';

const NOW = new Date('2026-11-22T10:00:00Z');

it('moves a moment to the same hour of Prague, whatever its clock does', () => {
  expect(momentLater('2026-03-28T07:00:00.000Z', 1)).toBe('2027-03-28T06:00:00.000Z');
  expect(momentLater('2024-02-29T07:00:00.000Z', 1)).toBe('2025-02-28T07:00:00.000Z');
});

it.each([
  ['2026-12-22T00:00:00+01:00', 0, 'thirty days from now'],
  ['2026-12-21T23:00:00+01:00', 1, 'a day too late for this year'],
  ['2024-01-15T08:00:00+01:00', 3, 'three years ago'],
  ['2030-01-01T08:00:00+01:00', 0, 'years ahead'],
])('an intake that opens on %s moves by %i years: %s', (intakeOpensAt, years) => {
  expect(yearsToMove([{ intakeOpensAt }], NOW)).toBe(years);
});

it('moves the year in a title, and knows a programme of two years by its name', () => {
  expect(titleLater('Sport 2026 a mládež', 2)).toBe('Sport 2028 a mládež');
  expect([sameName('Kultura 2026', 'kultura – 2027'), sameName('Kultura', 'Kultura obcí'), sameName('2026', '2027')]).toEqual([
    true,
    false,
    false,
  ]);
});

it('warns of a day off, of a settlement before the decision and of a payment before the intake', () => {
  const call = {
    title: '',
    intakeOpensAt: '2027-03-01T08:00:00+01:00',
    intakeClosesAt: '2027-05-08T12:00:00+02:00',
    settlementDueOn: '2027-08-01',
  };
  const file = { calls: [{ ...call, decisionDays: 90, amount: null }] } as unknown as ProgrammeFile;
  const choices = { calls: [{ ...call, take: true }], paymentDays: ['2027-02-28', null], evaluatorIds: ['x'] } as unknown as ImportChoices;
  expect(Object.keys(choiceWarnings(file, choices, NOW)).sort()).toEqual([
    'calls.0.intakeClosesAt',
    'calls.0.settlementDueOn',
    'paymentDays.0',
  ]);
});
