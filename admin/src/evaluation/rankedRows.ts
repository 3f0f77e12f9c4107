/** The ranked list with the amounts that are just being typed: pure. Amounts in haléř. */
import type { RankedApplication } from '../../../processes/grant/evaluationViews';
import { committed, reachOf } from '../../../processes/grant/ranking';

export interface RankedRow {
  readonly row: RankedApplication;
  /** Among those with points. */
  readonly place: number | null;
  /** What is typed into the open proposal: an amount, or a text that is none; undefined: nothing. */
  readonly typed: unknown;
  /** Sum from the first place to here: awarded, else proposed, else typed, else recommended. */
  readonly running: number;
  readonly reached: boolean;
}

export interface RankedList {
  readonly rows: readonly RankedRow[];
  /** Awarded and proposed. */
  readonly committed: number;
  /** Typed into open proposals, on top of it. */
  readonly typed: number;
  readonly left: number;
}

const amountOf = (value: unknown): number | null => (typeof value === 'number' && Number.isSafeInteger(value) ? value : null);

/** @param typedIn what stands in the row's open proposal */
export function rankedList(rows: readonly RankedApplication[], total: number, typedIn: (row: RankedApplication) => unknown): RankedList {
  const typed = rows.map((row) => (row.taskId === null ? undefined : typedIn(row)));
  // What an earlier round proposed no longer counts once the case is back at the proposal.
  const sure = rows.map((row) => (row.taskId === null ? committed(row) : 0));
  const wanted = rows.map((row, at) => (row.taskId === null ? (sure[at] ?? 0) : (amountOf(typed[at]) ?? row.recommended ?? 0)));
  const reach = reachOf(wanted, total);
  const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
  const taken = sum(sure);
  const more = sum(typed.map((value) => amountOf(value) ?? 0));
  return {
    rows: rows.map((row, at) => ({
      row,
      place: row.mean === null ? null : at + 1,
      typed: typed[at],
      running: reach[at]?.running ?? 0,
      reached: reach[at]?.reached ?? true,
    })),
    committed: taken,
    typed: more,
    left: total - taken - more,
  };
}

/** The most that may be proposed to it: what it asks for, and what the programme gives in one case. */
export const mostOf = (row: RankedApplication, maxAmount: number): number => Math.min(row.requested, maxAmount);
