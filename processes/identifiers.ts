/** Identifiers that people type, with their own checks against slips. */

const weighted = (digits: string, weights: readonly number[]): number =>
  [...digits].reduce((sum, digit, index) => sum + Number(digit) * (weights[index] ?? 0), 0);

/** Identification number of a legal person (IČO): eight digits, the last one a check of the others modulo 11. */
export function isIco(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false;
  return (11 - (weighted(text.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(text[7]);
}

const WEIGHTS = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1] as const;

/** Czech bank account `[prefix-]number/bank`: prefix and number are each divisible by 11 when weighted (vyhláška č. 169/2011 Sb.). */
export function isBankAccount(text: string): boolean {
  const match = /^(?:(\d{1,6})-)?(\d{2,10})\/\d{4}$/.exec(text.replace(/\s/g, ''));
  const number = match?.[2];
  if (number === undefined || /^0*$/.test(number)) return false;
  const fits = (digits: string): boolean => weighted(digits.padStart(10, '0'), WEIGHTS) % 11 === 0;
  return fits(number) && fits(match?.[1] ?? '0');
}

/** A day that is in the calendar, `yyyy-MM-dd`, in the years that people's papers speak of: 1900 to 2199. The words of its refusal say so. */
export function isDay(text: string): boolean {
  const match = /^((?:19|20|21)\d{2})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
