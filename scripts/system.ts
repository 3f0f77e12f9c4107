/** The whole system of `npm start` as a child process on a data folder of its own: for the drill, measuring and the tests of the whole. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { RUNNING_ENVIRONMENT_FILE } from '../models/environment';
import { nodeArguments, ROOT } from '../workers/start/program';

/** The first start builds both faces where that has not been done yet. */
const START_PATIENCE_MS = 300_000;
const STOP_PATIENCE_MS = 60_000;

const processesSchema = z.array(z.object({ pid: z.number().int(), name: z.string() }));
const variablesSchema = z.record(z.string(), z.string());

export interface SystemOptions {
  readonly port: number;
  readonly dataDir: string;
  /** Variables beside the usual ones (DEMO, SMTP_URL ...). */
  readonly variables?: Readonly<Record<string, string>>;
}

/** A folder for one system, removed by `removeDataDir`. */
export function makeDataDir(purpose: string): string {
  return mkdtempSync(path.join(os.tmpdir(), `postup-${purpose}-`));
}

export function removeDataDir(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
}

/** A port of the loopback on which nobody listens now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
}

/** The system did not come up; the message holds what it said. */
export class SystemStartError extends Error {}

/** As it was before anybody put connections of a running system into ours: with those, the next start would look for a foreign database. */
const INHERITED = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('JEST_') && name !== 'NODE_OPTIONS'));

/** One life of the system: from its start to its stop or kill. */
export class RunningSystem {
  private output = '';

  private constructor(
    private readonly options: SystemOptions,
    private readonly child: ChildProcess,
  ) {
    const collect = (text: Buffer): void => void (this.output += text.toString('utf8'));
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
  }

  /** Starts it and resolves when it says that it serves, demo data loaded. @throws SystemStartError */
  static async start(options: SystemOptions): Promise<RunningSystem> {
    const system = RunningSystem.launch(options);
    try {
      await system.untilReady();
      return system;
    } catch (error) {
      await system.killAll();
      throw error;
    }
  }

  /** Starts it without waiting. */
  static launch(options: SystemOptions): RunningSystem {
    const child = spawn(process.execPath, nodeArguments('workers/start/main.ts', []), {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...INHERITED,
        NODE_ENV: 'production',
        POSTUP_LANG: 'cs',
        PORT: String(options.port),
        DATA_DIR: options.dataDir,
        LOG_LEVEL: 'info',
        ...options.variables,
      },
    });
    return new RunningSystem(options, child);
  }

  get url(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  get dataDir(): string {
    return this.options.dataDir;
  }

  /** What it has printed so far. */
  get said(): string {
    return this.output;
  }

  /** @throws SystemStartError when it ends instead, or takes too long. */
  async untilReady(): Promise<void> {
    const until = Date.now() + START_PATIENCE_MS;
    while (!this.output.includes('Postup běží')) {
      if (this.child.exitCode !== null || this.child.signalCode !== null || Date.now() > until) {
        throw new SystemStartError(`The system did not come up:\n${this.output}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Connections of the running system, as it left them for the command line. */
  variables(): Record<string, string> {
    return variablesSchema.parse(JSON.parse(readFileSync(path.join(this.dataDir, RUNNING_ENVIRONMENT_FILE), 'utf8')));
  }

  /** Numbers of its processes by name (postgres, temporal, worker, api). */
  processes(): Map<string, number> {
    const file = path.join(this.dataDir, 'state', 'processes.json');
    if (!existsSync(file)) return new Map();
    return new Map(processesSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).map(({ name, pid }) => [name, pid]));
  }

  /** Ends one of its processes by SIGKILL, with what that started. @returns was it there? */
  killPart(name: string): boolean {
    const pid = this.processes().get(name);
    if (pid === undefined) return false;
    return killGroup(pid);
  }

  /** Ends everything at one instant by SIGKILL, as a power cut would. */
  async killAll(): Promise<void> {
    const pids = [...this.processes().values()];
    if (this.child.pid !== undefined && this.child.exitCode === null) {
      const gone = once(this.child, 'exit');
      killGroup(this.child.pid);
      for (const pid of pids) killGroup(pid);
      await gone;
    }
  }

  /** Stops it as Ctrl-C does. @returns its exit code; it is killed when it takes too long. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined) return this.child.exitCode;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGINT');
    const force = setTimeout(() => void this.killAll(), STOP_PATIENCE_MS);
    await gone;
    clearTimeout(force);
    return this.child.exitCode;
  }
}

function killGroup(pid: number): boolean {
  try {
    process.kill(-pid, 'SIGKILL');
    return true;
  } catch {
    // no group of its own, or gone meanwhile
  }
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}
