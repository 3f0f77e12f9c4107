/** A payment order as it is written for the bank, whatever the format. Amounts in haléř (or cents), above zero. */
import { words, type Words } from '../words';
import { czechAccount } from './accounts';

export interface OrderedPayment {
  /** Of whom is paid, `19-2000145399/0800`. */
  readonly account: string;
  readonly name: string;
  readonly amount: number;
  /** Up to ten digits. */
  readonly variableSymbol: string;
  readonly message: string;
}

export interface PaymentOrder {
  /** Short name of the order for the bank, letters and digits. */
  readonly id: string;
  readonly payer: { readonly name: string; readonly account: string };
  readonly currency: 'CZK' | 'EUR';
  /** The day on which the bank is to pay, `yyyy-MM-dd`. */
  readonly payOn: string;
  /** ISO moment. */
  readonly createdAt: string;
  readonly payments: readonly OrderedPayment[];
}

export class OrderError extends Error {
  constructor(readonly why: Words) {
    super(why.cs);
    this.name = 'OrderError';
  }
}

/** Fourteen digits of the field of a sum in ABO. */
const MAX_TOTAL = 99_999_999_999_999;

/** @throws OrderError for an order that no bank would take; both formats ask the same */
export function checkOrder(order: PaymentOrder): void {
  const { payments, payer } = order;
  if (payments.length === 0) throw new OrderError(words('V příkazu není žádná platba.', 'The order has no payment.'));
  if (!czechAccount(payer.account))
    throw new OrderError(
      words('Číslo účtu úřadu chybí nebo v něm nesouhlasí kontrolní součet.', 'The account of the office is missing or wrong.'),
    );
  for (const { account, amount, variableSymbol, name } of payments) {
    if (!czechAccount(account))
      throw new OrderError(
        words(`Číslo účtu ${account} (${name}) neexistuje, nesouhlasí kontrolní součet.`, `There is no account ${account} (${name}).`),
      );
    if (!Number.isSafeInteger(amount) || amount <= 0)
      throw new OrderError(words(`Částka pro ${name} musí být vyšší než nula.`, `The amount for ${name} must be more than zero.`));
    if (!/^\d{1,10}$/.test(variableSymbol))
      throw new OrderError(
        words(`Variabilní symbol pro ${name} má mít nejvýš deset číslic.`, `The variable symbol for ${name} must be ten digits at most.`),
      );
  }
  if (totalOf(payments) > MAX_TOTAL) throw new OrderError(words('Součet plateb je příliš vysoký.', 'The sum of the payments is too high.'));
}

export const totalOf = (payments: readonly { readonly amount: number }[]): number => payments.reduce((sum, { amount }) => sum + amount, 0);
