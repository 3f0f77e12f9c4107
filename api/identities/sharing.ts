/** Who else may act in the name of an applicant: given, changed and taken by who manages it. */
import { ApplicantIdentity, Tenant, User } from '../../models';
import { query } from '../../models/database';
import { covers, type IdentityRight } from '../../processes/identities/identity';
import type { IdentityView, InvitationView } from '../../processes/identities/views';
import { allows } from '../../processes/policy';
import { words } from '../../processes/words';
import type { Asking, Person } from '../context';
import { forbidden, invalid, notFound, notNow } from '../problems';
import { actorFor, record } from '../record';
import { select } from '../sql';
import { identityView } from './identityPresenter';
import { managedIdentity } from './identityEditor';
import { INVITATION_LASTS, invitationLetter, newToken, sharedLetter, tokenHash } from './invitationLink';

/** People and invitations of one identity together. */
const MOST_PEOPLE = 50;

const actor = (context: Asking) => actorFor(context.person, ['identities', 'edit']);

async function mustHaveRoom(identityId: string): Promise<void> {
  const [row] = await select<{ total: number }>(
    `select (select count(*) from identity_people where identity_id = $1) + (select count(*) from identity_invitations where identity_id = $1) as total`,
    [identityId],
  );
  if ((row?.total ?? 0) >= MOST_PEOPLE)
    throw notNow(words(`Sdílet se dá nejvýš s ${MOST_PEOPLE} lidmi.`, `It can be shared with at most ${MOST_PEOPLE} people.`));
}

async function give(tenantId: string, identityId: string, userId: string, may: IdentityRight): Promise<void> {
  await query(
    `insert into identity_people (tenant_id, identity_id, user_id, may) values ($1, $2, $3, $4)
     on conflict (identity_id, user_id) do update set may = excluded.may`,
    [tenantId, identityId, userId, may],
  );
}

/**
 * Shares the identity: at once with who has an applicant's account here, by a letter with a link with who has none.
 * @throws ProblemError 404, 403 for who does not manage it, 422 naming `email`, 409 when there are too many people, 429
 */
