/**
 * Acts whose effect is committed, and of which nobody has heard yet that Temporal has kept them too: between the two a server may die. The commit puts them
 * here; who hears of it confirms; a worker sends those that stay again.
 */
import { query, inTenant, withoutTenant } from './database';

export interface UnconfirmedAct {
  readonly caseId: string;
  /** Of the Update that carried it. */
  readonly id: string;
  /** As the workflow took it. */
  readonly act: unknown;
}

/** Temporal has kept the act. It may be unknown here: confirmed before, or without effect. */
export async function confirmAct(tenantId: string, caseId: string, id: string): Promise<void> {
  await withoutTenant(() => query('select confirm_act($1, $2, $3)', [tenantId, caseId, id]));
}

/** Tenants that have acts unconfirmed for so many seconds. */
export async function tenantsWithUnconfirmedActs(seconds: number): Promise<string[]> {
  const rows = await withoutTenant(() =>
    query<{ id: string }>('select id from tenants_with_unconfirmed_acts(make_interval(secs => $1))', [seconds]),
  );
  return rows.map(({ id }) => id);
}

/** Acts of the tenant unconfirmed for so many seconds, in the order in which they were committed. */
export function unconfirmedActs(tenantId: string, seconds: number): Promise<UnconfirmedAct[]> {
  return inTenant(tenantId, () =>
    query<UnconfirmedAct>(
      `select case_id as "caseId", id, act from unconfirmed_acts where committed_at < now() - make_interval(secs => $1) order by committed_at, id`,
      [seconds],
    ),
  );
}
