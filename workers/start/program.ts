import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { once } from 'node:events';
import type { PartContext } from './part';
import type { RotatingLog } from './rotatingLog';

/** The checkout. */
export const ROOT = path.resolve(__dirname, '..', '..');

/** Variables given to a process. */
export type Variables = Readonly<Record<string, string | undefined>>;

const tsx = createRequire(__filename);

/** How one of our TypeScript programs is run by Node; when watching, it is run again after each change of its sources. */
export function nodeArguments(program: string, args: readonly string[], watch = false): string[] {
  const file = path.join(ROOT, program);
  // the worker bundles the workflows without importing them
  if (watch)
    return [tsx.resolve('tsx/cli'), 'watch', '--clear-screen=false', '--include', path.join(ROOT, 'workflows/**/*.ts'), file, ...args];
  return ['--enable-source-maps', '--import', tsx.resolve('tsx'), file, ...args];
}

/** Starts Node in a process group of its own: Ctrl-C in the terminal must reach us first, so that we stop in order. */
export function spawnNode(args: readonly string[], variables: Variables, folder = ROOT): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...variables },
  });
}

/** What a program that ran to its end has printed, and how it ended. */
export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a Node program to its end, logging what it prints where there is a log; ends it when the start is stopped meanwhile. */
export async function runNode(
  name: string,
  args: readonly string[],
  variables: Variables,
  context: PartContext,
  log: RotatingLog | undefined,
  folder = ROOT,
): Promise<Outcome> {
  context.stop.throwIfAborted();
  const child = spawnNode(args, variables, folder);
  const { pid } = child;
  if (pid !== undefined) {
    context.lock.add(name, pid);
    context.guardian.add(pid, 'SIGTERM');
  }
  const end = (): void => void child.kill('SIGTERM');
  context.stop.addEventListener('abort', end);
  let output = '';
  const collect = (text: Buffer): void => log?.write(text.toString('utf8'));
  child.stdout?.on('data', (text: Buffer) => {
    output += text.toString('utf8');
    collect(text);
  });
  child.stderr?.on('data', collect);
  try {
    await once(child, 'close');
  } finally {
    context.stop.removeEventListener('abort', end);
    if (pid !== undefined) {
      context.lock.drop(pid);
      context.guardian.drop(pid);
    }
  }
  context.stop.throwIfAborted();
  return { ok: child.exitCode === 0, output };
}
