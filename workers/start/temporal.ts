import { spawn } from 'node:child_process';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import type { DataFolder } from './dataFolder';
import { Part, type PartContext } from './part';
import { keptPorts } from './ports';
import { errorText, StartProblem } from './problem';
import { RotatingLog } from './rotatingLog';
import type { TemporalBinaries } from './temporalBinaries';
import { TEMPORAL_PORTS, writeTemporalConfig, type TemporalStore } from './temporalConfig';
import { forgetFormerHosts, prepareTemporalDatabases } from './temporalDatabase';
import { prepareNamespace } from './temporalNamespace';
import { words } from './words';

const START_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 20_000;
const SERVING = 1;

/** The Temporal server of a one-machine start. */
export interface Temporal {
  readonly part: Part;
  /** host:port of the front end. */
  readonly address: string;
}

/** Waits until the front end says that it serves. */
async function waitForTemporal(address: string, alive: () => boolean, log: RotatingLog): Promise<void> {
  const until = Date.now() + START_PATIENCE_MS;
  const connection = Connection.lazy({ address, connectTimeout: 2_000 });
  try {
    for (;;) {
      try {
        const health = await connection.withDeadline(Date.now() + 2_000, () =>
          connection.healthService.check({ service: 'temporal.api.workflowservice.v1.WorkflowService' }),
        );
        const status: number | null | undefined = health.status;
        if (status === SERVING) return;
      } catch (error) {
        if (!alive() || Date.now() > until)
          throw new StartProblem(words.temporalFailed(log.file, log.tail() || errorText(error)), { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await connection.close();
  }
}

/**
 * Starts the Temporal server on a PostgreSQL server, making its databases, namespace and search attributes where missing.
 * @throws StartProblem with what the server said.
 */
export async function startTemporal(
  data: DataFolder,
  store: TemporalStore,
  binaries: TemporalBinaries,
  namespace: string,
  context: PartContext,
): Promise<Temporal> {
  const [ports] = await Promise.all([
    keptPorts(data.state, 'temporal', TEMPORAL_PORTS),
    prepareTemporalDatabases(store, binaries.sqlTool, data.logs, context.say),
  ]);
  const args = writeTemporalConfig(data, store, ports);
  await forgetFormerHosts(store);
  const address = `127.0.0.1:${ports.frontend}`;
  const log = new RotatingLog(path.join(data.logs, 'temporal.log'));
  const part = new Part(
    {
      name: 'temporal',
      log,
      stopSignal: 'SIGTERM',
      patience: STOP_PATIENCE_MS,
      spawn: () =>
        spawn(binaries.server, args, {
          detached: true,
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { PATH: process.env.PATH, HOME: process.env.HOME },
        }),
      ready: (alive) => waitForTemporal(address, alive, log),
    },
    context,
  );
  await part.start();
  try {
    await prepareNamespace(address, namespace);
  } catch (error) {
    await part.stop();
    throw error;
  }
  return { part, address };
}
