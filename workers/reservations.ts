/**
 * Ends reservations of money whose act failed without anybody hearing of it: the api or Temporal died, or the answer was lost. The case is asked about the act; one
 * that it does not know, or refused, will never take place. One that it did has taken its reservation off with its task.
 */
import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { log } from '../models/log';
import { dropReservation, staleReservations, tenantsWithReservations, type StaleReservation } from '../models/reservations';

/** Many times longer than an api waits for the answer to an act, so none is still on its way to Temporal. */
export const ENDED_AFTER_S = 60;
const DEADLINE_MS = 3_000;

/** Will the act never take place? */
async function cameToNothing(client: Client, { caseId, actId }: StaleReservation): Promise<boolean> {
  try {
    await client.withDeadline(Date.now() + DEADLINE_MS, () => client.workflow.getHandle(caseId).getUpdateHandle(actId).result());
    return false;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError || error instanceof WorkflowUpdateFailedError) return true;
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return false;
    throw error;
  }
}

/** One round over all tenants. @param seconds how old a reservation is that is asked about */
export async function endReservations(client: Client, seconds = ENDED_AFTER_S): Promise<void> {
  for (const tenantId of await tenantsWithReservations(seconds)) {
    for (const reservation of await staleReservations(tenantId, seconds)) {
      const { caseId, actId } = reservation;
      try {
        if (!(await cameToNothing(client, reservation))) continue;
        await dropReservation(tenantId, reservation);
        log().info({ tenantId, caseId, act: actId }, 'a reservation was ended: its act never took place');
      } catch (error) {
        log().warn({ err: error, tenantId, caseId, act: actId }, 'it cannot be told yet whether an act took place');
      }
    }
  }
}
