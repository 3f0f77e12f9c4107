/** Drafts of records of inspections: begun, changed, thrown away. */
import { z } from 'zod';
import { query } from '../../models';
import type { InspectionView } from '../../processes/officersSection/views';
import type { FieldErrors } from '../../processes/rules';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { officersCase } from '../officersSection/access';
import { invalid, notNow, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import { day, line } from '../schemas';
import { select } from '../sql';
import { today } from '../today';
import { findInspection, inspectionsOf } from './inspectionRecords';

const people = z.array(line(2, 200)).max(30);
const fields = {
  heldOn: day.nullable(),
  place: line(0, 300),
  /** Who inspected: names with functions, for not all of them have an account. */
  inspectors: people,
  /** Who was there of the inspected. */
  present: people,
  /** What was inspected. */
  subject: z.string().trim().max(10_000),
  findings: z.string().trim().max(20_000),
  measures: z.array(z.strictObject({ what: z.string().trim().min(1).max(2_000), dueOn: day })).max(50),
  documentIds: z.array(z.uuid()).max(100),
};
export const inspectionFields = z.strictObject(fields).partial();
type Fields = z.output<typeof inspectionFields>;

const MAX_OF_CASE = 100;

/** @throws ProblemError 409 */
export function mustBeDraft({ state }: InspectionView): void {
  if (state === 'finished')
    throw notNow(
      words(
        'Záznam je dokončený a už se nemění. Další kontrolu zapište do nového.',
        'The record is finished and stays as it is. Write another inspection into a new one.',
      ),
    );
}

/** Inside inTenant. */
async function errorsIn({ heldOn, measures, documentIds }: Fields, caseId: string): Promise<FieldErrors> {
  const errors: FieldErrors = {};
  if (heldOn != null && heldOn > today())
    errors.heldOn = words('Kontrola, která teprve bude, se nezapisuje.', 'An inspection that is yet to come is not recorded.');
  (measures ?? []).forEach(({ dueOn }, index) => {
    if (heldOn != null && dueOn < heldOn)
      errors[`measures.${index}.dueOn`] = words('Termín je před kontrolou.', 'The day is before the inspection.');
  });
  const wanted = documentIds ?? [];
  const found = await select(`select id from documents where case_id = $1 and state = 'ready' and id = any($2::uuid[])`, [caseId, wanted]);
  if (found.length !== wanted.length)
    errors.documentIds = words('Vyberte jen dokumenty tohoto spisu, každý jednou.', 'Choose documents of this case, each once.');
  return errors;
}

const columnsOf = (of: Fields): [string, unknown][] =>
  (
    [
      ['held_on', of.heldOn],
      ['place', of.place],
      ['inspectors', of.inspectors],
      ['present', of.present],
      ['subject', of.subject],
      ['findings', of.findings],
      ['measures', of.measures && JSON.stringify(of.measures)],
      ['document_ids', of.documentIds],
    ] as [string, unknown][]
  ).filter(([, value]) => value !== undefined);

/** @throws ProblemError 404, 403 */
export function listInspections({ person, inTenant }: Asking, caseId: string): Promise<InspectionView[]> {
  return inTenant(async () => {
    await officersCase(person, caseId);
    return inspectionsOf(caseId);
  });
}

/** Begins a draft, as empty as the writer wants. @throws ProblemError 404, 403, 422 naming the fields */
export function beginInspection(context: Asking, caseId: string, wanted: Fields): Promise<InspectionView> {
  return context.inTenant(async () => {
    await officersCase(context.person, caseId);
    const errors = await errorsIn(wanted, caseId);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    // Numbers of one case are given one after another.
    await query('select 1 from cases where id = $1 for no key update', [caseId]);
    const [last] = await select<{ ordinal: number }>(
      'select coalesce(max(ordinal), 0)::integer as ordinal from inspections where case_id = $1',
      [caseId],
    );
    const ordinal = (last?.ordinal ?? 0) + 1;
    if (ordinal > MAX_OF_CASE) throw notNow(words('Záznamů je ve spisu už příliš mnoho.', 'There are too many records in the case.'));
    const columns: [string, unknown][] = [
      ['tenant_id', context.tenantId],
      ['case_id', caseId],
      ['ordinal', ordinal],
      ['created_by', context.person.id],
      ...columnsOf(wanted),
    ];
    const [made] = await query<{ id: string }>(
      `insert into inspections (${columns.map(([name]) => name).join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')}) returning id`,
      columns.map(([, value]) => value),
    );
    await record(context, {
      type: 'inspectionBegun',
      what: { inspectionId: made?.id, ordinal },
      after: wanted,
      caseId,
      actor: actorFor(context.person, ['inspections', 'create']),
    });
    return findInspection(made?.id ?? '');
  });
}

/** The draft that the person sees in this version, kept from others until the end of the transaction. Inside inTenant. @throws ProblemError 404, 403, 409, 412 */
export async function takeDraft(context: Asking, id: string, version: number): Promise<InspectionView> {
  // A finished one cannot be locked for a change by the policy of the database, and is found all the same.
  await query('select 1 from inspections where id = $1 for update', [id]);
  const inspection = await findInspection(id);
  await officersCase(context.person, inspection.caseId);
  mustBeDraft(inspection);
  if (inspection.version !== version) throw staleVersion();
  return inspection;
}

/** @throws ProblemError 404, 403, 409 of a finished one, 412, 422 naming the fields */
export function changeInspection(context: Asking, id: string, changes: Fields, version: number): Promise<InspectionView> {
  return context.inTenant(async () => {
    const before = await takeDraft(context, id, version);
    const diff = difference(before, changes);
    if (!diff) return before;
    const { heldOn, measures, documentIds } = { ...before, ...changes };
    const errors = await errorsIn({ heldOn, measures: [...measures], documentIds: [...documentIds] }, before.caseId);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    const columns = columnsOf(changes);
    await query(
      `update inspections set ${columns.map(([name], at) => `${name} = $${at + 2}`).join(', ')}, version = version + 1, updated_at = now() where id = $1`,
      [id, ...columns.map(([, value]) => value)],
    );
    await record(context, {
      type: 'inspectionChanged',
      what: { inspectionId: id, ordinal: before.ordinal },
      ...diff,
      caseId: before.caseId,
      actor: actorFor(context.person, ['inspections', 'edit']),
    });
    return findInspection(id);
  });
}

/** @throws ProblemError 404, 403, 409 of a finished one, 412 */
export function dropInspection(context: Asking, id: string, version: number): Promise<void> {
  return context.inTenant(async () => {
    const { caseId, ordinal } = await takeDraft(context, id, version);
    await query('delete from inspections where id = $1', [id]);
    await record(context, {
      type: 'inspectionDropped',
      what: { inspectionId: id, ordinal },
      caseId,
      actor: actorFor(context.person, ['inspections', 'delete']),
    });
  });
}
