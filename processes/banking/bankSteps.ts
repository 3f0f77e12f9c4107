/** Steps of processes whose end is a movement on the account: what each says of the amount, and how a movement completes it. */
import { levyLeft, penaltyLeft } from '../breach/rules';
import type { SmallValues } from '../changes';

/** Out to a recipient; back from one; a levy or its penalty for a breach of budget discipline, known to few. */
export const moneyKinds = ['payment', 'refund', 'levy'] as const;
export type MoneyKind = (typeof moneyKinds)[number];

interface BankStep {
  readonly kind: MoneyKind;
  /** Parameters of the task that may hold the amount in haléř; the first that is there holds. */
  readonly amountIn: readonly string[];
  /** What is left of it by the values of the case, where they may have changed since the task was opened (a remission). */
  readonly left?: (values: SmallValues) => number;
  readonly outcome: string;
  completion(movement: {
    readonly on: string;
    readonly amount: number;
    readonly variableSymbol: string;
  }): Readonly<Record<string, unknown>>;
  /** The amount in what a person wrote down. */
  readonly recordedIn: string;
}

const received = {
  outcome: 'received',
  completion: ({ on, amount }: { readonly on: string; readonly amount: number }) => ({ receivedOn: on, amount }),
  recordedIn: 'amount',
} as const;

const bankSteps: Readonly<Record<string, BankStep>> = {
  payment: {
    kind: 'payment',
    amountIn: ['amount', 'awarded'],
    outcome: 'paid',
    completion: ({ on, amount, variableSymbol }) => ({ paidOn: on, amount, variableSymbol }),
    recordedIn: 'amount',
  },
  refund: { kind: 'refund', amountIn: ['amount', 'unspent'], ...received },
  levyPayment: { kind: 'levy', amountIn: ['levy'], left: levyLeft, ...received },
  penaltyPayment: { kind: 'levy', amountIn: ['penalty'], left: penaltyLeft, ...received },
};

export const bankStepNames: readonly string[] = Object.keys(bankSteps);

export function bankStep(step: string): BankStep | undefined {
  return Object.hasOwn(bankSteps, step) ? bankSteps[step] : undefined;
}

/** What is to be paid, haléř, 0 where all the rest was remitted meanwhile; null where the task does not say. */
export function amountDue(step: string, params: SmallValues, values: SmallValues): number | null {
  const of = bankStep(step);
  const name = of?.amountIn.find((one) => typeof params[one] === 'number');
  const amount = name === undefined ? undefined : params[name];
  if (typeof amount !== 'number') return null;
  return of?.left ? Math.max(0, Math.min(amount, of.left(values))) : amount;
}
