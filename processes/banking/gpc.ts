/**
 * Statement in GPC (ABO): lines of fixed width, `074` a statement, `075` a movement, `078` and `079` its message; amounts in haléř.
 * Source: jakubzapletal/bank-statements, doc/abo.md (MIT), after the banks' own descriptions.
 *
 * 074: 4-19 account (prefix 6 + number 10), 20-39 client, 40-45 day of the old balance, 46-59 and sign 60 old balance, 61-74/75 new balance, 76-89/90 debits,
 * 91-104/105 credits, 106-108 number, 109-114 day.
 * 075: 4-19 account, 20-35 account of the other side, 36-48 document, 49-60 amount, 61 posting code, 62-71 variable symbol, 72-81 bank and constant symbol,
 * 82-91 specific symbol, 92-97 value date, 98-117 name, 119-122 currency, 123-128 day of booking.
 */
import { isDay } from '../identifiers';
import { currencyOfNumber } from './currencies';
import { broken, checkBalances, contentName, entryNames, plainSymbol, plainText } from './statement';
import type { Statement, StatementEntry } from './statement';

interface Posting {
  readonly sign: 1 | -1;
  readonly reversal: boolean;
}

/** 1 debit, 2 credit; their reversals (storno) 4 and 5 with most banks. A reversal moves the other way. */
const CODES: Readonly<Record<string, Posting>> = {
  '1': { sign: -1, reversal: false },
  '2': { sign: 1, reversal: false },
  '4': { sign: 1, reversal: true },
  '5': { sign: -1, reversal: true },
};
/** With banks that know a code 3, the reversals are 3 and 4. */
const CODES_WITH_3: Readonly<Record<string, Posting>> = {
  ...CODES,
  '3': { sign: 1, reversal: true },
  '4': { sign: -1, reversal: true },
};

const STATEMENT = /^074\d{16}/;

/** Does the text begin as a statement in GPC? */
export const isGpc = (text: string): boolean => STATEMENT.test(text);

interface Lines {
  readonly at: number;
  readonly head: string;
  readonly items: { readonly at: number; readonly line: string; readonly more: string[] }[];
}

const cut = (at: number) =>
  broken(`Řádek ${at} výpisu GPC není celý nebo v něm jsou jiné znaky, než mají být.`, `Line ${at} of the GPC statement is not whole.`);

/** Columns as the descriptions count them: from 1, both ends included. */
const field = (line: string, from: number, to: number): string => line.slice(from - 1, to);

function digits(line: string, from: number, to: number, at: number): string {
  const text = field(line, from, to);
  if (text.length !== to - from + 1 || !/^\d+$/.test(text)) throw cut(at);
  return text;
}

/** @throws StatementError for what a number cannot hold, or is none */
function signed(line: string, from: number, to: number, at: number): number {
  const amount = Number(digits(line, from, to, at));
  const sign = field(line, to + 1, to + 1);
  if (!/[+\-0 ]/.test(sign)) throw cut(at);
  return sign === '-' && amount !== 0 ? -amount : amount;
}

/** `050114` -> `2014-01-05`; null for no day. */
function dayOf(text: string): string | null {
  const [day, month, year] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)];
  const date = `${Number(year) < 70 ? '20' : '19'}${year}-${month}-${day}`;
  return isDay(date) ? date : null;
}

/** Sixteen digits -> `prefix-number`, without leading zeros; null for zeros alone. */
function accountOf(text: string): string | null {
  const prefix = text.slice(0, 6).replace(/^0+/, '');
  const number = text.slice(6).replace(/^0+/, '');
  if (number === '') return null;
  return prefix === '' ? number : `${prefix}-${number}`;
}

function counterOf(line: string, at: number): string | null {
  const text = field(line, 20, 35);
  if (text.trim() === '') return null;
  const account = accountOf(digits(line, 20, 35, at));
  const bank = /^\d{4}$/.exec(field(line, 74, 77))?.[0] ?? '0000';
  if (account === null) return null;
  return bank === '0000' ? account : `${account}/${bank}`;
}

function entryOf(
  item: Lines['items'][number],
  own: string,
  fallback: string | null,
  codes: typeof CODES,
): Omit<StatementEntry, 'id'> & { document: string } {
  const { line, at } = item;
  if (line.length < 128) throw cut(at);
  if (digits(line, 4, 19, at) !== own)
    throw broken(
      `Řádek ${at} výpisu GPC patří jinému účtu než jeho záhlaví.`,
      `Line ${at} of the GPC statement belongs to another account.`,
    );
  const posting = codes[field(line, 61, 61)];
  if (!posting) throw cut(at);
  const amount = Number(digits(line, 49, 60, at));
  const date = dayOf(field(line, 123, 128)) ?? dayOf(field(line, 92, 97)) ?? fallback;
  if (date === null)
    throw broken(`Na řádku ${at} výpisu GPC není žádné platné datum.`, `There is no date on line ${at} of the GPC statement.`);
  const name = plainText(field(line, 98, 117));
  return {
    document: field(line, 36, 48).trim().replace(/^0+/, ''),
    date,
    amount: posting.sign === -1 && amount !== 0 ? -amount : amount,
    currency: currencyOfNumber(field(line, 120, 122)) ?? 'CZK',
    variableSymbol: plainSymbol(field(line, 62, 71)),
    counterAccount: counterOf(line, at),
    counterName: name,
    // The one text of a short line is the name, or says what it was.
    message: plainText(item.more.join(' ')) ?? name,
    reversal: posting.reversal,
  };
}

function split(text: string): Lines[] {
  const statements: Lines[] = [];
  text.split(/\r\n|\n|\r/).forEach((raw, index) => {
    const [at, line] = [index + 1, raw.replace(/\p{Cc}+$/u, '')];
    if (line.trim() === '') return;
    const current = statements.at(-1);
    const kind = line.slice(0, 3);
    if (kind === '074') statements.push({ at, head: line, items: [] });
    else if (!current) throw cut(at);
    else if (kind === '075') current.items.push({ at, line, more: [] });
    else if (kind === '078' || kind === '079') {
      const item = current.items.at(-1);
      if (!item) throw cut(at);
      item.more.push(line.slice(3));
    } else if (!/^07\d/.test(kind)) throw cut(at);
  });
  return statements;
}

/** @throws StatementError naming the line, or saying that the sums do not fit */
export function readGpc(text: string): Statement[] {
  return split(text).map(({ at, head, items }) => {
    const own = digits(head, 4, 19, at);
    const account = accountOf(own);
    if (account === null) throw cut(at);
    const opening = signed(head, 46, 59, at);
    const closing = signed(head, 61, 74, at);
    digits(head, 76, 89, at);
    digits(head, 91, 104, at);
    const day = dayOf(field(head, 109, 114));
    const codes = items.some(({ line }) => field(line, 61, 61) === '3') ? CODES_WITH_3 : CODES;
    const nameOf = entryNames();
    const entries = items.map((item): StatementEntry => {
      const { document, ...entry } = entryOf(item, own, day, codes);
      return { id: nameOf(entry.date, document === '' ? contentName(entry) : document), ...entry };
    });
    checkBalances(account, opening, closing, entries);
    return { account, currency: entries[0]?.currency ?? 'CZK', entries };
  });
}
