/** Legal clocks that run by Temporal's timers: marks before the due day, and the due day itself. */
import { CancellationScope, condition } from '@temporalio/workflow';
import { dueOf, reminderMoment, type Clock } from '../../processes/clock';
import type { Duration } from '../../processes/calendar';

/** Longest single timer; a longer wait is several of them. */
const LONGEST_TIMER_MS = 300 * 24 * 3600 * 1000;

/** What is told when moments of a clock come. */
export interface Watcher {
  /** Before the due day, each once; those already past when the watch began are left out. */
  readonly marks: readonly Duration[];
  remind(): void;
  /** The due moment has passed. A clock moved to a later day expires again. */
  expire(): void;
}

/** A clock that acts may stop, resume and move. */
export class RunningClock {
  /** Counted when it is asked for: most clocks change once more, and that is their end. */
  private due: Date | null | undefined;
  /** The next moment to be told, in milliseconds; Infinity while it stands, and when nothing more can come. */
  next = Infinity;
  private watcher: Watcher | null = null;
  private watchedSince = 0;
  private readonly reminded = new Set<Duration>();
  private expired: Date | null = null;

  constructor(private clock: Clock) {}

  get current(): Clock {
    return this.clock;
  }

  get isOver(): boolean {
    return this.clock.endedAt !== null;
  }

  get dueAt(): string | null {
    return this.dueDate()?.toISOString() ?? null;
  }

  set(next: Clock): void {
    if (next === this.clock) return;
    this.clock = next;
    this.due = undefined;
    this.look();
  }

  watch(watcher: Watcher): void {
    this.watcher = watcher;
    this.watchedSince = Date.now();
    this.look();
  }

  /** Tells what has come. */
  ring(now: number): void {
    while (this.watcher && this.next <= now) {
      const mark = this.marksAhead().find(([, at]) => at === this.next)?.[0];
      if (mark) {
        this.reminded.add(mark);
        this.watcher.remind();
      } else {
        this.expired = this.dueDate();
        this.watcher.expire();
      }
      this.look();
    }
  }

  private look(): void {
    this.next = this.watcher && !this.isOver ? Math.min(this.expiry(), ...this.marksAhead().map(([, at]) => at)) : Infinity;
  }

  private dueDate(): Date | null {
    this.due ??= dueOf(this.clock);
    return this.due;
  }

  /** The due moment is the last millisecond in time; it has passed one millisecond later. */
  private expiry(): number {
    const due = this.dueDate();
    return due === null || due.getTime() === this.expired?.getTime() ? Infinity : due.getTime() + 1;
  }

  private marksAhead(): (readonly [Duration, number])[] {
    const due = this.dueDate();
    if (due === null) return [];
    const left = (this.watcher?.marks ?? []).filter((mark) => !this.reminded.has(mark));
    const moments = left.map((mark) => [mark, reminderMoment(due, mark).getTime()] as const);
    return moments.filter(([, at]) => at > this.watchedSince && at < this.expiry());
  }
}

/**
 * One alarm for all clocks of a case, so that a step that comes and goes costs no timer: it is set to the earliest moment of any, and is left as it is where
 * that has gone; then it wakes for nothing once.
 */
export class Alarm {
  private readonly clocks = new Set<RunningClock>();
  private setTo = Infinity;
  private running = false;

  /** Watches the clock until it ends. */
  watch(clock: RunningClock, watcher: Watcher): void {
    clock.watch(watcher);
    this.clocks.add(clock);
    if (this.running) return;
    this.running = true;
    // Outside of the procedure's scope: a withdrawal ends the clocks, and with them what is watched.
    void CancellationScope.nonCancellable(() => this.keep());
  }

  private async keep(): Promise<never> {
    for (;;) {
      const now = Date.now();
      for (const clock of [...this.clocks]) {
        if (clock.isOver) this.clocks.delete(clock);
        else clock.ring(now);
      }
      this.setTo = this.earliest();
      const sooner = (): boolean => this.earliest() < this.setTo;
      if (this.setTo === Infinity) await condition(sooner);
      else await condition(sooner, Math.min(this.setTo - now, LONGEST_TIMER_MS));
    }
  }

  private earliest(): number {
    return Math.min(...[...this.clocks].map(({ next }) => next));
  }
}
