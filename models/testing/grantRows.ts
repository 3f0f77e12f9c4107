/** Cases of the grant with their rows in the register, written straight into the tables, for tests and measurements that need many of them at once. */
import { randomUUID } from 'node:crypto';
import { inTenant, send, query } from '../database';

export interface GrantRow {
  readonly caseId?: string;
  readonly programmeId: string;
  readonly applicantId: string;
  readonly applicantKind?: 'natural' | 'legal';
  readonly applicantName?: string;
  readonly ico?: string | null;
  readonly municipality?: string;
  readonly projectTitle?: string;
  readonly year?: number;
  /** Amounts in haléř. */
  readonly requested?: number;
  readonly proposed?: number | null;
  readonly awarded?: number | null;
  readonly resolutionNumber?: string | null;
  /** `yyyy-MM-dd`. */
  readonly decidedOn?: string | null;
  readonly decidedBy?: 'council' | 'assembly' | null;
  readonly contractNumber?: string | null;
  readonly signedOn?: string | null;
  readonly paid?: number | null;
  readonly paidOn?: string | null;
  readonly accepted?: number | null;
  readonly returned?: number | null;
  readonly state?: 'running' | 'awarded' | 'settled' | 'ended';
  /** Of the case. */
  readonly status?: string;
  readonly result?: string | null;
  readonly number?: string;
  /** ISO moment. */
  readonly openedAt?: string;
  readonly closedAt?: string | null;
}

const AT_ONCE = 1000;

const INSERT = `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as row ("caseId" uuid, "programmeId" uuid, "applicantId" uuid, "applicantKind" text, "applicantName" text,
      ico text, municipality text, "projectTitle" text, year integer, requested bigint, proposed bigint, awarded bigint, "resolutionNumber" text,
      "decidedOn" date, "decidedBy" text, "contractNumber" text, "signedOn" date, paid bigint, "paidOn" date, accepted bigint, returned bigint, state text,
      status text, result text, number text, "openedAt" timestamptz, "closedAt" timestamptz)
  ), opened as (
    insert into cases (id, tenant_id, process_id, number, title, applicant_id, applicant_name, subject_id, status, result, rest, opened_at, changed_at, closed_at)
    select "caseId", $2, 'grant', number, "projectTitle", "applicantId", "applicantName", "programmeId", status, result, 1, "openedAt",
      coalesce("closedAt", "openedAt"), "closedAt" from given
  )
  insert into grants (case_id, tenant_id, programme_id, applicant_id, applicant_kind, applicant_name, ico, municipality, project_title, year, requested,
    proposed, awarded, resolution_number, decided_on, decided_by, contract_number, signed_on, paid, paid_on, accepted, returned, state)
  select "caseId", $2, "programmeId", "applicantId", "applicantKind", "applicantName", ico, municipality, "projectTitle", year, requested, proposed, awarded,
    "resolutionNumber", "decidedOn", "decidedBy", "contractNumber", "signedOn", paid, "paidOn", accepted, returned, state from given`;

const whole = (row: GrantRow): Required<GrantRow> => {
  const caseId = row.caseId ?? randomUUID();
  return {
    caseId,
    applicantKind: 'legal',
    applicantName: 'Spolek Zkouška',
    ico: (row.applicantKind ?? 'legal') === 'legal' ? '00000027' : null,
    municipality: 'Boskovice',
    projectTitle: 'Běh městysem',
    year: 2026,
    requested: 80_000_00,
    proposed: 50_000_00,
    awarded: 50_000_00,
    resolutionNumber: 'RM/1/2026',
    decidedOn: '2026-05-20',
    decidedBy: 'council',
    contractNumber: null,
    signedOn: null,
    paid: null,
    paidOn: null,
    accepted: null,
    returned: null,
    state: 'awarded',
    status: 'contracting',
    result: null,
    number: `DOT-${caseId.slice(0, 13)}`,
    openedAt: '2026-02-01T08:00:00.000Z',
    closedAt: null,
    ...row,
  };
};

/** @returns ids of the cases, in the order of the rows */
export async function buildGrants(tenantId: string, rows: readonly GrantRow[]): Promise<string[]> {
  const all = rows.map(whole);
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const part = JSON.stringify(all.slice(from, from + AT_ONCE));
    await inTenant(tenantId, async () => {
      await query(INSERT, [part, tenantId], { planned: false });
    });
  }
  return all.map(({ caseId }) => caseId);
}

/** What the applicant sent, as the case keeps it. */
export async function buildSubmission(tenantId: string, caseId: string, userId: string, data: object): Promise<void> {
  await inTenant(tenantId, async () => {
    send(`insert into submissions (tenant_id, case_id, step, user_id, data) values ($1, $2, 'application', $3, $4::jsonb)`, [
      tenantId,
      caseId,
      userId,
      JSON.stringify(data),
    ]);
    await Promise.resolve();
  });
}
