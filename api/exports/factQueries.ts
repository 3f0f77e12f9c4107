/** Statements of an export, each over many cases at once. Inside inTenant. */
import type { GrantFacts, ActFacts } from './facts';
import { processOfProgrammes, rulesOf } from '../../processes/rulesRegistry';
import type { CaseRecord } from '../cases/caseRecords';
import type { Person } from '../context';
import { NEEDED } from '../evaluations/standing';
import { facesOf } from '../names';
import { select } from '../sql';

export interface OfCase {
  readonly caseId: string;
}

type Data = Readonly<Record<string, unknown>>;

/** Rows by their case, in their order. */
export function grouped<Row extends OfCase>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.caseId);
    if (group) group.push(row);
    else groups.set(row.caseId, [row]);
  }
  return groups;
}

/** Cases in which the person, or one in whose place they act, still has an independent answer to give: they see nobody else's (cases/reading.ts). */
export async function answering(person: Person, records: readonly CaseRecord[]): Promise<ReadonlySet<string>> {
  const processIds = [...new Set(records.map(({ processId }) => processId))];
  const found = await Promise.all(
    processIds.map((processId) =>
      select<OfCase>(
        `select distinct case_id as "caseId" from tasks
         where case_id = any($1::uuid[]) and state = 'open' and step = any($2::text[]) and assignee_id = any($3::uuid[])`,
        [
          records.flatMap((record) => (record.processId === processId ? record.id : [])),
          Object.keys(rulesOf(processId).blindUntil),
          facesOf(person, processId).map(({ id }) => id),
        ],
      ),
    ),
  );
  return new Set(found.flat().map(({ caseId }) => caseId));
}

/** Applications and their completions that became part of the cases, in the order of time. */
export function applicationsOf(ids: readonly string[]): Promise<(OfCase & { readonly step: string; readonly data: Data })[]> {
  return select(
    `select s.case_id as "caseId", s.step, s.data from submissions s
     where s.case_id = any($1::uuid[]) and (
       s.id = (select (what ->> 'submissionId')::uuid from events where chain_id = s.case_id and type = 'caseOpened' order by seq limit 1)
       or s.step = any($2::text[]) and exists (select from tasks t where t.case_id = s.case_id and t.submission_id = s.id))
     order by s.created_at, s.id`,
    [ids, Object.keys(rulesOf(processOfProgrammes()).applicationIn)],
  );
}

/** Rows of the register of grants, with everything that was recorded: what of it the person may read is asked afterwards. */
export function grantsOf(ids: readonly string[]): Promise<(GrantFacts & OfCase & { readonly needed: number })[]> {
  return select(
    `select g.case_id as "caseId", g.applicant_kind as "applicantKind", g.ico, g.year, coalesce(a.name, p.area) as area, f.name as fund, ${NEEDED} as needed,
       jsonb_build_object('requested', g.requested, 'points', g.points, 'proposed', g.proposed, 'awarded', g.awarded, 'decidedBy', g.decided_by,
         'decidedOn', g.decided_on, 'resolutionNumber', g.resolution_number, 'contractNumber', g.contract_number, 'signedOn', g.signed_on, 'paid', g.paid,
         'paidOn', g.paid_on, 'accepted', g.accepted, 'returned', g.returned) as figures
     from grants g join programmes p on p.id = g.programme_id left join areas a on a.id = p.area_id left join funds f on f.id = a.fund_id
     where g.case_id = any($1::uuid[])`,
    [ids],
  );
}

/** Payments there and back and refusals, in the order of time. */
export function actsOf(ids: readonly string[]): Promise<(ActFacts & OfCase)[]> {
  return select(
    `select t.case_id as "caseId", t.step, t.outcome, s.data from tasks t join submissions s on s.id = t.submission_id
     where t.case_id = any($1::uuid[]) and t.state = 'done'
       and (t.step in ('payment', 'refund') or (t.step, t.outcome) in (('councilDecision', 'refuse'), ('assemblyDecision', 'refuse'), ('formalCheck', 'reject')))
     order by t.closed_at, t.id`,
    [ids],
  );
}

/** What was filled in in evaluations that count. */
export function scoresOf(ids: readonly string[]): Promise<(OfCase & { readonly data: Data })[]> {
  return select(
    `select t.case_id as "caseId", s.data from tasks t join submissions s on s.id = t.submission_id
     where t.case_id = any($1::uuid[]) and t.step = 'evaluation' and t.outcome = 'submit'`,
    [ids],
  );
}

export function filesOf(ids: readonly string[]): Promise<(OfCase & { readonly id: string; readonly fileName: string })[]> {
  return select('select case_id as "caseId", id, file_name as "fileName" from documents where case_id = any($1::uuid[])', [ids]);
}

/** EUR cents of support de minimis granted in the cases by this office. */
export function deMinimisOf(ids: readonly string[]): Promise<(OfCase & { readonly cents: number })[]> {
  return select(
    `select case_id as "caseId", sum(cents)::bigint as cents from de_minimis_records
     where case_id = any($1::uuid[]) and voided_at is null and provider = '' group by case_id`,
    [ids],
  );
}

export interface ContactRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

/** Of who submitted. */
export function contactsOf(userIds: readonly string[]): Promise<ContactRow[]> {
  return select('select id, name, email, phone from users where id = any($1::uuid[])', [userIds]);
}
