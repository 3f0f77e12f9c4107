/** The order of applications in a programme, and how far its money goes. Amounts in haléř, points with at most two decimals. */
import { inHundredths } from './evaluation';

/** What an application is ranked by. */
export interface Rankable {
  readonly number: string;
  /** Mean of its evaluations; null where there is none that counts. */
  readonly mean: number | null;
  /** Mean of what it got in the first criterion, in hundredths of per cent of the most; null where there is none. */
  readonly firstCriterion: number | null;
  /** ISO moment of the submission. */
  readonly submittedAt: string;
}

const descending = (a: number | null, b: number | null): number => (b ?? -1) - (a ?? -1);
const hundredths = (points: number | null): number | null => (points === null ? null : inHundredths(points));
const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Who stands before whom: more points; then more in the first criterion; then who applied earlier; then the lower number of the case. No two are equal,
 * because numbers of cases are not.
 */
export function byRank(a: Rankable, b: Rankable): number {
  return (
    descending(hundredths(a.mean), hundredths(b.mean)) ||
    descending(a.firstCriterion, b.firstCriterion) ||
    ascending(a.submittedAt, b.submittedAt) ||
    ascending(a.number, b.number)
  );
}

/** What counts against the programme's total: what was awarded, else what was proposed; nothing where it ended without a grant. */
export interface Costing {
  readonly awarded: number | null;
  readonly proposed: number | null;
  /** The case ended without a grant. */
  readonly ended: boolean;
}

export function committed({ awarded, proposed, ended }: Costing): number {
  return ended ? 0 : (awarded ?? proposed ?? 0);
}

export interface Reach {
  /** Sum from the first place to this one. */
  readonly running: number;
  /** Whether the money reaches this far. */
  readonly reached: boolean;
}

/**
 * How far the money goes from the first place down: the line is drawn where an amount first does not fit, and nothing below it is reached.
 * @param wanted in the order of the list
 */
export function reachOf(wanted: readonly number[], total: number): Reach[] {
  let running = 0;
  let reached = true;
  return wanted.map((amount) => {
    running += amount;
    reached &&= running <= total;
    return { running, reached };
  });
}
