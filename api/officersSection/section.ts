/** The office's own number and the labels of a case. */
import { z } from 'zod';
import { query, send } from '../../models';
import type { CaseSectionView, LabelMark } from '../../processes/officersSection/views';
import { words } from '../../processes/words';
import type { Asking, Person } from '../context';
import { invalid, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import { line } from '../schemas';
import { isoOrNull, select } from '../sql';
import { officersCase, readsSection } from './access';
import type { CaseRecord } from '../cases/caseRecords';

/** Number of the records service: as other systems have it, so no shape of its own is asked. */
const MAX_NUMBER = 100;
const MAX_LABELS = 20;

export const sectionChanges = z.strictObject({
  ownNumber: line(0, MAX_NUMBER).nullable().optional(),
  labelIds: z.array(z.uuid()).max(MAX_LABELS).optional(),
});
type Changes = z.output<typeof sectionChanges>;

interface Section {
  readonly caseId: string;
  readonly ownNumber: string | null;
  readonly version: number;
  readonly updatedBy: string;
  readonly updatedByName: string;
  readonly updatedAt: Date;
}

const SECTION = `
  select s.case_id as "caseId", s.own_number as "ownNumber", s.version, s.updated_by as "updatedBy", u.name as "updatedByName", s.updated_at as "updatedAt"
  from case_sections s join users u on u.id = s.updated_by`;

const labelsOf = (caseIds: readonly string[]): Promise<(LabelMark & { readonly caseId: string })[]> =>
  select(
    `select k.case_id as "caseId", l.id, l.name, l.colour from case_labels k join labels l on l.id = k.label_id
     where k.case_id = any($1::uuid[]) order by l.name_key`,
    [caseIds],
  );

const mark = ({ id, name, colour }: LabelMark): LabelMark => ({ id, name, colour });

async function view(caseId: string): Promise<CaseSectionView> {
  const [[section], labels] = await Promise.all([select<Section>(`${SECTION} where s.case_id = $1`, [caseId]), labelsOf([caseId])]);
  return {
    ownNumber: section?.ownNumber ?? null,
    labels: labels.map(mark),
    version: section?.version ?? 0,
    updatedBy: section ? { id: section.updatedBy, name: section.updatedByName } : null,
    updatedAt: isoOrNull(section?.updatedAt ?? null),
  };
}

/** @throws ProblemError 404, 403 */
export function showSection({ person, inTenant }: Asking, caseId: string): Promise<CaseSectionView> {
  return inTenant(async () => {
    await officersCase(person, caseId);
    return view(caseId);
  });
}

/** Those that the case has may stay though they are retired; others are chosen among the offered ones. Inside inTenant. @throws ProblemError 422 */
async function checkLabels(wanted: readonly string[], before: readonly LabelMark[]): Promise<void> {
  const had = new Set(before.map(({ id }) => id));
  const added = wanted.filter((id) => !had.has(id));
  const found = await select<{ id: string }>('select id from labels where id = any($1::uuid[]) and not retired', [added]);
  if (new Set(wanted).size !== wanted.length || found.length !== added.length)
    throw invalid({
      labelIds: words('Vyberte jen štítky, které úřad nabízí, každý jednou.', 'Choose labels that the office offers, each once.'),
    });
}

/** Makes the row, or takes it for itself until the end of the transaction. @throws ProblemError 412 when it is not of this version */
async function take(context: Asking, caseId: string, version: number): Promise<void> {
  const rows =
    version === 0
      ? await query(
          `insert into case_sections (tenant_id, case_id, version, updated_by) values ($1, $2, 1, $3) on conflict do nothing returning 1`,
          [context.tenantId, caseId, context.person.id],
        )
      : await query(
          `update case_sections set version = version + 1, updated_by = $3, updated_at = now() where case_id = $1 and version = $2 returning 1`,
          [caseId, version, context.person.id],
        );
  if (rows.length === 0) throw staleVersion();
}

const plain = ({ ownNumber, labels }: Pick<CaseSectionView, 'ownNumber' | 'labels'>) => ({
  ownNumber,
  labels: labels.map(({ id }) => id).sort(),
});

/**
 * Changes the own number or the labels; what is not named stays, and what changes nothing makes no version.
 * @param version that the writer saw, 0 of a case where nobody has filled anything in
 * @throws ProblemError 404, 403, 412, 422 naming the field
 */
export function changeSection(context: Asking, caseId: string, changes: Changes, version: number): Promise<CaseSectionView> {
  return context.inTenant(async () => {
    await officersCase(context.person, caseId);
    const before = await view(caseId);
    if (before.version !== version) throw staleVersion();
    const number = changes.ownNumber === undefined ? before.ownNumber : changes.ownNumber || null;
    const wanted = changes.labelIds ?? before.labels.map(({ id }) => id);
    await checkLabels(wanted, before.labels);
    const diff = difference(plain(before), { ownNumber: number, labels: [...wanted].sort() });
    if (!diff) return before;
    await take(context, caseId, version);
    send('update case_sections set own_number = $2 where case_id = $1', [caseId, number]);
    send('delete from case_labels where case_id = $1 and not label_id = any($2::uuid[])', [caseId, wanted]);
    send(
      `insert into case_labels (tenant_id, case_id, label_id) select $1, $2, id from unnest($3::uuid[]) as wanted (id) on conflict do nothing`,
      [context.tenantId, caseId, wanted],
    );
    await record(context, {
      type: 'caseSectionChanged',
      what: {},
      ...diff,
      caseId,
      actor: actorFor(context.person, ['officersSection', 'edit']),
    });
    return view(caseId);
  });
}

/** What a list of cases shows of their officers' section. */
export interface SectionMarks {
  readonly ownNumber: string | null;
  readonly labels: readonly LabelMark[];
}

/** By the id of the case; those whose officers' section the person does not read are missing. Inside inTenant. */
export async function sectionMarks(person: Person, records: readonly CaseRecord[]): Promise<ReadonlyMap<string, SectionMarks>> {
  const ids = records.filter((of) => readsSection(person, of)).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const [numbers, labels] = await Promise.all([
    select<{ caseId: string; ownNumber: string }>(
      `select case_id as "caseId", own_number as "ownNumber" from case_sections where case_id = any($1::uuid[]) and own_number is not null`,
      [ids],
    ),
    labelsOf(ids),
  ]);
  return new Map(
    ids.map((id) => [
      id,
      {
        ownNumber: numbers.find(({ caseId }) => caseId === id)?.ownNumber ?? null,
        labels: labels.filter(({ caseId }) => caseId === id).map(mark),
      },
    ]),
  );
}
