import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { FolderLock } from './folderLock';
import type { Guardian } from './guardian';
import { errorText, type Say } from './problem';
import type { RotatingLog } from './rotatingLog';
import { words } from './words';

const SHORTEST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A part that ran this long is not in a loop of crashes: the next pause is short again. */
const SETTLED_MS = 60_000;

/** How a part of the system is started, known to be up, and stopped. */
export interface PartPlan {
  readonly name: string;
  readonly log: RotatingLog;
  readonly stopSignal: NodeJS.Signals;
  /** How long it may take to stop before it is killed, in milliseconds. */
  readonly patience: number;
  /** Starts the process, in a process group of its own. */
  spawn(): ChildProcess;
  /** Resolves when the part serves; rejects with what to say. `alive` turns false when the process has ended. */
  ready(alive: () => boolean): Promise<void>;
}

/** What all parts of one start share. */
export interface PartContext {
  readonly lock: FolderLock;
  readonly guardian: Guardian;
  readonly say: Say;
  /** Every part made in this context, in the order of their start. */
  readonly parts: Part[];
  /** Aborted when the whole start is to stop: nothing new may be started any more. */
  readonly stop: AbortSignal;
}

/** One process of the system: kept running, with growing pauses between attempts, until it is stopped. */
export class Part {
  private child: ChildProcess | undefined;
  private stopping = false;
  private pause = SHORTEST_PAUSE_MS;
  private startedAt = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly plan: PartPlan,
    private readonly context: PartContext,
  ) {
    context.parts.push(this);
  }

  get name(): string {
    return this.plan.name;
  }

  /** Number of the running process; undefined between two lives. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts the part and waits until it serves; afterwards it is kept running. Rejects when the first start fails. */
  async start(): Promise<void> {
    this.context.stop.throwIfAborted();
    const child = this.launch();
    try {
      await this.plan.ready(() => this.child === child);
      this.context.stop.throwIfAborted();
    } catch (error) {
      await this.stop();
      throw error;
    }
    child.once('exit', (code, signal) => this.restartLater(signal ?? `code ${code}`));
    if (this.child !== child) this.restartLater('exit');
  }

  /** Stops the part, by force after its patience is over. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    const child = this.child;
    if (!child?.pid) return;
    const ended = once(child, 'exit');
    const force = setTimeout(() => this.kill(), this.plan.patience);
    child.kill(this.plan.stopSignal);
    await ended;
    clearTimeout(force);
  }

  /** Ends the part, and whatever it started, at once. */
  kill(): void {
    this.stopping = true;
    clearTimeout(this.timer);
    if (!this.child?.pid) return;
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // gone meanwhile
    }
  }

  private launch(): ChildProcess {
    const { lock, guardian } = this.context;
    const child = this.plan.spawn();
    this.child = child;
    this.startedAt = Date.now();
    const { pid } = child;
    if (pid !== undefined) {
      lock.add(this.name, pid);
      guardian.add(pid, this.plan.stopSignal);
    }
    const write = (data: Buffer): void => this.plan.log.write(data.toString('utf8'));
    child.stdout?.on('data', write);
    child.stderr?.on('data', write);
    const ended = (): void => {
      if (this.child === child) this.child = undefined;
      if (pid === undefined) return;
      lock.drop(pid);
      guardian.drop(pid);
    };
    child.once('exit', ended);
    child.once('error', (error) => {
      this.plan.log.write(`${error.message}\n`);
      ended();
    });
    return child;
  }

  private restartLater(how: string): void {
    if (this.stopping) return;
    if (Date.now() - this.startedAt > SETTLED_MS) this.pause = SHORTEST_PAUSE_MS;
    const pause = this.pause;
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
    this.context.say(words.partDied(this.name, how, pause / 1000, this.plan.log.file));
    this.timer = setTimeout(() => void this.restart(), pause);
  }

  private async restart(): Promise<void> {
    if (this.stopping) return;
    const child = this.launch();
    child.once('exit', (code, signal) => this.restartLater(signal ?? `code ${code}`));
    try {
      await this.plan.ready(() => this.child === child);
      this.context.say(words.partBack(this.name));
    } catch (error) {
      if (this.stopping) return;
      this.context.say(words.partNotBack(this.name, errorText(error)));
      // a part that runs without serving is ended, which starts it again
      if (this.child === child) child.kill('SIGKILL');
      else if (child.pid === undefined) this.restartLater(errorText(error));
    }
  }
}
