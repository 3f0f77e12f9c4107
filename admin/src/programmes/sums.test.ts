import type { CaseView } from '../../../processes/views';
import { publication } from './rules';
import { applicationRow, byStatus, distribution } from './sums';

const application = (values: Record<string, number>, more: Partial<CaseView> = {}) =>
  applicationRow({ values, closedAt: null, result: null, ...more } as CaseView);

describe('the sum of a programme against its money', () => {
  it('takes what is decided, otherwise what is proposed, and nothing from who got nothing', () => {
    const rows = [
      application({ proposed: 500_00, awarded: 400_00 }),
      application({ proposed: 300_00 }),
      application({ requested: 900_00 }),
      application({ proposed: 200_00, awarded: 0 }, { closedAt: '2026-11-01', result: 'refused' }),
    ];
    expect(distribution(rows, 1000_00)).toEqual({ sum: 700_00, left: 300_00, share: 70, over: false });
  });

  it('keeps what was settled, and drops a contract that was not concluded', () => {
    expect(application({ awarded: 100_00 }, { closedAt: '2026-11-01', result: 'settled' }).takes).toBe(100_00);
    expect(application({ awarded: 100_00 }, { closedAt: '2026-11-01', result: 'notConcluded' }).takes).toBe(0);
  });

  it('says when more is given than there is', () => {
    expect(distribution([application({ awarded: 1100_00 })], 1000_00)).toMatchObject({ left: -100_00, share: 100, over: true });
    expect(distribution([application({ awarded: 1000_00 })], 1000_00).over).toBe(false);
  });

  it('counts where the applications are', () => {
    const at = (cs: string) => ({ statusTitle: { cs, en: cs } });
    expect(
      byStatus([at('Hodnocení'), at('Smlouva'), at('Hodnocení')]).map(({ example, count }) => [example.statusTitle.cs, count]),
    ).toEqual([
      ['Hodnocení', 2],
      ['Smlouva', 1],
    ]);
  });
});

describe('publication 30 days before the intake', () => {
  const now = new Date('2026-11-01T09:00:00Z');
  it('is in time, or says from when the intake may open', () => {
    expect(publication('2026-12-01T09:00:00Z', now)).toMatchObject({ inTime: true, days: 30 });
    expect(publication('2026-12-01T08:00:00Z', now)).toMatchObject({ inTime: false, earliest: '2026-12-02' });
  });
});
