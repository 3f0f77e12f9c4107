import type { Request } from 'express';
import { User } from '../../models/people/User';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid } from '../problems';
import { record } from '../record';
import { revokeSessions } from '../session/openSessions';
import { hashPassword, passwordFits } from '../session/passwords';
import { startSession } from '../session/startSession';

/**
 * Changes the own password; every other session ends, and this one gets a new id.
 * @throws ProblemError 422 when the current password is wrong, 429 after too many wrong ones
 */
export async function changePassword(
  context: Asking,
  request: Request,
  passwords: { readonly current: string; readonly password: string },
): Promise<void> {
  const { person, tenantId, services, inTenant } = context;
  await services.limits.signInByEmail.check(person.email);
  const kept = await inTenant(() => User.findByPk(person.id, { rejectOnEmpty: true }));
  if (!(await passwordFits(kept.passwordHash, passwords.current))) {
    await services.limits.signInByEmail.count(person.email);
    throw invalid({ current: words('Toto není vaše dosavadní heslo.', 'This is not your current password.') });
  }
  const passwordHash = await hashPassword(passwords.password);
  await inTenant(async () => {
    const user = await User.findByPk(person.id, { rejectOnEmpty: true });
    await user.update({ passwordHash, resetTokenHash: null, resetExpiresAt: null });
    await record(context, { type: 'passwordChanged', what: { userId: person.id, by: 'person' } });
  });
  await revokeSessions(person.id, null);
  await startSession(request, tenantId, person);
}
