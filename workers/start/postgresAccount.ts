import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { errorText, StartProblem } from './problem';
import { words } from './words';

const NAME = 'postgres';

/** How a PostgreSQL program is run: the words before it on the command line, and whom its files belong to. */
export interface PostgresAccount {
  /** Command and arguments put before the program; empty when it runs as we do. */
  readonly prefix: readonly string[];
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  /** Whose the data folder must be; undefined: ours. */
  readonly owner: number | undefined;
  /** Makes a folder belong to the account. */
  own(folder: string): void;
}

const OURSELVES: PostgresAccount = { prefix: [], uid: undefined, gid: undefined, owner: undefined, own: () => undefined };

function readIds(): { uid: number; gid: number } | undefined {
  try {
    const read = (flag: string): number =>
      Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: read('-u'), gid: read('-g') };
  } catch {
    return undefined;
  }
}

function createUser(): { uid: number; gid: number } {
  let reason = 'id postgres';
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], {
      stdio: 'pipe',
    });
  } catch (error) {
    reason = errorText(error);
  }
  const ids = readIds();
  if (!ids) throw new StartProblem(words.postgresUserImpossible(reason));
  return ids;
}

/** Can the account walk down to this folder? The folder itself may not exist yet. */
function reaches(folder: string, ids: { uid: number; gid: number }): boolean {
  for (let step = path.dirname(folder); ; step = path.dirname(step)) {
    const { mode, uid, gid } = statSync(step);
    const bit = uid === ids.uid ? 0o100 : gid === ids.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (step === path.dirname(step)) return true;
  }
}

/** Command words that run a program as the account, allowed to walk through closed folders (as /root is) and to read. */
function walkingPrefix(ids: { uid: number; gid: number }): string[] {
  const grant = (capability: string): string[] => [
    'setpriv',
    `--reuid=${ids.uid}`,
    `--regid=${ids.gid}`,
    '--clear-groups',
    // without it access(2), by which initdb looks for its companion programs, ignores the capability
    '--securebits=+no_setuid_fixup',
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
    '--',
  ];
  // containers usually keep only the second
  const found = ['dac_read_search', 'dac_override'].map(grant).find(([program, ...rest]) => {
    try {
      execFileSync(program ?? '', [...rest, 'true'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
  return found ?? [];
}

/**
 * Who runs PostgreSQL: we ourselves, or, because it refuses root, the system user postgres, created when there is none.
 * When a folder above the programs or the data is closed to that user (a checkout under /root), the programs get the
 * one capability to walk through it, so that nobody's folder has to be opened to everybody.
 * @throws StartProblem when there is no way.
 */
export function postgresAccount(folders: readonly string[]): PostgresAccount {
  if (process.getuid?.() !== 0) return OURSELVES;
  const ids = readIds() ?? createUser();
  const own = (folder: string): void => chownSync(folder, ids.uid, ids.gid);
  const closed = folders.find((folder) => !reaches(folder, ids));
  if (closed === undefined) return { prefix: [], ...ids, owner: ids.uid, own };
  const prefix = walkingPrefix(ids);
  if (prefix.length === 0) throw new StartProblem(words.postgresCannotReach(closed));
  // setpriv changes the user itself, so the process is spawned as root
  return { prefix, uid: undefined, gid: undefined, owner: ids.uid, own };
}

function ownAll(folder: string, account: PostgresAccount): void {
  account.own(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) ownAll(inside, account);
    else if (entry.isFile()) account.own(inside);
  }
}

/**
 * PostgreSQL opens only a folder that belongs to its user and is closed to others. A copy restored from a backup often
 * belongs to root, or is open: that is put right. A folder of somebody else is left alone: they may want to start it again.
 * @throws StartProblem naming the owner.
 */
export function adoptFolder(folder: string, account: PostgresAccount): void {
  const { uid, mode } = statSync(folder);
  const mine = account.owner ?? process.getuid?.();
  if (uid !== mine) {
    if (uid !== 0 || process.getuid?.() !== 0) throw new StartProblem(words.foreignFolder(folder, userName(uid)));
    ownAll(folder, account);
  }
  if ((mode & 0o077) !== 0) chmodSync(folder, 0o700);
}

function userName(uid: number): string {
  try {
    return execFileSync('id', ['-un', String(uid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return String(uid);
  }
}
