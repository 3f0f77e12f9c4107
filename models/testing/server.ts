/** A PostgreSQL server for one run of the tests: started by the first suite that needs it, ended with the run. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { postgresAccount } from '../../workers/start/postgresAccount';
import { findPostgresBinaries } from '../../workers/start/postgresBinaries';

/** Set by globalSetup: the folder that the suites of a run share. */
export const SHARED_FOLDER = 'POSTUP_TEST_FOLDER';

export interface TestServer {
  readonly port: number;
  readonly pid: number;
  readonly password: string;
}

const PASSWORD = 'superuser-of-tests';

export function connectTo(server: TestServer, database: string): Client {
  const { port, password } = server;
  return new Client({ host: '127.0.0.1', port, user: 'postgres', password, database });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(server: TestServer): Promise<boolean> {
  const client = connectTo(server, 'postgres');
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function startIn(folder: string): Promise<TestServer> {
  const binaries = findPostgresBinaries();
  const data = path.join(folder, 'postgres');
  const account = postgresAccount([data, binaries.postgres]);
  mkdirSync(data, { mode: 0o700 });
  account.own(data);
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, `${PASSWORD}\n`);
  account.own(passwordFile);
  const options = { cwd: folder, uid: account.uid, gid: account.gid, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  const command = (program: string, args: string[]): [string, string[]] => {
    const [first = program, ...rest] = [...account.prefix, program, ...args];
    return [first, rest];
  };
  const init = spawnSync(
    ...command(binaries.initdb, [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
      '--no-sync',
      '--no-instructions',
    ]),
    { ...options, encoding: 'utf8' },
  );
  if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr}`);
  const port = await freePort();
  const log = openSync(path.join(folder, 'postgres.log'), 'a');
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    timezone: 'UTC',
    jit: 'off',
  };
  const child = spawn(
    ...command(binaries.postgres, ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]),
    { ...options, detached: true, stdio: ['ignore', log, log] },
  );
  child.unref();
  const server = { port, pid: child.pid ?? 0, password: PASSWORD };
  for (let tries = 0; !(await answers(server)); tries += 1) {
    if (tries > 300) throw new Error(`PostgreSQL does not answer: ${readFileSync(path.join(folder, 'postgres.log'), 'utf8')}`);
    await sleep(100);
  }
  return server;
}

/** Ends the server with everything it holds, and removes its folder. */
export async function stopServer(folder: string): Promise<void> {
  const file = path.join(folder, 'server.json');
  if (existsSync(file)) {
    const { pid } = JSON.parse(readFileSync(file, 'utf8')) as TestServer;
    process.kill(pid, 'SIGQUIT');
    for (let tries = 0; tries < 100; tries += 1) {
      try {
        process.kill(pid, 0);
      } catch {
        break;
      }
      await sleep(50);
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

/**
 * The server of this run; or, for a test that changes what databases share (and outside of a run), one of its own: then
 * `own` names the folder to be given to stopServer.
 */
export async function testServer(alone: boolean): Promise<{ server: TestServer; own?: string }> {
  const shared = process.env[SHARED_FOLDER];
  if (alone || shared === undefined) {
    const own = mkdtempSync(path.join(os.tmpdir(), 'postup-test-'));
    const server = await startIn(own);
    writeFileSync(path.join(own, 'server.json'), JSON.stringify(server));
    return { server, own };
  }
  const file = path.join(shared, 'server.json');
  try {
    mkdirSync(path.join(shared, 'starting'));
  } catch {
    // Another suite starts it.
    for (let tries = 0; !existsSync(file); tries += 1) {
      if (tries > 600) throw new Error('The PostgreSQL server of the tests did not start');
      await sleep(100);
    }
    return { server: JSON.parse(readFileSync(file, 'utf8')) as TestServer };
  }
  const server = await startIn(shared);
  writeFileSync(`${file}.new`, JSON.stringify(server));
  renameSync(`${file}.new`, file);
  return { server };
}
