/** Tasks that a person has and can no longer do: deactivated, or without the role of the task. */
import { query } from '../../models';
import type { User } from '../../models/people/User';
import type { Asking } from '../context';
import { actorFor, record } from '../record';

/**
 * In SQL, with `t` of tasks: it waits for somebody who can no longer do it. Of a claimed task who has it, of one that is given to a person that person; whose turn
 * the applicant's is follows from the case.
 */
export const HOLDER_GONE = `t.state = 'open' and t.role <> 'applicant' and exists (
  select from users holder where holder.id = coalesce(t.claimed_by, t.assignee_id) and not (holder.active and t.role = any(holder.roles)))`;

/**
 * Gives the claimed tasks that the person can no longer do back to their groups, each with its event in the case. What is given to the person by name stays theirs:
 * nobody else may do it until it is handed over. Inside inTenant, last in the transaction.
 */
export async function releaseClaims(context: Asking, { id }: Pick<User, 'id'>): Promise<void> {
  const released = await query<{ taskKey: string; step: string; caseId: string }>(
    `update tasks t set claimed_by = null, claimed_at = null
     where t.id in (select t.id from tasks t where t.claimed_by = $1 and ${HOLDER_GONE} order by t.id for update)
     returning t.id as "taskKey", t.step, t.case_id as "caseId"`,
    [id],
  );
  if (released.length === 0) return;
  await record(
    context,
    ...released.map(({ caseId, ...what }) => ({
      type: 'taskReleased' as const,
      caseId,
      what: { ...what, from: id },
      actor: actorFor(context.person, ['users', 'edit']),
    })),
  );
}
