/** The one way in which rows of the audit trail are written down before they are hashed. */
import { createHash } from 'node:crypto';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * JSON without spaces, keys in the order of their UTF-16 code units, keys without a value left out: the same text from
 * a value before it is stored and after it is read back. (RFC 8785 for the values that occur: no number here is large
 * or small enough for an exponent.)
 * @throws TypeError for what JSON cannot hold (a number that is not finite)
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('Only finite numbers can be recorded');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** What stands before the first row of a chain. */
export const GENESIS = '0'.repeat(64);

/** SHA-256, in hexadecimal, of the hash before and the row's canonical text. */
export function chainHash(before: string, row: Json): string {
  return createHash('sha256').update(before).update(canonicalJson(row)).digest('hex');
}
