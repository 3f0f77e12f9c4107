import fc from 'fast-check';
import type { StepContext } from '../rules';
import { CRITERIA_LIMITS, criteriaFaults, CRITERION_ID, defaultCriteria, type Criterion } from './criteria';
import { isScored, meanOf, spreadOf, totalOf, WHOLE } from './evaluation';
import { evaluationForm, evaluationFormOf } from './forms';
import { byRank, committed, reachOf, type Rankable } from './ranking';
import { grantRules } from './rules';

/** Criteria with points for each, at random. */
const scored = fc
  .array(
    fc.record({
      maxPoints: fc.integer({ min: 1, max: CRITERIA_LIMITS.maxPoints }),
      weight: fc.integer({ min: 1, max: CRITERIA_LIMITS.weight }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: CRITERIA_LIMITS.criteria },
  )
  .map((list) => ({
    criteria: list.map(({ maxPoints, weight }, place): Criterion => ({ id: `k${place}`, title: `Kritérium ${place}`, maxPoints, weight })),
    scores: Object.fromEntries(list.map(({ maxPoints, share }, place) => [`k${place}`, Math.floor(share * maxPoints)])),
  }));

describe('the total of an evaluation', () => {
  it('of the common criteria is the sum of the points', () => {
    expect(totalOf(defaultCriteria, { benefit: 30, quality: 20, economy: 20 })).toBe(70_00);
    expect(totalOf(defaultCriteria, { benefit: 40, quality: 30, economy: 30 })).toBe(WHOLE);
  });

  it('weighs, and rounds a half up', () => {
    const two: Criterion[] = [
      { id: 'k1', title: 'a', maxPoints: 3, weight: 2 },
      { id: 'k2', title: 'b', maxPoints: 5, weight: 1 },
    ];
    expect(totalOf(two, { k1: 2, k2: 5 })).toBe(7778); // (2/3 * 2 + 1) / 3 = 77.777…
    expect(totalOf([{ id: 'k1', title: 'a', maxPoints: 800, weight: 1 }], { k1: 1 })).toBe(13); // 0.125 points
  });

  it('lies from 0 to 100, whatever the criteria', () => {
    fc.assert(
      fc.property(scored, ({ criteria, scores }) => {
        const total = totalOf(criteria, scores);
        const all = Object.fromEntries(criteria.map(({ id, maxPoints }) => [id, maxPoints]));
        const none = Object.fromEntries(criteria.map(({ id }) => [id, 0]));
        expect(Number.isInteger(total) && total >= 0 && total <= WHOLE).toBe(true);
        expect([totalOf(criteria, none), totalOf(criteria, all)]).toEqual([0, WHOLE]);
      }),
    );
  });

  it('does not fall when a point is added, and rises by the weight of the criterion', () => {
    fc.assert(
      fc.property(scored, fc.nat(), ({ criteria, scores }, which) => {
        const { id, maxPoints } = criteria[which % criteria.length]!;
        const points = scores[id] ?? 0;
        fc.pre(points < maxPoints);
        const more = totalOf(criteria, { ...scores, [id]: points + 1 });
        expect(more).toBeGreaterThanOrEqual(totalOf(criteria, scores));
        const best = totalOf(criteria, { ...scores, [id]: maxPoints }) - totalOf(criteria, { ...scores, [id]: 0 });
        const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
        const due = ((criteria.find((one) => one.id === id)?.weight ?? 0) / weights) * WHOLE;
        expect(Math.abs(best - due)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the same in any order, and by any scale of the weights', () => {
    fc.assert(
      fc.property(scored, fc.integer({ min: 2, max: 9 }), ({ criteria, scores }, times) => {
        const total = totalOf(criteria, scores);
        expect(totalOf([...criteria].reverse(), scores)).toBe(total);
        expect(
          totalOf(
            criteria.map((one) => ({ ...one, weight: one.weight * times })),
            scores,
          ),
        ).toBe(total);
      }),
    );
  });

  it.each([[{}], [{ k1: 4 }], [{ k1: -1 }], [{ k1: 1.5 }], [{ k1: '1' }]])('is not told of %j', (scores) => {
    const one = [{ id: 'k1', title: 'a', maxPoints: 3, weight: 1 }];
    expect(() => totalOf(one, scores)).toThrow(/k1/);
    expect(isScored(one, scores)).toBe(false);
  });
});

it('tells mean and spread', () => {
  expect(meanOf([])).toBeNull();
  expect(meanOf([75, 60])).toBe(67.5);
  expect(meanOf([33.33, 33.34])).toBe(33.34); // a half up
  expect(spreadOf([])).toBeNull();
  expect(spreadOf([80])).toEqual({ min: 80, max: 80, deviation: 0 });
  expect(spreadOf([60, 80, 70])).toEqual({ min: 60, max: 80, deviation: 8.16 });
});

describe('the form of an evaluation', () => {
  it('is the same for the common criteria', () => expect(evaluationFormOf(defaultCriteria)).toEqual(evaluationForm));

  it('has a field with limits for each criterion', () => {
    const form = evaluationFormOf([{ id: 'k7', title: 'Dosah', help: 'Kolik lidí', maxPoints: 12, weight: 3 }]);
    expect(form.schema.properties).toMatchObject({
      k7: { type: 'integer', minimum: 0, maximum: 12, title: 'Dosah (0–12)', description: 'Kolik lidí' },
    });
    expect(form.schema.properties).not.toHaveProperty('benefit');
  });

  it('never meets a field that every evaluation has', () => {
    const own = Object.keys(evaluationFormOf([]).schema.properties as object);
    expect(own.filter((name) => CRITERION_ID.test(name))).toEqual([]);
  });
});

it('refuses two criteria of one name', () => {
  const [first] = defaultCriteria;
  expect(criteriaFaults(defaultCriteria)).toEqual({});
  expect(Object.keys(criteriaFaults([first!, { ...first!, title: ' přínos PRO obyvatele ' }]))).toEqual(['1.id', '1.title']);
});

describe('the ranked list', () => {
  const one: Rankable = { number: 'DOT-2026-0002', mean: 80, firstCriterion: 5000, submittedAt: '2026-01-02T00:00:00.000Z' };
  const order = (...rows: Partial<Rankable>[]): string[] =>
    rows
      .map((row, place) => ({ ...one, ...row, at: String(place) }))
      .sort(byRank)
      .map(({ at }) => at);

  it('goes by points, then by the written rule', () => {
    expect(order({ mean: 70 }, { mean: null }, { mean: 90 })).toEqual(['2', '0', '1']);
    expect(order({ firstCriterion: 4000 }, { firstCriterion: null }, { firstCriterion: 6000 })).toEqual(['2', '0', '1']);
    expect(order({ submittedAt: '2026-01-03T00:00:00.000Z' }, {}, { submittedAt: '2026-01-01T00:00:00.000Z' })).toEqual(['2', '1', '0']);
    expect(order({ number: 'DOT-2026-0003' }, {}, { number: 'DOT-2026-0001' })).toEqual(['2', '1', '0']);
  });

  it('draws its line where an amount first does not fit', () => {
    expect(reachOf([40, 50, 20, 5], 100).map(({ reached }) => reached)).toEqual([true, true, false, false]);
    expect(reachOf([40, 60], 100).at(-1)).toEqual({ running: 100, reached: true });
  });

  it('counts what was awarded, else proposed, and nothing of what ended', () => {
    expect(committed({ awarded: 3, proposed: 5, ended: false })).toBe(3);
    expect(committed({ awarded: null, proposed: 5, ended: false })).toBe(5);
    expect(committed({ awarded: 0, proposed: 5, ended: false })).toBe(0);
    expect(committed({ awarded: 3, proposed: 5, ended: true })).toBe(0);
  });
});

describe('the rules of a proposal', () => {
  const context = {
    today: '2026-11-21',
    subject: { totalAmount: 100_00, maxAmount: 100_00, awardedToOthers: 0 },
    values: { requested: 90_00 },
    application: {},
    openedOn: '2026-09-01',
    answers: {},
    awardedByYear: {},
  } as unknown as StepContext;
  const wrong = (outcome: string, amount: number, more: Partial<StepContext>): string[] =>
    Object.keys(grantRules.validateStep('proposal', outcome, { amount, justification: 'x' }, { ...context, ...more }));

  it('keep it within the total of the programme', () => {
    expect(wrong('recommend', 40_00, { leftToPropose: 40_00 })).toEqual([]);
    expect(wrong('recommend', 40_01, { leftToPropose: 40_00 })).toEqual(['amount']);
    expect(wrong('decline', 40_01, { leftToPropose: 40_00 })).toEqual([]);
  });

  it('want somebody for another evaluation', () => {
    expect(wrong('moreEvaluation', 0, { evaluatorsLeft: 0 })).toEqual(['outcome']);
    expect(wrong('moreEvaluation', 0, { evaluatorsLeft: 1 })).toEqual([]);
  });

  it('give the procedure the points as the server counts them', () => {
    const data = { benefit: 30, quality: 20, economy: 20, points: 100 };
    expect(grantRules.derived('evaluation', 'submit', data, { ...context, criteria: defaultCriteria })).toEqual({ points: 70 });
    expect(grantRules.derived('evaluation', 'conflict', {}, { ...context, criteria: defaultCriteria })).toEqual({});
  });
});
