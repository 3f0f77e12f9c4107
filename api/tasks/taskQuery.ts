import { DateTime } from 'luxon';
import { z } from 'zod';
import { ZONE } from '../../processes/calendar';
import { processes } from '../../processes/registry';
import type { TaskRow } from '../../processes/views';
import { addReadable, wholeProcesses } from '../cases/reading';
import { TASK_COLUMNS, TASK_TABLES, type CaseRecord, type TaskRecord } from '../cases/caseRecords';
import type { Person } from '../context';
import { ownCases } from '../identities/ownership';
import { HOLDER_GONE } from '../people/claims';
import type { Page, Rows } from '../lists';
import { anywhere, selectWhere, Where } from '../sql';
import { taskRow } from './taskPresenter';

export const taskFilter = z.strictObject({
  id: z.array(z.string().max(200)).max(200).optional(),
  /** `left`: it waits for somebody who can no longer do it. */
  scope: z.enum(['mine', 'groups', 'left', 'all']).optional(),
  due: z.enum(['overdue', 'today', 'week', 'followUp']).optional(),
  processId: z.string().max(40).optional(),
  step: z.string().max(60).optional(),
  role: z.string().max(40).optional(),
  q: z.string().max(200).optional(),
  caseId: z.uuid().optional(),
  /** Who has it: claimed it, or was given it by name. */
  holderId: z.uuid().optional(),
  state: z.enum(['open', 'done', 'cancelled']).optional(),
});
export type TaskFilter = z.output<typeof taskFilter>;

export const taskSorts = ['dueAt', 'openedAt', 'caseNumber', 'caseTitle', 'applicantName', 'step', 'closedAt'] as const;
type TaskSort = (typeof taskSorts)[number];

const ORDER: Readonly<Record<TaskSort, string>> = {
  dueAt: 't.due_at',
  openedAt: 't.opened_at',
  caseNumber: 'c.number',
  caseTitle: 'c.title',
  applicantName: 'c.applicant_name',
  step: 't.step',
  closedAt: 't.closed_at',
};

const endOfDay = (days: number): Date => DateTime.now().setZone(ZONE).plus({ days }).endOf('day').toJSDate();

/** Limits tasks to those the person reads: of whole cases all, otherwise one's own (the applicant's own turn, the evaluator's own evaluation). */
function addReadableTasks(where: Where, person: Person): void {
  const faces = [person, ...person.substitutes];
  const ids = faces.map(({ id }) => id);
  const roles = [...new Set(faces.flatMap((face) => face.roles))].filter((role) => role !== 'applicant');
  const own = ownCases(person);
  addReadable(where, person);
  where.add(
    `t.process_id = any(?::text[]) or (t.role = 'applicant' and ${own.condition})
     or (t.role <> 'applicant' and (t.assignee_id = any(?::uuid[]) or t.claimed_by = any(?::uuid[]) or t.done_by = any(?::uuid[])
       or (t.assignee_id is null and t.role = any(?::text[]))))`,
    wholeProcesses(person),
    ...own.values,
    ids,
    ids,
    ids,
    roles,
  );
}

function addScope(where: Where, person: Person, scope: TaskFilter['scope']): void {
  const faces = [person, ...person.substitutes];
  const ids = faces.map(({ id }) => id);
  const groups = [...new Set(faces.flatMap((face) => face.roles))].filter((role) => role !== 'applicant');
  if (scope === 'mine') {
    const own = ownCases(person);
    where.add(
      `t.claimed_by = ? or (t.assignee_id = any(?::uuid[]) and t.claimed_by is null) or (t.role = 'applicant' and ${own.condition})`,
      person.id,
      ids,
      ...own.values,
    );
  } else if (scope === 'groups') {
    where.add('t.role = any(?::text[]) and t.assignee_id is null and t.claimed_by is null', groups);
  } else if (scope === 'left') {
    where.add(HOLDER_GONE);
  }
}

