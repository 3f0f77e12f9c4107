import { z } from 'zod';
import { allows } from '../../processes/policy';
import { processById } from '../../processes/registry';
import { rulesOf } from '../../processes/rulesRegistry';
import { words } from '../../processes/words';
import { standing } from '../cases/casePresenter';
import { caseIdOf } from '../cases/caseRecords';
import { isTaskOf, readableCase } from '../cases/reading';
import type { Asking } from '../context';
import { requiredScores } from '../evaluations/completion';
import { applicationNow } from '../cases/applications';
import { formOfStep } from '../forms/applicationForms';
import { list, type Column } from '../lists';
import { forbidden } from '../problems';
import { route, type Route } from '../route';
import { day } from '../schemas';
import { schemas } from '../viewSchemas';
import type { TaskRow, TaskView } from '../../processes/views';
import { claimTask, reassignTask, releaseTask, setFollowUp } from './taskClaimer';
import { completeTask } from './taskCompleter';
import { keepTaskDraft, startOfForm } from './taskDraftKeeper';
import { taskView } from './taskPresenter';
import { countTasks, findTasks, taskCounts, taskFilter, taskSorts } from './taskQuery';
import { readableTask } from './taskRecords';

const params = z.strictObject({ id: z.string().regex(/^[0-9a-f-]{36}\.\w{1,60}\.\d{1,6}$/) });
const data = z.record(z.string(), z.unknown());
const reason = z.string().trim().min(1).max(1000);

function show({ inTenant, person }: Asking, id: string): Promise<TaskView> {
  return inTenant(async () => {
    const found = await readableTask(person, id);
    const { task, tasks, record, reading } = found;
    const seen = reading === 'whole' || (reading === 'own' ? task.role === 'applicant' : isTaskOf(person, task));
    if (!seen) throw forbidden(words('Tento úkol dělá někdo jiný.', 'This task is somebody else’s.'));
    const form = await formOfStep(processById(task.processId), task.step, record, () => applicationNow(record, tasks));
    const scored = rulesOf(task.processId).scored[task.step];
    const scores = scored === undefined ? {} : { [scored]: await requiredScores(record, task.step, scored) };
    return taskView(person, task, tasks, record, { form, scores, ...(await startOfForm(person.id, found)), plain: reading === 'own' });
  });
}

const columns: readonly Column<TaskRow>[] = [
  { title: words('Spis', 'Case'), value: (row) => row.caseNumber },
  { title: words('Název', 'Title'), value: (row) => row.caseTitle },
  { title: words('Žadatel', 'Applicant'), value: (row) => row.applicantName },
  { title: words('Úkol', 'Task'), value: (row, language) => row.title[language] },
  { title: words('Kdo ho má', 'Who has it'), value: (row) => (row.claimedBy ?? row.assignee)?.name ?? null },
  { title: words('Otevřen', 'Opened'), value: (row) => row.openedAt },
  { title: words('Termín', 'Due'), value: (row) => row.dueAt },
];

export const taskRoutes: readonly Route[] = [
  list({
    name: 'tasks',
    path: '/api/tasks',
    summary: 'Tasks that the person reads; open ones unless a state is asked for',
    may: ['tasks', 'list'],
    sortable: taskSorts,
    defaultSort: ['dueAt', 'ASC'],
    filter: taskFilter,
    row: schemas.taskRow,
    columns,
    find: (page, { person, inTenant }) => inTenant(() => findTasks(person, page)),
  }),
  route({
    method: 'get',
    path: '/api/tasks/counts',
    summary: 'How many open tasks each filter of the inbox holds',
    auth: 'session',
    may: ['tasks', 'list'],
    response: taskCounts,
    handler: ({ person, inTenant }) => inTenant(() => countTasks(person)),
  }),
  route({
    method: 'get',
    path: '/api/tasks/:id',
    summary: 'A task with its form, its outcomes and whether the person may act on it',
    auth: 'session',
    may: ['tasks', 'show'],
    params,
    response: schemas.taskView,
    handler: (context) => show(context, context.params.id),
  }),
  route({
    method: 'post',
    path: '/api/tasks/:id/claim',
    summary: 'Take a task of one’s group',
    auth: 'session',
    may: ['tasks', 'claim'],
    params,
    response: schemas.taskView,
    handler: async (context) => {
      await claimTask(context, context.params.id);
      return show(context, context.params.id);
    },
  }),
  route({
    method: 'post',
    path: '/api/tasks/:id/release',
    summary: 'Give a claimed task back to the group',
    auth: 'session',
    may: ['tasks', 'show'],
    params,
    response: schemas.taskView,
    handler: async (context) => {
      await releaseTask(context, context.params.id, allows(context.person.roles, 'tasks', 'reassign'));
      return show(context, context.params.id);
    },
  }),
  route({
    method: 'post',
    path: '/api/tasks/:id/reassign',
    summary: 'Give the task to another person',
    auth: 'session',
    may: ['tasks', 'reassign'],
    params,
    body: z.strictObject({ userId: z.uuid(), reason }),
    response: schemas.taskView,
    handler: async (context) => {
      await reassignTask(context, context.params.id, context.body);
      return show(context, context.params.id);
    },
  }),
  route({
    method: 'put',
    path: '/api/tasks/:id/follow-up',
    summary: 'Set the day on which the task is to be looked at again, or remove it',
    auth: 'session',
    may: ['tasks', 'claim'],
    params,
    body: z.strictObject({ on: day.nullable() }),
    response: schemas.taskView,
    handler: async (context) => {
      await setFollowUp(context, context.params.id, context.body.on);
      return show(context, context.params.id);
    },
  }),
  route({
    method: 'put',
    path: '/api/tasks/:id/draft',
    summary: 'Keep what was typed into the form and not sent',
    auth: 'session',
    may: ['tasks', 'act'],
    params,
    ifMatch: true,
    body: z.strictObject({ data }),
    response: schemas.taskDraftView,
    handler: (context) => keepTaskDraft(context, context.params.id, context.body.data, context.version),
  }),
  route({
    method: 'post',
    path: '/api/tasks/:id/complete',
    summary: 'Complete the task; answers when the case has come to rest',
    auth: 'session',
    may: ['tasks', 'act'],
    params,
    idempotent: true,
    body: z.strictObject({ outcome: z.string().min(1).max(60), data: data.default({}), onBehalfOf: z.uuid().optional() }),
    response: z.object({ case: schemas.caseRow, openTasks: z.array(schemas.taskRow) }),
    handler: async (context) => {
      await completeTask(context, context.params.id, context.body);
      return context.inTenant(async () => {
        const { row, openTasks } = await standing(context.person, await readableCase(context.person, caseIdOf(context.params.id)));
        return { case: row, openTasks };
      });
    },
  }),
];
