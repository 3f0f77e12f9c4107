/**
 * Which movement is which payment: by variable symbol, amount and account of the other side. What fits exactly is offered; of all else is said why it does
 * not, and a person decides. Amounts in haléř, of movements negative where the money went out.
 */
import { sameAccount } from './accounts';
import type { MoneyKind } from './bankSteps';
import { plainSymbol, type StatementEntry } from './statement';

/** Why a movement fits nothing exactly. */
export const whys = [
  /** It came before from another source, as far as can be told. */ 'duplicate',
  /** A correction of the bank. */ 'reversal',
  /** Not in crowns. */ 'currency',
  /** No variable symbol, or what is no symbol. */ 'noSymbol',
  /** Nothing waits under this symbol. */ 'unknownSymbol',
  /** Money with the symbol of a payment came in, or with that of a refund went out. */ 'otherWay',
  /** More than is due. */ 'over',
  /** Less than is due. */ 'under',
  /** What was due under this symbol is paid already. */ 'double',
  /** Symbol and amount fit, but the other side has another account than the applicant's. */ 'account',
] as const;
export type Why = (typeof whys)[number];

export interface Due {
  readonly taskId: string;
  readonly kind: MoneyKind;
  readonly amount: number;
  readonly variableSymbol: string | null;
  readonly account: string | null;
  /** Movements pay it already. */
  readonly paid: boolean;
}

export type Verdict =
  { readonly offer: string } | { readonly why: Why; /** The task that it comes nearest to. */ readonly near: string | null };

type Movement = Pick<StatementEntry, 'id' | 'date' | 'amount' | 'currency' | 'variableSymbol' | 'counterAccount' | 'reversal'> & {
  /** It may be a movement that came before (duplicates.ts), and nobody has said that it is not. */
  readonly duplicate?: boolean;
};

const waits = (why: Why, near?: Due): Verdict => ({ why, near: near?.taskId ?? null });

function judge(movement: Movement, dues: readonly Due[], taken: ReadonlySet<string>): Verdict {
  const { amount, variableSymbol, counterAccount } = movement;
  if (movement.duplicate === true) return waits('duplicate', dues[0]);
  if (movement.reversal) return waits('reversal', dues[0]);
  if (movement.currency !== 'CZK') return waits('currency', dues[0]);
  if (variableSymbol === null || !/^\d{1,10}$/.test(variableSymbol)) return waits('noSymbol');
  if (dues.length === 0) return waits('unknownSymbol');
  const right = dues.filter(({ kind }) => (kind === 'payment') === amount < 0);
  if (right.length === 0) return waits('otherWay', dues[0]);
  const unpaid = right.filter((due) => !due.paid);
  const open = unpaid.filter((due) => !taken.has(due.taskId));
  const moved = Math.abs(amount);
  const exact = open.filter((due) => due.amount === moved);
  const fitting = exact.find(({ account }) => account !== null && counterAccount !== null && sameAccount(account, counterAccount));
  if (fitting) return { offer: fitting.taskId };
  if (exact.length > 0) return waits('account', exact[0]);
  const done = right.find((due) => due.amount === moved) ?? right[0];
  if (unpaid.length === 0 || done?.amount === moved) return waits('double', done);
  // Of an amount that differs it matters little that another movement is offered to the task.
  const near = open[0] ?? unpaid[0];
  return waits(moved > (near?.amount ?? 0) ? 'over' : 'under', near);
}

/**
 * A verdict of every movement; no task is offered twice. Movements are taken in the order of their days, tasks in the order given (that of their opening), so
 * that of two equal parts the earlier one is paid first.
 * @param movements that wait: neither matched nor put away
 */
export function matchMovements(movements: readonly Movement[], dues: readonly Due[]): ReadonlyMap<string, Verdict> {
  const bySymbol = new Map<string, Due[]>();
  for (const due of dues) {
    const symbol = plainSymbol(due.variableSymbol);
    if (symbol !== null) bySymbol.set(symbol, [...(bySymbol.get(symbol) ?? []), due]);
  }
  const taken = new Set<string>();
  const verdicts = new Map<string, Verdict>();
  const inOrder = [...movements].sort((a, b) => (a.date === b.date ? compare(a.id, b.id) : compare(a.date, b.date)));
  for (const movement of inOrder) {
    const verdict = judge(movement, bySymbol.get(movement.variableSymbol ?? '') ?? [], taken);
    if ('offer' in verdict) taken.add(verdict.offer);
    verdicts.set(movement.id, verdict);
  }
  return verdicts;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
