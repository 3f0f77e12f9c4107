/**
 * Saves what is typed: a moment after the last key, one request at a time, the newest state last; again by itself when the connection or the server
 * failed. Knows nothing of React nor of HTTP, only of what `save` answered.
 */
import { removeCopy, writeCopy, type Keeper } from './localCopy';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'typing' }
  | { readonly kind: 'saving' }
  /** The connection or the server failed; tries again by itself. `kept`: this device has a copy. */
  | { readonly kind: 'waiting'; readonly kept: boolean }
  | { readonly kind: 'signedOut'; readonly kept: boolean }
  /** Another device saved in the meantime: a person decides. */
  | { readonly kind: 'conflict' }
  /** The server will never take it (too large, sent already); says why. */
  | { readonly kind: 'refused'; readonly why: string };

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly version: number; readonly at: string }
  | { readonly kind: 'failed' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly why: string };

export type Data = Record<string, unknown>;

export interface SaverOptions {
  /** Sends one state; `version` is the one it was typed from. Never throws. */
  readonly save: (data: Data, version: number) => Promise<SaveAnswer>;
  readonly keeper: Keeper;
  readonly key: string;
  readonly version: number;
  readonly savedAt: string | null;
  readonly onState: (state: SaveState) => void;
  readonly now: () => Date;
}

const AFTER_TYPING = 1200;
const FIRST_RETRY = 2000;
const LAST_RETRY = 30_000;

export class Saver {
  private pending: Data | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private retryIn = FIRST_RETRY;
  private version: number;
  private current: SaveState;
  private closed = false;

  constructor(private readonly options: SaverOptions) {
    this.version = options.version;
    this.current = { kind: 'saved', at: options.savedAt };
  }

  get state(): SaveState {
    return this.current;
  }

  get savedVersion(): number {
    return this.version;
  }

  /** Something was typed. */
  change(data: Data): void {
    this.pending = data;
    const kept = writeCopy(this.options.keeper, this.options.key, {
      data,
      version: this.version,
      at: this.options.now().toISOString(),
    });
    if (this.current.kind === 'conflict') return;
    if (this.current.kind === 'signedOut') {
      this.become({ kind: 'signedOut', kept });
      return;
    }
    if (this.current.kind === 'waiting') this.become({ kind: 'waiting', kept });
    else if (!this.running) this.become({ kind: 'typing' });
    if (this.current.kind !== 'waiting') this.schedule(AFTER_TYPING);
  }

  /** Saves now whatever is not saved. Resolves when it is, or cannot be: look at `state`. */
  async flush(): Promise<void> {
    this.cancel();
    if (this.running) await this.running;
    this.cancel();
    if (this.pending && this.current.kind !== 'conflict') {
      this.running = this.send(this.pending).finally(() => (this.running = null));
      await this.running;
    }
  }

  /** The connection is back, or the person signed in again. */
  retry(): void {
    if (this.current.kind !== 'waiting' && this.current.kind !== 'signedOut') return;
    this.retryIn = FIRST_RETRY;
    this.become({ kind: 'typing' });
    this.schedule(0);
  }

  /** After a conflict, the person chose what is typed here over what the other device saved as `version`. */
  overwrite(version: number, data: Data): void {
    this.version = version;
    this.become({ kind: 'typing' });
    this.change(data);
    this.schedule(0);
  }

  /** After a conflict, the person chose what the other device saved: what was typed here goes. */
  accept(version: number, at: string | null): void {
    this.version = version;
    this.pending = null;
    this.cancel();
    removeCopy(this.options.keeper, this.options.key);
    this.become({ kind: 'saved', at });
  }

  /** What was typed has become an act (sent, completed): the copy has served. */
  forget(): void {
    this.pending = null;
    this.close();
    removeCopy(this.options.keeper, this.options.key);
  }

  /** The page is there (again). */
  open(): void {
    this.closed = false;
  }

  /** The page is left: no more timers; a request on its way still ends well. */
  close(): void {
    this.closed = true;
    this.cancel();
  }

  private become(state: SaveState): void {
    this.current = state;
    this.options.onState(state);
  }

  private cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private schedule(delay: number): void {
    this.cancel();
    if (this.closed) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.running) this.schedule(AFTER_TYPING);
      else void this.flush();
    }, delay);
  }

  private async send(data: Data): Promise<void> {
    this.become({ kind: 'saving' });
    const answer = await this.options.save(data, this.version);
    if (this.closed) {
      if (answer.kind === 'saved' && this.pending === data) removeCopy(this.options.keeper, this.options.key);
      return;
    }
    if (answer.kind === 'saved') this.saved(data, answer.version, answer.at);
    else if (answer.kind === 'failed') this.failed();
    else if (answer.kind === 'signedOut') this.become({ kind: 'signedOut', kept: this.keep() });
    else this.become(answer);
  }

  private saved(data: Data, version: number, at: string): void {
    this.version = version;
    this.retryIn = FIRST_RETRY;
    if (this.pending !== data) {
      this.keep();
      this.become({ kind: 'typing' });
      this.schedule(AFTER_TYPING);
      return;
    }
    this.pending = null;
    removeCopy(this.options.keeper, this.options.key);
    this.become({ kind: 'saved', at });
  }

  private failed(): void {
    this.become({ kind: 'waiting', kept: this.keep() });
    this.schedule(this.retryIn);
    this.retryIn = Math.min(this.retryIn * 2, LAST_RETRY);
  }

  /** The copy again, with the version it now stands on. */
  private keep(): boolean {
    if (!this.pending) return false;
    const { keeper, key, now } = this.options;
    return writeCopy(keeper, key, { data: this.pending, version: this.version, at: now().toISOString() });
  }
}
