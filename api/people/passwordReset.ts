import { Op } from 'sequelize';
import { inTenant } from '../../models/database';
import { User } from '../../models/people/User';
import { signInCandidates } from '../../models/tenancy';
import { words } from '../../processes/words';
import type { Services } from '../services';
import { ProblemError } from '../problems';
import { record } from '../record';
import { revokeSessions } from '../session/openSessions';
import { hashPassword } from '../session/passwords';
import { makePasswordLink, readToken } from './passwordLink';

/**
 * Sends a link for a new password, if anybody has this e-mail. The caller learns nothing of it.
 * @param tenant slug; absent: wherever the e-mail has an account
 */
export async function sendPasswordReset(email: string, tenant: string | undefined, { environment, mailer }: Services): Promise<void> {
  for (const candidate of await signInCandidates(email, tenant ?? null)) {
    const message = await inTenant(candidate.tenantId, async () => {
      const user = await User.findByPk(candidate.userId, { rejectOnEmpty: true });
      return makePasswordLink(user, 'reset', { publicUrl: environment.publicUrl, tenantName: candidate.tenantName });
    });
    mailer.post(message);
  }
}

const expired = (): ProblemError =>
  new ProblemError(
    'not-found',
    words(
      'Odkaz už neplatí. Požádejte o nový na stránce „Zapomenuté heslo“.',
      'The link no longer works. Ask for a new one under “Forgotten password”.',
    ),
  );

/**
 * Sets the password by the link that came by mail: ends all the person's sessions and lifts a lock.
 * @throws ProblemError 404 when the link was used, ran out or never was
 */
export async function resetPassword(token: string, password: string, requestId: string, { limits }: Services): Promise<void> {
  const read = readToken(token);
  if (!read) throw expired();
  const { tenantId, hash } = read;
  const passwordHash = await hashPassword(password);
  const user = await inTenant(tenantId, async () => {
    const found = await User.findOne({
      where: { resetTokenHash: hash, resetExpiresAt: { [Op.gt]: new Date() }, active: true },
      lock: true,
    });
    if (!found) throw expired();
    await found.update({ passwordHash, resetTokenHash: null, resetExpiresAt: null, failedSignIns: 0, lockedUntil: null });
    await record(
      { tenantId, person: { ...found.get(), identities: {}, substitutes: [] }, requestId },
      {
        type: 'passwordChanged',
        what: { userId: found.id, by: 'link' },
      },
    );
    return found;
  });
  await revokeSessions(user.id, null);
  await limits.signInByEmail.forget(user.email);
}
