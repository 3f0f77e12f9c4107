import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { writePrivateFile, type DataFolder } from './dataFolder';
import { Part, type PartContext } from './part';
import { keptPorts } from './ports';
import { adoptFolder, postgresAccount, type PostgresAccount } from './postgresAccount';
import { findPostgresBinaries, type PostgresBinaries } from './postgresBinaries';
import { errorText, StartProblem } from './problem';
import { processBegan } from './processIdentity';
import { RotatingLog } from './rotatingLog';
import { words } from './words';

/** The major version of the programs in the npm package; data folders of another one cannot be opened. */
const MAJOR = '18';
const OWNER = 'postup_owner';
const DATABASE = 'postup';
const HOST = '127.0.0.1';

/** A clean shutdown writes a checkpoint; on a slow disk that takes its time, and killing it only costs a recovery. */
const STOP_PATIENCE_MS = 60_000;
const START_PATIENCE_MS = 120_000;

/** The database server of a one-machine start. */
export interface Postgres {
  readonly part: Part;
  readonly port: number;
  /** Connection of the owner to the database of Postup. */
  readonly databaseUrl: string;
  /** The database did not exist before this start. */
  readonly isNew: boolean;
  /** Connects as the owner; the caller ends the connection. */
  connect(database?: string): Promise<Client>;
}

/** A quarter of the memory, between 128 and 512 MB: the machine is shared with Temporal, the worker and the api. */
function sharedBuffers(): string {
  const quarter = Math.floor(os.totalmem() / 4 / 1024 / 1024);
  return `${Math.min(512, Math.max(128, quarter))}MB`;
}

/** Server settings; everything about durability stays at its safe default, and is spelled out where it matters. */
function settings(port: number): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: HOST,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: sharedBuffers(),
    effective_cache_size: '1GB',
    work_mem: '8MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    random_page_cost: 1.1,
    jit: 'off',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    timezone: 'UTC',
    log_timezone: 'Europe/Prague',
    lc_messages: 'C',
    log_checkpoints: 'off',
    // statements and offending rows hold names and addresses of people
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_line_prefix: '%m [%p] %u@%d ',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function run(account: PostgresAccount, program: string, args: readonly string[], folder: string): ChildProcess {
  const [command, ...rest] = [...account.prefix, program, ...args];
  return spawn(command ?? program, rest, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, TZ: process.env.TZ, LANG: 'C', LC_ALL: 'C' },
    uid: account.uid,
    gid: account.gid,
  });
}

/** Makes a database cluster. A crash in the middle leaves a half-made folder under another name, made anew next time. */
async function initialise(data: DataFolder, binaries: PostgresBinaries, account: PostgresAccount, log: RotatingLog): Promise<void> {
  const fresh = `${data.postgres}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  account.own(fresh);
  const passwordFile = path.join(data.state, 'initial-password');
  writePrivateFile(passwordFile, `${data.secrets.postgresPassword}\n`);
  account.own(passwordFile);
  try {
    const child = run(
      account,
      binaries.initdb,
      // Czech order of letters comes from ICU at the database, so the cluster depends on no locale of the machine
      [
        `--pgdata=${fresh}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--no-locale',
        '--data-checksums',
        '--no-instructions',
      ],
      data.root,
    );
    child.stdout?.on('data', (text: Buffer) => log.write(text.toString('utf8')));
    child.stderr?.on('data', (text: Buffer) => log.write(text.toString('utf8')));
    await once(child, 'close');
    if (child.exitCode !== 0) throw new StartProblem(words.postgresFailed(log.file, log.tail()));
    renameSync(fresh, data.postgres);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Does this process run PostgreSQL on this folder? Known only on Linux; elsewhere any living process may. */
function servesFolder(pid: number, folder: string): boolean {
  if (processBegan(pid) === undefined) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

/**
 * After a crash the folder still names its former process. PostgreSQL sees by itself that the process is gone, unless
 * the number has meanwhile gone to another program of the same user; then it would refuse to start for ever.
 */
function removeStalePidFile(folder: string): void {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !servesFolder(pid, folder)) rmSync(file, { force: true });
}

function checkMajor(folder: string): boolean {
  const file = path.join(folder, 'PG_VERSION');
  if (!existsSync(file)) {
    // never initialise over something we do not know
    if (existsSync(folder) && readdirSync(folder).length > 0) throw new StartProblem(words.damagedFile(file));
    return false;
  }
  const theirs = readFileSync(file, 'utf8').trim();
  if (theirs !== MAJOR) throw new StartProblem(words.postgresOtherMajor(folder, theirs, MAJOR));
  return true;
}

function connector(data: DataFolder, port: number): (database?: string) => Promise<Client> {
  return async (database = DATABASE) => {
    const client = new Client({
      host: HOST,
      port,
      user: OWNER,
      password: data.secrets.postgresPassword,
      database,
      connectionTimeoutMillis: 5_000,
    });
    await client.connect();
    return client;
  };
}

async function waitForPostgres(connect: (database?: string) => Promise<Client>, alive: () => boolean, log: RotatingLog): Promise<void> {
  const until = Date.now() + START_PATIENCE_MS;
  for (;;) {
    try {
      const client = await connect('postgres');
      await client.end();
      return;
    } catch (error) {
      const full = /No space left on device/i.test(log.tail());
      if (full) throw new StartProblem(words.diskFull(path.dirname(log.file), 0, 512), { cause: error });
      if (!alive() || Date.now() > until)
        throw new StartProblem(words.postgresFailed(log.file, log.tail() || errorText(error)), { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Makes the database of Postup with Czech collation, if it is not there. Returns whether it was made now. */
async function createDatabase(connect: (database?: string) => Promise<Client>): Promise<boolean> {
  const client = await connect('postgres');
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount !== 0) return false;
    await client.query(`CREATE DATABASE ${DATABASE} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'cs-CZ'`);
    return true;
  } finally {
    await client.end();
  }
}

/**
 * Starts the embedded PostgreSQL on DATA_DIR/postgres, creating it the first time.
 * @throws StartProblem when its folder belongs to another major version, or it does not start.
 */
export async function startPostgres(data: DataFolder, context: PartContext): Promise<Postgres> {
  if (process.platform === 'win32') throw new StartProblem(words.unsupportedPlatform('Windows'));
  const log = new RotatingLog(path.join(data.logs, 'postgres.log'));
  const initialised = checkMajor(data.postgres);
  const binaries = findPostgresBinaries();
  const account = postgresAccount([data.postgres, binaries.postgres]);
  if (!initialised) {
    context.say(words.postgresCreating());
    if (existsSync(data.postgres)) rmSync(data.postgres, { recursive: true });
    await initialise(data, binaries, account, log);
  } else {
    adoptFolder(data.postgres, account);
  }
  const { postgres: port } = await keptPorts(data.state, 'postgres', ['postgres']);
  const connect = connector(data, port);
  const part = new Part(
    {
      name: 'postgres',
      log,
      stopSignal: 'SIGINT',
      patience: STOP_PATIENCE_MS,
      spawn: () => {
        removeStalePidFile(data.postgres);
        return run(account, binaries.postgres, ['-D', data.postgres, ...settings(port)], data.root);
      },
      ready: (alive) => waitForPostgres(connect, alive, log),
    },
    context,
  );
  await part.start();
  const isNew = await createDatabase(connect);
  const password = encodeURIComponent(data.secrets.postgresPassword);
  return { part, port, databaseUrl: `postgres://${OWNER}:${password}@${HOST}:${port}/${DATABASE}`, isNew, connect };
}
