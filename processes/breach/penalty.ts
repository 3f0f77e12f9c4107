/**
 * Penalty for a breach of budget discipline (penále): § 22 odst. 8 zákona č. 250/2000 Sb. as amended by č. 484/2020 Sb. Four tenths of a permille of what was to
 * be paid for every day, from the day after the breach to the day on which the money came, at most as much as the levy itself; a penalty that is not above
 * 1 000 CZK is not imposed.
 */

/** Haléř; a penalty up to it is not imposed. */
export const SMALLEST_PENALTY = 1_000_00;

/** Four tenths of a permille, as a divisor. */
const DAILY = 2500;
const DAY_MS = 86_400_000;

/** A part of the levy and the day of Prague on which it came. */
export interface LevyPart {
  /** Haléř. */
  readonly amount: number;
  /** `yyyy-MM-dd`. */
  readonly receivedOn: string;
}

/** Calendar days after `from` up to `to`, that one included; 0 where `to` is not later. Both `yyyy-MM-dd`. */
export function daysAfter(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));
}

/**
 * @param levy the levy in haléř: the most that the penalty may be
 * @param parts how it was paid; what was remitted is not among them
 * @returns haléř, rounded down; 0 where it is not imposed
 */
export function penaltyOf(levy: number, breachOn: string, parts: readonly LevyPart[]): number {
  const grown = parts.reduce((sum, { amount, receivedOn }) => sum + amount * daysAfter(breachOn, receivedOn), 0);
  const penalty = Math.min(Math.floor(grown / DAILY), levy);
  return penalty > SMALLEST_PENALTY ? penalty : 0;
}
