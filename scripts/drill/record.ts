/** What the clients of the drill were told: the truth that the tables are held against afterwards. */

export interface Acknowledged {
  readonly caseId: string;
  /** `begin`, or the task's id. */
  readonly what: string;
  readonly outcome: string;
  readonly actorId: string;
  /** When the attempt that was answered had been sent, and when it was answered (milliseconds of the clock). */
  readonly sentAt: number;
  readonly answeredAt: number;
  /** From the first attempt to the answer, milliseconds. */
  readonly waited: number;
  readonly attempts: number;
}

export interface Race {
  readonly taskId: string;
  /** Names of those who were told that they had done it. */
  readonly winners: readonly string[];
  /** Names that the refusals gave as the one who decided; empty where a refusal named nobody. */
  readonly namedAsWinner: readonly string[];
}

export interface Kill {
  readonly what: 'worker' | 'system';
  readonly at: number;
}

export class DrillRecord {
  readonly acts: Acknowledged[] = [];
  readonly races: Race[] = [];
  readonly kills: Kill[] = [];
  /** Cases begun, with the result that their plan leads to. */
  readonly cases = new Map<string, string>();
  /** Answers that no client should ever get. */
  readonly wrong: string[] = [];

  /** Milliseconds from the kill to the first act acknowledged whose request was sent after it; null where the next kill came first. */
  recoveryOf(kill: Kill): number | null {
    const next = this.kills.find(({ at }) => at > kill.at)?.at ?? Infinity;
    const times = this.acts
      .filter(({ sentAt, answeredAt }) => sentAt > kill.at && answeredAt < next)
      .map(({ answeredAt }) => answeredAt - kill.at);
    return times.length === 0 ? null : Math.round(Math.min(...times));
  }
}
