/**
 * What has become true since the last rest, and its commit. A rest is the moment when all coroutines of the case wait, so that one act's 'done' and the
 * tasks that it opens fall into the same commit. Local activities go one at a time: two in flight could end in another order when the history is replayed.
 */
import { condition, proxyLocalActivities } from '@temporalio/workflow';
import type { Change, SmallValues } from '../../processes/changes';
import type { Act, CaseInput, KernelActivities, KnownAct } from '../messages';

const { commit, lookup } = proxyLocalActivities<KernelActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '10s' },
});

type Distribute<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A change without its name and moment, which the ledger adds. */
export type NewChange = Distribute<Change, 'at' | 'id'>;

export class Ledger {
  private waiting: Change[] = [];
  private acts: KnownAct[] = [];
  /** Told after the commit of what is written now. */
  private following: (() => void)[] = [];
  /** Told after the commit that is under way; null when none is. */
  private underway: (() => void)[] | null = null;
  /** How often each series of changes was written. */
  private readonly times = new Map<string, number>();
  private written = 0;
  private asking = 0;
  private inFlight = false;
  private restNumber = 0;
  private wake: () => void = () => undefined;
  /** Called at each rest, before its commit. */
  onRest: () => void = () => undefined;

  constructor(private readonly input: CaseInput) {}

  get rest(): number {
    return this.restNumber;
  }

  write(change: NewChange): void {
    const subject = 'taskKey' in change ? change.taskKey : 'key' in change ? change.key : 'wait' in change ? change.wait : '';
    const series = `${change.type}/${subject}`;
    const time = (this.times.get(series) ?? 0) + 1;
    this.times.set(series, time);
    this.waiting.push({ id: `${series}/${time}`, at: new Date().toISOString(), ...change });
    this.written += 1;
    this.wake();
  }

  /** The act goes into the commit with what it leads to. */
  acted(id: string, act: Act): void {
    this.acts.push({ id, act });
  }

  /** Does something as soon as everything written so far is in the tables. */
  afterCommit(follow: () => void): void {
    if (this.isSettled()) follow();
    else (this.waiting.length > 0 ? this.following : this.underway)?.push(follow);
  }

  /** Runs until the case ends: takes what has gathered, numbers the rest, commits it. */
  async keep(): Promise<never> {
    for (;;) {
      // Plain promises where nothing is to be looked at: each condition costs the click a round of the whole workflow.
      if (this.waiting.length === 0) await new Promise<void>((resolve) => (this.wake = resolve));
      await this.rested();
      this.onRest();
      const { waiting: changes, acts, following } = this;
      this.waiting = [];
      this.acts = [];
      this.following = [];
      this.underway = following;
      this.restNumber += 1;
      const { tenantId, caseId, processId } = this.input;
      this.inFlight = true;
      await commit({ tenantId, caseId, processId, rest: this.restNumber, changes, acts });
      this.inFlight = false;
      this.underway = null;
      for (const follow of following) follow();
    }
  }

  /** Resolves when a whole round of the case's code has run and written nothing more. */
  private async rested(): Promise<void> {
    for (let seen = -1; seen !== this.written || this.asking > 0;) {
      seen = this.written;
      let looked = false;
      // False at once, true at the next look: conditions are looked at again when all code that could run has run.
      await condition(() => {
        const again = looked && this.asking === 0;
        looked = true;
        return again;
      });
    }
  }

  isSettled(): boolean {
    return this.waiting.length === 0 && this.underway === null;
  }

  /** Resolves when everything written so far is in the tables. */
  settled(): Promise<void> {
    return new Promise((resolve) => this.afterCommit(resolve));
  }

  /** Reads values for the procedure; the case is not at rest meanwhile. */
  async ask(name: string, values: SmallValues): Promise<SmallValues> {
    const { tenantId, caseId } = this.input;
    this.asking += 1;
    try {
      await condition(() => !this.inFlight);
      this.inFlight = true;
      return await lookup({ tenantId, caseId, name, values });
    } finally {
      this.inFlight = false;
      this.asking -= 1;
    }
  }
}
