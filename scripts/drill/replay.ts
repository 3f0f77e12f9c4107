/** Would every driven case run the same way again? A case that would not could never be resumed after a restart. */
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { environment } from '../../models/environment';
import { ROOT } from '../../workers/start/program';

/** @returns what went another way, by case */
export async function replayFaults(caseIds: Iterable<string>): Promise<string[]> {
  const { temporalAddress: address, temporalNamespace: namespace } = environment();
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection, namespace });
  async function* histories() {
    for (const workflowId of caseIds) yield { workflowId, history: await workflow.getHandle(workflowId).fetchHistory() };
  }
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'ERROR', forward: {} } } });
  const faults: string[] = [];
  try {
    const replays = Worker.runReplayHistories({ workflowsPath: path.join(ROOT, 'workflows', 'index.ts') }, histories());
    for await (const { workflowId, error } of replays) if (error) faults.push(`${workflowId}: ${error.message}`);
  } finally {
    await connection.close();
  }
  return faults;
}
