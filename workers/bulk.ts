/** Starts the sending of bulk acts that were accepted and whose api died, or could not reach Temporal, before it started it. */
import type { Client } from '@temporalio/client';
import { unendedBulkActs } from '../models/bulkActs';
import { log } from '../models/log';
import { BULK, bulkRun, type BulkInput } from '../workflows/messages';

/** The api starts it within moments. */
const LEFT_AFTER_S = 3;

/** One round over all tenants; one that is being sent already is left alone. */
export async function startBulkActs(client: Client): Promise<void> {
  for (const bulk of await unendedBulkActs(LEFT_AFTER_S)) {
    try {
      await client.workflow.start<(input: BulkInput) => Promise<void>>(BULK, { ...bulkRun(bulk), args: [bulk] });
    } catch (error) {
      log().warn({ err: error, ...bulk }, 'a bulk act could not be started yet');
    }
  }
}
