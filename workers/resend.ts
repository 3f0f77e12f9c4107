/**
 * Brings a case to what the tables already say of it. Where the servers die between the commit of an act and Temporal's word of it, the act is in the tables
 * and the case does not know it. It is sent again under its own id: done by the case where it was lost (and then committed already), otherwise only answered.
 */
import { WorkflowNotFoundError, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { log } from '../models/log';
import { confirmAct, tenantsWithUnconfirmedActs, unconfirmedActs, type UnconfirmedAct } from '../models';
import { ACT, type Act, type Rested } from '../workflows/messages';

/** An act under way is confirmed within moments; one that is still here was lost with the process that would have confirmed it. */
const LOST_AFTER_S = 3;
const DEADLINE_MS = 10_000;

async function resend(client: Client, { caseId, id, act }: UnconfirmedAct): Promise<void> {
  try {
    await client.withDeadline(Date.now() + DEADLINE_MS, () =>
      client.workflow.getHandle(caseId).executeUpdate<Rested, [Act]>(ACT, { updateId: id, args: [act as Act] }),
    );
  } catch (error) {
    // Refused: the case knows better. Gone: it is closed, and with that everything of it is kept.
    if (!(error instanceof WorkflowUpdateFailedError || error instanceof WorkflowNotFoundError)) throw error;
  }
}

/** One round over all tenants. An act that cannot be sent now stays for the next round. */
export async function resendActs(client: Client): Promise<void> {
  for (const tenantId of await tenantsWithUnconfirmedActs(LOST_AFTER_S)) {
    for (const unconfirmed of await unconfirmedActs(tenantId, LOST_AFTER_S)) {
      const { caseId, id } = unconfirmed;
      try {
        await resend(client, unconfirmed);
        await confirmAct(tenantId, caseId, id);
        log().info({ tenantId, caseId, act: id }, 'an act was sent again');
      } catch (error) {
        log().warn({ err: error, tenantId, caseId, act: id }, 'an act could not be sent again yet');
      }
    }
  }
}
