/** Which groups of evaluators are for a case, and who is in them today. All inside inTenant. */
import { currentApplication } from '../../processes/currentApplication';
import type { FormItem } from '../../processes/formItems/items';
import { fitsCondition, type Applied, type GroupCondition } from '../../processes/grant/evaluatorGroups';
import { query } from '../database';
import { conflictsBefore } from './conflicts';

/** Who evaluates, and through which group; null: chosen by name. */
export interface Evaluator {
  readonly id: string;
  readonly groupId: string | null;
  readonly groupName: string | null;
}

/** A group (`g`) is for a programme (`p`): for itself, for its area, or for all. */
export const GROUP_IN_PROGRAMME = `(
  exists (select from evaluator_group_programmes one where one.group_id = g.id and one.programme_id = p.id)
  or exists (select from evaluator_group_areas one where one.group_id = g.id and one.area_id = p.area_id)
  or not exists (select from evaluator_group_programmes one where one.group_id = g.id)
    and not exists (select from evaluator_group_areas one where one.group_id = g.id))`;

/** Is the member (`m`) one today? Both days of the period belong to it. */
export const MEMBER_TODAY = `(now() at time zone 'Europe/Prague')::date between coalesce(m.starts_on, '-infinity') and coalesce(m.ends_on, 'infinity')`;

/** Members of these groups who can evaluate today, in the order of the groups and of their members; who is in more of them comes once, by the first. */
export async function membersOf(groupIds: readonly string[]): Promise<Evaluator[]> {
  const rows = await query<Evaluator>(
    `select m.user_id as id, g.id as "groupId", g.name as "groupName"
     from evaluator_groups g join evaluator_group_members m on m.group_id = g.id join users u on u.id = m.user_id
     where g.id = any($1::uuid[]) and ${MEMBER_TODAY} and u.active and 'evaluator' = any(u.roles)
     order by array_position($1::uuid[], g.id), m.place`,
    [groupIds],
  );
  const once = new Map<string, Evaluator>();
  for (const row of rows) if (!once.has(row.id)) once.set(row.id, row);
  return [...once.values()];
}

interface Candidate {
  readonly id: string;
  readonly question: string | null;
  readonly answers: readonly string[] | null;
  readonly labelId: string | null;
}

export function conditionOf({ question, answers, labelId }: Omit<Candidate, 'id'>): GroupCondition {
  if (question !== null) return { question, answers: answers ?? [] };
  return labelId === null ? null : { labelId };
}

/** What conditions of groups look at in the case. */
async function appliedIn(caseId: string): Promise<Applied> {
  const [form] = await query<{ processId: string; items: readonly FormItem[] | null }>(
    `select c.process_id as "processId", f.items from cases c
       left join application_forms f on f.programme_id = c.subject_id and f.version = c.form_version where c.id = $1`,
    [caseId],
  );
  const submissions = await query<{ step: string; data: Readonly<Record<string, unknown>> }>(
    `select s.step, s.data from submissions s where s.case_id = $1
       and (s.id in (select t.submission_id from tasks t where t.case_id = $1)
         or s.id = (select (what ->> 'submissionId')::uuid from events where chain_id = $1 and type = 'caseOpened' order by seq limit 1))
     order by s.created_at, s.id`,
    [caseId],
  );
  const labels = await query<{ labelId: string }>('select label_id as "labelId" from case_labels where case_id = $1', [caseId]);
  return {
    items: form?.items ?? [],
    application: currentApplication(form?.processId ?? '', submissions),
    labelIds: labels.map(({ labelId }) => labelId),
  };
}

/** Active groups that are for the case, by name. */
async function groupsFor(caseId: string): Promise<string[]> {
  const candidates = await query<Candidate>(
    `select g.id, g.question, g.answers, g.label_id as "labelId"
     from cases c join programmes p on p.id = c.subject_id join evaluator_groups g on g.active and ${GROUP_IN_PROGRAMME}
     where c.id = $1 order by g.name collate "und-x-icu", g.id`,
    [caseId],
  );
  if (candidates.length === 0) return [];
  const applied = await appliedIn(caseId);
  return candidates.filter((one) => fitsCondition(conditionOf(one), applied)).map(({ id }) => id);
}

/** Whom the groups give to the case today, without those who declared a conflict of interest with its applicant. */
export async function evaluatorsByGroups(caseId: string): Promise<Evaluator[]> {
  return withoutConflict(caseId, await membersOf(await groupsFor(caseId)));
}

export async function withoutConflict(caseId: string, evaluators: readonly Evaluator[]): Promise<Evaluator[]> {
  const avoid = (
    await conflictsBefore(
      [caseId],
      evaluators.map(({ id }) => id),
    )
  ).get(caseId);
  return evaluators.filter(({ id }) => avoid?.includes(id) !== true);
}
