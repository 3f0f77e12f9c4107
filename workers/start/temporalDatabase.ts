import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { DataFolder } from './dataFolder';
import type { Postgres } from './postgres';
import { errorText, StartProblem, type Say } from './problem';
import { TEMPORAL_SCHEMAS, type TemporalStore } from './temporalConfig';
import { words } from './words';

const ROLE = 'temporal';
const DEFAULT_PORT = 5432;

type Schema = (typeof TEMPORAL_SCHEMAS)[number];

async function withClient<T>(store: TemporalStore, database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const { host, port, user, password, tls } = store;
  const ssl = tls ? { rejectUnauthorized: false } : false;
  const client = new Client({ host, port, user, password, database, ssl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Our own server, with a role for Temporal that may make its two databases and sees nothing of ours. */
export async function embeddedStore(data: DataFolder, postgres: Postgres): Promise<TemporalStore> {
  const password = data.secrets.temporalPassword;
  const client = await postgres.connect('postgres');
  try {
    const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [ROLE]);
    if (found.rowCount === 0) await client.query(`CREATE ROLE ${ROLE} LOGIN CREATEDB PASSWORD ${client.escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
  return { host: '127.0.0.1', port: postgres.port, user: ROLE, password, tls: false };
}

/** The server of DATABASE_URL, when somebody else runs it: its user must be allowed to create databases. */
export function externalStore(databaseUrl: string): TemporalStore {
  const url = new URL(databaseUrl);
  const mode = url.searchParams.get('sslmode');
  return {
    host: url.hostname,
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    tls: mode !== null && mode !== 'disable' && mode !== 'allow' && mode !== 'prefer',
  };
}

/** The version of the tables in one of Temporal's databases: undefined without the database, '' without tables. */
async function installedVersion(store: TemporalStore, database: string): Promise<string | undefined> {
  const exists = await withClient(store, 'postgres', (client) => client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]));
  if (exists.rowCount === 0) return undefined;
  return withClient(store, database, async (client) => {
    const table = await client.query<{ found: string | null }>(`SELECT to_regclass('public.schema_version')::text AS found`);
    if (!table.rows[0]?.found) return '';
    const version = await client.query<{ curr_version: string }>('SELECT curr_version FROM schema_version');
    return version.rows[0]?.curr_version ?? '';
  });
}

/**
 * Brings Temporal's databases to the state that this server version expects. Goes on where an interrupted run
 * stopped, and does nothing when all is there.
 * @throws StartProblem with what the tool said.
 */
export async function prepareTemporalDatabases(store: TemporalStore, sqlTool: string, logs: string, say: Say): Promise<void> {
  const tool = async (schema: Schema, ...args: string[]): Promise<void> => {
    await promisify(execFile)(sqlTool, args, {
      env: {
        PATH: process.env.PATH,
        SQL_PLUGIN: 'postgres12',
        SQL_HOST: store.host,
        SQL_PORT: String(store.port),
        SQL_USER: store.user,
        SQL_PASSWORD: store.password,
        SQL_DATABASE: schema.database,
        ...(store.tls ? { SQL_TLS: 'true', SQL_TLS_DISABLE_HOST_VERIFICATION: 'true' } : {}),
      },
    });
  };
  try {
    const installed = await Promise.all(
      TEMPORAL_SCHEMAS.map(async (schema) => ({ schema, version: await installedVersion(store, schema.database) })),
    );
    const pending = installed.filter(({ schema, version }) => version !== schema.version);
    if (pending.length > 0) say(words.temporalSettingUp());
    for (const { schema, version } of pending) {
      if (version === undefined) await tool(schema, 'create-database');
      if (!version) await tool(schema, 'setup-schema', '-v', '0.0');
      await tool(schema, 'update-schema', '--schema-name', schema.schema);
    }
  } catch (error) {
    throw new StartProblem(words.temporalFailed(logs, errorText(error)), { cause: error });
  }
}

/**
 * Forgets where the server's services listened last time. We are its only host, and it would otherwise spend
 * seconds on looking for its former self when a port has changed.
 */
export async function forgetFormerHosts(store: TemporalStore): Promise<void> {
  await withClient(store, TEMPORAL_SCHEMAS[0].database, (client) => client.query('DELETE FROM cluster_membership'));
}
