import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { closeActivities, createActivities } from '../../activities';
import { startServers, type Servers } from '../../workers/start/testServers';
import { CASES_QUEUE, EFFECTS_QUEUE } from '../../workflows/messages';

export interface TestTemporal {
  /** Of the running server; known when the tests run. */
  readonly address: () => string;
  /** Stops the workers, as when they were killed: acts wait. */
  stopWorkers(): Promise<void>;
  startWorkers(): Promise<void>;
}

/**
 * A real Temporal server with workers of both queues over the database of `testDatabase()` (call that first, and `testApi` after). Call it at the top of a
 * test file.
 */
export function testTemporal(): TestTemporal {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'postup-test-temporal-'));
  let servers: Servers | undefined;
  let connection: NativeConnection | undefined;
  let running: { workers: Worker[]; done: Promise<unknown> } | undefined;

  const startWorkers = async (): Promise<void> => {
    if (!connection || !servers) throw new Error('The servers of the test are not up yet');
    const { namespace } = servers;
    const activities = createActivities();
    const cases = await Worker.create({
      connection,
      namespace,
      taskQueue: CASES_QUEUE,
      workflowsPath: path.resolve(__dirname, '../../workflows/index.ts'),
      activities,
      stickyQueueScheduleToStartTimeout: 1500,
    });
    const effects = await Worker.create({ connection, namespace, taskQueue: EFFECTS_QUEUE, activities });
    running = { workers: [cases, effects], done: Promise.all([cases.run(), effects.run()]) };
  };

  const stopWorkers = async (): Promise<void> => {
    running?.workers.forEach((worker) => worker.shutdown());
    await running?.done;
    running = undefined;
  };

  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'ERROR', forward: {} } } });
    servers = await startServers({ dataDir });
    connection = await NativeConnection.connect({ address: servers.temporalAddress });
    await startWorkers();
  }, 180_000);

  afterAll(async () => {
    await stopWorkers();
    await connection?.close();
    closeActivities();
    await servers?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  return {
    address: () => {
      if (!servers) throw new Error('The servers of the test are not up yet');
      return servers.temporalAddress;
    },
    startWorkers,
    stopWorkers,
  };
}
