/** Records of inspections as the table holds them. */
import type { InspectionView, Measure } from '../../processes/officersSection/views';
import { notFound } from '../problems';
import { iso, isoOrNull, select } from '../sql';

interface InspectionRecord extends Omit<InspectionView, 'state' | 'createdBy' | 'finishedBy' | 'finishedAt' | 'updatedAt'> {
  readonly measures: readonly Measure[];
  readonly createdBy: string;
  readonly createdByName: string;
  readonly finishedBy: string | null;
  readonly finishedByName: string | null;
  readonly finishedAt: Date | null;
  readonly updatedAt: Date;
}

const COLUMNS = `
  i.id, i.case_id as "caseId", i.ordinal, i.held_on::text as "heldOn", i.place, i.inspectors, i.present, i.subject, i.findings, i.measures,
  i.document_ids as "documentIds", i.record_id as "recordId", i.created_by as "createdBy", u.name as "createdByName", i.finished_by as "finishedBy",
  f.name as "finishedByName", i.finished_at as "finishedAt", i.updated_at as "updatedAt", i.version`;
const TABLES = 'inspections i join users u on u.id = i.created_by left join users f on f.id = i.finished_by';

function view(record: InspectionRecord): InspectionView {
  const { createdBy, createdByName, finishedBy, finishedByName, finishedAt, updatedAt, ...fields } = record;
  return {
    ...fields,
    state: finishedAt === null ? 'draft' : 'finished',
    createdBy: { id: createdBy, name: createdByName },
    finishedBy: finishedBy === null ? null : { id: finishedBy, name: finishedByName ?? '' },
    finishedAt: isoOrNull(finishedAt),
    updatedAt: iso(updatedAt),
  };
}

/** Inside inTenant. */
export async function inspectionsOf(caseId: string): Promise<InspectionView[]> {
  return (await select<InspectionRecord>(`select ${COLUMNS} from ${TABLES} where i.case_id = $1 order by i.ordinal`, [caseId])).map(view);
}

/** Inside inTenant. @throws ProblemError 404 */
export async function findInspection(id: string): Promise<InspectionView> {
  const [found] = await select<InspectionRecord>(`select ${COLUMNS} from ${TABLES} where i.id = $1`, [id]);
  if (!found) throw notFound();
  return view(found);
}
