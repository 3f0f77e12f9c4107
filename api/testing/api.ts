import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { Client, Connection } from '@temporalio/client';
import type { CreationAttributes } from 'sequelize';
import request from 'supertest';
import { createFio } from '../../models/banking/fioClient';
import { sessionPool } from '../../models/database';
import { environment } from '../../models/environment';
import type { User } from '../../models/people/User';
import { buildUser } from '../../models/testing/factories';
import type { Role } from '../../processes/roles';
import { createApp } from '../app';
import { createAres } from '../ares/aresClient';
import { createLimits } from '../http/limits';
import { createMetrics } from '../http/metrics';
import { createMailer } from '../mail';
import type { Services } from '../services';
import { hashPassword } from '../session/passwords';
import { createReadiness } from '../system/readiness';
import { openMailbox, type Mailbox } from './mailbox';

export type Agent = ReturnType<typeof request.agent>;

export const PASSWORD = 'správné heslo pro zkoušky';

export interface TestApi {
  readonly mailbox: Mailbox;
  readonly services: Services;
  /** A browser that is not signed in; sends the header of our pages unless told otherwise. */
  browser(options?: { readonly ours?: boolean }): Agent;
  /** A person with these roles, and a browser in which they are signed in. */
  signedIn(
    tenantId: string,
    roles: readonly Role[],
    overrides?: Partial<CreationAttributes<User>>,
  ): Promise<{ readonly user: User; readonly agent: Agent }>;
  /** A browser in which this person signs in. */
  signIn(email: string, password?: string): Promise<Agent>;
}

/** The password's hash is made once: every account of the tests has the same. */
let kept: Promise<string> | undefined;

/**
 * The whole api on a free port of loopback, over the database of `testDatabase()` (call that first) and a real mail server. Call it
 * at the top of a test file.
 * @param temporalAddress of a server; without one nothing answers there
 */
export function testApi(
  options: {
    readonly temporalAddress?: () => string;
    readonly namespace?: string;
    readonly aresUrl?: () => string;
    readonly fioUrl?: () => string;
  } = {},
): TestApi {
  let mailbox: Mailbox | undefined;
  let services: Services | undefined;
  let server: Server | undefined;
  let connection: Connection | undefined;

  // Before the database is connected: the environment is read once.
  process.env.SESSION_SECRET = randomBytes(32).toString('hex');
  process.env.SECRETS_KEY = randomBytes(32).toString('hex');
  process.env.PUBLIC_URL = 'http://postup.example';

  beforeAll(async () => {
    mailbox = await openMailbox();
    const settings = environment();
    // Port 9 (discard): nothing listens there, as when Temporal is down.
    connection = Connection.lazy({ address: options.temporalAddress?.() ?? '127.0.0.1:9' });
    const temporal = new Client({ connection, namespace: options.namespace ?? 'postup' });
    const own: Services = {
      environment: settings,
      temporal,
      mailer: createMailer({ smtpUrl: mailbox.url, mailFrom: settings.mailFrom }),
      // Without a stand-in nothing answers there: tests do not reach out of the house.
      ares: createAres(options.aresUrl?.() ?? 'http://127.0.0.1:9'),
      fio: createFio(options.fioUrl?.() ?? 'http://127.0.0.1:9', { timeout: 500, mostBytes: 1_000_000 }),
      limits: createLimits(sessionPool()),
      metrics: createMetrics({ ofProcess: false }),
      readiness: createReadiness(temporal),
    };
    services = own;
    server = await new Promise<Server>((resolve) => {
      const listening = createApp(own).listen(0, '127.0.0.1', () => resolve(listening));
    });
  });

  afterAll(async () => {
    await Promise.all([services?.mailer.settled(), services?.readiness.leave()]);
    await new Promise<void>((resolve) => {
      if (!server) return resolve();
      server.close(() => resolve());
      server.closeAllConnections();
    });
    await connection?.close();
    await mailbox?.close();
  });

  const need = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The api of the test is not up yet');
    return part;
  };

  const browser: TestApi['browser'] = ({ ours = true } = {}) => {
    const agent = request.agent(need(server));
    return ours ? agent.set('X-Postup', '1') : agent;
  };

  const signIn: TestApi['signIn'] = async (email, password = PASSWORD) => {
    const agent = browser();
    await agent.post('/api/session').send({ email, password }).expect(200);
    return agent;
  };

  return {
    get mailbox() {
      return need(mailbox);
    },
    get services() {
      return need(services);
    },
    browser,
    signIn,
    async signedIn(tenantId, roles, overrides = {}) {
      kept ??= hashPassword(PASSWORD);
      const user = await buildUser(tenantId, { roles: [...roles], passwordHash: await kept, ...overrides });
      return { user, agent: await signIn(user.email) };
    },
  };
}
