import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from './dataFolder';
import { errorCode, StartProblem } from './problem';
import { identify, isAlive, signal, waitUntilGone, type ProcessIdentity } from './processIdentity';
import { words } from './words';

const identitySchema = z.object({ pid: z.number().int(), began: z.string() });
const childrenSchema = z.array(identitySchema.extend({ name: z.string() }));

/** A process that this start has started, and its name for people. */
export type NamedProcess = ProcessIdentity & { readonly name: string };

/** Time for a process left behind by a crash to end by itself before it is ended by force. */
const PATIENCE_MS = 10_000;

/** One start a data folder; also knows which processes belong to it, so that the next start can end what a crash left. */
export class FolderLock {
  private readonly children = new Map<number, NamedProcess>();

  private constructor(
    private readonly file: string,
    private readonly childrenFile: string,
    /** The run before this one did not release the folder. */
    readonly crashedBefore: boolean,
    /** Processes of that run which are still alive. */
    readonly leftovers: readonly NamedProcess[],
  ) {}

  /**
   * Takes the folder for this process.
   * @throws StartProblem when a living start holds it.
   */
  static take(root: string, stateFolder: string): FolderLock {
    const file = path.join(stateFolder, 'lock.json');
    const childrenFile = path.join(stateFolder, 'processes.json');
    const me = JSON.stringify(identify(process.pid));
    let crashed = false;
    for (;;) {
      try {
        writeFileSync(file, me, { flag: 'wx', mode: 0o600 });
        break;
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error;
      }
      const holder = readHolder(file);
      if (holder && isAlive(holder)) throw new StartProblem(words.alreadyRunning(holder.pid, root));
      crashed = true;
      rmSync(file, { force: true });
    }
    const leftovers = readChildren(childrenFile).filter(isAlive);
    return new FolderLock(file, childrenFile, crashed, leftovers);
  }

  /** Ends the processes of a crashed run: first politely, after a while by force. Tells of each. */
  async endLeftovers(tell: (leftover: NamedProcess) => void): Promise<void> {
    await Promise.all(
      this.leftovers.map(async (leftover) => {
        // for PostgreSQL, SIGINT means: drop the connections, then shut down cleanly
        signal(leftover.pid, leftover.name === 'postgres' ? 'SIGINT' : 'SIGTERM');
        if (!(await waitUntilGone(leftover, PATIENCE_MS))) {
          signal(leftover.pid, 'SIGKILL');
          await waitUntilGone(leftover, PATIENCE_MS);
        }
        tell(leftover);
      }),
    );
  }

  /** Remembers a process of this start. */
  add(name: string, pid: number): void {
    const identity = identify(pid);
    if (!identity) return;
    this.children.set(pid, { ...identity, name });
    this.write();
  }

  /** Forgets a process that has ended. */
  drop(pid: number): void {
    if (this.children.delete(pid)) this.write();
  }

  /** Gives the folder back. */
  release(): void {
    rmSync(this.childrenFile, { force: true });
    rmSync(this.file, { force: true });
  }

  private write(): void {
    writePrivateFile(this.childrenFile, JSON.stringify([...this.children.values()], null, 2));
  }
}

/** Who holds the folder; undefined when the file cannot be read (a crash in the middle of writing it). */
function readHolder(file: string): ProcessIdentity | undefined {
  try {
    return identitySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function readChildren(file: string): NamedProcess[] {
  try {
    return childrenSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
