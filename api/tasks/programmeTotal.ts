/** The programme's total where several proposals come at once: each waits for the others, and what an act on its way takes is kept until it is recorded. */
import { send } from '../../models';
import { select } from '../sql';

/**
 * Haléř that other cases of the programme take: what was awarded, else what is being proposed by an act on its way, else what was proposed. Others that ask
 * wait until this transaction ends. Inside inTenant.
 */
export async function committedToOthers(programmeId: string, caseId: string): Promise<number> {
  await select('select from programmes where id = $1 for no key update', [programmeId]);
  const [row] = await select<{ committed: number }>(
    `select coalesce(sum(coalesce(g.awarded, case when pending.open then coalesce(pending.amount, 0) else g.proposed end, 0)), 0)::bigint as committed
     from grants g cross join lateral (
       select count(*) > 0 as open, max((select max(r.amount) from amount_reservations r where r.task_id = t.id)) as amount
       from tasks t where t.case_id = g.case_id and t.state = 'open' and t.step = 'proposal') as pending
     where g.programme_id = $1 and g.state <> 'ended' and g.case_id <> $2`,
    [programmeId, caseId],
  );
  return row?.committed ?? 0;
}

/** Keeps the amount for the act; it counts as long as the task is open. Inside inTenant, under the lock of `committedToOthers`. */
export function reserve(tenantId: string, caseId: string, taskId: string, actId: string, amount: number): void {
  send('insert into amount_reservations (tenant_id, task_id, act_id, case_id, amount) values ($1, $2, $3, $4, $5) on conflict do nothing', [
    tenantId,
    taskId,
    actId,
    caseId,
    amount,
  ]);
}
