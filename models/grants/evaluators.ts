/** Who evaluates an application. All inside inTenant. */
import { writeEvents } from '../audit/write';
import { query } from '../database';
import { evaluatorsByGroups, type Evaluator } from './evaluatorGroups';

/** Only people who are active evaluators now. */
const CAN = `u.active and 'evaluator' = any(u.roles)`;

/** Of the case's own list, in its order. */
function ownEvaluators(caseId: string): Promise<Evaluator[]> {
  return query<Evaluator>(
    `select u.id, one.group_id as "groupId", g.name as "groupName"
     from case_evaluators one join users u on u.id = one.evaluator_id left join evaluator_groups g on g.id = one.group_id
     where one.case_id = $1 and ${CAN} order by one.place`,
    [caseId],
  );
}

/** Does the programme of the case leave the choice to groups? */
async function isByGroups(caseId: string): Promise<boolean> {
  const [programme] = await query<{ byGroups: boolean }>(
    'select p.evaluators_by_groups as "byGroups" from cases c join programmes p on p.id = c.subject_id where c.id = $1',
    [caseId],
  );
  return programme?.byGroups === true;
}

/** Of the programme: those whom the groups give, or whom it names. */
async function programmeEvaluators(caseId: string): Promise<Evaluator[]> {
  if (await isByGroups(caseId)) return evaluatorsByGroups(caseId);
  return query<Evaluator>(
    `select u.id, null as "groupId", null as "groupName" from cases c join programmes p on p.id = c.subject_id
       cross join unnest(p.evaluator_ids) with ordinality as one (id, place) join users u on u.id = one.id
     where c.id = $1 and ${CAN} order by one.place`,
    [caseId],
  );
}

/** Who evaluates the case: of its own list where anybody on it can act, otherwise by the programme; in their order. */
export async function evaluatorsOf(caseId: string): Promise<Evaluator[]> {
  const own = await ownEvaluators(caseId);
  return own.length > 0 ? own : programmeEvaluators(caseId);
}

/** Of them, those to whom the case was not given yet, nor did they do it for somebody. */
export async function evaluatorsLeft(caseId: string): Promise<Evaluator[]> {
  const [chosen, tasks] = await Promise.all([
    evaluatorsOf(caseId),
    query<{ ids: string[] }>(
      `select array_remove(array[assignee_id, done_by, done_on_behalf_of], null) as ids from tasks where case_id = $1 and step = 'evaluation'`,
      [caseId],
    ),
  ]);
  const asked = new Set(tasks.flatMap(({ ids }) => ids));
  return chosen.filter(({ id }) => !asked.has(id));
}

/** The round of evaluation that is to be read next: before the first proposal it is the first. @param c alias of cases */
export const ROUND = (c: string): string => `(select count(*) + 1 from tasks r where r.case_id = ${c}.id and r.step = 'proposal')`;

/**
 * Who is asked to evaluate, read by the running case as it opens a round of evaluation. The case is held, so an assignment is either read here or comes after;
 * and it is marked as read for the round, so that one that comes after is refused until the round stands in the tables (api/evaluations/assignment.ts).
 * Whom the groups give is written into the case's own list with the group: later changes of members do not change it. Once more in the same round it answers
 * the same.
 * @returns byGroups: the programme leaves the choice to groups; then nobody else is asked where they give nobody
 */
export async function readEvaluators(
  tenantId: string,
  caseId: string,
): Promise<{ readonly evaluators: string[]; readonly byGroups: boolean }> {
  await query('select from cases where id = $1 for no key update', [caseId]);
  const [first] = await query<{ number: string }>(
    `update grants g set evaluators_read = ${ROUND('c')} from cases c
     where g.case_id = $1 and c.id = g.case_id and g.evaluators_read < ${ROUND('c')} returning c.number`,
    [caseId],
  );
  const own = await ownEvaluators(caseId);
  const byGroups = await isByGroups(caseId);
  if (own.length > 0 || !byGroups) {
    const evaluators = own.length > 0 ? own : await programmeEvaluators(caseId);
    return { evaluators: evaluators.map(({ id }) => id), byGroups };
  }
  const given = await evaluatorsByGroups(caseId);
  await query(
    `insert into case_evaluators (tenant_id, case_id, evaluator_id, place, group_id)
     select $1, $2, one.id, one.place, one.group_id from unnest($3::uuid[], $4::uuid[]) with ordinality as one (id, group_id, place)
     on conflict do nothing`,
    [tenantId, caseId, given.map(({ id }) => id), given.map(({ groupId }) => groupId)],
  );
  const evaluators = given.map(({ id }) => id);
  if (first)
    await writeEvents(tenantId, [
      {
        chainId: caseId,
        caseId,
        type: 'evaluatorsAssigned',
        at: new Date().toISOString(),
        what: {
          number: first.number,
          count: given.length,
          byGroups: true,
          groups: [...new Set(given.map(({ groupName }) => groupName))].join(', '),
        },
        after: { evaluatorIds: evaluators },
      },
    ]);
  return { evaluators, byGroups };
}
