import { GROUP_IN_PROGRAMME, MEMBER_TODAY } from '../../models/grants/evaluatorGroups';
import type { FormItem } from '../../processes/formItems/items';
import { choicesIn } from '../../processes/grant/evaluatorGroups';
import type { EvaluatorGroupView, GroupQuestion } from '../../processes/grant/evaluatorGroupViews';
import { notFound } from '../problems';
import { select, selectWhere, Where } from '../sql';

const list = (expression: string, rest: string): string => `(select coalesce(jsonb_agg(${expression}), '[]') ${rest})`;

/** A programme (`p`) still sends applications to evaluation. */
const EVALUATES = `(p.state <> 'closed' or exists (
  select from cases c where c.subject_id = p.id and c.closed_at is null and c.status in ('checking', 'returned')))`;

const COLUMNS = `
  g.id, g.name, g.active, g.question, g.answers, g.label_id as "labelId", (select l.name from labels l where l.id = g.label_id) as "labelName", g.version,
  ${list(
    `jsonb_build_object('userId', m.user_id, 'startsOn', m.starts_on, 'endsOn', m.ends_on) order by m.place`,
    'from evaluator_group_members m where m.group_id = g.id',
  )} as members,
  ${list(
    `jsonb_build_object('id', u.id, 'name', u.name, 'evaluates', ${MEMBER_TODAY} and u.active and 'evaluator' = any(u.roles)) order by m.place`,
    'from evaluator_group_members m join users u on u.id = m.user_id where m.group_id = g.id',
  )} as people,
  array(select a.id::text from evaluator_group_areas one join areas a on a.id = one.area_id where one.group_id = g.id order by a.name, a.id) as "areaIds",
  array(select a.name from evaluator_group_areas one join areas a on a.id = one.area_id where one.group_id = g.id order by a.name, a.id) as "areaNames",
  array(select p.id::text from evaluator_group_programmes one join programmes p on p.id = one.programme_id where one.group_id = g.id order by p.title, p.id) as "programmeIds",
  array(select p.title from evaluator_group_programmes one join programmes p on p.id = one.programme_id where one.group_id = g.id order by p.title, p.id) as "programmeTitles",
  ${list(
    `jsonb_build_object('id', p.id, 'title', p.title) order by p.title, p.id`,
    `from programmes p where p.evaluators_by_groups and ${EVALUATES} and ${GROUP_IN_PROGRAMME}`,
  )} as "usedIn",
  (select count(distinct one.case_id) from case_evaluators one where one.group_id = g.id) as cases`;

/** Inside inTenant. @param direction of their names */
export function findGroups(where: Where, direction: 'ASC' | 'DESC', limit: number, offset: number): Promise<EvaluatorGroupView[]> {
  return selectWhere<EvaluatorGroupView>(
    `select ${COLUMNS} from evaluator_groups g where ${where.toString()}
     order by g.name collate "und-x-icu" ${direction}, g.id limit ${limit} offset ${offset}`,
    where,
  );
}

/** Inside inTenant. @throws ProblemError 404 */
export async function findGroup(id: string): Promise<EvaluatorGroupView> {
  const [group] = await findGroups(new Where().add('g.id = ?', id), 'ASC', 1, 0);
  if (!group) throw notFound();
  return group;
}

/** Is there an active group with a member for the programme? Inside inTenant. */
export async function hasGroup(programmeId: string): Promise<boolean> {
  const [found] = await select(
    `select from programmes p join evaluator_groups g on g.active and ${GROUP_IN_PROGRAMME}
       join evaluator_group_members m on m.group_id = g.id join users u on u.id = m.user_id
     where p.id = $1 and ${MEMBER_TODAY} and u.active and 'evaluator' = any(u.roles) limit 1`,
    [programmeId],
  );
  return found !== undefined;
}

/** Choices that are asked in the last forms of programmes; with neither areas nor programmes, of all. Inside inTenant. */
export async function questionsIn(areaIds: readonly string[], programmeIds: readonly string[]): Promise<GroupQuestion[]> {
  const forms = await select<{ items: readonly FormItem[] }>(
    `select f.items from programmes p
       cross join lateral (select items from application_forms where programme_id = p.id order by version desc limit 1) as f
     where cardinality($1::uuid[]) + cardinality($2::uuid[]) = 0 or p.area_id = any($1::uuid[]) or p.id = any($2::uuid[])
     order by p.created_at, p.id`,
    [areaIds, programmeIds],
  );
  return choicesIn(forms.map(({ items }) => items)).map(({ question, answers }) => ({ id: question, answers }));
}
