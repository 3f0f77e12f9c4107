/**
 * Payment order in the Czech format ABO (KPC): lines ended by CR LF, windows-1250. Sources: Fio banka, Struktura souboru ABO (fio.cz/docs/cz/struktura-abo.pdf),
 * as python-abo-generator and snadnee/php-abo-generator (MIT) write it.
 *
 * `UHL1` day, name of the client (20), number of the client (10), files from-to (3+3), code and secret (6+6);
 * `1 1501` number of the file (3), branch (3), bank; `2` account of the payer, sum (haléř), day of payment; a line a payment: account, amount (haléř),
 * variable symbol, bank with constant symbol, specific symbol, `AV:` message; `3 +` ends the group, `5 +` the file.
 */
import { czechAccount, accountText, type CzechAccount } from './accounts';
import { encodeWindows1250, withoutDiacritics } from './encodings';
import { checkOrder, totalOf, type PaymentOrder } from './orders';

/** Payment; 1502 would be a collection. */
const PAYMENT = '1501';
const LINE_END = '\r\n';
/** A message of one line; further ones would need `|`, which not every bank takes. */
const MESSAGE = 35;

/** `2026-11-21` -> `211126`. */
const dayOf = (iso: string): string => `${iso.slice(8, 10)}${iso.slice(5, 7)}${iso.slice(2, 4)}`;

const padded = (text: string | number, length: number): string => String(text).padStart(length, '0');

const numberOf = ({ prefix, number }: CzechAccount): string => `${padded(prefix, 6)}-${padded(number, 10)}`;

const accountIn = (text: string): CzechAccount => czechAccount(text) ?? { prefix: '', number: '', bank: '' };

/** One line of what the bank shows; a separator of the format has no place in it. */
const messageOf = (text: string): string =>
  text
    .replace(/[\s\p{Cc}|]+/gu, ' ')
    .trim()
    .slice(0, MESSAGE);

/** @param order CZK only. @returns bytes of the file. @throws OrderError */
export function writeAbo(order: PaymentOrder): Uint8Array {
  checkOrder(order);
  const { payer, payments, payOn, createdAt } = order;
  const from = accountIn(payer.account);
  const client = withoutDiacritics(payer.name).toUpperCase().slice(0, 20).padEnd(20);
  const lines = [
    `UHL1${dayOf(createdAt)}${client}${padded('', 10)}001001${padded('', 12)}`,
    `1 ${PAYMENT} 001000 ${from.bank}`,
    `2 ${numberOf(from)} ${padded(totalOf(payments), 14)} ${dayOf(payOn)}`,
    ...payments.map((payment) => {
      const to = accountIn(payment.account);
      const symbols = `${padded(payment.variableSymbol, 10)} ${to.bank}0000 ${padded('', 10)}`;
      return `${numberOf(to)} ${padded(payment.amount, 12)} ${symbols} AV:${messageOf(payment.message)}`;
    }),
    '3 +',
    '5 +',
  ];
  return encodeWindows1250(lines.map((line) => line + LINE_END).join(''));
}

export interface ReadOrder {
  readonly payer: string;
  readonly payDay: string;
  readonly total: number;
  readonly payments: readonly {
    readonly account: string;
    readonly amount: number;
    readonly variableSymbol: string;
    readonly message: string;
  }[];
}

const GROUP = /^2 (\d{6})-(\d{10}) (\d{14,15}) (\d{6})$/;
const PAID = /^(\d{6})-(\d{10}) (\d{12,15}) (\d{1,10}) (\d{4})\d{4} \d{1,10} AV:(.*)$/;

/** Reads back an order of one group as `writeAbo` makes it; null for anything else. The text comes from windows-1250. */
export function readAbo(text: string): ReadOrder | null {
  const lines = text.split(LINE_END);
  const bank = /^1 1501 \d{6} (\d{4})$/.exec(lines[1] ?? '')?.[1];
  const group = GROUP.exec(lines[2] ?? '');
  const end = lines.indexOf('3 +');
  if (!lines[0]?.startsWith('UHL1') || bank === undefined || !group || end < 4 || lines[end + 1] !== '5 +') return null;
  const plain = (prefix = '', number = '', of = ''): string =>
    accountText({ prefix: prefix.replace(/^0+/, ''), number: number.replace(/^0+/, ''), bank: of });
  const payments = lines.slice(3, end).map((line) => PAID.exec(line));
  if (payments.some((payment) => payment === null)) return null;
  return {
    payer: plain(group[1], group[2], bank),
    payDay: group[4] ?? '',
    total: Number(group[3]),
    payments: payments.map((match) => ({
      account: plain(match?.[1], match?.[2], match?.[5]),
      amount: Number(match?.[3]),
      variableSymbol: match?.[4] ?? '',
      message: match?.[6] ?? '',
    })),
  };
}
