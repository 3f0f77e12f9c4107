/** An applicant's identity (žadatel): in whose name an application is written, kept once and shared by the people who write it. */

/** What a person may do with an identity and with the drafts and cases in its name; each right includes those before it. */
export const identityRights = ['view', 'edit', 'submit'] as const;
export type IdentityRight = (typeof identityRights)[number];

/** Does the right that is held include the needed one? @param held undefined or null: none at all */
export function covers(held: IdentityRight | null | undefined, needed: IdentityRight): boolean {
  return held != null && identityRights.indexOf(held) >= identityRights.indexOf(needed);
}

/** Who represents a legal person and on what ground: § 10a odst. 3 písm. f) bod 1 zákona č. 250/2000 Sb. */
export interface Representative {
  readonly name: string;
  /** 'předseda podle stanov', 'na základě plné moci'. */
  readonly ground: string;
}

/** A beneficial owner, or a legal person in which the applicant has a share: bod 2 a 3. `share` is a text, because not all shares are a number. */
export interface Share {
  readonly name: string;
  readonly share: string;
}

/** Support that somebody else gave, as the applicant declares it. */
export interface PastSupport {
  readonly provider: string;
  readonly purpose: string;
  readonly year: number;
  /** Haléř. */
  readonly amount: number;
}

export interface IdentityData {
  readonly kind: 'natural' | 'legal';
  readonly name: string;
  /** Eight digits; always of a legal person, of a natural one who has a trade. */
  readonly ico: string | null;
  /** `yyyy-MM-dd`; of a natural person. */
  readonly birthDate: string | null;
  /** Code of the legal form, three digits, as ARES says it. */
  readonly legalForm: string | null;
  readonly street: string;
  readonly municipality: string;
  readonly postcode: string;
  readonly representatives: readonly Representative[];
  readonly owners: readonly Share[];
  readonly holdings: readonly Share[];
  readonly bankAccount: string | null;
  readonly pastSupport: readonly PastSupport[];
}

/** Limits that the forms and the api both hold; the lists must fit into the fields of an application (processes/grant/forms.ts). */
export const IDENTITY_LIMITS = {
  rows: 20,
  name: 200,
  ground: 200,
  share: 60,
  representative: 300,
  shares: 2000,
  years: [1990, 2100],
} as const;
