/** A real database for one test file: a copy of one that was migrated once a run. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { closeDatabase, connectDatabase } from '../database';
import { connectTo, stopServer, testServer, type TestServer } from './server';

const APP_PASSWORD = 'app-password-of-tests';
const OWNER_PASSWORD = 'owner-password-of-tests';
const TEMPLATE = 'postup_template';

export interface TestDatabase {
  /** Runs a statement as superuser, whom neither grants nor policies hold. */
  superuser<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
}

export interface TestDatabaseOptions {
  /** An empty database instead of a migrated one, no connection, and a server of its own: roles belong to the server. */
  readonly empty?: boolean;
}

/** The owner is no superuser, as in an installation on somebody else's server. */
function pointTo(server: TestServer, name: string): void {
  process.env.DATABASE_URL = `postgres://postup_owner:${OWNER_PASSWORD}@127.0.0.1:${server.port}/${name}`;
  process.env.DATABASE_APP_PASSWORD = APP_PASSWORD;
}

const create = (name: string, template: string): string => `create database ${name} template ${template} owner postup_owner`;

/** Makes the owner and the migrated template, unless another suite of the run has made them. */
async function prepareTemplate(server: TestServer, admin: Client): Promise<void> {
  await admin.query('select pg_advisory_lock(1)');
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount !== 0) return;
    await admin.query(`create role postup_owner login createrole password '${OWNER_PASSWORD}'`);
    await admin.query(create(`${TEMPLATE}_new`, 'template0'));
    // The environment is read once a process; the template is migrated by one that ends with it.
    pointTo(server, `${TEMPLATE}_new`);
    await jest.isolateModulesAsync(async () => {
      const isolated = await import('../migrate');
      await isolated.migrate();
    });
    await admin.query(`alter database ${TEMPLATE}_new rename to ${TEMPLATE}`);
  } finally {
    await admin.query('select pg_advisory_unlock(1)');
  }
}

async function asAdmin(server: TestServer, work: (admin: { server: TestServer; client: Client }) => Promise<unknown>): Promise<void> {
  const client = connectTo(server, 'postgres');
  await client.connect();
  try {
    await work({ server, client });
  } finally {
    await client.end();
  }
}

/**
 * Gives the test file a database of its own and connects to it; ends both after the file. Call it at the top of the
 * file. Sets DATABASE_URL, DATABASE_APP_PASSWORD and DATA_DIR.
 */
export function testDatabase({ empty = false }: TestDatabaseOptions = {}): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'postup-test-data-'));
  let superuser: Client | undefined;
  let server: TestServer | undefined;
  let own: string | undefined;

  beforeAll(async () => {
    ({ server, own } = await testServer(empty));
    await asAdmin(server, async (admin) => {
      await prepareTemplate(admin.server, admin.client);
      await admin.client.query(create(name, empty ? 'template0' : TEMPLATE));
    });
    superuser = connectTo(server, name);
    await superuser.connect();
    pointTo(server, name);
    process.env.DATA_DIR = dataDir;
    process.env.LOG_LEVEL ??= 'silent';
    if (empty) return;
    await connectDatabase();
  });

  afterAll(async () => {
    await closeDatabase();
    await superuser?.end();
    if (own !== undefined) await stopServer(own);
    else if (server) await asAdmin(server, ({ client }) => client.query(`drop database if exists ${name} with (force)`));
    rmSync(dataDir, { recursive: true, force: true });
  });

  return {
    superuser: async <Row extends object>(sql: string, values: unknown[] = []) => {
      if (!superuser) throw new Error('The database of the test is not there yet');
      return (await superuser.query<Row>(sql, values)).rows;
    },
  };
}
