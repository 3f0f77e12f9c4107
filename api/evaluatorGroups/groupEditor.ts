/** Groups of evaluators: made, changed, deactivated; deleted only while nothing uses them. */
import { query } from '../../models';
import { sameWords } from '../../processes/grant/evaluatorGroups';
import type { EvaluatorGroupView } from '../../processes/grant/evaluatorGroupViews';
import type { FieldErrors } from '../../processes/rules';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { conflict, invalid, notFound, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import { select } from '../sql';
import type { GroupChanges, GroupFields } from './groupFields';
import { findGroup, questionsIn } from './groupPresenter';

const fieldsOf = (group: EvaluatorGroupView): GroupFields => ({
  name: group.name,
  active: group.active,
  members: [...group.members],
  areaIds: [...group.areaIds],
  programmeIds: [...group.programmeIds],
  question: group.question,
  answers: group.answers && [...group.answers],
  labelId: group.labelId,
});

async function areThere(sql: string, ids: readonly string[]): Promise<boolean> {
  if (new Set(ids).size !== ids.length) return false;
  const [found] = await select<{ count: number }>(sql, [ids]);
  return found?.count === ids.length;
}

const TAKEN = words('Skupina s tímto názvem už je.', 'There is a group of this name.');

/** The question must be asked, with these answers, where the group is for. */
async function conditionErrors({ question, answers, labelId, areaIds, programmeIds }: GroupFields): Promise<FieldErrors> {
  if (question === null && answers !== null) return { question: words('Vyberte otázku formuláře.', 'Choose a question of the form.') };
  if (question !== null && answers === null) return { answers: words('Vyberte aspoň jednu odpověď.', 'Choose at least one answer.') };
  if (question !== null && labelId !== null)
    return { labelId: words('Podmínka je jedna: buď odpověď, nebo štítek.', 'There is one condition: either an answer or a label.') };
  if (labelId !== null && !(await areThere('select count(*) from labels where id = any($1::uuid[])', [labelId])))
    return { labelId: words('Takový štítek tu není.', 'There is no such label.') };
  if (question === null || answers === null) return {};
  const asked = (await questionsIn(areaIds, programmeIds)).find(({ id }) => sameWords(id, question));
  if (!asked)
    return {
      question: words(
        'Takový výběr se ve formulářích těchto programů nikde nevyplňuje.',
        'There is no such choice in the forms of these programmes.',
      ),
    };
  const isUnknown = answers.some((answer) => !asked.answers.some((known) => sameWords(known, answer)));
  return isUnknown ? { answers: words('Takovou odpověď otázka nenabízí.', 'The question offers no such answer.') } : {};
}

/** @param before null of a new one: what stands already may stay, whatever became of it meanwhile */
async function errorsIn(fields: GroupFields, before: GroupFields | null): Promise<FieldErrors> {
  const errors: FieldErrors = {};
  const stood = new Set(before?.members.map(({ userId }) => userId));
  const people = fields.members.map(({ userId }) => userId);
  const added = people.filter((id) => !stood.has(id));
  const EVALUATORS = `select count(*) from users where id = any($1::uuid[]) and active and 'evaluator' = any(roles)`;
  if (new Set(people).size !== people.length || !(await areThere(EVALUATORS, added)))
    errors.members = words(
      'Vyberte jen činné lidi s rolí hodnotitele, každého jednou.',
      'Choose active people with the role of evaluator, each once.',
    );
  if (!(await areThere('select count(*) from areas where id = any($1::uuid[])', fields.areaIds)))
    errors.areaIds = words('Taková oblast podpory tu není.', 'There is no such area of support.');
  if (!(await areThere('select count(*) from programmes where id = any($1::uuid[])', fields.programmeIds)))
    errors.programmeIds = words('Takový program tu není.', 'There is no such programme.');
  const condition = ({ question, answers, labelId, areaIds, programmeIds }: GroupFields) =>
    JSON.stringify([question, answers, labelId, areaIds, programmeIds]);
  if (Object.keys(errors).length === 0 && (!before || condition(fields) !== condition(before)))
    Object.assign(errors, await conditionErrors(fields));
  return errors;
}

async function writeParts(tenantId: string, id: string, { members, areaIds, programmeIds }: GroupFields): Promise<void> {
  for (const table of ['evaluator_group_members', 'evaluator_group_areas', 'evaluator_group_programmes'])
    await query(`delete from ${table} where group_id = $1`, [id]);
  await query(
    `insert into evaluator_group_members (tenant_id, group_id, user_id, place, starts_on, ends_on)
     select $1, $2, one.* from (select row."userId", row.place, row."startsOn", row."endsOn"
       from jsonb_to_recordset($3::jsonb) as row ("userId" uuid, place integer, "startsOn" date, "endsOn" date)) as one`,
    [tenantId, id, JSON.stringify(members.map((member, index) => ({ ...member, place: index + 1 })))],
  );
  await query('insert into evaluator_group_areas (tenant_id, group_id, area_id) select $1, $2, unnest($3::uuid[])', [
    tenantId,
    id,
    areaIds,
  ]);
  await query('insert into evaluator_group_programmes (tenant_id, group_id, programme_id) select $1, $2, unnest($3::uuid[])', [
    tenantId,
    id,
    programmeIds,
  ]);
}

/** @throws ProblemError 422 naming the fields */
export function createGroup(context: Asking, fields: GroupFields): Promise<EvaluatorGroupView> {
  return context.inTenant(async () => {
    const errors = await errorsIn(fields, null);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    const [made] = await query<{ id: string }>(
      `insert into evaluator_groups (tenant_id, name, active, question, answers, label_id, created_by)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [context.tenantId, fields.name, fields.active, fields.question, fields.answers, fields.labelId, context.person.id],
    );
    if (!made) throw invalid({ name: TAKEN });
    await writeParts(context.tenantId, made.id, fields);
    await record(context, {
      type: 'evaluatorGroupCreated',
      what: { groupId: made.id, name: fields.name },
      after: fields,
      actor: actorFor(context.person, ['evaluatorGroups', 'create']),
    });
    return findGroup(made.id);
  });
}

/**
 * Who was asked to evaluate before stays asked.
 * @param version that the writer saw. @throws ProblemError 404, 412, 422 naming the fields
 */
export function editGroup(context: Asking, id: string, changes: GroupChanges, version: number): Promise<EvaluatorGroupView> {
  return context.inTenant(async () => {
    await query('select from evaluator_groups where id = $1 for update', [id]);
    const group = await findGroup(id);
    if (group.version !== version) throw staleVersion();
    const before = fieldsOf(group);
    const diff = difference(before, changes);
    if (!diff) return group;
    const after = { ...before, ...changes };
    const errors = await errorsIn(after, before);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    const [same] = await select(
      `select from evaluator_groups where id <> $1 and lower(name collate "und-x-icu") = lower($2 collate "und-x-icu")`,
      [id, after.name],
    );
    if (same) throw invalid({ name: TAKEN });
    await query(
      `update evaluator_groups set name = $2, active = $3, question = $4, answers = $5, label_id = $6, version = version + 1, updated_at = now()
       where id = $1`,
      [id, after.name, after.active, after.question, after.answers, after.labelId],
    );
    await writeParts(context.tenantId, id, after);
    await record(context, {
      type: 'evaluatorGroupChanged',
      what: { groupId: id, name: after.name },
      ...diff,
      actor: actorFor(context.person, ['evaluatorGroups', 'edit']),
    });
    return findGroup(id);
  });
}

/** @throws ProblemError 404, 409 while a programme or a case uses it */
export function deleteGroup(context: Asking, id: string): Promise<void> {
  return context.inTenant(async () => {
    const [held] = await select('select from evaluator_groups where id = $1 for update', [id]);
    if (!held) throw notFound();
    const group = await findGroup(id);
    if (group.usedIn.length > 0) {
      const titles = group.usedIn.map(({ title }) => `„${title}“`).join(', ');
      throw conflict(
        words(
          `Skupinu používají programy: ${titles}. Smazat nejde, můžete ji vyřadit.`,
          `Programmes use the group: ${titles}. It can be deactivated, not deleted.`,
        ),
      );
    }
    if (group.cases > 0)
      throw conflict(
        words(
          'Přes skupinu dostali hodnotitelé spisy a je u nich uvedená. Smazat nejde, můžete ji vyřadit.',
          'Evaluators got cases through the group, which says so there. It can be deactivated, not deleted.',
        ),
      );
    await query('delete from evaluator_groups where id = $1', [id]);
    await record(context, {
      type: 'evaluatorGroupDeleted',
      what: { groupId: id, name: group.name },
      before: fieldsOf(group),
      actor: actorFor(context.person, ['evaluatorGroups', 'delete']),
    });
  });
}
