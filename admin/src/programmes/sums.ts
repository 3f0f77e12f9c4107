/** Sums of a programme's applications against its money. Amounts are integers of haléř. */
import type { CaseView } from '../../../processes/views';
import { amountOf } from '../shared/values';

export interface ApplicationRow {
  readonly view: CaseView;
  readonly requested: number | null;
  readonly points: number | null;
  readonly proposed: number | null;
  readonly awarded: number | null;
  /** What it takes from the programme: decided where it is decided, otherwise proposed. */
  readonly takes: number;
}

export function applicationRow(view: CaseView): ApplicationRow {
  const { values } = view;
  const [proposed, awarded] = [amountOf(values, 'proposed'), amountOf(values, 'awarded')];
  const ended = view.closedAt !== null && view.result !== 'settled';
  return {
    view,
    requested: amountOf(values, 'requested'),
    points: amountOf(values, 'points'),
    proposed,
    awarded,
    takes: ended ? 0 : (awarded ?? proposed ?? 0),
  };
}

export interface Distribution {
  readonly sum: number;
  /** Negative when more is given than there is. */
  readonly left: number;
  /** Share of the total in per cent, at most 100 (for the bar). */
  readonly share: number;
  readonly over: boolean;
}

export function distribution(rows: readonly ApplicationRow[], total: number): Distribution {
  const sum = rows.reduce((all, row) => all + row.takes, 0);
  return { sum, left: total - sum, share: total > 0 ? Math.min(100, (sum / total) * 100) : 0, over: sum > total };
}

/** How many cases stand where, by the words of their status, most first. */
export function byStatus<T extends { readonly statusTitle: { readonly cs: string } }>(
  cases: readonly T[],
): { readonly example: T; readonly count: number }[] {
  const groups = new Map<string, { example: T; count: number }>();
  for (const one of cases) {
    const group = groups.get(one.statusTitle.cs);
    if (group) group.count += 1;
    else groups.set(one.statusTitle.cs, { example: one, count: 1 });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
