import { UniqueConstraintError } from 'sequelize';
import { Tenant } from '../../models/people/Tenant';
import { User } from '../../models/people/User';
import type { Role } from '../../processes/roles';
import { words, type Language } from '../../processes/words';
import type { Asking } from '../context';
import { invalid } from '../problems';
import { record } from '../record';
import { makePasswordLink } from './passwordLink';
import { refuseActingAuditor, refuseRaising } from './userEditor';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly phone?: string | null;
  readonly language?: Language;
}

/**
 * Adds a person to the tenant and sends them a link with which they set their password.
 * @throws ProblemError 422 when the e-mail has an account already, 403 for a role that is not theirs to give
 */
export async function inviteUser(context: Asking, { email, name, roles, phone = null, language = 'cs' }: NewUser): Promise<User> {
  const { environment, mailer } = context.services;
  refuseRaising(context.person, [], roles);
  refuseActingAuditor(roles);
  const invite = async () => {
    const tenant = await Tenant.findByPk(context.tenantId, { rejectOnEmpty: true });
    const user = await User.create({ email, name, phone, language, roles: [...roles], active: true });
    const message = await makePasswordLink(user, 'invitation', { publicUrl: environment.publicUrl, tenantName: tenant.name });
    await record(context, {
      type: 'userCreated',
      what: { userId: user.id, roles: user.roles },
      after: { email, name, phone, language, roles },
    });
    return { user, message };
  };
  try {
    const { user, message } = await context.inTenant(invite);
    mailer.post(message);
    return user;
  } catch (error) {
    if (!(error instanceof UniqueConstraintError)) throw error;
    throw invalid({ email: words('Osoba s tímto e-mailem tu už je.', 'There is a person with this e-mail already.') });
  }
}
