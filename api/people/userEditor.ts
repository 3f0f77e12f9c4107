import { User } from '../../models/people/User';
import type { Role } from '../../processes/roles';
import { words, type Language } from '../../processes/words';
import type { Asking, Person } from '../context';
import { forbidden, invalid, notFound, staleVersion } from '../problems';
import { difference, record } from '../record';
import { revokeSessions } from '../session/openSessions';
import { lifetime } from '../session/store';
import { releaseClaims } from './claims';

export interface UserChanges {
  readonly name?: string;
  readonly phone?: string | null;
  readonly language?: Language;
  readonly roles?: readonly Role[];
  readonly active?: boolean;
}

/**
 * The role of the platform's administrator reaches beyond the tenant, so only one who has it may give it.
 * @throws ProblemError 403
 */
export function refuseRaising(by: Pick<Person, 'roles'>, before: readonly Role[], after: readonly Role[]): void {
  if (after.includes('platformAdmin') && !before.includes('platformAdmin') && !by.roles.includes('platformAdmin')) {
    throw forbidden(
      words('Správce platformy může ustanovit jen jiný správce platformy.', 'Only a platform administrator may appoint another one.'),
    );
  }
}

/** An auditor reads everything and changes nothing; who acts as well would be reading their own work. @throws ProblemError 422 naming `roles` */
export function refuseActingAuditor(roles: readonly Role[]): void {
  if (!roles.includes('auditor') || roles.length === 1) return;
  throw invalid({
    roles: words(
      'Auditor nemůže mít zároveň jinou roli: kontroloval by sám sebe.',
      'An auditor can have no other role: they would be auditing themselves.',
    ),
  });
}

/** An administrator must not lock themselves out: nobody else may be left to let them in. */
function refuseLockingOut(by: Person, userId: string, changes: UserChanges): void {
  if (by.id !== userId) return;
  if (changes.active === false) throw invalid({ active: words('Sami sebe vyřadit nemůžete.', 'You cannot deactivate yourself.') });
  if (changes.roles && by.roles.includes('tenantAdmin') && !changes.roles.includes('tenantAdmin')) {
    throw invalid({
      roles: words(
        'Roli správce si sami odebrat nemůžete; ať to udělá jiný správce.',
        'You cannot take the administrator role from yourself; ask another one.',
      ),
    });
  }
}

/**
 * Changes a person's data or roles. Who was made inactive, or got a role with shorter sessions, is signed out everywhere. Claimed tasks that the person can no
 * longer do go back to their groups.
 * @param version what the caller saw
 * @throws ProblemError 404, 412 when somebody else changed the person meanwhile, 403 and 422 for changes that must not be
 */
export async function editUser(context: Asking, userId: string, version: number, changes: UserChanges): Promise<User> {
  refuseLockingOut(context.person, userId, changes);
  const { user, rolesBefore } = await context.inTenant(async () => {
    const found = await User.findByPk(userId, { lock: true });
    if (!found) throw notFound();
    if (found.version !== version) throw staleVersion();
    const before: readonly Role[] = found.roles;
    if (changes.roles) {
      refuseRaising(context.person, before, changes.roles);
      refuseActingAuditor(changes.roles);
    }
    const changed = difference(found.get(), changes);
    if (changed) {
      await found.update(changed.after);
      await releaseClaims(context, found);
      await record(context, { type: 'userChanged', what: { userId }, ...changed });
    }
    return { user: found, rolesBefore: before };
  });
  if (!user.active || lifetime(user.roles) < lifetime(rolesBefore)) await revokeSessions(userId, null);
  return user;
}
