import { z } from 'zod';
import type { EvaluatorGroupView, GroupQuestion } from '../../processes/grant/evaluatorGroupViews';
import { words } from '../../processes/words';
import { list, type Column } from '../lists';
import { route, type Route } from '../route';
import { id, idParams, ids, searchText } from '../schemas';
import { anywhere, selectWhere, Where } from '../sql';
import { createGroup, deleteGroup, editGroup } from './groupEditor';
import { groupChanges, groupFields } from './groupFields';
import { findGroup, findGroups, questionsIn } from './groupPresenter';

const names = z.array(z.string());

const view: z.ZodType<EvaluatorGroupView> = z
  .object({
    id,
    name: z.string(),
    active: z.boolean(),
    members: z.array(z.object({ userId: id, startsOn: z.string().nullable(), endsOn: z.string().nullable() })),
    people: z.array(z.object({ id, name: z.string(), evaluates: z.boolean() })),
    areaIds: z.array(id),
    areaNames: names,
    programmeIds: z.array(id),
    programmeTitles: names,
    question: z.string().nullable(),
    answers: names.nullable(),
    labelId: id.nullable(),
    labelName: z.string().nullable(),
    usedIn: z.array(z.object({ id, title: z.string() })),
    cases: z.int(),
    version: z.int(),
  })
  .meta({ id: 'EvaluatorGroup' });

const question: z.ZodType<GroupQuestion> = z.object({ id: z.string(), answers: names });

const columns: readonly Column<EvaluatorGroupView>[] = [
  { title: words('Skupina', 'Group'), value: (row) => row.name },
  { title: words('Členové', 'Members'), value: (row) => row.people.map(({ name }) => name).join(', ') },
  { title: words('Oblasti podpory', 'Areas of support'), value: (row) => row.areaNames.join(', ') },
  { title: words('Programy', 'Programmes'), value: (row) => row.programmeTitles.join(', ') },
  {
    title: words('Podmínka', 'Condition'),
    value: (row) => (row.question === null ? row.labelName : `${row.question}: ${(row.answers ?? []).join(', ')}`),
  },
  { title: words('Používají programy', 'Used in'), value: (row) => row.usedIn.map(({ title }) => title).join(', ') },
  { title: words('Činná', 'Active'), value: (row, language) => words(row.active ? 'ano' : 'ne', row.active ? 'yes' : 'no')[language] },
];

export const evaluatorGroupRoutes: readonly Route[] = [
  list({
    name: 'evaluatorGroups',
    path: '/api/evaluator-groups',
    summary: 'Groups of evaluators',
    may: ['evaluatorGroups', 'list'],
    sortable: ['name'],
    defaultSort: ['name', 'ASC'],
    filter: z.strictObject({ id: ids, q: searchText, active: z.boolean().optional() }),
    row: view,
    columns,
    find: ({ sort, offset, limit, filter }, { inTenant }) =>
      inTenant(async () => {
        const where = new Where().addIf('g.id = any(?::uuid[])', filter.id).addIf('g.active = ?', filter.active);
        if (filter.q !== undefined && filter.q !== '') where.add('fold(g.name) like ?', anywhere(filter.q));
        const rows = await findGroups(where, sort.direction, limit, offset);
        const [count] = await selectWhere<{ total: number }>(
          `select count(*) as total from evaluator_groups g where ${where.toString()}`,
          where,
        );
        return { rows, total: count?.total ?? 0 };
      }),
  }),
  route({
    method: 'get',
    path: '/api/evaluator-questions',
    summary: 'Choices in the forms of programmes, by which a group may be limited',
    auth: 'session',
    may: ['evaluatorGroups', 'list'],
    response: z.array(question),
    handler: ({ inTenant }) => inTenant(() => questionsIn([], [])),
  }),
  route({
    method: 'post',
    path: '/api/evaluator-groups',
    summary: 'Make a group of evaluators',
    auth: 'session',
    may: ['evaluatorGroups', 'create'],
    idempotent: 'optional',
    body: groupFields,
    status: 201,
    response: view,
    handler: (context) => createGroup(context, context.body),
  }),
  route({
    method: 'get',
    path: '/api/evaluator-groups/:id',
    summary: 'A group of evaluators',
    auth: 'session',
    may: ['evaluatorGroups', 'show'],
    params: idParams,
    response: view,
    handler: ({ params, inTenant }) => inTenant(() => findGroup(params.id)),
  }),
  route({
    method: 'patch',
    path: '/api/evaluator-groups/:id',
    summary: 'Change a group, or deactivate it',
    auth: 'session',
    may: ['evaluatorGroups', 'edit'],
    params: idParams,
    ifMatch: true,
    body: groupChanges,
    response: view,
    handler: (context) => editGroup(context, context.params.id, context.body, context.version),
  }),
  route({
    method: 'delete',
    path: '/api/evaluator-groups/:id',
    summary: 'Delete a group that nothing uses',
    auth: 'session',
    may: ['evaluatorGroups', 'delete'],
    params: idParams,
    handler: (context) => deleteGroup(context, context.params.id),
  }),
];
