/**
 * A bulk act (hromadný úkon): sends each of its items to its case, several at once, each once. Everything that is sent was prepared and stored when the act was
 * accepted, so the workflow carries numbers only; one that was killed and started again goes on with the items that have not ended.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { BulkActivities } from '../activities/bulk/bulkWork';
import { EFFECTS_QUEUE, type BulkInput } from './messages';

const { waitingBulkItems, sendBulkItem, endBulk } = proxyActivities<BulkActivities>({
  taskQueue: EFFECTS_QUEUE,
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '10s', // a killed worker is missed within seconds
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Fewer than a worker has places for effects: letters and documents of the cases get their turn meanwhile. */
const IN_FLIGHT = 6;

export async function bulk(input: BulkInput): Promise<void> {
  for (let waiting = await waitingBulkItems(input); waiting.length > 0; waiting = await waitingBulkItems(input)) {
    const positions = waiting.values();
    const lane = async (): Promise<void> => {
      for (const position of positions) await sendBulkItem({ ...input, position });
    };
    await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, waiting.length) }, lane));
  }
  await endBulk(input);
}
