/** Reservations of money (amount_reservations) whose acts must have ended by now, one way or the other. */
import { inTenant, query, withoutTenant } from './database';

export interface StaleReservation {
  readonly caseId: string;
  readonly taskId: string;
  /** Of the Update that carried it. */
  readonly actId: string;
  /** As the database writes it: another request with the same act makes it another one. */
  readonly reservedAt: string;
}

/** Tenants with reservations that are so many seconds old. */
export async function tenantsWithReservations(seconds: number): Promise<string[]> {
  const rows = await withoutTenant(() =>
    query<{ id: string }>('select id from tenants_with_reservations(make_interval(secs => $1))', [seconds]),
  );
  return rows.map(({ id }) => id);
}

/** Those of the tenant that are so many seconds old, but for items of bulk acts that wait to be sent: these end with their item. */
export function staleReservations(tenantId: string, seconds: number): Promise<StaleReservation[]> {
  return inTenant(tenantId, () =>
    query<StaleReservation>(
      `select r.case_id as "caseId", r.task_id as "taskId", r.act_id as "actId", r.reserved_at::text as "reservedAt" from amount_reservations r
       where r.reserved_at < now() - make_interval(secs => $1)
         and not exists (select from bulk_items i where i.case_id = r.case_id and i.update_id = r.act_id and i.done_at is null and i.refused_at is null)
       order by r.reserved_at`,
      [seconds],
    ),
  );
}

/** Takes the reservation off, unless the same act was asked for again meanwhile. */
export async function dropReservation(tenantId: string, { taskId, actId, reservedAt }: StaleReservation): Promise<void> {
  await inTenant(tenantId, () =>
    query('delete from amount_reservations where task_id = $1 and act_id = $2 and reserved_at = $3::timestamptz', [
      taskId,
      actId,
      reservedAt,
    ]),
  );
}
