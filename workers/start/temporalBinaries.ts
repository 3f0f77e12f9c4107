import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { errorCode, errorText, StartProblem, type Say } from './problem';
import { identify, isAlive } from './processIdentity';
import { archiveName, unpackRelease } from './temporalRelease';
import { words } from './words';

/** The version that was tried and measured with this version of Postup. */
export const TEMPORAL_VERSION = '1.29.1';

const RELEASES = 'https://github.com/temporalio/temporal/releases/download';
const SERVER = 'temporal-server';
const SQL_TOOL = 'temporal-sql-tool';
const PACKAGES = { server: 'go.temporal.io/server/cmd/server', sql: 'go.temporal.io/server/cmd/tools/sql' };
const PROGRESS_MS = 20_000;

/** The two programs of the Temporal server. */
export interface TemporalBinaries {
  readonly server: string;
  readonly sqlTool: string;
  readonly source: 'path' | 'cache' | 'release' | 'go';
}

/** Where to look; the defaults are those of the machine. */
export interface TemporalSearch {
  readonly say: Say;
  /** Folders searched for installed programs, in the form of PATH. */
  readonly searchPath?: string;
  /** Folder of this user in which obtained programs are kept over checkouts. */
  readonly cache?: string;
  /** Aborted when the start is given up. */
  readonly stop?: AbortSignal;
  /** Where releases are published: `<releases>/v<version>/<archive>`. */
  readonly releases?: string;
}

/** The cache of this user: POSTUP_CACHE, or ~/.cache/postup. */
export function defaultCache(): string {
  return process.env.POSTUP_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'postup');
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findOnPath(name: string, searchPath: string): string | undefined {
  return searchPath
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, name))
    .find(isProgram);
}

function isOurVersion(program: string): boolean {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return typeof stdout === 'string' && stdout.trim().endsWith(` ${TEMPORAL_VERSION}`);
}

/** Programs that an administrator installed; another version is passed over, since its tables would differ. */
function fromPath(searchPath: string): TemporalBinaries | undefined {
  const server = findOnPath(SERVER, searchPath);
  const sqlTool = findOnPath(SQL_TOOL, searchPath);
  if (!server || !sqlTool || !isOurVersion(server) || !isOurVersion(sqlTool)) return undefined;
  return { server, sqlTool, source: 'path' };
}

function fromFolder(folder: string, source: TemporalBinaries['source']): TemporalBinaries | undefined {
  const server = path.join(folder, SERVER);
  const sqlTool = path.join(folder, SQL_TOOL);
  return isProgram(server) && isProgram(sqlTool) ? { server, sqlTool, source } : undefined;
}

async function build(folder: string, searchPath: string, say: Say, stop?: AbortSignal): Promise<void> {
  const go = findOnPath('go', [searchPath, '/usr/local/go/bin', '/usr/lib/go/bin'].join(path.delimiter));
  if (!go) throw new StartProblem(words.goMissing());
  say(words.temporalBuilding());
  const packages = Object.values(PACKAGES).map((name) => `${name}@v${TEMPORAL_VERSION}`);
  const child = spawn(go, ['install', ...packages], {
    cwd: folder,
    signal: stop,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0' },
  });
  let output = '';
  child.stderr.on('data', (text: Buffer) => {
    output = (output + text.toString('utf8')).slice(-4_000);
  });
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(output.trim().split('\n').slice(-4).join(' | ') || 'go install');
  renameSync(path.join(folder, 'server'), path.join(folder, SERVER));
  renameSync(path.join(folder, 'sql'), path.join(folder, SQL_TOOL));
}

/** Gets the programs into an empty folder: from the release, or built from source. */
async function obtain(folder: string, releases: string, searchPath: string, say: Say, stop?: AbortSignal): Promise<'release' | 'go'> {
  const archive = archiveName(TEMPORAL_VERSION, process.platform, process.arch);
  const base = `${releases}/v${TEMPORAL_VERSION}`;
  let downloadFault: string;
  try {
    if (!archive) throw new Error(`${process.platform}-${process.arch} ?`);
    say(words.temporalDownloading(`${base}/${archive}`));
    await unpackRelease(base, archive, folder, stop);
    for (const name of [SERVER, SQL_TOOL]) chmodSync(path.join(folder, name), 0o755);
    return 'release';
  } catch (error) {
    stop?.throwIfAborted();
    downloadFault = errorText(error);
    say(words.temporalDownloadFailed(downloadFault));
  }
  try {
    await build(folder, searchPath, say, stop);
    return 'go';
  } catch (error) {
    throw new StartProblem(words.temporalUnobtainable(downloadFault, errorText(error)), { cause: error });
  }
}

/** Runs `work` while no other start on this machine runs its own; a lock of a dead process is taken over. */
async function alone<T>(lockFile: string, say: Say, work: () => Promise<T>): Promise<T> {
  const me = identify(process.pid);
  for (let told = false; ;) {
    try {
      writeFileSync(lockFile, JSON.stringify(me), { flag: 'wx' });
      break;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    if (!isHeld(lockFile)) {
      rmSync(lockFile, { force: true });
      continue;
    }
    if (!told) say(words.temporalWaitingForOther());
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function isHeld(lockFile: string): boolean {
  try {
    const holder: unknown = JSON.parse(readFileSync(lockFile, 'utf8'));
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || !('began' in holder)) return false;
    return isAlive({ pid: Number(holder.pid), began: String(holder.began) });
  } catch {
    return existsSync(lockFile);
  }
}

/** Removes what an interrupted start has left of its work. */
function removeUnfinished(cache: string, prefix: string): void {
  for (const name of readdirSync(cache)) {
    if (name.startsWith(prefix)) rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}

/**
 * Finds temporal-server and temporal-sql-tool: on PATH, in the cache, from the published release, built with Go.
 * What had to be obtained is put into the cache in one step, so a start that is interrupted leaves nothing half-done.
 * @throws StartProblem telling why each way failed and what to do.
 */
export async function findTemporalBinaries(search: TemporalSearch): Promise<TemporalBinaries> {
  const { say, searchPath = process.env.PATH ?? '', cache = defaultCache(), releases = RELEASES, stop } = search;
  const kept = path.join(cache, `temporal-${TEMPORAL_VERSION}-${process.platform}-${process.arch}`);
  const found = fromPath(searchPath) ?? fromFolder(kept, 'cache');
  if (found) return found;

  mkdirSync(cache, { recursive: true });
  return alone(`${kept}.lock`, say, async () => {
    const meanwhile = fromFolder(kept, 'cache');
    if (meanwhile) return meanwhile;
    const began = Date.now();
    const seconds = (): number => Math.round((Date.now() - began) / 1000);
    say(words.temporalLooking(cache));
    const progress = setInterval(() => say(words.stillWorking(seconds())), PROGRESS_MS);
    removeUnfinished(cache, `${path.basename(kept)}.new-`);
    const work = mkdtempSync(`${kept}.new-`);
    try {
      const source = await obtain(work, releases, searchPath, say, stop);
      rmSync(kept, { recursive: true, force: true });
      mkdirSync(`${work}/kept`);
      for (const name of [SERVER, SQL_TOOL]) renameSync(path.join(work, name), path.join(work, 'kept', name));
      renameSync(path.join(work, 'kept'), kept);
      say(words.temporalObtained(seconds()));
      const ready = fromFolder(kept, source);
      if (!ready) throw new StartProblem(words.damagedFile(kept));
      return ready;
    } finally {
      clearInterval(progress);
      rmSync(work, { recursive: true, force: true });
    }
  });
}
