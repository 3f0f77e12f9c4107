/**
 * What leaves the house: a row 'queued' in the commit, then a regular activity in the background, which writes itself that it is done; the click does not
 * wait for it. One that keeps failing becomes an incident and waits for 'try again', or for the next hour; the case is never lost for it.
 */
import { ActivityFailure, ApplicationFailure, condition, isCancellation, proxyActivities } from '@temporalio/workflow';
import type { Ledger } from './ledger';
import { EFFECTS_QUEUE, type CaseInput, type KernelActivities } from '../messages';

const { sendLetter, makeDocument } = proxyActivities<KernelActivities>({
  taskQueue: EFFECTS_QUEUE,
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '10s', // a killed worker is missed within seconds
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumAttempts: 5 },
});

const work = {
  letter: { what: 'Odeslání zprávy', activity: sendLetter },
  document: { what: 'Vytvoření dokumentu', activity: makeDocument },
} as const;

const TRY_AGAIN_AFTER = '1 hour';

export class Effects {
  private running = 0;
  private readonly incidents = new Map<string, { retry: boolean }>();

  constructor(
    private readonly input: CaseInput,
    private readonly ledger: Ledger,
  ) {}

  get allDone(): boolean {
    return this.running === 0;
  }

  isIncident(key: string): boolean {
    return this.incidents.has(key);
  }

  retry(key: string): void {
    const incident = this.incidents.get(key);
    if (incident) incident.retry = true;
  }

  /** Sends the queued letter with this key, or makes the document, as soon as its row is there. */
  start(kind: keyof typeof work, key: string, requestId?: string): void {
    const { tenantId, caseId } = this.input;
    const effect = { tenantId, caseId, key, ...(requestId !== undefined && { requestId }) };
    this.running += 1;
    this.ledger.afterCommit(() => void this.workOff(key, work[kind].what, () => work[kind].activity(effect)));
  }

  private async workOff(key: string, what: string, work: () => Promise<void>): Promise<void> {
    while (!(await this.attempt(key, what, work))) {
      const incident = this.incidents.get(key);
      await condition(() => incident?.retry ?? true, TRY_AGAIN_AFTER);
      if (incident) incident.retry = false;
    }
    this.running -= 1;
  }

  private async attempt(key: string, what: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      if (this.incidents.delete(key)) this.ledger.write({ type: 'incidentResolved', key });
      return true;
    } catch (error) {
      if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
      this.incidents.set(key, { retry: false });
      const cause = error.cause instanceof ApplicationFailure ? error.cause.message : error.message;
      this.ledger.write({ type: 'incidentOpened', key, what, error: cause });
      return false;
    }
  }
}
