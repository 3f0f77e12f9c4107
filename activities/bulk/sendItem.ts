/**
 * One item of a bulk act: sent to its case under an id of its own, so that the case does it once however often it is sent, and noted as done or refused. Where a
 * worker dies between the case's answer and the note, the item is sent again: the case gives its old answer or, closed meanwhile, the tables say that it was done.
 */
import { activityInfo, ApplicationFailure, getClient } from '@temporalio/activity';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { confirmAct, inTenant, query, writeEvents } from '../../models';
import { bulkItem, endBulkItem, linkDocument, type BulkItem } from '../../models/bulkActs';
import { withContext } from '../../models/context';
import { ACT, refusalOf, type Act, type BulkRefusal, type BulkSends, type Refusal, type Rested } from '../../workflows/messages';
import { beating } from '../beating';
import { sendLetter } from '../sendLetter';
import type { BulkItemInput } from './bulkWork';

const DEADLINE_MS = 10_000;
/** So often a case may say that it does not know what its tables say: a case that lost its server catches up within seconds. */
const CATCHING_UP_ATTEMPTS = 8;

/** Null: done. */
async function update(caseId: string, act: Act, updateId: string): Promise<Refusal | null> {
  const client = getClient();
  try {
    await client.withDeadline(Date.now() + DEADLINE_MS, () =>
      client.workflow.getHandle(caseId).executeUpdate<Rested, [Act]>(ACT, { args: [act], updateId }),
    );
    return null;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { why: 'Gone', done: null };
    const refusal = error instanceof WorkflowUpdateFailedError ? refusalOf(error.cause) : null;
    if (refusal) return refusal;
    throw error;
  }
}

interface Trace {
  /** The act is in the tables: it was this one that the case did. */
  readonly tookEffect: boolean;
  /** By the tables the case could do it. */
  readonly couldBe: boolean;
}

/** What the tables say of an act that the case refused. */
async function traceOf({ caseId, taskId, updateId, requestId }: BulkItem): Promise<Trace> {
  const [trace] = await query<Trace>(
    `select t.submission_id is not distinct from $3::uuid and t.state = 'done'
         or exists (select from events e where e.chain_id = $1 and e.type = 'taskMoved' and e.request_id = $4 and e.what ->> 'taskKey' = $2) as "tookEffect",
       t.state = 'open' and c.closed_at is null as "couldBe"
     from tasks t join cases c on c.id = t.case_id where t.id = $2 and t.case_id = $1`,
    [caseId, taskId, updateId, requestId],
  );
  return trace ?? { tookEffect: false, couldBe: false };
}

const LOST: readonly Refusal['why'][] = ['NoSuchTask', 'NotNow', 'Gone'];

async function sendAct(tenantId: string, item: BulkItem, act: Act): Promise<Refusal | null> {
  const refusal = await update(item.caseId, act, item.updateId);
  if (refusal === null) {
    await confirmAct(tenantId, item.caseId, item.updateId);
    return null;
  }
  const { tookEffect, couldBe } = await inTenant(tenantId, () => traceOf(item));
  if (tookEffect) return null;
  // The tables are ahead of the case: its server died in between (docs/decisions/0012).
  if (couldBe && LOST.includes(refusal.why) && activityInfo().attempt < CATCHING_UP_ATTEMPTS)
    throw new Error(`Case ${item.caseId} does not know its own task yet: ${refusal.why}`);
  return refusal;
}

async function sendMessage(tenantId: string, { caseId, requestId }: BulkItem, key: string): Promise<BulkRefusal | null> {
  try {
    await sendLetter({ tenantId, caseId, key, requestId });
    return null;
  } catch (error) {
    if (error instanceof ApplicationFailure && error.nonRetryable === true) return { why: 'Letter', error: error.message };
    throw error;
  }
}

/** Notes the end in one transaction with the resolution's document in the case. */
async function note({ tenantId, bulkId, position }: BulkItemInput, item: BulkItem, refusal: BulkRefusal | null): Promise<void> {
  const { caseId, documentId, createdBy, requestId } = item;
  const sends = item.sends as BulkSends;
  await inTenant(tenantId, async () => {
    if (!(await endBulkItem(bulkId, position, refusal)) || refusal !== null || documentId === null) return;
    const document = await linkDocument(documentId, caseId);
    if (!document) return;
    const { id, ...file } = document;
    const actor = sends.kind === 'act' ? sends.act.actor : { id: createdBy, role: 'grantOfficer' as const };
    const at = new Date().toISOString();
    await writeEvents(tenantId, [
      { chainId: caseId, caseId, type: 'documentUploaded', at, actor, what: { documentId: id, ...file, bulkId }, requestId },
    ]);
  });
}

/**
 * Sends one item and notes how it ended; nothing where it has ended before.
 * @throws what passes by itself (a lost server, a case that catches up), to be tried again
 */
export async function sendBulkItem(input: BulkItemInput): Promise<void> {
  const { tenantId, bulkId, position } = input;
  const item = await inTenant(tenantId, () => bulkItem(bulkId, position));
  if (!item.waits) return;
  const { caseId, requestId } = item;
  const sends = item.sends as BulkSends;
  await withContext({ tenantId, caseId, requestId }, () =>
    beating(async () => {
      const refusal = sends.kind === 'act' ? await sendAct(tenantId, item, sends.act) : await sendMessage(tenantId, item, sends.key);
      await note(input, item, refusal);
    }),
  );
}
