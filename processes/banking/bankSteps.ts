/** Steps of processes whose end is a movement on the account: what each says of the amount, and how a movement completes it. */
import type { SmallValues } from '../changes';

export type MoneyKind = 'payment' | 'refund';

interface BankStep {
  readonly kind: MoneyKind;
  /** Parameters of the task that may hold the amount in haléř; the first that is there holds. */
  readonly amountIn: readonly string[];
  readonly outcome: string;
  completion(movement: {
    readonly on: string;
    readonly amount: number;
    readonly variableSymbol: string;
  }): Readonly<Record<string, unknown>>;
  /** The amount in what a person wrote down. */
  readonly recordedIn: string;
}

const bankSteps: Readonly<Record<string, BankStep>> = {
  payment: {
    kind: 'payment',
    amountIn: ['amount', 'awarded'],
    outcome: 'paid',
    completion: ({ on, amount, variableSymbol }) => ({ paidOn: on, amount, variableSymbol }),
    recordedIn: 'amount',
  },
  refund: {
    kind: 'refund',
    amountIn: ['amount', 'unspent'],
    outcome: 'received',
    completion: ({ on, amount }) => ({ receivedOn: on, amount }),
    recordedIn: 'amount',
  },
};

export const bankStepNames: readonly string[] = Object.keys(bankSteps);

export function bankStep(step: string): BankStep | undefined {
  return Object.hasOwn(bankSteps, step) ? bankSteps[step] : undefined;
}

/** What is to be paid, haléř; null where the task does not say. */
export function amountDue(step: string, params: SmallValues): number | null {
  const name = bankStep(step)?.amountIn.find((one) => typeof params[one] === 'number');
  const amount = name === undefined ? undefined : params[name];
  return typeof amount === 'number' ? amount : null;
}
