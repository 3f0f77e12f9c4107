import { readFileSync } from 'node:fs';
import { identify, isAlive, type ProcessIdentity } from './processIdentity';

/** npm, its shell and tsx stand between the terminal and us; further up nobody of ours is to be found. */
const STEPS_UP = 5;
const LOOK_EVERY_MS = 1_000;

/** The line by which a process was started, and its parent; undefined when there is none, or the system has no /proc. */
function lookAt(pid: number): { readonly command: string; readonly parent: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { command: readFileSync(`/proc/${pid}/cmdline`, 'utf8'), parent: Number(parent) };
  } catch {
    return undefined;
  }
}

/** Our ancestors up to npm, npm included; nobody when npm did not start us. */
export function launchers(pid: number): ProcessIdentity[] {
  const chain: ProcessIdentity[] = [];
  let step = lookAt(pid)?.parent;
  while (step !== undefined && step > 1 && chain.length < STEPS_UP) {
    const seen = lookAt(step);
    const identity = identify(step);
    if (!seen || !identity) return [];
    chain.push(identity);
    if (/^npm\b/.test(seen.command)) return chain;
    step = seen.parent;
  }
  return [];
}

/**
 * Calls back once when npm, or what it runs us in, is gone. npm passes a signal on to its shell only, which ends without
 * telling anybody: without this a `kill` of npm would leave the whole system running with nobody to stop it.
 */
export function whenLauncherGone(callback: () => void): void {
  const chain = launchers(process.pid);
  if (chain.length === 0) return;
  const timer = setInterval(() => {
    if (chain.every(isAlive)) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY_MS);
  timer.unref();
}
