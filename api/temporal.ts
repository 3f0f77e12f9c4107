/** The way to running cases: one Update an act, which returns when the case has come to rest and what it changed is in the tables. */
import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type Client,
} from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import {
  ACT,
  BULK,
  bulkRun,
  CASES_QUEUE,
  refusalOf,
  type Act,
  type AlreadyDone,
  type BulkInput,
  type CaseInput,
  type Refusal,
  type Rested,
} from '../workflows/messages';

/** Longer than this nobody waits at a screen; the same key may be sent again and finds the same act. */
const DEADLINE_MS = 10_000;

/** The case refused the act (by its validator), or is over ('Gone'): nothing was changed. */
export class ActRefused extends Error {
  override readonly name = 'ActRefused';

  constructor(
    readonly why: Refusal['why'],
    readonly done: AlreadyDone | null = null,
  ) {
    super(`The case refused the act: ${why}`);
  }
}

/** @throws ActRefused for what the case itself said, otherwise the error as it came (a lost server is 503 by the error handler). */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError) throw new ActRefused('Gone');
    const refusal = error instanceof WorkflowUpdateFailedError ? refusalOf(error.cause) : null;
    if (refusal) throw new ActRefused(refusal.why, refusal.done);
    throw error;
  }
}

/**
 * Sends an act to a running case and waits until it has come to rest. @param updateId the same id again gets the same answer and has no second effect.
 * @throws ActRefused
 */
export function sendAct(client: Client, caseId: string, act: Act, updateId: string): Promise<Rested> {
  return refusing(() =>
    client.withDeadline(Date.now() + DEADLINE_MS, () =>
      client.workflow.getHandle(caseId).executeUpdate<Rested, [Act]>(ACT, { args: [act], updateId }),
    ),
  );
}

const TENANT = defineSearchAttributeKey('TenantId', 'KEYWORD');
const PROCESS = defineSearchAttributeKey('ProcessId', 'KEYWORD');

/**
 * Begins a case: starts its workflow, unless it runs already, and sends the first act with it, so that the applicant's number is in the tables when this
 * returns. The case's id is the workflow's id: a case can begin once only.
 * @throws ActRefused 'Gone' when the case has run and ended.
 */
export function beginCase(client: Client, input: CaseInput, act: Act, updateId: string): Promise<Rested> {
  return refusing(() =>
    client.withDeadline(Date.now() + DEADLINE_MS, () =>
      client.workflow.executeUpdateWithStart<(input: CaseInput) => Promise<string>, Rested, [Act]>(ACT, {
        args: [act],
        updateId,
        startWorkflowOperation: new WithStartWorkflowOperation<(input: CaseInput) => Promise<string>>(input.processId, {
          workflowId: input.caseId,
          taskQueue: CASES_QUEUE,
          args: [input],
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          typedSearchAttributes: [
            { key: TENANT, value: input.tenantId },
            { key: PROCESS, value: input.processId },
          ],
        }),
      }),
    ),
  );
}

/** Nobody waits for it, and a worker starts what was not started in time. */
const START_DEADLINE_MS = 3_000;

/** Starts the sending of a bulk act's items, unless somebody has started it. */
export async function startBulk(client: Client, input: BulkInput): Promise<void> {
  await client.withDeadline(Date.now() + START_DEADLINE_MS, () =>
    client.workflow.start<(input: BulkInput) => Promise<void>>(BULK, { ...bulkRun(input), args: [input] }),
  );
}
