/**
 * A worker: runs cases (queue `cases`) and works off their effects (queue `effects`), or one of the two where
 * WORKER_QUEUES says so. Any number of them may run.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { NativeConnection, Worker, type Logger } from '@temporalio/worker';
import { closeActivities, createActivities } from '../activities';
import { closeDatabase, connectDatabase, DatabaseUnavailableError } from '../models';
import { createFio } from '../models/banking/fioClient';
import { environment, EnvironmentError } from '../models/environment';
import { log } from '../models/log';
import { CASES_QUEUE, EFFECTS_QUEUE } from '../workflows/messages';
import { startBulkActs } from './bulk';
import { workflowBundle } from './bundle';
import { fetchMovements } from './fio';
import { keepHouse } from './housekeeping';
import { purge } from './purge';
import { ensureSchedules } from './schedules';
import { installRuntime } from './temporalLog';
import { resendActs } from './resend';
import { endReservations } from './reservations';
import { Watch } from './watch';

/** Commits at a time; each holds one connection to the database for a few milliseconds. */
const COMMITS_AT_ONCE = 16;
/** Letters and documents at a time; a letter holds a connection while the mail server thinks. */
const EFFECTS_AT_ONCE = 8;
const CACHED_CASES = 500;
/** How long work that has begun may go on after the order to stop. */
const GRACE_MS = 6_000;

/** Set by SIGTERM and SIGINT. */
const stopping = new AbortController();

/** Tries until it succeeds: servers may come later than their worker. Gives up when the worker is told to stop. */
async function eventually<T>(what: string, work: () => Promise<T>, passes: (error: unknown) => boolean): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!passes(error)) throw error;
      if (attempt % 10 === 1) log().warn({ err: error, attempt }, `${what} does not answer yet`);
      await sleep(Math.min(250 * attempt, 2_000), undefined, { signal: stopping.signal });
    }
  }
}

async function createWorkers(connection: NativeConnection, queues: readonly string[], logger: Logger): Promise<Worker[]> {
  const { dataDir, temporalNamespace: namespace } = environment();
  const activities = createActivities();
  const common = { connection, namespace, activities, shutdownGraceTime: GRACE_MS, shutdownForceTime: GRACE_MS + 2_000 };
  const makers: Readonly<Record<string, () => Promise<Worker>>> = {
    [CASES_QUEUE]: async () =>
      Worker.create({
        ...common,
        taskQueue: CASES_QUEUE,
        workflowBundle: await workflowBundle(dataDir, logger),
        enableNonLocalActivities: false,
        maxConcurrentLocalActivityExecutions: COMMITS_AT_ONCE,
        maxCachedWorkflows: CACHED_CASES,
        // After a worker's death its cases wait for this long before another worker takes them; 10 s by default.
        stickyQueueScheduleToStartTimeout: 1_500,
      }),
    [EFFECTS_QUEUE]: () => Worker.create({ ...common, taskQueue: EFFECTS_QUEUE, maxConcurrentActivityTaskExecutions: EFFECTS_AT_ONCE }),
  };
  const workers: Worker[] = [];
  for (const queue of queues) {
    const make = makers[queue];
    if (!make) throw new Error(`WORKER_QUEUES: nobody serves '${queue}'; known: ${Object.keys(makers).join(', ')}`);
    workers.push(await make());
  }
  return workers;
}

/** Runs until it is told to stop. */
async function serve(): Promise<void> {
  const { workerQueues: queues = [CASES_QUEUE, EFFECTS_QUEUE], temporalAddress: address, temporalNamespace: namespace } = environment();
  const { fioApiUrl, secretsKey } = environment();
  const logger = installRuntime();
  await eventually(
    'the database',
    () => connectDatabase({ poolSize: COMMITS_AT_ONCE + EFFECTS_AT_ONCE }),
    (error) => error instanceof DatabaseUnavailableError,
  );
  // Everything of Temporal's is tried again: its server answers before its namespace is there.
  const connection = await eventually(
    'Temporal',
    () => NativeConnection.connect({ address }),
    () => true,
  );
  try {
    const client = new Client({ connection, namespace });
    const workers = await eventually(
      'the namespace',
      () => createWorkers(connection, queues, logger),
      (error) => !(error instanceof Error && error.message.startsWith('WORKER_QUEUES')),
    );
    const watch = new Watch(client);
    const leaveHouse = keepHouse([
      { name: 'resend', when: '*/5 * * * * *', run: () => resendActs(client) },
      { name: 'bulk', when: '*/5 * * * * *', run: () => startBulkActs(client) },
      { name: 'reservations', when: '*/20 * * * * *', run: () => endReservations(client) },
      { name: 'watch', when: '* * * * *', run: () => watch.round() },
      { name: 'fio', when: '10 5-21 * * *', run: () => fetchMovements(createFio(fioApiUrl), secretsKey) },
      { name: 'purge', when: '40 3 * * *', run: () => purge(new Date()) },
    ]);
    const stop = (): void => {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    };
    const runs = workers.map((worker) => worker.run());
    if (stopping.signal.aborted) stop();
    else stopping.signal.addEventListener('abort', stop);
    try {
      const scheduled = eventually(
        'Temporal',
        () => ensureSchedules(client),
        () => true,
      ).catch(() => undefined);
      log().info({ queues }, 'worker ready');
      await Promise.all(runs);
      await scheduled;
    } finally {
      stop(); // when one of them failed, the others end too
      await Promise.allSettled(runs);
      await leaveHouse();
    }
  } finally {
    await connection.close();
    closeActivities();
    await closeDatabase();
  }
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.abort());

serve().catch((error: unknown) => {
  if (stopping.signal.aborted) return;
  if (error instanceof EnvironmentError) process.stderr.write(`${error.message}\n`);
  else log().fatal({ err: error }, 'the worker ended');
  process.exitCode = 1;
});
