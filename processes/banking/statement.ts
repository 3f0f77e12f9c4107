/**
 * A bank statement as every reader gives it, whatever the format of the file. Amounts are integers of the smallest unit of the currency (haléř of CZK),
 * negative for money that went out.
 */
import { words, type Words } from '../words';

export interface StatementEntry {
  /** The same in every file that has the movement; unlike that of any other movement of the account. */
  readonly id: string;
  /** The day on which the bank booked it, `yyyy-MM-dd`. */
  readonly date: string;
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Digits without leading zeros; null where there is none. A text that is no variable symbol stays as it came. */
  readonly variableSymbol: string | null;
  /** Of the other side: `19-2000145399/0800`, an IBAN, or as the bank wrote it. */
  readonly counterAccount: string | null;
  readonly counterName: string | null;
  readonly message: string | null;
  /** A correction of the bank (storno), which takes back another movement. */
  readonly reversal: boolean;
}

export interface Statement {
  /** `prefix-number/bank`, without the bank where the format has none (GPC), or an IBAN (camt.053). */
  readonly account: string;
  readonly currency: string;
  readonly entries: readonly StatementEntry[];
}

/** A file that is no statement, or not a whole one; `why` is one sentence for the person who brought it. */
export class StatementError extends Error {
  constructor(readonly why: Words) {
    super(why.cs);
    this.name = 'StatementError';
  }
}

export const broken = (cs: string, en: string): StatementError => new StatementError(words(cs, en));

/** The variable symbol (up to ten digits) as it is compared: without leading zeros, null for none. What is no symbol is kept, so that a person sees it. */
export function plainSymbol(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  if (/^\d+$/.test(trimmed)) return trimmed.replace(/^0+/, '') || null;
  return trimmed === '' ? null : trimmed.slice(0, 35);
}

/** One line of text without doubled spaces; null for nothing. */
export function plainText(text: string | null | undefined): string | null {
  const plain = text?.replace(/[\s\p{Cc}]+/gu, ' ').trim() ?? '';
  return plain === '' ? null : plain.slice(0, 500);
}

/**
 * Names that repeat on one day are told apart by their order: `2026-03-01/17`, `2026-03-01/17#2`. Files that have the whole day in the bank's order give the
 * same names, also when they overlap.
 */
export function entryNames(): (date: string, reference: string) => string {
  const seen = new Map<string, number>();
  return (date, reference) => {
    const name = `${date}/${reference}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}#${times}`;
  };
}

/** The name of a movement that the bank gave none: made of what it says. */
export function contentName({ amount, variableSymbol, counterAccount, message }: Omit<StatementEntry, 'id'>): string {
  const parts = [amount, variableSymbol ?? '', counterAccount ?? '', message ?? ''].join('|');
  // FNV-1a of 53 bits: to tell movements of one day apart, not against anybody.
  let [high, low] = [0x811c9dc5, 0x1b873593];
  for (let index = 0; index < parts.length; index += 1) {
    const code = parts.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ (code + index), 0x85ebca6b);
  }
  return ((high >>> 0) * 0x200000 + (low >>> 11)).toString(36);
}

/** @throws StatementError when what was there, with what moved, is not what is there now. All amounts in the smallest unit. */
export function checkBalances(account: string, opening: number, closing: number, entries: readonly StatementEntry[]): void {
  const moved = entries.reduce((sum, { amount }) => sum + amount, 0);
  if (opening + moved === closing) return;
  throw broken(
    `Výpis účtu ${account} nesouhlasí: počáteční zůstatek s pohyby dává jinou částku než konečný zůstatek, něco v souboru chybí nebo přebývá.`,
    `The statement of account ${account} does not add up: the opening balance with the movements differs from the closing one.`,
  );
}
