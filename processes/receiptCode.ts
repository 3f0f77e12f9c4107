/**
 * The code of a receipt (kontrolní kód potvrzení): the first sixteen digits of the hash of the submitted data. Whoever has it holds the receipt, for it cannot be
 * guessed; only then is it told what was attached to whose application.
 */

const LENGTH = 16;

/** @param dataSha256 hexadecimal, in small letters */
export const receiptCode = (dataSha256: string): string => dataSha256.slice(0, LENGTH);

/** As it is printed: in fours. */
export const printedCode = (dataSha256: string): string => receiptCode(dataSha256).replace(/(.{4})(?=.)/g, '$1 ');

/** A code as people copy it from a print, or the whole hash of which it is the beginning. Null: it is neither. */
export function typedCode(text: string): string | null {
  const plain = text.replace(/[\s-]/g, '').toLowerCase();
  return /^[0-9a-f]{16,64}$/.test(plain) ? receiptCode(plain) : null;
}
