/** Legal clocks that run by Temporal's timers: marks before the due day, and the due day itself. */
import { CancellationScope, condition } from '@temporalio/workflow';
import { readClock, reminderMoment, type Clock } from '../../processes/clock';
import type { Duration } from '../../processes/calendar';

/** Longest single timer; a longer wait is several of them (and a moved clock is looked at again anyway). */
const LONGEST_TIMER_MS = 300 * 24 * 3600 * 1000;

/** A clock that acts may stop, resume and move while a deadline waits on it. */
export class RunningClock {
  private version = 0;

  constructor(private clock: Clock) {}

  get current(): Clock {
    return this.clock;
  }

  get dueAt(): string | null {
    return readClock(this.clock, new Date()).dueAt;
  }

  set(next: Clock): void {
    if (next === this.clock) return;
    this.clock = next;
    this.version += 1;
  }

  /**
   * Watches in the background until the clock ends; calls `remind` once for each mark that comes (not for marks already past when the clock began) and `expire` once when
   * the due moment passes. A clock moved to a later day expires again.
   */
  watch(marks: readonly Duration[], remind: () => void, expire: () => void): void {
    // Outside of the procedure's scope: a withdrawal ends the clock, and with it the watch.
    void CancellationScope.nonCancellable(() => this.keepWatch(marks, remind, expire));
  }

  private async keepWatch(marks: readonly Duration[], remind: () => void, expire: () => void): Promise<void> {
    const begun = Date.now();
    const reminded = new Set<Duration>();
    let expiredAt: string | null = null;
    while (this.clock.endedAt === null) {
      const seen = this.version;
      const changed = (): boolean => this.version !== seen;
      const now = new Date();
      const due = this.dueAt;
      const next = this.nextMoment(now, marks, reminded, begun);
      if (next === null || (next.mark === null && due === expiredAt)) {
        await condition(changed);
        continue;
      }
      const wait = Math.min(next.at - now.getTime(), LONGEST_TIMER_MS);
      if (wait > 0) {
        await condition(changed, wait);
        continue;
      }
      if (next.mark) {
        reminded.add(next.mark);
        remind();
      } else {
        expiredAt = due;
        expire();
      }
    }
  }

  private nextMoment(
    now: Date,
    marks: readonly Duration[],
    reminded: ReadonlySet<Duration>,
    begun: number,
  ): { at: number; mark: Duration | null } | null {
    const { dueAt } = readClock(this.clock, now);
    if (dueAt === null) return null;
    // The due moment is the last millisecond in time; it has passed one millisecond later.
    let next: { at: number; mark: Duration | null } = { at: Date.parse(dueAt) + 1, mark: null };
    for (const mark of marks) {
      if (reminded.has(mark)) continue;
      const at = reminderMoment(this.clock, now, mark)?.getTime();
      if (at !== undefined && at > begun && at < next.at) next = { at, mark };
    }
    return next;
  }
}
