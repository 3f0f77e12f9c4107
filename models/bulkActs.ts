/** Bulk acts (hromadné úkony) as the workers see them: what waits to be sent, and how each item ended. */
import { query, send, withoutTenant } from './database';

export interface BulkItem {
  readonly caseId: string;
  readonly taskId: string | null;
  /** Id of the Update, and of the submission that goes with it. */
  readonly updateId: string;
  /** As the api prepared it. */
  readonly sends: unknown;
  readonly waits: boolean;
  readonly createdBy: string;
  readonly requestId: string;
  readonly documentId: string | null;
}

export interface UnendedBulk {
  readonly tenantId: string;
  readonly bulkId: string;
}

/** Bulk acts of all tenants that were accepted so many seconds ago and have not ended, in the order in which they came. */
export function unendedBulkActs(seconds: number): Promise<UnendedBulk[]> {
  return withoutTenant(() =>
    query<UnendedBulk>('select tenant_id as "tenantId", id as "bulkId" from unended_bulk_acts(make_interval(secs => $1))', [seconds]),
  );
}

/** Positions of the items that have not ended. Inside inTenant. */
export async function waitingPositions(bulkId: string): Promise<number[]> {
  const rows = await query<{ position: number }>(
    'select position from bulk_items where bulk_id = $1 and done_at is null and refused_at is null order by position',
    [bulkId],
  );
  return rows.map(({ position }) => position);
}

/** Inside inTenant. @throws Error when it is not there */
export async function bulkItem(bulkId: string, position: number): Promise<BulkItem> {
  const [item] = await query<BulkItem>(
    `select i.case_id as "caseId", i.task_id as "taskId", i.update_id as "updateId", i.sends, i.done_at is null and i.refused_at is null as waits,
       b.created_by as "createdBy", b.request_id as "requestId", b.document_id as "documentId"
     from bulk_items i join bulk_acts b on b.id = i.bulk_id where i.bulk_id = $1 and i.position = $2`,
    [bulkId, position],
  );
  if (!item) throw new Error(`Bulk act ${bulkId} has no item ${position}`);
  return item;
}

/** Notes how the item ended; null: it was done. What was refused takes nothing of the limits any more. Inside inTenant. @returns false when it had ended before */
export async function endBulkItem(bulkId: string, position: number, refusal: object | null): Promise<boolean> {
  const [ended] = await query<{ updateId: string }>(
    `update bulk_items set done_at = case when $3::jsonb is null then now() end, refused_at = case when $3::jsonb is not null then now() end, refusal = $3::jsonb
     where bulk_id = $1 and position = $2 and done_at is null and refused_at is null returning update_id as "updateId"`,
    [bulkId, position, refusal === null ? null : JSON.stringify(refusal)],
  );
  if (ended && refusal !== null) send('delete from amount_reservations where act_id = $1', [ended.updateId]);
  return ended !== undefined;
}

/** How many items ended how, when the bulk act ends by this call; null when it had ended before. Inside inTenant. */
export async function endBulkAct(bulkId: string): Promise<{ readonly done: number; readonly refused: number } | null> {
  const [ended] = await query<{ done: number; refused: number }>(
    `update bulk_acts b set ended_at = now() where b.id = $1 and b.ended_at is null
     returning (select count(*) from bulk_items i where i.bulk_id = b.id and i.done_at is not null) as done,
       (select count(*) from bulk_items i where i.bulk_id = b.id and i.refused_at is not null) as refused`,
    [bulkId],
  );
  return ended ?? null;
}

/** Puts the document into the case as well: the same bytes under a row of that case. Inside inTenant. @returns null where it is there already */
export async function linkDocument(
  documentId: string,
  caseId: string,
): Promise<{
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
} | null> {
  const [linked] = await query<{ id: string; title: string; fileName: string; size: number; sha256: string }>(
    `insert into documents (tenant_id, case_id, title, file_name, media_type, size, sha256, state, for_applicant, created_by)
     select tenant_id, $2, title, file_name, media_type, size, sha256, state, for_applicant, created_by from documents
     where id = $1 and state = 'ready' and case_id is distinct from $2
     returning id, title, file_name as "fileName", size, sha256`,
    [documentId, caseId],
  );
  return linked ?? null;
}
