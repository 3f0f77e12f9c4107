import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { createFio } from '../models/banking/fioClient';
import { closeDatabase, connectDatabase, sessionPool } from '../models/database';
import { environment, EnvironmentError } from '../models/environment';
import { log } from '../models/log';
import { DatabaseUnavailableError } from '../models/problems';
import { createApp } from './app';
import { createAres } from './ares/aresClient';
import { createLimits } from './http/limits';
import { createMetrics } from './http/metrics';
import { createMailer } from './mail';
import type { Services } from './services';
import { createReadiness } from './system/readiness';

/** Load balancers ask every few seconds; they should see 'not ready' before the port closes. */
const LEAVE_MS = process.env.NODE_ENV === 'production' ? 1_000 : 0;
/** Requests that are still running after this are cut off. */
const STOP_MS = 10_000;

/** Waits for the database, however long it takes: in a composed installation it may start later than we do. */
async function waitForDatabase(): Promise<void> {
  for (let pause = 250; ; pause = Math.min(pause * 2, 5_000)) {
    try {
      await connectDatabase({ poolSize: 15 });
      return;
    } catch (error) {
      if (!(error instanceof DatabaseUnavailableError)) throw error;
      log().warn({ err: error }, 'waiting for the database');
      await sleep(pause);
    }
  }
}

async function main(): Promise<void> {
  const settings = environment();
  // Lazy: the api comes up without Temporal, says so in /api/ready, and answers reading; the channel reconnects by itself.
  const connection = Connection.lazy({ address: settings.temporalAddress, connectTimeout: '10 seconds' });
  const temporal = new Client({ connection, namespace: settings.temporalNamespace });
  await waitForDatabase();
  const services: Services = {
    environment: settings,
    temporal,
    mailer: createMailer(settings),
    ares: createAres(settings.aresUrl),
    fio: createFio(settings.fioApiUrl),
    limits: createLimits(sessionPool()),
    metrics: createMetrics({ ofProcess: true }),
    readiness: createReadiness(temporal),
  };

  const server = createServer(createApp(services));
  server.keepAliveTimeout = 65_000; // longer than a proxy's in front of us, so that it never meets a closing connection
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  log().info({ host: settings.host, port: settings.port }, 'api listens');

  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  // Started by a supervisor: when it is gone, even by SIGKILL, the channel closes and so do we.
  if (process.connected) process.once('disconnect', () => stop.abort());
  if (!stop.signal.aborted) await once(stop.signal, 'abort');

  log().info('api is stopping');
  const left = services.readiness.leave();
  await sleep(LEAVE_MS);
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), STOP_MS);
  await closed;
  clearTimeout(late);
  await Promise.all([services.mailer.settled(), left]);
  await connection.close();
  await closeDatabase();
  log().info('api has stopped');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (error instanceof EnvironmentError) process.stderr.write(`${error.message}\n`);
    else log().fatal({ err: error }, 'api cannot start');
    process.exit(1);
  },
);
