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

  letter(key: string, requestId?: string): void {
    this.start(key, 'Odeslání zprávy', () => sendLetter(this.effect(key, requestId)));
  }

  document(key: string, requestId?: string): void {
    this.start(key, 'Vytvoření dokumentu', () => makeDocument(this.effect(key, requestId)));
  }

  private effect(key: string, requestId?: string): { tenantId: string; caseId: string; key: string; requestId?: string } {
    const { tenantId, caseId } = this.input;
    return requestId === undefined ? { tenantId, caseId, key } : { tenantId, caseId, key, requestId };
  }

  private start(key: string, what: string, work: () => Promise<void>): void {
    this.running += 1;
    // The row must be there before the activity looks for it.
    this.ledger.afterCommit(() => void this.workOff(key, what, work));
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
