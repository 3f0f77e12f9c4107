import { districtYear } from './districtYear';

describe('one district’s year', () => {
  const year = districtYear();
  const cases = year.flatMap((programme) => programme.cases);

  it('has 7 programmes and 233 applications for exactly 30 000 000 CZK', () => {
    expect(year).toHaveLength(7);
    expect(cases).toHaveLength(233);
    expect(cases.reduce((sum, { plan }) => sum + plan.project.requested, 0)).toBe(30_000_000_00);
  });

  it('never awards more than a programme has', () => {
    for (const { cases: own, total } of year) {
      const awarded = own.filter(({ plan }) => plan.decision === 'approve').reduce((sum, { plan }) => sum + (plan.proposed ?? 0), 0);
      expect(awarded).toBeLessThanOrEqual(total * 100);
    }
  });

  it('has cases at every stage, with titles of their own, and is the same each time', () => {
    expect(new Set(cases.map(({ stop }) => stop?.step ?? 'end')).size).toBe(12);
    expect(new Set(cases.map(({ plan }) => plan.project.title)).size).toBe(233);
    expect(districtYear()).toEqual(year);
  });
});
