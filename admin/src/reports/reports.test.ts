import { figureIds, type Figures } from '../../../processes/reportViews';
import { caseAddress } from './caseAddress';
import { days, percent, running, successRate } from './rates';

const figures = (counts: Partial<Record<keyof Figures, number>>): Figures =>
  Object.fromEntries(figureIds.map((id) => [id, { count: counts[id] ?? 0, amount: 0 }])) as Record<keyof Figures, Figures['asked']>;

describe('the success rate', () => {
  it('is of those decided: the withdrawn and the undecided are not counted', () => {
    expect(successRate(figures({ asked: 10, approved: 3, refused: 1, dropped: 4, undecided: 2 }))).toBe(0.75);
    expect(successRate(figures({ asked: 2, undecided: 2 }))).toBeNull();
  });
  it('is said as people say it', () => {
    expect(percent(0.667, 'cs')).toBe('67\u00a0%');
    expect(percent(null, 'cs')).toBe('–');
    expect(days(12.54, 'cs')).toBe('12,5');
  });
});

describe('sums over time', () => {
  it('run on through months in which nothing happened, and over the new year', () => {
    expect(
      running([
        { month: '2025-11', granted: 5, paid: 0 },
        { month: '2026-02', granted: 3, paid: 4 },
      ]),
    ).toEqual([
      { month: '2025-11', granted: 5, paid: 0 },
      { month: '2025-12', granted: 5, paid: 0 },
      { month: '2026-01', granted: 5, paid: 0 },
      { month: '2026-02', granted: 8, paid: 4 },
    ]);
  });
  it('are none where there is nothing', () => expect(running([])).toEqual([]));
});

it('a figure leads to the cases behind it', () => {
  const address = new URL(caseAddress({ figure: 'granted', subjectId: 'a', grantYear: 2026 }), 'http://x');
  expect([address.pathname, JSON.parse(address.searchParams.get('filter')!)]).toEqual([
    '/cases',
    { processId: 'grant', figure: 'granted', subjectId: 'a', grantYear: 2026 },
  ]);
});
