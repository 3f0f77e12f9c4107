/** Terms of a programme on which its grants are paid and settled: settings of the programme, taken as they are when a contract is made. */
import type { SmallValues } from '../changes';
import type { FieldErrors } from '../rules';
import { words } from '../words';

/** When a part is paid: after the signature, when what was paid before is settled, or on a day. */
export const PART_CONDITIONS = ['signature', 'settlement', 'day'] as const;
export type PartCondition = (typeof PART_CONDITIONS)[number];

export interface PaymentPart {
  /** Whole per cent of the grant. */
  readonly share: number;
  readonly when: PartCondition;
  /** `yyyy-MM-dd`, where it is paid on a day; otherwise null. */
  readonly on: string | null;
}

export interface GrantTerms {
  /** In the order of payment; their shares make 100. */
  readonly paymentParts: readonly PaymentPart[];
  /** Two people check a settlement: one its content, another one its sums. */
  readonly twoReviews: boolean;
  /** The least whole per cent of the costs that the applicant pays from elsewhere; 0 where the programme asks none. */
  readonly ownShare: number;
}

export const plainTerms: GrantTerms = { paymentParts: [{ share: 100, when: 'signature', on: null }], twoReviews: false, ownShare: 0 };

/** More parts than anybody pays. */
export const MOST_PARTS = 12;

/** What is wrong with the terms, by dot path (`paymentParts.1.on`); empty where nothing is. */
export function termsFaults({ paymentParts }: GrantTerms): FieldErrors {
  const errors: FieldErrors = {};
  let last = '';
  paymentParts.forEach(({ when, on }, index) => {
    if (when === 'settlement' && index === 0) {
      errors[`paymentParts.${index}.when`] = words(
        'První část nemá co předem vyúčtovat.',
        'There is nothing to settle before the first part.',
      );
    }
    if (when === 'day' && on === null) errors[`paymentParts.${index}.on`] = words('Doplňte den.', 'Give the day.');
    if (when !== 'day' && on !== null)
      errors[`paymentParts.${index}.on`] = words(
        'Den patří jen k části placené v určitý den.',
        'A day belongs only to a part paid on a day.',
      );
    if (on !== null && on < last)
      errors[`paymentParts.${index}.on`] = words(
        'Části jdou po sobě; tento den je dřív než předchozí.',
        'Parts follow one another; this day is before the one above.',
      );
    if (on !== null) last = on;
  });
  if (paymentParts.reduce((sum, { share }) => sum + share, 0) !== 100) {
    errors.paymentParts = words('Části mají dát dohromady 100 %.', 'The parts must make 100 % together.');
  }
  return errors;
}

/** The terms as small values for a procedure: parts as `share:when` or `share:day:yyyy-MM-dd`. */
export function termsForProcedure({ paymentParts, twoReviews }: GrantTerms): SmallValues {
  return { parts: paymentParts.map(({ share, when, on }) => [share, when, ...(on === null ? [] : [on])].join(':')), twoReviews };
}

const isCondition = (text: string): text is PartCondition => (PART_CONDITIONS as readonly string[]).includes(text);

/** Reads what termsForProcedure wrote. @returns one payment after the signature where nothing is written @throws Error on a part that it did not write */
export function partsFrom(parts: readonly string[]): readonly PaymentPart[] {
  if (parts.length === 0) return plainTerms.paymentParts;
  return parts.map((part) => {
    const [share = '', when = '', on = null] = part.split(':');
    if (!/^\d+$/.test(share) || !isCondition(when)) throw new Error(`No part of a payment: ${part}`);
    return { share: Number(share), when, on };
  });
}

/**
 * What is due with each part, haléř. Rounded so that the parts together are the grant to the haléř.
 * @param awarded haléř
 */
export function partAmounts(awarded: number, parts: readonly PaymentPart[]): number[] {
  let shares = 0;
  let before = 0;
  return parts.map(({ share }) => {
    shares += share;
    const sum = Math.round((awarded * shares) / 100);
    const amount = sum - before;
    before = sum;
    return amount;
  });
}
