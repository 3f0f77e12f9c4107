/** Whose a case or a draft is, as queries and refusals ask it; the rule itself is in processes/identities/rights.ts. */
import type { IdentityRight } from '../../processes/identities/identity';
import { rightTo, type Owned, type RightsHolder } from '../../processes/identities/rights';
import { covers } from '../../processes/identities/identity';
import { words, type Words } from '../../processes/words';
import { forbidden, notFound } from '../problems';

interface CaseOwner {
  readonly applicantId: string;
  readonly identityId: string | null;
}

/** The person's right to a case as one of its applicant's people; null: they are none of them. */
export const rightToCase = (person: RightsHolder, { applicantId, identityId }: CaseOwner): IdentityRight | null =>
  rightTo(person, { ownerId: applicantId, identityId });

const LACKING: Readonly<Record<IdentityRight, Words>> = {
  view: words('K tomuto žadateli nemáte přístup.', 'You have no access to this applicant.'),
  edit: words(
    'U tohoto žadatele smíte jen číst. O právo upravovat požádejte toho, kdo ho spravuje.',
    'You may only read what is in the name of this applicant. Ask who manages it for the right to edit.',
  ),
  submit: words(
    'Odeslat to může jen člověk s právem podávat za tohoto žadatele. O to právo požádejte toho, kdo ho spravuje.',
    'Only who may submit in the name of this applicant can send it. Ask who manages it for that right.',
  ),
};

export const lackingWords = (needed: IdentityRight): Words => LACKING[needed];

/** @throws ProblemError 404 where the person has no right at all, 403 in words where it is a smaller one */
export function mustHave(held: IdentityRight | null | undefined, needed: IdentityRight): void {
  if (held == null) throw notFound();
  if (!covers(held, needed)) throw forbidden(LACKING[needed]);
}

/** @throws ProblemError 404, 403 as mustHave */
export function mustOwn(person: RightsHolder, owned: Owned, needed: IdentityRight): void {
  mustHave(rightTo(person, owned), needed);
}

/** Condition of a statement (`?` for each of the values): rows that the person has any right to. */
interface OwnCondition {
  readonly condition: string;
  readonly values: readonly unknown[];
}

const identitiesOf = (person: RightsHolder): string[] => Object.keys(person.identities);

/** Cases that the person reads as one of their applicant's people. @param c alias of cases in the statement */
export function ownCases(person: RightsHolder, c = 'c'): OwnCondition {
  return {
    condition: `(${c}.identity_id is null and ${c}.applicant_id = ? or ${c}.identity_id = any(?::uuid[]))`,
    values: [person.id, identitiesOf(person)],
  };
}

/** @param d alias of drafts in the statement */
export function ownDraftsCondition(person: RightsHolder, d = 'd'): OwnCondition {
  return {
    condition: `(${d}.identity_id is null and ${d}.user_id = ? or ${d}.identity_id = any(?::uuid[]))`,
    values: [person.id, identitiesOf(person)],
  };
}
