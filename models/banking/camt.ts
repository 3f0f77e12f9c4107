/**
 * Statement in XML, ISO 20022 camt.053 from version 2 on. Source: ISO 20022 BankToCustomerStatement; the Czech way with symbols: Česká bankovní asociace,
 * Standard pro elektronický XML výpis 2.3; samples of genkgo/camt (MIT).
 */
import { isIban } from '../../processes/banking/accounts';
import { amountOfDecimal } from '../../processes/banking/currencies';
import {
  broken,
  checkBalances,
  contentName,
  entryNames,
  plainSymbol,
  plainText,
  type StatementError,
  type Statement,
  type StatementEntry,
} from '../../processes/banking/statement';
import { isDay } from '../../processes/identifiers';
import { nodeAt, nodesAt, readXml, textAt, XmlError, type XmlNode } from './xmlTree';

type Unnamed = Omit<StatementEntry, 'id'> & { readonly reference: string | null };

const unread = (what: string): StatementError =>
  broken(`Výpis camt.053: údaj ${what} chybí nebo se nedá přečíst.`, `camt.053 statement: ${what} is missing or cannot be read.`);

interface Money {
  readonly amount: number;
  readonly currency: string;
}

function moneyOf(node: XmlNode | undefined): Money | null {
  const currency = node?.attributes.Ccy ?? '';
  const amount = node && /^[A-Z]{3}$/.test(currency) ? amountOfDecimal(node.text, currency) : null;
  return amount === null || amount < 0 ? null : { amount, currency };
}

/** Day as the bank wrote it, in its own time zone. */
function dayAt(node: XmlNode | undefined): string | null {
  const text = (textAt(node, 'Dt') ?? textAt(node, 'DtTm') ?? '').slice(0, 10);
  return isDay(text) ? text : null;
}

function direction(node: XmlNode): 1 | -1 | null {
  const indicator = textAt(node, 'CdtDbtInd');
  return indicator === 'CRDT' ? 1 : indicator === 'DBIT' ? -1 : null;
}

const withSign = (amount: number, sign: 1 | -1): number => (sign === -1 && amount !== 0 ? -amount : amount);

/** `/VS123/SS…` in the references, `VS:123` in structured remittance, the same in a message. */
const SYMBOL = /(?:^|[/\s;,|])VS[:/ ]?\s?(\d{1,10})(?!\d)/i;

function symbolOf(details: XmlNode | undefined): string | null {
  const structured = nodesAt(details, 'RmtInf/Strd/CdtrRefInf');
  const typed = structured.find((node) => textAt(node, 'Tp/CdOrPrtry/Prtry') === 'VS' || textAt(node, 'Tp/CdOrPrtry/Cd') === 'VS');
  const said = [
    ...structured.map((node) => textAt(node, 'Ref')),
    textAt(details, 'Refs/EndToEndId'),
    textAt(details, 'Refs/InstrId'),
    ...nodesAt(details, 'RmtInf/Ustrd').map(({ text }) => text),
  ];
  const found = said.map((text) => SYMBOL.exec(text ?? '')?.[1]).find((digits) => digits !== undefined);
  return plainSymbol(found ?? textAt(typed, 'Ref'));
}

interface Party {
  readonly name: string | null;
  readonly account: string | null;
}

function party(details: XmlNode | undefined, side: 'Dbtr' | 'Cdtr'): Party {
  const parties = nodeAt(details, 'RltdPties');
  const number = textAt(parties, `${side}Acct/Id/IBAN`) ?? textAt(parties, `${side}Acct/Id/Othr/Id`);
  const bank =
    textAt(details, `RltdAgts/${side}Agt/FinInstnId/ClrSysMmbId/MmbId`) ?? textAt(details, `RltdAgts/${side}Agt/FinInstnId/Othr/Id`);
  const czech = number !== null && /^[\d-]{2,17}$/.test(number) && bank !== null && /^\d{4}$/.test(bank);
  return {
    name: plainText(textAt(parties, `${side}/Nm`) ?? textAt(parties, `${side}/Pty/Nm`)),
    account: plainText(czech ? `${number}/${bank}` : number),
  };
}

/** The other side: who paid what came, who got what went; of a reversal the other way. Where only one side is named and it is not the owner, it is that one. */
function otherSide(details: XmlNode | undefined, sign: 1 | -1, reversal: boolean, own: string): Party {
  const [debtor, creditor] = [party(details, 'Dbtr'), party(details, 'Cdtr')];
  const incoming = (sign === 1) !== reversal;
  const [first, second] = incoming ? [debtor, creditor] : [creditor, debtor];
  if (first.name !== null || first.account !== null) return first;
  return second.account !== null && second.account !== own ? second : first;
}

function messageOf(details: XmlNode | undefined, entry: XmlNode): string | null {
  const free = nodesAt(details, 'RmtInf/Ustrd')
    .map(({ text }) => text)
    .join(' ');
  return plainText(free) ?? plainText(textAt(details, 'AddtlTxInf')) ?? plainText(textAt(entry, 'AddtlNtryInf'));
}

