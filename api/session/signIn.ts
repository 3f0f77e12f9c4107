import { writeEvents, type NewEvent } from '../../models/audit/write';
import { query, inTenant } from '../../models/database';
import { User } from '../../models/people/User';
import { signInCandidates, type SignInCandidate } from '../../models/tenancy';
import { LOCK_SECONDS, type Limits } from '../http/limits';
import { chooseTenant, wrongCredentials } from '../problems';
import { actorFor } from '../record';
import { passwordFits } from './passwords';
import { failSameTime } from './sameTime';

interface Attempt {
  readonly email: string;
  readonly password: string;
  /** Slug of the tenant, where the person chose one. */
  readonly tenant?: string;
  readonly address: string;
}

const event = (candidate: SignInCandidate, type: NewEvent['type'], actor?: NewEvent['actor']): NewEvent => ({
  chainId: candidate.tenantId,
  caseId: null,
  type,
  at: new Date().toISOString(),
  actor,
  what: { userId: candidate.userId },
});

async function failed(candidates: readonly SignInCandidate[], attempt: Attempt, limits: Limits): Promise<void> {
  await limits.signInByAddress.count(attempt.address);
  const locked = await limits.signInByEmail.count(attempt.email);
  for (const candidate of candidates) {
    await inTenant(candidate.tenantId, async () => {
      // Round the model, here and below: this is no edit of the person and must not make an administrator's form stale.
      await query('update users set failed_sign_ins = failed_sign_ins + 1, locked_until = coalesce($2, locked_until) where id = $1', [
        candidate.userId,
        locked ? new Date(Date.now() + LOCK_SECONDS * 1000) : null,
      ]);
      const events = [event(candidate, 'signInFailed'), ...(locked ? [event(candidate, 'accountLocked')] : [])];
      await writeEvents(candidate.tenantId, events);
    });
  }
}

async function fitting(candidates: readonly SignInCandidate[], password: string): Promise<SignInCandidate[]> {
  const kept: (string | null)[] = [];
  for (const { tenantId, userId } of candidates) {
    kept.push((await inTenant(tenantId, () => User.findByPk(userId)))?.passwordHash ?? null);
  }
  if (kept.length === 0) await passwordFits(null, password);
  const fits = await Promise.all(kept.map((one) => passwordFits(one, password)));
  return candidates.filter((_candidate, index) => fits[index]);
}

/**
 * Who signs in with this e-mail and password, and where; counts failures, and locks after too many of them. An unknown e-mail is
 * answered with the same words, after the same time, and is locked the same way as a known one.
 * @throws ProblemError 401 wrong, 409 several tenants fit, 429 locked
 */
export function signIn(attempt: Attempt, limits: Limits): Promise<SignInCandidate> {
  return failSameTime(() => tried(attempt, limits));
}

async function tried(attempt: Attempt, limits: Limits): Promise<SignInCandidate> {
  await limits.signInByAddress.check(attempt.address);
  await limits.signInByEmail.check(attempt.email);
  const candidates = await signInCandidates(attempt.email, attempt.tenant ?? null);
  const [one, ...others] = await fitting(candidates, attempt.password);
  if (!one) {
    await failed(candidates, attempt, limits);
    throw wrongCredentials();
  }
  if (others.length > 0) throw chooseTenant([one, ...others].map(({ slug, tenantName }) => ({ slug, name: tenantName })));
  await limits.signInByEmail.forget(attempt.email);
  await inTenant(one.tenantId, async () => {
    const user = await User.findByPk(one.userId, { rejectOnEmpty: true });
    await query('update users set failed_sign_ins = 0, locked_until = null where id = $1', [one.userId]);
    await writeEvents(one.tenantId, [event(one, 'signedIn', actorFor(user))]);
  });
  return one;
}
