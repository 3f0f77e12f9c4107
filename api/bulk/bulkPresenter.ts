import type { BulkItemView, BulkRow, BulkView } from '../../processes/bulk';
import { processById } from '../../processes/registry';
import { words, type Words } from '../../processes/words';
import type { BulkRefusal, BulkSends } from '../../workflows/messages';
import { hiddenProcesses } from '../cases/reading';
import { refusalProblem } from '../cases/refusals';
import type { Person } from '../context';
import { notFound } from '../problems';
import { iso, isoOrNull, select, selectWhere, Where } from '../sql';
import { ActRefused } from '../temporal';

interface BulkRecord extends Omit<BulkRow, 'by' | 'createdAt' | 'endedAt'> {
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

const COUNTS = `
  (select count(*) from bulk_items i where i.bulk_id = b.id) as "all",
  (select count(*) from bulk_items i where i.bulk_id = b.id and i.done_at is not null) as done,
  (select count(*) from bulk_items i where i.bulk_id = b.id and i.refused_at is not null) as refused`;
const COLUMNS = `b.id, b.act, b.what, b.created_by as "createdBy", u.name as "createdByName", b.created_at as "createdAt", b.ended_at as "endedAt", ${COUNTS}`;
const TABLES = 'bulk_acts b join users u on u.id = b.created_by';

function bulkRow({ createdBy, createdByName, createdAt, endedAt, ...bulk }: BulkRecord): BulkRow {
  return { ...bulk, by: { id: createdBy, name: createdByName }, createdAt: iso(createdAt), endedAt: isoOrNull(endedAt) };
}

/** Inside inTenant. @param order checked text */
export async function findBulkActs(
  where: Where,
  order: string,
  limit: number,
  offset: number,
): Promise<{ rows: BulkRow[]; total: number }> {
  const rows = await selectWhere<BulkRecord>(
    `select ${COLUMNS} from ${TABLES} where ${where.toString()} order by ${order}, b.id limit ${limit} offset ${offset}`,
    where,
  );
  const [count] = await selectWhere<{ total: number }>(`select count(*) as total from bulk_acts b where ${where.toString()}`, where);
  return { rows: rows.map(bulkRow), total: count?.total ?? 0 };
}

interface ItemRecord {
  readonly position: number;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly applicantName: string;
  readonly processId: string;
  readonly taskId: string | null;
  readonly step: string | null;
  readonly sends: BulkSends;
  readonly refusal: BulkRefusal | null;
  readonly doneAt: Date | null;
  readonly refusedAt: Date | null;
}

/** The words that a single act would be refused with. */
async function whyRefused({ refusal, caseId, taskId }: ItemRecord): Promise<Words | null> {
  if (refusal === null) return null;
  if (refusal.why === 'Letter') return words(refusal.error, refusal.error);
  return (await refusalProblem(new ActRefused(refusal.why, refusal.done), caseId, taskId)).detail;
}

async function itemView(item: ItemRecord): Promise<BulkItemView> {
  const { position, caseId, caseNumber, caseTitle, applicantName, sends, doneAt, refusedAt } = item;
  const completes = sends.kind === 'act' && sends.act.kind === 'complete' ? sends.act : null;
  const outcomes = item.step === null ? undefined : processById(item.processId).steps[item.step]?.outcomes;
  const amount = completes?.outcome === 'approve' ? completes.values.amount : null;
  return {
    position,
    caseId,
    caseNumber,
    caseTitle,
    applicantName,
    state: doneAt ? 'done' : refusedAt ? 'refused' : 'waiting',
    outcome: completes ? (outcomes?.[completes.outcome]?.title ?? null) : null,
    amount: typeof amount === 'number' ? amount : null,
    why: await whyRefused(item),
    endedAt: isoOrNull(doneAt ?? refusedAt),
  };
}

/** Bulk acts with a case that the person may not even know of are shown to those only who made them. */
export function knownTo(person: Person): Where {
  return new Where().add(
    `b.created_by = ? or not exists (select from bulk_items i join cases c on c.id = i.case_id where i.bulk_id = b.id and c.process_id = any(?::text[]))`,
    person.id,
    hiddenProcesses(person),
  );
}

/** The bulk act with how each of its items ended; inside inTenant. @throws ProblemError 404 */
export async function showBulkAct(person: Person, id: string): Promise<BulkView> {
  const where = knownTo(person).add('b.id = ?', id);
  const [bulk] = await selectWhere<BulkRecord>(`select ${COLUMNS} from ${TABLES} where ${where.toString()}`, where);
  if (!bulk) throw notFound();
  const items = await select<ItemRecord>(
    `select i.position, i.case_id as "caseId", c.number as "caseNumber", c.title as "caseTitle", c.applicant_name as "applicantName", c.process_id as "processId",
       i.task_id as "taskId", t.step, i.sends, i.refusal, i.done_at as "doneAt", i.refused_at as "refusedAt"
     from bulk_items i join cases c on c.id = i.case_id left join tasks t on t.id = i.task_id where i.bulk_id = $1 order by i.position`,
    [id],
  );
  const views: BulkItemView[] = [];
  for (const item of items) views.push(await itemView(item));
  return { ...bulkRow(bulk), items: views };
}
