import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Client } from 'pg';
import type { DataFolder } from './dataFolder';
import type { Postgres } from './postgres';
import { errorText, StartProblem, type Say } from './problem';
import { TEMPORAL_ROLE, TEMPORAL_SCHEMAS } from './temporalConfig';
import { words } from './words';

type Schema = (typeof TEMPORAL_SCHEMAS)[number];

async function withClient<T>(postgres: Postgres, database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await postgres.connect(database);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The version of the tables in one of Temporal's databases: undefined without the database, '' without tables. */
async function installedVersion(postgres: Postgres, database: string): Promise<string | undefined> {
  const exists = await withClient(postgres, 'postgres', (client) => client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]));
  if (exists.rowCount === 0) return undefined;
  return withClient(postgres, database, async (client) => {
    const table = await client.query<{ found: string | null }>(`SELECT to_regclass('public.schema_version')::text AS found`);
    if (!table.rows[0]?.found) return '';
    const version = await client.query<{ curr_version: string }>('SELECT curr_version FROM schema_version');
    return version.rows[0]?.curr_version ?? '';
  });
}

/** The server's own role: it may make its two databases and sees nothing of ours. */
async function ensureRole(postgres: Postgres, password: string): Promise<void> {
  await withClient(postgres, 'postgres', async (client) => {
    const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [TEMPORAL_ROLE]);
    const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(`${verb} ROLE ${TEMPORAL_ROLE} LOGIN CREATEDB PASSWORD ${client.escapeLiteral(password)}`);
  });
}

/**
 * Brings Temporal's databases to the state that this server version expects. Goes on where an interrupted run
 * stopped, and does nothing when all is there.
 * @throws StartProblem with what the tool said.
 */
export async function prepareTemporalDatabases(data: DataFolder, postgres: Postgres, sqlTool: string, say: Say): Promise<void> {
  const installed = await Promise.all(TEMPORAL_SCHEMAS.map(async (schema) => ({ schema, version: await installedVersion(postgres, schema.database) })));
  const pending = installed.filter(({ schema, version }) => version !== schema.version);
  if (pending.length === 0) return;
  say(words.temporalSettingUp());
  await ensureRole(postgres, data.secrets.temporalPassword);
  const tool = async (schema: Schema, ...args: string[]): Promise<void> => {
    await promisify(execFile)(sqlTool, args, {
      env: {
        PATH: process.env.PATH,
        SQL_PLUGIN: 'postgres12',
        SQL_HOST: '127.0.0.1',
        SQL_PORT: String(postgres.port),
        SQL_USER: TEMPORAL_ROLE,
        SQL_PASSWORD: data.secrets.temporalPassword,
        SQL_DATABASE: schema.database,
      },
    });
  };
  for (const { schema, version } of pending) {
    try {
      if (version === undefined) await tool(schema, 'create-database');
      if (!version) await tool(schema, 'setup-schema', '-v', '0.0');
      await tool(schema, 'update-schema', '--schema-name', schema.schema);
    } catch (error) {
      throw new StartProblem(words.temporalFailed(data.logs, errorText(error)), { cause: error });
    }
  }
}

/**
 * Forgets where the server's services listened last time. We are its only host, and it would otherwise spend
 * seconds on looking for its former self when a port has changed.
 */
export async function forgetFormerHosts(postgres: Postgres): Promise<void> {
  await withClient(postgres, TEMPORAL_SCHEMAS[0].database, (client) => client.query('DELETE FROM cluster_membership'));
}
