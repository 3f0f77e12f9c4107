import { ApplicantIdentity } from '../../models';
import { IDENTITY_LIMITS } from '../../processes/identities/identity';
import { representativeText, sharesText } from '../../processes/identities/prefill';
import type { IdentityView } from '../../processes/identities/views';
import type { FieldErrors } from '../../processes/rules';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { forbidden, invalid, notNow, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import { select } from '../sql';
import { today } from '../today';
import { dataOf, identityFor, identityView } from './identityPresenter';
import type { IdentityFields } from './identitySchemas';

/** Identities that one person manages; a bookkeeper of a whole district has fewer. */
const MOST = 100;

/** What does not fit together, or would not fit into an application. */
function errorsIn(fields: IdentityFields): FieldErrors {
  const errors: FieldErrors = {};
  const legal = fields.kind === 'legal';
  if (legal && fields.ico === null) errors.ico = words('Právnická osoba má IČO; doplňte ho.', 'A legal person has an IČO; fill it in.');
  if (legal && fields.representatives.length === 0)
    errors.representatives = words('Doplňte, kdo za ni jedná.', 'Fill in who represents it.');
  if (!legal && fields.birthDate === null) errors.birthDate = words('Doplňte datum narození.', 'Fill in the birth date.');
  if (fields.birthDate !== null && fields.birthDate > today())
    errors.birthDate = words('Datum narození ještě nenastalo.', 'The birth date is in the future.');
  const tooLong = words('Dohromady je to na žádost moc dlouhé. Zkraťte to.', 'Together it is too long for an application. Shorten it.');
  if (representativeText(fields.representatives).length > IDENTITY_LIMITS.representative) errors.representatives = tooLong;
  if (sharesText(fields.owners).length > IDENTITY_LIMITS.shares) errors.owners = tooLong;
  if (sharesText(fields.holdings).length > IDENTITY_LIMITS.shares) errors.holdings = tooLong;
  return errors;
}

/** Of the other kind of person nothing is kept: what is not asked for is not stored (minimisation, čl. 5 odst. 1 písm. c) GDPR). */
function kept(fields: IdentityFields): IdentityFields {
  if (fields.kind === 'legal') return { ...fields, birthDate: null };
  return { ...fields, legalForm: null, representatives: [], owners: [], holdings: [] };
}

const columnsOf = ({ kind, ...fields }: IdentityFields) => ({ ...fields, applicantKind: kind });

function checkedFields(fields: IdentityFields): IdentityFields {
  const plain = kept(fields);
  const errors = errorsIn(plain);
  if (Object.keys(errors).length > 0) throw invalid(errors);
  return plain;
}

/** The person makes an identity and manages it. @throws ProblemError 422 naming the fields, 409 when there are too many */
export function createIdentity(context: Asking, sent: IdentityFields): Promise<IdentityView> {
  const fields = checkedFields(sent);
  return context.inTenant(async () => {
    const count = await ApplicantIdentity.count({ where: { managerId: context.person.id } });
    if (count >= MOST)
      throw notNow(words('Máte příliš mnoho žadatelů. Některé nejdřív smažte.', 'You have too many applicants. Delete some first.'));
    const identity = await ApplicantIdentity.create({ ...columnsOf(fields), managerId: context.person.id });
    const view = await identityView(context.person, identity);
    await record(context, {
      type: 'identityCreated',
      what: { identityId: identity.id, name: fields.name },
      after: fields,
      actor: actorFor(context.person, ['identities', 'create']),
    });
    return view;
  });
}

/**
 * Changes the identity from now on; applications that were begun keep what they say.
 * @param version that the writer saw
 * @throws ProblemError 404, 403, 412, 422 naming the fields
 */
export function editIdentity(context: Asking, id: string, sent: IdentityFields, version: number): Promise<IdentityView> {
  return context.inTenant(async () => {
    const identity = await identityFor(context.person, id, 'edit', true);
    if (identity.version !== version) throw staleVersion();
    const fields = checkedFields(sent);
    const changed = difference(dataOf(identity), fields);
    if (!changed) return identityView(context.person, identity);
    await identity.update(columnsOf(fields));
    const view = await identityView(context.person, identity);
    await record(context, {
      type: 'identityChanged',
      what: { identityId: id, name: fields.name },
      ...changed,
      actor: actorFor(context.person, ['identities', 'edit']),
    });
    return view;
  });
}

/** Only who manages it. @throws ProblemError 403 in words, 404 */
export async function managedIdentity(context: Asking, id: string): Promise<ApplicantIdentity> {
  const identity = await identityFor(context.person, id, 'view', true);
  if (identity.managerId !== context.person.id)
    throw forbidden(words('To smí jen ten, kdo žadatele spravuje.', 'Only who manages the applicant may do this.'));
  return identity;
}

/** Deletes an identity in whose name nothing was written, with its kept papers. @throws ProblemError 404, 403, 409 */
export function deleteIdentity(context: Asking, id: string): Promise<void> {
  return context.inTenant(async () => {
    const identity = await managedIdentity(context, id);
    const [used] = await select<{ drafts: number; cases: number }>(
      `select (select count(*) from drafts where identity_id = $1 and submitted_at is null) as drafts,
         (select count(*) from drafts where identity_id = $1 and submitted_at is not null) as cases`,
      [id],
    );
    if ((used?.cases ?? 0) > 0)
      throw notNow(words('Za tohoto žadatele už bylo něco podáno, proto zůstává.', 'Something was submitted in its name, so it stays.'));
    if ((used?.drafts ?? 0) > 0)
      throw notNow(words('Nejdřív zahoďte rozepsané žádosti tohoto žadatele.', 'Delete its drafts of applications first.'));
    const before = dataOf(identity);
    await identity.destroy();
    await record(context, {
      type: 'identityDeleted',
      what: { identityId: id, name: before.name },
      before,
      actor: actorFor(context.person, ['identities', 'delete']),
    });
  });
}
