import type { IdentityRight } from '../../processes/identities/identity';
import { rightTo, type RightsHolder } from '../../processes/identities/rights';
import type { DraftRow } from '../../processes/views';
import { mustOwn, ownDraftsCondition } from '../identities/ownership';
import { notFound } from '../problems';
import { iso, isoOrNull, select, selectWhere, Where } from '../sql';

interface DraftRecord {
  readonly id: string;
  readonly userId: string;
  readonly identityId: string | null;
  readonly identityName: string | null;
  readonly asksPastSupport: boolean;
  readonly processId: string;
  readonly subjectId: string | null;
  readonly subjectTitle: string | null;
  readonly callId: string | null;
  readonly formVersion: number;
  readonly data: Record<string, unknown>;
  readonly submittedAt: Date | null;
  readonly updatedAt: Date;
  readonly version: number;
  readonly intakeClosesAt: Date | null;
}

const COLUMNS = `
  d.id, d.user_id as "userId", d.identity_id as "identityId", i.name as "identityName", d.asks_past_support as "asksPastSupport", d.process_id as "processId", d.subject_id as "subjectId", p.title as "subjectTitle", d.call_id as "callId", d.form_version as "formVersion", d.data, d.submitted_at as "submittedAt",
  d.updated_at as "updatedAt", d.version, k.intake_closes_at as "intakeClosesAt"`;
const TABLES =
  'drafts d left join programmes p on p.id = d.subject_id left join calls k on k.id = d.call_id left join applicant_identities i on i.id = d.identity_id';

const view = (person: RightsHolder, { userId, ...draft }: DraftRecord): DraftRow => ({
  ...draft,
  // Read by who has a right to it; what is not theirs is not found at all.
  may: rightTo(person, { ownerId: userId, identityId: draft.identityId }) ?? 'view',
  submittedAt: isoOrNull(draft.submittedAt),
  updatedAt: iso(draft.updatedAt),
  intakeClosesAt: isoOrNull(draft.intakeClosesAt),
});

/**
 * The draft, if the person may do with it what they want to. Inside inTenant.
 * @throws ProblemError 404 where it is somebody else's, 403 in words where the person's right is a smaller one
 */
export async function draftFor(person: RightsHolder, id: string, needed: IdentityRight): Promise<DraftRow> {
  const [row] = await select<DraftRecord>(`select ${COLUMNS} from ${TABLES} where d.id = $1`, [id]);
  if (!row) throw notFound();
  mustOwn(person, { ownerId: row.userId, identityId: row.identityId }, needed);
  return view(person, row);
}

/** Drafts that have not become cases, the person's own and those in the name of identities that they share, the last changed first. Inside inTenant. */
export async function ownDrafts(person: RightsHolder): Promise<DraftRow[]> {
  const own = ownDraftsCondition(person);
  const where = new Where().add(own.condition, ...own.values).add('d.submitted_at is null');
  const rows = await selectWhere<DraftRecord>(
    `select ${COLUMNS} from ${TABLES} where ${where.toString()} order by d.updated_at desc, d.id`,
    where,
  );
  return rows.map((row) => view(person, row));
}
