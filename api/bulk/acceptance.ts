import { send } from '../../models';
import { log } from '../../models/log';
import type { BulkAct } from '../../processes/bulk';
import type { SmallValues } from '../../processes/changes';
import type { Words } from '../../processes/words';
import { words } from '../../processes/words';
import type { BulkSends } from '../../workflows/messages';
import { actId } from '../actKey';
import type { Keyed } from '../cases/actSender';
import { hiddenProcesses, readableCase } from '../cases/reading';
import type { Person } from '../context';
import { invalid, notFound, notNow } from '../problems';
import { actorFor, record } from '../record';
import { select } from '../sql';
import { startBulk } from '../temporal';

/** What one item sends to its case. */
export interface NewItem {
  readonly caseId: string;
  readonly taskId: string | null;
  readonly updateId: string;
  readonly sends: BulkSends;
}

export interface NewBulk {
  readonly what: SmallValues;
  readonly documentId?: string;
  readonly items: readonly NewItem[];
}

/** One at a time in a tenant: two lists must not share the rest of one limit. The same number in every version. */
const LOCK = 7_263_551;

const TWICE: Words = words('Tento spis je v seznamu dvakrát.', 'This case is in the list twice.');

/**
 * Numbers of the chosen cases; inside inTenant. One that the person may not even know of is not there, whatever else is wrong with the list.
 * @throws ProblemError 404 when one is not there, 422 naming one that is chosen twice
 */
export async function chosenCases(
  person: Person,
  caseIds: readonly string[],
  pathOf: (position: number) => string,
): Promise<ReadonlyMap<string, string>> {
  const again = caseIds.findIndex((id, position) => caseIds.indexOf(id) < position);
  if (again >= 0) throw invalid({ [pathOf(again)]: TWICE });
  const rows = await select<{ id: string; number: string; processId: string }>(
    'select id, number, process_id as "processId" from cases where id = any($1::uuid[])',
    [caseIds],
  );
  if (rows.length < caseIds.length) throw notFound();
  const hidden = hiddenProcesses(person);
  for (const { id, processId } of rows) if (hidden.includes(processId)) await readableCase(person, id);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Cases on which another bulk act is on its way; inside inTenant. */
export async function busyCases(caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await select<{ caseId: string }>(
    'select case_id as "caseId" from bulk_items where case_id = any($1::uuid[]) and done_at is null and refused_at is null',
    [caseIds],
  );
  return new Set(rows.map(({ caseId }) => caseId));
}

/** @throws ProblemError 409 */
export function mustBeFree(busy: ReadonlySet<string>, caseId: string): void {
  if (busy.has(caseId))
    throw notNow(words('Na tomto spisu se právě provádí jiný hromadný úkon.', 'Another bulk act is on its way to this case.'));
}

function store(context: Keyed, id: string, act: BulkAct, { what, documentId, items }: NewBulk): void {
  const { tenantId, person, requestId } = context;
  send('insert into bulk_acts (id, tenant_id, act, what, created_by, request_id, document_id) values ($1, $2, $3, $4::jsonb, $5, $6, $7)', [
    id,
    tenantId,
    act,
    JSON.stringify(what),
    person.id,
    requestId,
    documentId ?? null,
  ]);
  const rows = items.map((item, position) => ({ position, ...item }));
  send(
    `insert into bulk_items (tenant_id, bulk_id, position, case_id, task_id, update_id, sends)
     select $1, $2, position, "caseId", "taskId", "updateId", sends
     from jsonb_to_recordset($3::jsonb) as row (position integer, "caseId" uuid, "taskId" text, "updateId" uuid, sends jsonb)`,
    [tenantId, id, JSON.stringify(rows)],
  );
}

/**
 * Accepts a bulk act: everything that its items will send is stored in one transaction, then its workflow is started. When this returns nothing of it can be
 * lost: where the start fails, a worker starts it. The same request again is the same bulk act.
 * @param asked the whole request
 * @param prepare asks everything that a single act would be asked, and says what the items send; inside inTenant
 * @throws ProblemError as prepare does; then nothing was stored
 */
export async function acceptBulk(
  context: Keyed,
  act: BulkAct,
  asked: object,
  prepare: (bulkId: string) => Promise<NewBulk>,
): Promise<{ readonly id: string }> {
  const id = actId(context, { bulk: act, asked });
  const { tenantId, services } = context;
  await context.inTenant(async () => {
    await select('select pg_advisory_xact_lock($1, hashtext($2))', [LOCK, tenantId]);
    const [known] = await select('select id from bulk_acts where id = $1', [id]);
    if (known) return;
    const bulk = await prepare(id);
    store(context, id, act, bulk);
    // A message is read in the letters, whose rows can be erased with a person; events cannot.
    const { text: _text, ...told } = bulk.what;
    const what = { bulkId: id, act, ...told, items: bulk.items.length };
    await record(context, { type: 'bulkAccepted', what, actor: actorFor(context.person, ['bulkActs', 'create']) });
  });
  // Nobody waits for the start: where it fails, a worker sees to it (workers/bulk.ts).
  void startBulk(services.temporal, { tenantId, bulkId: id }).catch((error: unknown) =>
    log().warn({ err: error, bulkId: id }, 'a bulk act waits for a worker to start it'),
  );
  return { id };
}
