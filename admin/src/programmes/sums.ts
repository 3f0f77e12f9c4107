/** Sums of a programme's applications against its money. Amounts are integers of haléř. */
import type { CaseView } from '../../../processes/views';
import { amountOf } from '../shared/values';

export interface ApplicationRow {
  readonly view: CaseView;
  readonly requested: number | null;
  readonly points: number | null;
  readonly proposed: number | null;
  readonly awarded: number | null;
  /** What it takes from the programme: what was awarded, unless the case ended without it. */
  readonly taken: number;
  /** What is proposed and not decided yet. */
  readonly pending: number;
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
    taken: ended ? 0 : (awarded ?? 0),
    pending: ended || awarded !== null ? 0 : (proposed ?? 0),
  };
}

export interface Distribution {
  readonly awarded: number;
  /** Proposed beside what was awarded. */
  readonly pending: number;
  /** Of the total after what was awarded; negative when more is given than there is. */
  readonly left: number;
  /** What would be left if everything proposed was approved. */
  readonly wouldLeave: number;
  /** Shares of the total in per cent, together at most 100 (for the bar). */
  readonly awardedShare: number;
  readonly pendingShare: number;
}

export function distribution(rows: readonly ApplicationRow[], total: number): Distribution {
  const awarded = rows.reduce((all, row) => all + row.taken, 0);
  const pending = rows.reduce((all, row) => all + row.pending, 0);
  const share = (sum: number): number => (total > 0 ? Math.min(100, (sum / total) * 100) : 0);
  return {
    awarded,
    pending,
    left: total - awarded,
    wouldLeave: total - awarded - pending,
    awardedShare: share(awarded),
    pendingShare: share(awarded + pending) - share(awarded),
  };
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
