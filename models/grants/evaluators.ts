/** Who evaluates an application. */
import { query } from '../database';

/**
 * Ids of who evaluates the case: of its own list where anybody on it can act, otherwise of the programme's; in their order, only people who are active
 * evaluators now. Inside inTenant.
 */
export async function evaluatorsOf(caseId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `with own as (
       select u.id, one.place::bigint as place from case_evaluators one join users u on u.id = one.evaluator_id
       where one.case_id = $1 and u.active and 'evaluator' = any(u.roles)),
     programme as (
       select u.id, one.place from cases c join programmes p on p.id = c.subject_id
         cross join unnest(p.evaluator_ids) with ordinality as one (id, place) join users u on u.id = one.id
       where c.id = $1 and u.active and 'evaluator' = any(u.roles))
     select id from (select id, place from own union all select id, place from programme where not exists (select from own)) as chosen order by place`,
    [caseId],
  );
  return rows.map(({ id }) => id);
}

/** Of them, those to whom the case was not given yet, nor did they do it for somebody. Inside inTenant. */
export async function evaluatorsLeft(caseId: string): Promise<string[]> {
  const [chosen, tasks] = await Promise.all([
    evaluatorsOf(caseId),
    query<{ ids: string[] }>(
      `select array_remove(array[assignee_id, done_by, done_on_behalf_of], null) as ids from tasks where case_id = $1 and step = 'evaluation'`,
      [caseId],
    ),
  ]);
  const asked = new Set(tasks.flatMap(({ ids }) => ids));
  return chosen.filter((id) => !asked.has(id));
}
