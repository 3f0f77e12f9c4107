import type { DecisionCandidate } from '../../../processes/bulk';
import { approvedIn, itemOf, leftIn, overLimit, partsOf, rowOf } from './decisionRows';

const candidate = (change: Partial<DecisionCandidate>): DecisionCandidate => ({
  caseId: 'a',
  number: 'DOT-1',
  title: 'Tábor',
  applicantName: 'Spolek',
  programmeId: 'p',
  recipient: 'x',
  requested: 40_000_00,
  proposed: 30_000_00,
  body: 'council',
  why: null,
  councilLimit: 50_000_00,
  givenByYear: {},
  ...change,
});
const programme = { id: 'p', title: 'Sport', totalAmount: 100_000_00, awarded: 20_000_00 };
const why = { cs: 'Spis je pozastaven.', en: 'Suspended.' };

it('splits a mixed choice by who decides, and leaves out what cannot be decided', () => {
  const cases = [candidate({}), candidate({ caseId: 'b', body: 'assembly' }), candidate({ caseId: 'c', why })];
  const { council, assembly, others } = partsOf({ cases, programmes: [programme] });
  expect([council, assembly].map((rows) => rows.map((row) => row.candidate.caseId))).toEqual([['a'], ['b']]);
  expect(others.map(({ caseId }) => caseId)).toEqual(['c']);
});

it('begins with what was proposed, and with a refusal where nothing was', () => {
  expect(rowOf(candidate({}))).toMatchObject({ outcome: 'approve', amount: 30_000_00, chosen: true });
  expect(rowOf(candidate({ proposed: 0 }))).toMatchObject({ outcome: 'refuse', amount: null });
  expect(rowOf(candidate({ proposed: null }))).toMatchObject({ outcome: 'refuse', amount: null });
});

it('sums up what is approved and chosen only, against the money of each programme', () => {
  const row = rowOf(candidate({}));
  const rows = [
    row,
    { ...row, chosen: false },
    { ...row, outcome: 'refuse' as const },
    rowOf(candidate({ programmeId: 'other', proposed: 1_00 })),
  ];
  expect(approvedIn(rows)).toEqual({ sum: 30_001_00, count: 2 });
  expect(leftIn(programme, rows)).toBe(50_000_00);
  expect(leftIn(programme, [row, row, row])).toBe(-10_000_00);
});

it('counts cases of one applicant and earlier grants of the year into the limit of the council', () => {
  const rows = [
    rowOf(candidate({ proposed: 25_000_00 })),
    rowOf(candidate({ caseId: 'b', proposed: 25_000_00 })),
    rowOf(candidate({ caseId: 'c', proposed: 1 })),
    rowOf(candidate({ caseId: 'd', recipient: 'y', proposed: 10_000_01, givenByYear: { '2026': 40_000_00 } })),
  ];
  expect([...overLimit(rows, '2026')]).toEqual([
    ['c', 50_000_01],
    ['d', 50_000_01],
  ]);
  expect([...overLimit(rows, '2027').keys()]).toEqual(['c']);
});

it('sends a row only when it says all that it must', () => {
  const row = rowOf(candidate({}));
  expect(itemOf(row)).toEqual({ caseId: 'a', outcome: 'approve', amount: 30_000_00 });
  expect(itemOf({ ...row, amount: null })).toBeNull();
  expect(itemOf({ ...row, outcome: 'refuse', reason: '  ' })).toBeNull();
  expect(itemOf({ ...row, outcome: 'refuse', reason: ' Málo peněz ' })).toEqual({ caseId: 'a', outcome: 'refuse', reason: 'Málo peněz' });
  expect(itemOf({ ...row, outcome: 'refer' })).toEqual({ caseId: 'a', outcome: 'refer' });
});
