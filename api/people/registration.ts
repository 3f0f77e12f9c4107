import { UniqueConstraintError } from 'sequelize';
import { inTenant } from '../../models/database';
import { User } from '../../models/people/User';
import { publicTenants } from '../../models/tenancy';
import { words, type Language } from '../../processes/words';
import type { Person } from '../context';
import { invalid } from '../problems';
import { record } from '../record';
import { hashPassword } from '../session/passwords';

export interface Registration {
  /** Slug. */
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly language: Language;
}

/**
 * Makes an applicant's account.
 * @throws ProblemError 422 for an unknown tenant or an e-mail that has an account there
 */
export async function register(
  registration: Registration,
  requestId: string,
): Promise<{ readonly tenantId: string; readonly person: Person }> {
  const { email, name, language } = registration;
  const tenant = (await publicTenants()).find(({ slug }) => slug === registration.tenant);
  if (!tenant) throw invalid({ tenant: words('Takový úřad tu není.', 'There is no such office.') });
  const tenantId = tenant.id;
  const passwordHash = await hashPassword(registration.password);
  try {
    const person = await inTenant(tenantId, async (): Promise<Person> => {
      const user = await User.create({ email, name, language, passwordHash, roles: ['applicant'], active: true });
      const made: Person = { id: user.id, email, name, language, roles: user.roles, identities: {}, substitutes: [] };
      await record(
        { tenantId, person: made, requestId },
        { type: 'userCreated', what: { userId: user.id, roles: user.roles } },
        { type: 'signedIn', what: { userId: user.id } },
      );
      return made;
    });
    return { tenantId, person };
  } catch (error) {
    if (!(error instanceof UniqueConstraintError)) throw error;
    throw invalid({
      email: words(
        'S tímto e-mailem už tu účet je. Přihlaste se, nebo si nechte poslat nové heslo.',
        'There is an account with this e-mail. Sign in, or ask for a new password.',
      ),
    });
  }
}
