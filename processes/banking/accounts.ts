/** Czech account numbers and IBAN: vyhláška č. 169/2011 Sb. (the form of a number, weights modulo 11) and ISO 13616 (modulo 97). */
import { isBankAccount } from '../identifiers';

export interface CzechAccount {
  /** Up to six digits without leading zeros; empty where there is none. */
  readonly prefix: string;
  readonly number: string;
  readonly bank: string;
}

const unpadded = (digits: string): string => digits.replace(/^0+/, '');

/** The parts of `[prefix-]number/bank`, whose checksums fit; null otherwise. */
export function czechAccount(text: string): CzechAccount | null {
  const plain = text.replace(/\s/g, '');
  const match = /^(?:(\d{1,6})-)?(\d{2,10})\/(\d{4})$/.exec(plain);
  if (!match || !isBankAccount(plain)) return null;
  return { prefix: unpadded(match[1] ?? ''), number: unpadded(match[2] ?? ''), bank: match[3] ?? '' };
}

export const accountText = ({ prefix, number, bank }: CzechAccount): string => `${prefix === '' ? '' : `${prefix}-`}${number}/${bank}`;

/** Remainder modulo 97 of the IBAN's letters and digits, as ISO 7064 counts it. */
function remainder(rearranged: string): number {
  let rest = 0;
  for (const character of rearranged) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** An IBAN of any country, spaces allowed. */
export function isIban(text: string): boolean {
  const plain = text.replace(/\s/g, '').toUpperCase();
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain) && remainder(plain.slice(4) + plain.slice(0, 4)) === 1;
}

/** `19-2000145399/0800` -> `CZ6508000000192000145399`; null for what is no Czech account. */
export function ibanOf(text: string): string | null {
  const account = czechAccount(text);
  if (!account) return null;
  const inside = account.bank + account.prefix.padStart(6, '0') + account.number.padStart(10, '0');
  const check = 98 - remainder(`${inside}CZ00`);
  return `CZ${String(check).padStart(2, '0')}${inside}`;
}

/** `CZ6508000000192000145399` -> `19-2000145399/0800`; null for what is no Czech IBAN or has a wrong checksum. */
export function accountOfIban(text: string): string | null {
  const plain = text.replace(/\s/g, '').toUpperCase();
  const match = /^CZ\d{2}(\d{4})(\d{6})(\d{10})$/.exec(plain);
  if (!match || !isIban(plain)) return null;
  const [, bank = '', prefix = '', number = ''] = match;
  const account = accountText({ prefix: unpadded(prefix), number: unpadded(number), bank });
  return czechAccount(account) ? account : null;
}

/** The account as it is compared: Czech IBAN as the Czech number, zeros and spaces dropped; what is neither stays as it is. */
export function comparableAccount(text: string): string {
  const plain = text.replace(/\s/g, '').toUpperCase();
  const iban = accountOfIban(plain);
  if (iban !== null) return iban;
  const match = /^(?:(\d{1,6})-)?(\d{1,16})(?:\/(\d{4}))?$/.exec(plain);
  if (!match) return plain;
  const prefix = unpadded(match[1] ?? '');
  return `${prefix === '' ? '' : `${prefix}-`}${unpadded(match[2] ?? '')}${match[3] === undefined ? '' : `/${match[3]}`}`;
}

/** Is it the same account? A statement without the code of the bank (GPC) names the number alone. */
export function sameAccount(one: string, other: string): boolean {
  const [a, b] = [comparableAccount(one), comparableAccount(other)];
  if (a === b) return true;
  const bare = (account: string): string => account.split('/')[0] ?? '';
  return a.includes('/') !== b.includes('/') && /^[\d-]+$/.test(bare(a)) && bare(a) === bare(b);
}
