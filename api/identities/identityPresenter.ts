import { ApplicantIdentity } from '../../models';
import type { IdentityData, IdentityRight } from '../../processes/identities/identity';
import type { GrantedHere, IdentityRow, IdentityView, InvitationRow, SharedWith } from '../../processes/identities/views';
import type { Person } from '../context';
import { refTo, namesOf } from '../names';
import { notFound } from '../problems';
import { iso, select } from '../sql';
import { mustHave } from './ownership';

/** The identity, if the person has that right to it. Inside inTenant. @throws ProblemError 404, 403 in words */
export async function identityFor(person: Person, id: string, needed: IdentityRight, lock = false): Promise<ApplicantIdentity> {
  const held = Object.hasOwn(person.identities, id) ? person.identities[id] : null;
  mustHave(held, needed);
  const identity = await ApplicantIdentity.findByPk(id, { lock });
  if (!identity) throw notFound();
  return identity;
}

export const dataOf = (identity: ApplicantIdentity): IdentityData => ({
  kind: identity.applicantKind,
  name: identity.name,
  ico: identity.ico,
  birthDate: identity.birthDate,
  legalForm: identity.legalForm,
  street: identity.street,
  municipality: identity.municipality,
  postcode: identity.postcode,
  representatives: identity.representatives,
  owners: identity.owners,
  holdings: identity.holdings,
  bankAccount: identity.bankAccount,
  pastSupport: identity.pastSupport,
});

/** What an application in its name is filled from. Inside inTenant. @throws ProblemError 404, 403 */
export async function identityToWriteFor(person: Person, id: string): Promise<IdentityData> {
  return dataOf(await identityFor(person, id, 'edit'));
}

/** Identities that the person manages or shares, by name. Inside inTenant. */
export async function identitiesOf(person: Person): Promise<IdentityRow[]> {
  const rows = await select<Omit<IdentityRow, 'may' | 'manages'> & { managerId: string }>(
    `select id, applicant_kind as kind, name, ico, municipality, manager_id as "managerId", version
     from applicant_identities where id = any($1::uuid[]) order by name, id`,
    [Object.keys(person.identities)],
  );
  return rows.map(({ managerId, ...row }) => ({ ...row, may: person.identities[row.id] ?? 'view', manages: managerId === person.id }));
}

/** People other than the manager. Inside inTenant. */
export async function peopleOf(identityId: string): Promise<SharedWith[]> {
  const rows = await select<{ id: string; name: string; email: string; may: IdentityRight; createdAt: Date }>(
    `select u.id, u.name, u.email, p.may, p.created_at as "createdAt" from identity_people p join users u on u.id = p.user_id
     where p.identity_id = $1 order by u.name, u.id`,
    [identityId],
  );
  return rows.map(({ id, name, email, may, createdAt }) => ({ person: { id, name }, email, may, since: iso(createdAt) }));
}

async function invitationsOf(identityId: string): Promise<InvitationRow[]> {
  const rows = await select<{ id: string; email: string; may: IdentityRight; expiresAt: Date }>(
    `select id, email, may, expires_at as "expiresAt" from identity_invitations where identity_id = $1 and expires_at > now() order by email`,
    [identityId],
  );
  return rows.map((row) => ({ ...row, expiresAt: iso(row.expiresAt) }));
}

/**
 * What was asked for and got here in the name of the identity, the last first. By the record alone, not by IČO: an IČO can be typed by anybody, and what was
 * asked for and refused is nobody else's business. Inside inTenant.
 */
export function grantedTo(identityId: string): Promise<GrantedHere[]> {
  return select<GrantedHere>(
    `select c.id as "caseId", c.number, c.title, p.title as "programmeTitle", g.year, g.requested, g.awarded, g.paid
     from cases c join grants g on g.case_id = c.id left join programmes p on p.id = c.subject_id
     where c.identity_id = $1 order by c.opened_at desc, c.id`,
    [identityId],
  );
}

/** The identity as one of its people reads it. Inside inTenant. */
export async function identityView(person: Person, identity: ApplicantIdentity): Promise<IdentityView> {
  const manages = identity.managerId === person.id;
  const [names, people, invitations, granted] = [
    await namesOf([identity.managerId]),
    await peopleOf(identity.id),
    manages ? await invitationsOf(identity.id) : [],
    await grantedTo(identity.id),
  ];
  return {
    id: identity.id,
    ...dataOf(identity),
    may: manages ? 'submit' : (person.identities[identity.id] ?? 'view'),
    manages,
    version: identity.version,
    updatedAt: iso(identity.updatedAt),
    manager: refTo(names, identity.managerId) ?? { id: identity.managerId, name: '' },
    people,
    invitations,
    granted,
  };
}