function addDue(where: Where, due: TaskFilter['due']): void {
  const now = new Date();
  if (due === 'overdue') where.add('t.due_at < ?', now);
  else if (due === 'today') where.add('t.due_at >= ? and t.due_at <= ?', now, endOfDay(0));
  else if (due === 'week') where.add('t.due_at >= ? and t.due_at <= ?', now, endOfDay(7));
  else if (due === 'followUp') where.add('t.follow_up_on <= ?::date', DateTime.now().setZone(ZONE).toFormat('yyyy-MM-dd'));
}

/** Steps that are only offered: no work that waits. */
const OFFERS = Object.values(processes).flatMap(({ id, steps }) =>
  Object.entries(steps).flatMap(([step, { optional }]) => (optional === true ? [`${id}.${step}`] : [])),
);

function conditions(person: Person, filter: TaskFilter): Where {
  const where = new Where();
  addReadableTasks(where, person);
  if (filter.id === undefined && filter.caseId === undefined) {
    where.add('t.state = ?', filter.state ?? 'open');
    where.add(`t.process_id || '.' || t.step <> all(?::text[])`, OFFERS);
  } else where.addIf('t.state = ?', filter.state);
  addScope(where, person, filter.scope);
  addDue(where, filter.due);
  where.addIf('t.id = any(?::text[])', filter.id).addIf('t.process_id = ?', filter.processId).addIf('t.step = ?', filter.step);
  where.addIf('t.role = ?', filter.role).addIf('t.case_id = ?', filter.caseId);
  where.addIf('coalesce(t.claimed_by, t.assignee_id) = ?', filter.holderId);
  if (filter.q !== undefined && filter.q !== '') {
    where.add('c.search like ?', anywhere(filter.q));
  }
  return where;
}

type Found = TaskRecord &
  Pick<CaseRecord, 'applicantId' | 'applicantName' | 'suspended'> & { caseNumber: string; caseTitle: string; caseClosedAt: Date | null };

const FROM = `${TASK_TABLES} join cases c on c.id = t.case_id`;

/** Tasks that the person reads; without a state asked for, open ones. Inside inTenant. */
export async function findTasks(person: Person, page: Page<TaskSort, TaskFilter>): Promise<Rows<TaskRow>> {
  const where = conditions(person, page.filter);
  const { field, direction } = page.sort;
  const rows = await selectWhere<Found>(
    `select ${TASK_COLUMNS}, c.number as "caseNumber", c.title as "caseTitle", c.applicant_id as "applicantId", c.applicant_name as "applicantName",
       c.suspended, c.closed_at as "caseClosedAt"
     from ${FROM} where ${where.toString()} order by ${ORDER[field]} ${direction} nulls last, t.id limit ${page.limit} offset ${page.offset}`,
    where,
  );
  const [count] = await selectWhere<{ total: number }>(`select count(*) as total from ${FROM} where ${where.toString()}`, where);
  const plain = person.roles.every((role) => role === 'applicant');
  return {
    rows: rows.map((row) =>
      taskRow(
        row,
        {
          id: row.caseId,
          number: row.caseNumber,
          title: row.caseTitle,
          applicantId: row.applicantId,
          applicantName: row.applicantName,
          suspended: row.suspended,
          closedAt: row.caseClosedAt,
        },
        plain,
      ),
    ),
    total: count?.total ?? 0,
  };
}

export const taskCounts = z.object({
  mine: z.int(),
  groups: z.int(),
  left: z.int(),
  all: z.int(),
  overdue: z.int(),
  week: z.int(),
  followUp: z.int(),
});

/** How many open tasks each filter of the inbox holds. Inside inTenant. */
export async function countTasks(person: Person): Promise<z.output<typeof taskCounts>> {
  const count = async (filter: TaskFilter): Promise<number> => {
    const where = conditions(person, filter);
    const [row] = await selectWhere<{ total: number }>(`select count(*) as total from ${FROM} where ${where.toString()}`, where);
    return row?.total ?? 0;
  };
  return {
    mine: await count({ scope: 'mine' }),
    groups: await count({ scope: 'groups' }),
    left: await count({ scope: 'left' }),
    all: await count({}),
    overdue: await count({ due: 'overdue' }),
    week: await count({ due: 'week' }),
    followUp: await count({ due: 'followUp' }),
  };
}
