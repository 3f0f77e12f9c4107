/** Made-up identification and account numbers that pass their checksums. */

const ICO_WEIGHTS = [8, 7, 6, 5, 4, 3, 2];

/** IČO of a made-up legal person: the range 99xxxxxx, not given out by the registers. */
export function madeUpIco(serial: number): string {
  const digits = String(9_900_000 + (serial % 100_000));
  const sum = ICO_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return `${digits}${(11 - (sum % 11)) % 10}`;
}

const ACCOUNT_WEIGHTS = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1];

/** Account number in the made-up series 19000xxxxx at code 0100, divisible as vyhláška č. 169/2011 Sb. wants it. */
export function madeUpAccount(serial: number): string {
  for (let number = 1_900_000_000 + (serial % 90_000) * 11; ; number += 1) {
    const digits = String(number);
    const sum = ACCOUNT_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
    if (sum % 11 === 0) return `${digits}/0100`;
  }
}
