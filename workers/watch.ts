/**
 * The check that the tables agree with Temporal: a case that is open in the tables must run there, and move. One that
 * does not becomes an incident in plain words; it is resolved by itself when the case moves again.
 */
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { Op } from 'sequelize';
import { Case, query, Incident, inTenant, tenantIds, writeEvents, type NewEvent } from '../models';
import { log } from '../models/log';

/** The key of such an incident; those of effects have the effect's. */
export const STANDSTILL = 'workflow';

/** Cases of a tenant looked at in one round; the next round goes on behind them. */
const AT_ONCE = 200;
/** So many questions to Temporal at a time. */
const TOGETHER = 10;
/** A worker's death or a lost database costs a case a few attempts; a mistake in the program costs all of them. */
const ATTEMPTS = 4;
const STANDS_AFTER_MS = 2 * 60_000;

const WHAT = 'Postup spisu';

/** Why a case does not move, for who mends it; null when it moves, or waits as it should. */
async function standstill(client: Client, caseId: string, now: number): Promise<string | null> {
  try {
    const { status, raw } = await client.workflow.getHandle(caseId).describe();
    if (status.name !== 'RUNNING') {
      return `Spis je otevřený, ale jeho běh skončil (${status.name}). Správce ho musí obnovit ze zálohy, nebo běh spustit znovu.`;
    }
    const pending = raw.pendingWorkflowTask;
    if (!pending) return null;
    const since = Number(pending.originalScheduledTime?.seconds ?? 0) * 1000;
    if ((pending.attempt ?? 0) < ATTEMPTS && now - since < STANDS_AFTER_MS) return null;
    return `Spis se zastavil: jeho další krok se opakovaně nedaří (pokus ${pending.attempt}). O nic se nepřišlo; po opravě programu nebo databáze pokračuje sám.`;
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return 'Spis je otevřený, ale v Temporalu jeho běh chybí. Správce musí obnovit obě databáze ze stejné zálohy.';
  }
}

async function write(tenantId: string, caseId: string, trouble: string | null): Promise<void> {
  const at = new Date().toISOString();
  await inTenant(tenantId, async () => {
    const of = await Case.findByPk(caseId, { attributes: ['closedAt'] });
    const known = await Incident.findOne({ where: { caseId, key: STANDSTILL } });
    const isOpen = known !== null && known.state !== 'resolved';
    const event = (of: Pick<NewEvent, 'type' | 'what'>): Promise<void> => writeEvents(tenantId, [{ chainId: caseId, caseId, at, ...of }]);
    // It may have ended between the question and this moment.
    if (trouble !== null && of?.closedAt === null) {
      if (isOpen && known.error === trouble) return;
      await query(
        `insert into incidents (tenant_id, case_id, key, what, error, state, opened_at, last_at) values ($1, $2, $3, $4, $5, 'open', $6, $6)
         on conflict (case_id, key) do update set error = excluded.error, last_at = excluded.last_at, state = 'open', resolved_at = null,
           opened_at = case when $7 then incidents.opened_at else excluded.opened_at end`,
        [tenantId, caseId, STANDSTILL, WHAT, trouble, at, isOpen],
      );
      if (!isOpen) await event({ type: 'incidentOpened', what: { key: STANDSTILL, what: WHAT, error: trouble } });
    } else if (isOpen) {
      await query("update incidents set state = 'resolved', last_at = $3, resolved_at = $3 where case_id = $1 and key = $2", [
        caseId,
        STANDSTILL,
        at,
      ]);
      await event({ type: 'incidentResolved', what: { key: STANDSTILL } });
    }
  });
}

/** Compares cases with Temporal, round by round. */
export class Watch {
  /** Tenant -> the case behind which the next round begins. */
  private readonly behind = new Map<string, string>();

  constructor(private readonly client: Client) {}

  /** One round over all tenants: some of the open cases in turn, and every one that stood still before. */
  async round(): Promise<void> {
    for (const tenantId of await tenantIds()) {
      const cases = await this.next(tenantId);
      for (let from = 0; from < cases.length; from += TOGETHER) {
        await Promise.all(cases.slice(from, from + TOGETHER).map((caseId) => this.look(tenantId, caseId)));
      }
    }
  }

  private async next(tenantId: string): Promise<string[]> {
    const after = this.behind.get(tenantId);
    const { open, standing } = await inTenant(tenantId, async () => ({
      open: await Case.findAll({
        attributes: ['id'],
        where: { closedAt: null, ...(after !== undefined && { id: { [Op.gt]: after } }) },
        order: ['id'],
        limit: AT_ONCE,
      }),
      standing: await Incident.findAll({ attributes: ['caseId'], where: { key: STANDSTILL, state: { [Op.ne]: 'resolved' } } }),
    }));
    const last = open.at(-1);
    if (last && open.length === AT_ONCE) this.behind.set(tenantId, last.id);
    else this.behind.delete(tenantId);
    return [...new Set([...open.map(({ id }) => id), ...standing.map(({ caseId }) => caseId)])];
  }

  private async look(tenantId: string, caseId: string): Promise<void> {
    const trouble = await standstill(this.client, caseId, Date.now());
    if (trouble !== null) log().error({ tenantId, caseId, trouble }, 'a case stands still');
    await write(tenantId, caseId, trouble);
  }
}
