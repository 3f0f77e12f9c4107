/** Working a bulk act off: which items wait, sending one, and the end. */
import { inTenant, writeEvents } from '../../models';
import { endBulkAct, waitingPositions } from '../../models/bulkActs';
import { log } from '../../models/log';
import type { BulkActivities } from './bulkWork';
import { sendBulkItem } from './sendItem';

export const bulkActivities: BulkActivities = {
  waitingBulkItems: ({ tenantId, bulkId }) => inTenant(tenantId, () => waitingPositions(bulkId)),
  sendBulkItem,
  endBulk: ({ tenantId, bulkId }) =>
    inTenant(tenantId, async () => {
      const ended = await endBulkAct(bulkId);
      if (!ended) return;
      log().info({ tenantId, bulkId, ...ended }, 'bulk act ended');
      await writeEvents(tenantId, [
        { chainId: tenantId, caseId: null, type: 'bulkEnded', at: new Date().toISOString(), what: { bulkId, ...ended } },
      ]);
    }),
};
