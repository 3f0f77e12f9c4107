/** Whose a draft or a case is: the one place that says so. */
import { covers, type IdentityRight } from './identity';

/** What the question needs of a draft or a case. */
export interface Owned {
  /** The account that began the draft or submitted the case. */
  readonly ownerId: string;
  /** In whose name it is; null: in the account's own, nobody else has a right to it. */
  readonly identityId: string | null;
}

export interface RightsHolder {
  readonly id: string;
  /** Right to each identity that the person shares or manages, by its id. */
  readonly identities: Readonly<Record<string, IdentityRight>>;
}

/**
 * The person's right to a draft or a case; null: none. What is in the name of an identity belongs to its people, also where who wrote it is no longer one of
 * them; what is in nobody's name belongs to the account.
 */
export function rightTo(person: RightsHolder, { ownerId, identityId }: Owned): IdentityRight | null {
  if (identityId === null) return person.id === ownerId ? 'submit' : null;
  return Object.hasOwn(person.identities, identityId) ? (person.identities[identityId] ?? null) : null;
}

export function mayDo(person: RightsHolder, owned: Owned, needed: IdentityRight): boolean {
  return covers(rightTo(person, owned), needed);
}
