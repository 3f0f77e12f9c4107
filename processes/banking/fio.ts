/**
 * Statement of Fio banka as its API gives it: `accountStatement.info` and `transactionList.transaction`, each with columns `columnN: {value, name, id}` or null.
 * Source: Fio API Bankovnictví, structure of JSON; samples of mhujer/fio-api-php (MIT). Columns: 22 id of the movement, 0 day, 1 amount, 14 currency,
 * 2 account and 3 bank of the other side, 10 its name, 5 variable symbol, 7 what the user wrote, 16 message, 8 type.
 */
import { DateTime } from 'luxon';
import { ZONE } from '../calendar';
import { isRecord } from '../formSchema';
import { isDay } from '../identifiers';
import { amountOfDecimal } from './currencies';
import { broken, checkBalances, plainSymbol, plainText, type Statement, type StatementEntry, type StatementError } from './statement';

const FIO = 'Výpis Fio';

const unread = (where: string): StatementError =>
  broken(`${FIO}: údaj ${where} chybí nebo se nedá přečíst.`, `Fio statement: ${where} is missing or cannot be read.`);

function textIn(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
}

/** Value of a column; null where the column is. */
function column(row: Readonly<Record<string, unknown>>, number: number): unknown {
  const cell = row[`column${number}`];
  return isRecord(cell) ? cell.value : null;
}

/** `2015-03-30+0200`, or milliseconds as older answers have it. */
function dayIn(value: unknown): string | null {
  if (typeof value === 'number') return DateTime.fromMillis(value, { zone: ZONE }).toISODate();
  const text = typeof value === 'string' ? value.slice(0, 10) : '';
  return isDay(text) ? text : null;
}

function currencyIn(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? value : null;
}

function amountIn(value: unknown, currency: string): number | null {
  const text = textIn(value);
  return text === null ? null : amountOfDecimal(text, currency);
}

function entryOf(row: unknown, place: number, ofAccount: string): StatementEntry {
  if (!isRecord(row)) throw unread(`pohyb ${place}`);
  const id = textIn(column(row, 22));
  const date = dayIn(column(row, 0));
  const currency = currencyIn(column(row, 14) ?? ofAccount);
  const amount = currency === null ? null : amountIn(column(row, 1), currency);
  if (id === null || !/^\d{1,20}$/.test(id)) throw unread(`„ID pohybu“ pohybu ${place}`);
  if (date === null) throw unread(`„Datum“ pohybu ${place}`);
  if (currency === null) throw unread(`„Měna“ pohybu ${place}`);
  if (amount === null) throw unread(`„Objem“ pohybu ${place}`);
  const account = plainText(textIn(column(row, 2)));
  const bank = plainText(textIn(column(row, 3)));
  return {
    id,
    date,
    amount,
    currency,
    variableSymbol: plainSymbol(textIn(column(row, 5))),
    counterAccount: account === null || bank === null || account.includes('/') ? account : `${account}/${bank}`,
    counterName: plainText(textIn(column(row, 10))),
    message: plainText(textIn(column(row, 16))) ?? plainText(textIn(column(row, 7))),
    reversal: /storno/i.test(textIn(column(row, 8)) ?? ''),
  };
}

/** Does the parsed JSON look like a statement of Fio? */
export const isFio = (data: unknown): boolean => isRecord(data) && isRecord(data.accountStatement);

/**
 * Balances are compared where the list is whole by its own words (`idFrom` and `idTo` are its first and last movement): a selection has the balances of
 * the whole account and cannot add up.
 * @throws StatementError
 */
export function readFio(data: unknown): Statement[] {
  const statement = isRecord(data) ? data.accountStatement : undefined;
  const info = isRecord(statement) ? statement.info : undefined;
  if (!isRecord(statement) || !isRecord(info)) throw unread('accountStatement.info');
  const number = textIn(info.accountId);
  const bank = textIn(info.bankId);
  const currency = currencyIn(info.currency);
  if (number === null || !/^[\d-]{1,20}$/.test(number)) throw unread('accountId');
  if (currency === null) throw unread('currency');
  const list = isRecord(statement.transactionList) ? statement.transactionList.transaction : null;
  if (!Array.isArray(list)) throw unread('transactionList.transaction');
  const entries = list.map((row: unknown, index) => entryOf(row, index + 1, currency));
  const ids = entries.map(({ id }) => id);
  if (new Set(ids).size !== ids.length)
    throw broken(`${FIO}: týž pohyb je v souboru dvakrát.`, 'Fio statement: a movement is there twice.');
  const account = bank === null ? number : `${number}/${bank}`;
  const [opening, closing] = [amountIn(info.openingBalance, currency), amountIn(info.closingBalance, currency)];
  const [from, to] = [textIn(info.idFrom), textIn(info.idTo)];
  const whole =
    entries.length === 0 ? from === null && to === null : from !== null && to !== null && ids.includes(from) && ids.includes(to);
  if (whole && opening !== null && closing !== null) checkBalances(account, opening, closing, entries);
  return [{ account, currency, entries }];
}
