/** Cases and what stands open in them, as the tables hold them. */
import type { SmallValues } from '../../processes/changes';
import type { Clock } from '../../processes/clock';
import type { Role } from '../../processes/roles';
import { select } from '../sql';

export interface CaseRecord {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly processId: string;
  /** Who submitted it. */
  readonly applicantId: string;
  /** In whose name it is; null: of who submitted it. */
  readonly identityId: string | null;
  readonly applicantName: string;
  readonly subjectId: string | null;
  readonly subjectTitle: string | null;
  /** Of the programme's form; the case keeps the one with which it began. */
  readonly formVersion: number;
  /** Of the programme's criteria of evaluation, likewise. */
  readonly criteriaVersion: number;
  readonly asksPastSupport: boolean;
  readonly status: string;
  readonly result: string | null;
  readonly suspended: boolean;
  readonly values: SmallValues;
  readonly clock: Clock | null;
  readonly clockDueAt: Date | null;
  readonly waitsFor: string | null;
  readonly waitsUntil: Date | null;
  readonly openedAt: Date;
  readonly changedAt: Date;
  readonly closedAt: Date | null;
}

export const CASE_COLUMNS = `
  c.id, c.number, c.title, c.process_id as "processId", c.applicant_id as "applicantId", c.identity_id as "identityId", c.asks_past_support as "asksPastSupport", c.applicant_name as "applicantName",
  c.subject_id as "subjectId", c.form_version as "formVersion", c.criteria_version as "criteriaVersion", p.title as "subjectTitle", c.status, c.result, c.suspended, c.values, c.clock, c.clock_due_at as "clockDueAt",
  c.waits_for as "waitsFor", c.waits_until as "waitsUntil", c.opened_at as "openedAt", c.changed_at as "changedAt", c.closed_at as "closedAt"`;
export const CASE_TABLES = 'cases c left join programmes p on p.id = c.subject_id';

export async function findCase(id: string): Promise<CaseRecord | null> {
  const [record] = await select<CaseRecord>(`select ${CASE_COLUMNS} from ${CASE_TABLES} where c.id = $1`, [id]);
  return record ?? null;
}

/** The id of a task begins with that of its case. */
export const caseIdOf = (taskId: string): string => taskId.slice(0, 36);

export interface TaskRecord {
  readonly id: string;
  readonly caseId: string;
  readonly processId: string;
  readonly step: string;
  readonly role: Role;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly claimedBy: string | null;
  readonly claimedName: string | null;
  readonly followUpOn: string | null;
  readonly state: 'open' | 'done' | 'cancelled';
  readonly params: SmallValues;
  readonly clock: Clock | null;
  readonly dueAt: Date | null;
  readonly overdue: boolean;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly doneBy: string | null;
  readonly doneByName: string | null;
  readonly doneOnBehalfOf: string | null;
  readonly outcome: string | null;
  readonly submissionId: string | null;
}

export const TASK_COLUMNS = `
  t.id, t.case_id as "caseId", t.process_id as "processId", t.step, t.role, t.assignee_id as "assigneeId", a.name as "assigneeName",
  t.claimed_by as "claimedBy", k.name as "claimedName", t.follow_up_on::text as "followUpOn", t.state, t.params, t.clock, t.due_at as "dueAt",
  t.overdue, t.opened_at as "openedAt", t.closed_at as "closedAt", t.done_by as "doneBy", d.name as "doneByName",
  t.done_on_behalf_of as "doneOnBehalfOf", t.outcome, t.submission_id as "submissionId"`;
export const TASK_TABLES = `tasks t left join users a on a.id = t.assignee_id left join users k on k.id = t.claimed_by left join users d on d.id = t.done_by`;

/** Every task of the case, in the order in which they opened. */
export function tasksOf(caseId: string): Promise<TaskRecord[]> {
  return select<TaskRecord>(`select ${TASK_COLUMNS} from ${TASK_TABLES} where t.case_id = $1 order by t.opened_at, t.step, t.ordinal`, [
    caseId,
  ]);
}

/** What stands open in each of the cases. */
export interface Open {
  readonly tasks: readonly TaskRecord[];
  readonly incident: { readonly what: string; readonly openedAt: Date } | null;
  readonly suspension: { readonly reason: string; readonly at: Date } | null;
  readonly waitingSince: Date | null;
}

const NOTHING: Open = { tasks: [], incident: null, suspension: null, waitingSince: null };

interface OfCase {
  readonly caseId: string;
}

/** What the sentences why they wait are made of, for many cases in a few statements. @param known tasks of these cases, where they were read already */
export async function openIn(records: readonly CaseRecord[], known?: readonly TaskRecord[]): Promise<ReadonlyMap<string, Open>> {
  const running = records.filter(({ closedAt }) => closedAt === null);
  const ids = running.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const marked = running.filter(({ suspended, waitsFor }) => suspended || waitsFor !== null).map(({ id }) => id);
  const [tasks, incidents, marks] = await Promise.all([
    known?.filter(({ state }) => state === 'open') ??
      select<TaskRecord>(
        `select ${TASK_COLUMNS} from ${TASK_TABLES} where t.case_id = any($1::uuid[]) and t.state = 'open' order by t.opened_at, t.step, t.ordinal`,
        [ids],
      ),
    select<OfCase & { what: string; openedAt: Date }>(
      `select distinct on (case_id) case_id as "caseId", what, opened_at as "openedAt" from incidents
       where case_id = any($1::uuid[]) and state <> 'resolved' order by case_id, opened_at`,
      [ids],
    ),
    marked.length === 0
      ? []
      : select<OfCase & { type: string; reason: string | null; at: Date }>(
          `select distinct on (chain_id, type) chain_id as "caseId", type, what ->> 'reason' as reason, at from events
           where chain_id = any($1::uuid[]) and type in ('suspended', 'waitStarted') order by chain_id, type, seq desc`,
          [marked],
        ),
  ]);
  return new Map(
    running.map((record) => {
      const own = (row: OfCase): boolean => row.caseId === record.id;
      const mark = (type: string) => marks.find((row) => own(row) && row.type === type);
      const suspended = mark('suspended');
      const open: Open = {
        tasks: tasks.filter(own),
        incident: incidents.find(own) ?? null,
        suspension: record.suspended ? { reason: suspended?.reason ?? '', at: suspended?.at ?? record.changedAt } : null,
        waitingSince: record.waitsFor === null ? null : (mark('waitStarted')?.at ?? record.changedAt),
      };
      return [record.id, open];
    }),
  );
}

export function openOf(all: ReadonlyMap<string, Open>, caseId: string): Open {
  return all.get(caseId) ?? NOTHING;
}
