/** Legal clocks that run by Temporal's timers: marks before the due day, and the due day itself. */
import { CancellationScope, condition } from '@temporalio/workflow';
import { dueOf, reminderMoment, type Clock } from '../../processes/clock';
import type { Duration } from '../../processes/calendar';

/** Longest single timer; a longer wait is several of them. */
const LONGEST_TIMER_MS = 300 * 24 * 3600 * 1000;

/** A clock that acts may stop, resume and move. */
export class RunningClock {
  /** Counted when it is asked for: most clocks change once more, and that is their end. */
  private due: Date | null | undefined;
  /** Called when it has changed. */
  onChange: () => void = () => undefined;

  constructor(private clock: Clock) {}

  get current(): Clock {
    return this.clock;
  }

  get dueDate(): Date | null {
    this.due ??= dueOf(this.clock);
    return this.due;
  }

  get dueAt(): string | null {
    return this.dueDate?.toISOString() ?? null;
  }

  set(next: Clock): void {
    if (next === this.clock) return;
    this.clock = next;
    this.due = undefined;
    this.onChange();
  }
}

/** What is told when moments of a clock come. */
export interface Watcher {
  /** Before the due day, each once; those already past when the watch began are left out. */
  readonly marks: readonly Duration[];
  remind(): void;
  /** The due moment has passed. A clock moved to a later day expires again. */
  expire(): void;
}

class Watch {
  private readonly begun = Date.now();
  private readonly reminded = new Set<Duration>();
  private expired: number | null = null;
  private next = Infinity;

  constructor(
    private readonly clock: RunningClock,
    private readonly watcher: Watcher,
  ) {
    this.look();
  }

  /** The next moment of this clock, in milliseconds; Infinity while it stands, and when nothing more can come. */
  get at(): number {
    return this.next;
  }

  get isOver(): boolean {
    return this.clock.current.endedAt !== null;
  }

  /** Looks anew at a clock that has changed. */
  look(): void {
    this.next = Math.min(this.expiry(), ...this.marks().values());
  }

  /** Tells what has come. */
  ring(now: number): void {
    while (this.next <= now) {
      const mark = [...this.marks()].find(([, at]) => at === this.next)?.[0];
      if (mark) {
        this.reminded.add(mark);
        this.watcher.remind();
      } else {
        this.expired = this.clock.dueDate?.getTime() ?? null;
        this.watcher.expire();
      }
      this.look();
    }
  }

  /** The due moment is the last millisecond in time; it has passed one millisecond later. */
  private expiry(): number {
    const due = this.isOver ? null : this.clock.dueDate;
    return due === null || due.getTime() === this.expired ? Infinity : due.getTime() + 1;
  }

  private marks(): Map<Duration, number> {
    const due = this.isOver ? null : this.clock.dueDate;
    const ahead = due === null ? [] : this.watcher.marks.filter((mark) => !this.reminded.has(mark));
    const moments = ahead.map((mark) => [mark, due === null ? Infinity : reminderMoment(due, mark).getTime()] as const);
    return new Map(moments.filter(([, at]) => at > this.begun && at < this.expiry()));
  }
}

/**
 * One alarm for all clocks of a case, so that a step that comes and goes costs no timer: it is set to the earliest moment of any, and is left as it is where
 * that has gone; then it wakes for nothing once.
 */
export class Alarm {
  private readonly watches = new Set<Watch>();
  private setTo = Infinity;
  private running = false;

  /** Watches the clock until it ends. */
  watch(clock: RunningClock, watcher: Watcher): void {
    const watch = new Watch(clock, watcher);
    this.watches.add(watch);
    clock.onChange = () => {
      if (watch.isOver) this.watches.delete(watch);
      else watch.look();
    };
    if (this.running) return;
    this.running = true;
    // Outside of the procedure's scope: a withdrawal ends the clocks, and with them what is watched.
    void CancellationScope.nonCancellable(() => this.keep());
  }

  private async keep(): Promise<never> {
    for (;;) {
      const now = Date.now();
      for (const watch of [...this.watches]) watch.ring(now);
      this.setTo = this.earliest();
      const sooner = (): boolean => this.earliest() < this.setTo;
      if (this.setTo === Infinity) await condition(sooner);
      else await condition(sooner, Math.min(this.setTo - now, LONGEST_TIMER_MS));
    }
  }

  private earliest(): number {
    let earliest = Infinity;
    for (const { at } of this.watches) earliest = Math.min(earliest, at);
    return earliest;
  }
}
