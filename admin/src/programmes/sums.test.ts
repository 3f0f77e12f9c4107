import type { CaseView } from '../../../processes/views';
import { publication } from './rules';
import { applicationRow, byStatus, distribution } from './sums';

const application = (values: Record<string, number>, more: Partial<CaseView> = {}) =>
  applicationRow({ values, closedAt: null, result: null, ...more } as CaseView);

describe('the sum of a programme against its money', () => {
  it('counts what was awarded, beside it what is only proposed, and nothing from who got nothing', () => {
    const rows = [
      application({ proposed: 500_00, awarded: 400_00 }),
      application({ proposed: 300_00 }),
      application({ requested: 900_00 }),
      application({ proposed: 200_00, awarded: 0 }, { closedAt: '2026-11-01', result: 'refused' }),
    ];
    expect(distribution(rows, 1000_00)).toEqual({
      awarded: 400_00,
      pending: 300_00,
      left: 600_00,
      wouldLeave: 300_00,
      awardedShare: 40,
      pendingShare: 30,
    });
  });

  it('keeps what was settled, and drops a contract that was not concluded', () => {
    expect(application({ awarded: 100_00 }, { closedAt: '2026-11-01', result: 'settled' }).taken).toBe(100_00);
    expect(application({ awarded: 100_00 }, { closedAt: '2026-11-01', result: 'notConcluded' }).taken).toBe(0);
    expect(application({ proposed: 100_00 }, { closedAt: '2026-11-01', result: 'withdrawn' }).pending).toBe(0);
  });

  it('says when more is given, or would be, than there is', () => {
    expect(distribution([application({ awarded: 1100_00 })], 1000_00)).toMatchObject({ left: -100_00, awardedShare: 100, pendingShare: 0 });
    const rows = [application({ awarded: 800_00 }), application({ proposed: 500_00 })];
    expect(distribution(rows, 1000_00)).toMatchObject({ left: 200_00, wouldLeave: -300_00, awardedShare: 80, pendingShare: 20 });
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
