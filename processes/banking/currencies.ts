/** Amounts as decimal text and the smallest units of currencies (ISO 4217, "minor unit"). */

const DECIMALS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code): [string, number] => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code): [string, number] => [code, 3])),
};

export const decimalsOf = (currency: string): number => DECIMALS[currency] ?? 2;

/** Numbers of currencies in GPC (ISO 4217 numeric). */
const NUMERIC: Readonly<Record<string, string>> = {
  '203': 'CZK',
  '978': 'EUR',
  '840': 'USD',
  '826': 'GBP',
  '756': 'CHF',
  '985': 'PLN',
  '348': 'HUF',
  '208': 'DKK',
  '578': 'NOK',
  '752': 'SEK',
  '392': 'JPY',
  '036': 'AUD',
  '124': 'CAD',
  '946': 'RON',
  '975': 'BGN',
};

export const currencyOfNumber = (digits: string): string | undefined => NUMERIC[digits];

/**
 * `127.5` of CZK -> 12750, `-3` -> -300; exact, never over a float.
 * @returns null for what is no amount, has more decimals than the currency, or does not fit an exact integer
 */
export function amountOfDecimal(text: string, currency: string): number | null {
  const match = /^([+-]?)(\d{1,16})(?:\.(\d{0,20}))?$/.exec(text.trim());
  if (!match) return null;
  const decimals = decimalsOf(currency);
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return null;
  const amount = Number(`${match[2]}${fraction.padEnd(decimals, '0')}`);
  if (!Number.isSafeInteger(amount)) return null;
  return match[1] === '-' && amount !== 0 ? -amount : amount;
}

/** 12750 of CZK -> `127.50`. */
export function decimalOfAmount(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return amount < 0 ? `-${whole}` : whole;
}
