/** From an identity to the fields of an application, so that nobody types the same twice. */
import type { IdentityData, PastSupport, Representative, Share } from './identity';

/** Who represents the applicant and on what ground, as one line of the application. */
export function representativeText(people: readonly Representative[]): string {
  return people.map(({ name, ground }) => (ground === '' ? name : `${name}, ${ground}`)).join('; ');
}

/** Owners or holdings, a line each. */
export function sharesText(shares: readonly Share[]): string {
  return shares.map(({ name, share }) => (share === '' ? name : `${name} (${share})`)).join('\n');
}

const filled = (data: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(data).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''));

/**
 * The part of an application that tells who applies.
 * @param asksPastSupport does the programme want to know of support from elsewhere?
 */
export function prefill(identity: IdentityData, asksPastSupport: boolean): Record<string, string | readonly PastSupport[]> {
  const legal = identity.kind === 'legal';
  return {
    ...filled({
      applicantKind: identity.kind,
      name: identity.name,
      ico: identity.ico,
      birthDate: legal ? null : identity.birthDate,
      street: identity.street,
      municipality: identity.municipality,
      postcode: identity.postcode,
      representative: legal ? representativeText(identity.representatives) : null,
      owners: legal ? sharesText(identity.owners) : null,
      shares: legal ? sharesText(identity.holdings) : null,
      bankAccount: identity.bankAccount,
    }),
    ...(asksPastSupport && identity.pastSupport.length > 0 && { pastSupport: identity.pastSupport }),
  };
}
