/** What evaluations come to: the total of one, the mean and the spread of several. Points are counted in whole hundredths, so that nobody's rounding differs. */
import type { SmallValues } from '../changes';
import { formatMoney } from '../money';
import type { FieldErrors, StepContext } from '../rules';
import { words } from '../words';
import type { Criterion } from './criteria';

type Scores = Readonly<Record<string, unknown>>;

/** The most that an evaluation can come to, in hundredths of a point. */
export const WHOLE = 100_00;

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** A quotient of numbers that are not negative, rounded to the nearest whole, a half up. */
const rounded = (numerator: bigint, denominator: bigint): number => Number((2n * numerator + denominator) / (2n * denominator));

/**
 * Weighted total of one evaluation: sum(points / max * weight) / sum(weights) * 100, rounded to hundredths, half up. Counted in whole numbers over the common
 * multiple of the maxima, so the order of criteria makes no difference.
 * @param scores by the ids of the criteria, each a whole number from 0 to the criterion's maximum
 * @returns hundredths of a point, 0 to 10 000
 * @throws RangeError naming a criterion that has no such score, or when there is nothing to weigh
 */
export function totalOf(criteria: readonly Criterion[], scores: Scores): number {
  const common = criteria.reduce((multiple, { maxPoints }) => (multiple * BigInt(maxPoints)) / gcd(multiple, BigInt(maxPoints)), 1n);
  let sum = 0n;
  let weights = 0n;
  for (const { id, maxPoints, weight } of criteria) {
    const points = scores[id];
    if (typeof points !== 'number' || !Number.isInteger(points) || points < 0 || points > maxPoints)
      throw new RangeError(`no whole number of points from 0 to ${maxPoints} for '${id}'`);
    sum += BigInt(points) * BigInt(weight) * (common / BigInt(maxPoints));
    weights += BigInt(weight);
  }
  if (weights === 0n) throw new RangeError('nothing to weigh');
  return rounded(BigInt(WHOLE) * sum, common * weights);
}

/** Whether every criterion has its points, so that the total can be told. */
export function isScored(criteria: readonly Criterion[], scores: Scores): boolean {
  return criteria.every(({ id, maxPoints }) => {
    const points = scores[id];
    return typeof points === 'number' && Number.isInteger(points) && points >= 0 && points <= maxPoints;
  });
}

/** Points with at most two decimals as whole hundredths. */
export const inHundredths = (points: number): number => Math.round(points * 100);

/** Mean of several totals. @param points each with at most two decimals @returns points rounded to hundredths, half up; null of none */
export function meanOf(points: readonly number[]): number | null {
  if (points.length === 0) return null;
  const sum = points.reduce((total, one) => total + inHundredths(one), 0);
  return rounded(BigInt(sum), BigInt(points.length)) / 100;
}

/** How far evaluators are from each other, in points. */
export interface Spread {
  readonly min: number;
  readonly max: number;
  /** Standard deviation of all of them (not of a sample), rounded to hundredths. */
  readonly deviation: number;
}

export function spreadOf(points: readonly number[]): Spread | null {
  if (points.length === 0) return null;
  const totals = points.map(inHundredths);
  const sum = totals.reduce((a, b) => a + b, 0);
  const squares = totals.reduce((a, b) => a + b * b, 0);
  const deviation = Math.sqrt(Math.max(0, totals.length * squares - sum * sum)) / totals.length;
  return { min: Math.min(...totals) / 100, max: Math.max(...totals) / 100, deviation: Math.round(deviation) / 100 };
}

/** The small values of an evaluation that counts: what goes into the case beside the recommended amount. */
export function scoredValues(criteria: readonly Criterion[], data: Scores): SmallValues {
  return { points: totalOf(criteria, data) / 100 };
}

/** A proposal never brings what is proposed and awarded in the programme above its total, nor in its call above the sum of that. */
export function checkProgrammeTotal(errors: FieldErrors, key: string, amount: number | null, context: StepContext): void {
  const { leftToPropose } = context;
  if (amount === null || leftToPropose === undefined || amount <= leftToPropose || errors[key] !== undefined) return;
  const left = formatMoney(Math.max(0, leftToPropose));
  errors[key] = words(
    `V programu zbývá jen ${left}: ostatní peníze jsou už přiznané nebo navržené.`,
    `Only ${left} is left in the programme: the rest is awarded or proposed already.`,
  );
}

/** Another evaluation needs somebody who has not evaluated the application yet. */
export function checkMoreEvaluation(errors: FieldErrors, { evaluatorsLeft }: StepContext): void {
  if (evaluatorsLeft === undefined || evaluatorsLeft > 0) return;
  errors.outcome = words(
    'Není koho požádat: hodnotitelé spisu už žádost hodnotili, nebo žádní nejsou. Nejdřív ke spisu přidejte dalšího hodnotitele.',
    'There is nobody to ask: the evaluators of the case have evaluated it, or there are none. Add another one to the case first.',
  );
}
