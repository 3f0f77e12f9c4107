/** Values for property tests. */
import fc from 'fast-check';
import { isBankAccount } from '../../identifiers';

/** The digits with the last one chosen so that the checksum fits; null where none does. */
function checked(digits: string): string | null {
  for (let last = 0; last < 10; last += 1) {
    const number = `${digits}${last}`;
    if (isBankAccount(`${number.padStart(10, '0')}/0100`)) return number;
  }
  return null;
}

const digits = (min: number, max: number): fc.Arbitrary<string> => fc.integer({ min, max }).map(String);

/** A Czech account whose checksums fit, written the short way. */
export const anyAccount: fc.Arbitrary<string> = fc
  .tuple(fc.option(digits(1, 99_999), { nil: null }), digits(1, 999_999_999), fc.constantFrom('0100', '0300', '0800', '2010', '6210'))
  .map(([prefix, number, bank]) => {
    const [checkedPrefix, checkedNumber] = [prefix === null ? '' : checked(prefix), checked(number)];
    return checkedPrefix === null || checkedNumber === null
      ? null
      : `${checkedPrefix === '' ? '' : `${checkedPrefix}-`}${checkedNumber}/${bank}`;
  })
  .filter((account): account is string => account !== null);