/** A booking of several payments is as many movements, where each has its amount and together they are the booking. */
function parts(entry: XmlNode, whole: Money): readonly { readonly details: XmlNode | undefined; readonly amount: number }[] {
  const details = nodesAt(entry, 'NtryDtls/TxDtls');
  if (details.length < 2) return [{ details: details[0], amount: whole.amount }];
  const amounts = details.map((one) => moneyOf(nodeAt(one, 'Amt')) ?? moneyOf(nodeAt(one, 'AmtDtls/TxAmt/Amt')));
  const sum = amounts.reduce((total, money) => total + (money?.currency === whole.currency ? money.amount : Number.NaN), 0);
  const sameWay = details.every((one) => (textAt(one, 'CdtDbtInd') ?? textAt(entry, 'CdtDbtInd')) === textAt(entry, 'CdtDbtInd'));
  if (sum !== whole.amount || !sameWay) return [{ details: undefined, amount: whole.amount }];
  return details.map((one, index) => ({ details: one, amount: amounts[index]?.amount ?? 0 }));
}

/** Movements of one booking; none where it is not booked yet (only announced). */
function bookingOf(entry: XmlNode, own: string): Unnamed[] {
  const status = textAt(entry, 'Sts/Cd') ?? textAt(entry, 'Sts') ?? 'BOOK';
  if (status !== 'BOOK') return [];
  const money = moneyOf(nodeAt(entry, 'Amt'));
  const sign = direction(entry);
  const date = dayAt(nodeAt(entry, 'BookgDt')) ?? dayAt(nodeAt(entry, 'ValDt'));
  if (!money) throw unread('Ntry/Amt');
  if (sign === null) throw unread('Ntry/CdtDbtInd');
  if (date === null) throw unread('Ntry/BookgDt');
  const reversal = textAt(entry, 'RvslInd') === 'true' || textAt(entry, 'RvslInd') === '1';
  const whole = textAt(entry, 'AcctSvcrRef');
  return parts(entry, money).map(({ details, amount }) => {
    const other = otherSide(details, sign, reversal, own);
    return {
      reference: whole ?? textAt(details, 'Refs/AcctSvcrRef'),
      date,
      amount: withSign(amount, sign),
      currency: money.currency,
      variableSymbol: symbolOf(details),
      counterAccount: other.account,
      counterName: other.name,
      message: messageOf(details, entry),
      reversal,
    };
  });
}

/** The balance of the first of these types that is there: opening or closing, booked. */
function balanceOf(statement: XmlNode, types: readonly string[]): Money | null {
  for (const type of types) {
    const balance = nodesAt(statement, 'Bal').find((one) => textAt(one, 'Tp/CdOrPrtry/Cd') === type);
    if (!balance) continue;
    const money = moneyOf(nodeAt(balance, 'Amt'));
    const sign = direction(balance);
    if (!money || sign === null) throw unread(`Bal ${type}`);
    return { ...money, amount: withSign(money.amount, sign) };
  }
  return null;
}

const accountOf = (statement: XmlNode): string => {
  const iban = textAt(statement, 'Acct/Id/IBAN')?.replace(/\s/g, '');
  if (iban !== undefined && !isIban(iban))
    throw broken(
      `Výpis camt.053: IBAN účtu ${iban} má chybný kontrolní součet.`,
      `camt.053 statement: the IBAN ${iban} has a wrong checksum.`,
    );
  const account = iban ?? textAt(statement, 'Acct/Id/Othr/Id');
  if (account === null) throw unread('Acct/Id');
  return account;
};

function statementOf(node: XmlNode, bookings: readonly XmlNode[]): Statement {
  const account = accountOf(node);
  const opening = balanceOf(node, ['OPBD', 'PRCD']);
  const closing = balanceOf(node, ['CLBD']);
  const nameOf = entryNames();
  const entries = bookings
    .flatMap((booking) => bookingOf(booking, account))
    .map(({ reference, ...entry }): StatementEntry => ({ id: nameOf(entry.date, reference ?? contentName(entry)), ...entry }));
  const currency = textAt(node, 'Acct/Ccy') ?? opening?.currency ?? closing?.currency ?? entries[0]?.currency ?? null;
  if (currency === null) throw unread('Acct/Ccy');
  // Amounts of several currencies cannot be added up.
  const oneCurrency = opening?.currency === closing?.currency && entries.every((entry) => entry.currency === opening?.currency);
  if (opening && closing && oneCurrency) checkBalances(account, opening.amount, closing.amount, entries);
  return { account, currency, entries };
}

/** @throws StatementError */
export function readCamt(text: string): Statement[] {
  const statements: Statement[] = [];
  let bookings: XmlNode[] = [];
  let root: XmlNode;
  try {
    root = readXml(text, (node, path) => {
      if (path.at(-1) === 'Stmt' && node.name === 'Ntry') {
        bookings.push(node);
        return true;
      }
      if (path.at(-1) === 'BkToCstmrStmt' && node.name === 'Stmt') {
        statements.push(statementOf(node, bookings));
        bookings = [];
        return true;
      }
      return false;
    });
  } catch (error) {
    if (error instanceof XmlError) throw broken(error.message, 'The XML is broken, or has a document type, which is not read.');
    throw error;
  }
  if (!nodeAt(root, 'BkToCstmrStmt') || statements.length === 0)
    throw broken('To XML není výpis camt.053 (zpráva BankToCustomerStatement).', 'The XML is no camt.053 statement.');
  return statements;
}