export async function shareIdentity(
  context: Asking,
  id: string,
  { email, may }: { readonly email: string; readonly may: IdentityRight },
): Promise<IdentityView> {
  const { person, services, tenantId } = context;
  await services.limits.invitationsByPerson.count(person.id);
  const { view, message } = await context.inTenant(async () => {
    const identity = await managedIdentity(context, id);
    if (email === person.email) throw invalid({ email: words('To jste vy.', 'That is you.') });
    const tenant = await Tenant.findByPk(tenantId, { rejectOnEmpty: true });
    const user = await User.findOne({ where: { email } });
    const known = { tenantName: tenant.name, identityName: identity.name, invitedBy: person.name, may };
    const address = `${services.environment.publicUrl}/${tenant.slug}`;
    if (user) {
      if (!user.active || !allows(user.roles, 'identities', 'edit'))
        throw invalid({
          email: words(
            'Účet s tímto e-mailem nemůže podávat žádosti. Zadejte jiný e-mail.',
            'The account with this e-mail cannot apply. Enter another e-mail.',
          ),
        });
      await mustHaveRoom(id);
      await give(tenantId, id, user.id, may);
      await record(context, {
        type: 'identityShared',
        what: { identityId: id, name: identity.name, userId: user.id, may },
        actor: actor(context),
      });
      return {
        view: await identityView(person, identity),
        message: sharedLetter({ ...known, to: email, language: user.language, link: `${address}/zadatele/${id}` }),
      };
    }
    await query('delete from identity_invitations where identity_id = $1 and (email = $2 or expires_at <= now())', [id, email]);
    await mustHaveRoom(id);
    const token = newToken();
    await query(
      `insert into identity_invitations (tenant_id, identity_id, email, may, token_hash, expires_at, created_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantId, id, email, may, tokenHash(token), new Date(Date.now() + INVITATION_LASTS), person.id],
    );
    await record(context, { type: 'identityInvited', what: { identityId: id, name: identity.name, email, may }, actor: actor(context) });
    return {
      view: await identityView(person, identity),
      message: invitationLetter({ ...known, to: email, language: context.language, link: `${address}/pozvanka/${token}` }),
    };
  });
  services.mailer.post(message);
  return view;
}

/** @throws ProblemError 404 also for who is not among its people, 403 */
export function changeRight(context: Asking, id: string, userId: string, may: IdentityRight): Promise<IdentityView> {
  return context.inTenant(async () => {
    const identity = await managedIdentity(context, id);
    const [held] = await select<{ may: IdentityRight }>(
      'select may from identity_people where identity_id = $1 and user_id = $2 for update',
      [id, userId],
    );
    if (!held) throw notFound();
    if (held.may !== may) {
      await give(context.tenantId, id, userId, may);
      await record(context, {
        type: 'identityShared',
        what: { identityId: id, name: identity.name, userId, may },
        before: held,
        after: { may },
        actor: actor(context),
      });
    }
    return identityView(context.person, identity);
  });
}

/** Takes the right from somebody, or the person leaves by themselves. Works at once: rights are read anew with every request. @throws ProblemError 404, 403 */
export function revokeRight(context: Asking, id: string, userId: string): Promise<void> {
  return context.inTenant(async () => {
    const own = userId === context.person.id && Object.hasOwn(context.person.identities, id);
    const identity = own ? await ApplicantIdentity.findByPk(id) : await managedIdentity(context, id);
    const gone = await select<{ may: IdentityRight }>('delete from identity_people where identity_id = $1 and user_id = $2 returning may', [
      id,
      userId,
    ]);
    if (!identity || gone.length === 0) throw notFound();
    await record(context, {
      type: 'identityRevoked',
      what: { identityId: id, name: identity.name, userId },
      before: gone[0],
      actor: actor(context),
    });
  });
}

/** @throws ProblemError 404, 403 */
export function withdrawInvitation(context: Asking, id: string, invitationId: string): Promise<void> {
  return context.inTenant(async () => {
    const identity = await managedIdentity(context, id);
    const gone = await select<{ email: string }>('delete from identity_invitations where identity_id = $1 and id = $2 returning email', [
      id,
      invitationId,
    ]);
    if (gone.length === 0) throw notFound();
    await record(context, {
      type: 'identityRevoked',
      what: { identityId: id, name: identity.name, email: gone[0]?.email },
      actor: actor(context),
    });
  });
}

/** Hands the managing over to one of its people who may submit; who managed it stays among them. @throws ProblemError 404, 403, 409 */
export function handOver(context: Asking, id: string, userId: string): Promise<IdentityView> {
  return context.inTenant(async () => {
    const identity = await managedIdentity(context, id);
    const [held] = await select<{ may: IdentityRight }>('select may from identity_people where identity_id = $1 and user_id = $2', [
      id,
      userId,
    ]);
    if (!held) throw notFound();
    if (!covers(held.may, 'submit'))
      throw notNow(words('Správu předejte někomu, kdo smí i podávat.', 'Hand it over to somebody who may submit.'));
    await query('delete from identity_people where identity_id = $1 and user_id = $2', [id, userId]);
    await give(context.tenantId, id, context.person.id, 'submit');
    await identity.update({ managerId: userId });
    const view = await identityView({ ...context.person, identities: { ...context.person.identities, [id]: 'submit' } }, identity);
    await record(context, { type: 'identityHandedOver', what: { identityId: id, name: identity.name, userId }, actor: actor(context) });
    return view;
  });
}

interface Invitation {
  readonly id: string;
  readonly identityId: string;
  readonly identityName: string;
  readonly managerId: string;
  readonly email: string;
  readonly may: IdentityRight;
  readonly invitedBy: string;
}

/** Found by the token alone; whose e-mail it is for is asked of who wants to accept it. Inside inTenant. @throws ProblemError 404 */
async function invitationOf(token: string): Promise<Invitation> {
  const [found] = await select<Invitation>(
    `select n.id, n.identity_id as "identityId", i.name as "identityName", i.manager_id as "managerId", n.email, n.may, u.name as "invitedBy"
     from identity_invitations n join applicant_identities i on i.id = n.identity_id join users u on u.id = n.created_by
     where n.token_hash = $1 and n.expires_at > now()`,
    [tokenHash(token)],
  );
  if (!found)
    throw notFound(
      words(
        'Pozvánka už neplatí: byla přijata, zrušena, nebo je starší než 30 dní. Požádejte o novou.',
        'The invitation is no longer valid: it was accepted, cancelled, or is older than 30 days. Ask for another.',
      ),
    );
  return found;
}

export function showInvitation(context: Asking, token: string): Promise<InvitationView> {
  return context.inTenant(async () => {
    const { identityName, may, invitedBy, email } = await invitationOf(token);
    return { identityName, may, invitedBy, email };
  });
}

function mustBeFor(person: Person, { email }: Invitation): void {
  if (email === person.email) return;
  throw forbidden(
    words(
      `Pozvánka je pro ${email}. Přihlaste se účtem s tímto e-mailem.`,
      `The invitation is for ${email}. Sign in with the account of that e-mail.`,
    ),
  );
}

/** @returns the id of the identity. @throws ProblemError 404, 403 when it is for another e-mail */
export function acceptInvitation(context: Asking, token: string): Promise<{ readonly identityId: string }> {
  return context.inTenant(async () => {
    const invitation = await invitationOf(token);
    mustBeFor(context.person, invitation);
    const { id, identityId, identityName, managerId, may } = invitation;
    const taken = await select('delete from identity_invitations where id = $1 returning 1', [id]);
    if (taken.length === 0) throw notFound();
    // An invitation is an offer: it takes nothing from who got a larger right meanwhile.
    const held = managerId === context.person.id ? 'submit' : context.person.identities[identityId];
    if (!covers(held, may)) await give(context.tenantId, identityId, context.person.id, may);
    await record(context, {
      type: 'identityShared',
      what: { identityId, name: identityName, userId: context.person.id, may },
      actor: actor(context),
    });
    return { identityId };
  });
}
