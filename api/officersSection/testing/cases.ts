/** Cases put into the tables as the commit of a workflow leaves them: what the officers' section stands beside does not need a running workflow. */
import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../../../models/testing/database';
import { buildProgramme, buildUser } from '../../../models/testing/factories';
import { inTenant, query } from '../../../models';
import type { Agent, TestApi } from '../../testing/api';

interface CaseWishes {
  readonly ico?: string | null;
  readonly name?: string;
  readonly birthDate?: string;
  readonly programmeId?: string;
  readonly applicantId?: string;
  readonly awarded?: number;
  readonly decidedOn?: string;
  readonly openedAt?: string;
}

export interface Built {
  readonly id: string;
  readonly number: string;
  readonly applicantId: string;
  readonly programmeId: string;
}

let last = 0;

/** A running case with its row in the register of grants and the application that began it. */
export async function buildCase(tenantId: string, wishes: CaseWishes = {}): Promise<Built> {
  const { name = 'Spolek přátel dechovky', birthDate, awarded = null, decidedOn = null, openedAt = '2026-09-01' } = wishes;
  const natural = birthDate !== undefined;
  const ico = natural ? null : (wishes.ico ?? '00000027');
  const applicantId = wishes.applicantId ?? (await buildUser(tenantId)).id;
  const programmeId = wishes.programmeId ?? (await buildProgramme(tenantId, { deMinimis: true })).id;
  const id = randomUUID();
  last += 1;
  const number = `DOT-${9000 + last}/2026`;
  await inTenant(tenantId, async () => {
    await query(
      `insert into cases (id, tenant_id, process_id, number, title, applicant_id, applicant_name, subject_id, status, rest, opened_at, changed_at)
       values ($1, $2, 'grant', $3, 'Koncert na návsi', $4, $5, $6, 'checking', 1, $7, $7)`,
      [id, tenantId, number, applicantId, name, programmeId, openedAt],
    );
    await query(
      `insert into grants (case_id, tenant_id, programme_id, applicant_id, applicant_kind, applicant_name, ico, municipality, project_title, year,
         requested, awarded, decided_on, state)
       values ($1, $2, $3, $4, $5, $6, $7, 'Zkušebnov', 'Koncert na návsi', 2026, 4000000, $8, $9, case when $8::bigint is null then 'running' else 'awarded' end)`,
      [id, tenantId, programmeId, applicantId, natural ? 'natural' : 'legal', name, ico, awarded, decidedOn],
    );
    await query(`insert into submissions (tenant_id, case_id, step, user_id, data) values ($1, $2, 'application', $3, $4::jsonb)`, [
      tenantId,
      id,
      applicantId,
      JSON.stringify({ name, ...(natural ? { birthDate } : { ico }) }),
    ]);
  });
  return { id, number, applicantId, programmeId };
}

/** Gives an evaluator a task in the case. */
export async function assign(tenantId: string, caseId: string, evaluatorId: string): Promise<void> {
  await inTenant(tenantId, () =>
    query(
      `insert into tasks (id, tenant_id, case_id, process_id, step, ordinal, role, assignee_id, opened_at)
       values ($1, $2, $3, 'grant', 'evaluation', 1, 'evaluator', $4, now())`,
      [`${caseId}.evaluation.${evaluatorId}`, tenantId, caseId, evaluatorId],
    ),
  );
}

export interface Office {
  readonly tenantId: string;
  readonly officer: Agent;
  readonly officerId: string;
  readonly colleague: Agent;
  readonly secretary: Agent;
  readonly accountant: Agent;
  readonly auditor: Agent;
  readonly admin: Agent;
  readonly evaluator: Agent;
  readonly evaluatorId: string;
  readonly applicant: Agent;
  readonly applicantId: string;
}

export async function buildOffice(api: TestApi, tenantId: string): Promise<Office> {
  const officer = await api.signedIn(tenantId, ['grantOfficer'], { name: 'Referentka' });
  const evaluator = await api.signedIn(tenantId, ['evaluator']);
  const applicant = await api.signedIn(tenantId, ['applicant']);
  return {
    tenantId,
    officer: officer.agent,
    officerId: officer.user.id,
    colleague: (await api.signedIn(tenantId, ['grantOfficer'], { name: 'Kolega' })).agent,
    secretary: (await api.signedIn(tenantId, ['councilSecretary'])).agent,
    accountant: (await api.signedIn(tenantId, ['accountant'])).agent,
    auditor: (await api.signedIn(tenantId, ['auditor'])).agent,
    admin: (await api.signedIn(tenantId, ['tenantAdmin'])).agent,
    evaluator: evaluator.agent,
    evaluatorId: evaluator.user.id,
    applicant: applicant.agent,
    applicantId: applicant.user.id,
  };
}

/** Events of the case, the last of a type. */
export async function lastEvent(db: TestDatabase, chainId: string, type: string) {
  const [event] = await db.superuser<{ what: Record<string, unknown>; before: object | null; after: object | null; actor_id: string }>(
    'select what, before, after, actor_id from events where chain_id = $1 and type = $2 order by seq desc limit 1',
    [chainId, type],
  );
  return event;
}
