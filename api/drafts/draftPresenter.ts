import type { DraftRow } from '../../processes/views';
import { iso, isoOrNull, select } from '../sql';

interface DraftRecord {
  readonly id: string;
  readonly processId: string;
  readonly subjectId: string | null;
  readonly subjectTitle: string | null;
  readonly formVersion: number;
  readonly data: Record<string, unknown>;
  readonly submittedAt: Date | null;
  readonly updatedAt: Date;
  readonly version: number;
  readonly intakeClosesAt: Date | null;
}

const COLUMNS = `
  d.id, d.process_id as "processId", d.subject_id as "subjectId", p.title as "subjectTitle", d.form_version as "formVersion", d.data, d.submitted_at as "submittedAt",
  d.updated_at as "updatedAt", d.version, p.intake_closes_at as "intakeClosesAt"`;
const TABLES = 'drafts d left join programmes p on p.id = d.subject_id';

const view = (draft: DraftRecord): DraftRow => ({
  ...draft,
  submittedAt: isoOrNull(draft.submittedAt),
  updatedAt: iso(draft.updatedAt),
  intakeClosesAt: isoOrNull(draft.intakeClosesAt),
});

/** The person's own draft; null for anybody else's. Inside inTenant. */
export async function findOwnDraft(id: string, userId: string): Promise<DraftRow | null> {
  const [row] = await select<DraftRecord>(`select ${COLUMNS} from ${TABLES} where d.id = $1 and d.user_id = $2`, [id, userId]);
  return row ? view(row) : null;
}

/** The person's drafts that have not become cases, the last changed first. Inside inTenant. */
export async function ownDrafts(userId: string): Promise<DraftRow[]> {
  const rows = await select<DraftRecord>(
    `select ${COLUMNS} from ${TABLES} where d.user_id = $1 and d.submitted_at is null order by d.updated_at desc, d.id`,
    [userId],
  );
  return rows.map(view);
}
