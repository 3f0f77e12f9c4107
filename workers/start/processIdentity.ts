import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Which process a number meant: numbers are used again, so the moment it began is kept beside. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly began: string;
}

/** Field of /proc/<pid>/stat, counted after the program's name, that holds the moment the process began. */
const BEGAN_FIELD = 19;

/** When the process began, in a form that only compares; undefined when there is no such process (or only its zombie). */
export function processBegan(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[BEGAN_FIELD];
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Describes a living process. */
export function identify(pid: number): ProcessIdentity | undefined {
  const began = processBegan(pid);
  return began === undefined ? undefined : { pid, began };
}

/** Is this very process (not another with its number) alive? */
export function isAlive(identity: ProcessIdentity): boolean {
  return processBegan(identity.pid) === identity.began;
}

/** Sends a signal; a process that is gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone meanwhile
  }
}

/** Waits until the process is gone, at most `milliseconds`. Returns whether it is gone. */
export async function waitUntilGone(identity: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (isAlive(identity)) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
