/**
 * Payment order in XML, ISO 20022 pain.001.001.03 or .09 (CustomerCreditTransferInitiation), in CZK or EUR. Sources: ISO 20022 message definition; EPC132-08
 * (SEPA credit transfer, customer to PSP: character set, `SvcLvl SEPA`, `ChrgBr SLEV`); Komerční banka, XML SEPA CT client format. Symbols are told the Czech way,
 * `/VS…` at the beginning of the message.
 */
import { ibanOf } from './accounts';
import { decimalOfAmount } from './currencies';
import { withoutDiacritics } from './encodings';
import { checkOrder, totalOf, type OrderedPayment, type PaymentOrder } from './orders';

export type PainVersion = '03' | '09';

/** Characters that every bank of SEPA must take (EPC217-08); no other is written, so nothing needs to be escaped either. */
const plain = (text: string, length: number): string =>
  withoutDiacritics(text)
    .replace(/&/g, '+')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, length)
    .trim();

/** An id may not begin or end with a slash, nor have two (EPC132-08). */
const idOf = (text: string): string =>
  plain(text, 35)
    .replace(/\/+/g, '/')
    .replace(/^\/|\/$/g, '') || 'NOTPROVIDED';

/** Bank account as ISO 20022 has it. */
const account = (tag: string, text: string): string => `<${tag}><Id><IBAN>${ibanOf(text) ?? ''}</IBAN></Id></${tag}>`;

function payment(
  { account: to, name, amount, variableSymbol, message }: OrderedPayment,
  { id, currency }: PaymentOrder,
  index: number,
): string {
  const said = plain(`/VS${variableSymbol} ${message}`, 140);
  return [
    '<CdtTrfTxInf>',
    `<PmtId><InstrId>${idOf(`${id}-${index + 1}`)}</InstrId><EndToEndId>${idOf(`VS${variableSymbol}-${id}-${index + 1}`)}</EndToEndId></PmtId>`,
    `<Amt><InstdAmt Ccy="${currency}">${decimalOfAmount(amount, currency)}</InstdAmt></Amt>`,
    `<Cdtr><Nm>${plain(name, 70) || '-'}</Nm></Cdtr>`,
    account('CdtrAcct', to),
    `<RmtInf><Ustrd>${said}</Ustrd></RmtInf>`,
    '</CdtTrfTxInf>',
  ].join('');
}

/** @returns the XML, UTF-8. @throws OrderError */
export function writePain(order: PaymentOrder, version: PainVersion): string {
  checkOrder(order);
  const { id, payer, payments, payOn, currency, createdAt } = order;
  const sum = decimalOfAmount(totalOf(payments), currency);
  const count = payments.length;
  const payDay = version === '09' ? `<ReqdExctnDt><Dt>${payOn}</Dt></ReqdExctnDt>` : `<ReqdExctnDt>${payOn}</ReqdExctnDt>`;
  const bank = '<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>';
  // Outside the euro there is no SEPA.
  const service = currency === 'EUR' ? '<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>' : '';
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.${version}"><CstmrCdtTrfInitn>`,
    `<GrpHdr><MsgId>${idOf(id)}</MsgId><CreDtTm>${createdAt.slice(0, 19)}</CreDtTm><NbOfTxs>${count}</NbOfTxs><CtrlSum>${sum}</CtrlSum>`,
    `<InitgPty><Nm>${plain(payer.name, 70) || '-'}</Nm></InitgPty></GrpHdr>`,
    `<PmtInf><PmtInfId>${idOf(id)}</PmtInfId><PmtMtd>TRF</PmtMtd><NbOfTxs>${count}</NbOfTxs><CtrlSum>${sum}</CtrlSum>${service}${payDay}`,
    `<Dbtr><Nm>${plain(payer.name, 70) || '-'}</Nm></Dbtr>${account('DbtrAcct', payer.account)}${bank}<ChrgBr>SLEV</ChrgBr>`,
    ...payments.map((one, index) => payment(one, order, index)),
    '</PmtInf></CstmrCdtTrfInitn></Document>\n',
  ].join('');
}
