/** Rows of tasks: opened, done, cancelled, moved, overdue. */
import type { Change } from '../../processes/changes';
import type { ProcessDefinition } from '../../processes/define';
import { query } from '../../models';
import type { CommitInput } from '../../workflows/kernel/messages';

type Opened = Extract<Change, { type: 'taskOpened' }>;

const INSERT = `
  insert into tasks (id, tenant_id, case_id, process_id, step, ordinal, role, assignee_id, params, clock, due_at, opened_at)
  select id, $1, $2, $3, step, ordinal, role, "assigneeId", params, case when clock = 'null' then null else clock end, "dueAt", "openedAt"
  from jsonb_to_recordset($4::jsonb) as row (id text, step text, ordinal integer, role text, "assigneeId" uuid, params jsonb, clock jsonb,
    "dueAt" timestamptz, "openedAt" timestamptz)`;

/** Inserts all tasks that were opened since the last rest, in one statement. */
async function insertTasks(input: CommitInput, definition: ProcessDefinition, opened: readonly Opened[]): Promise<void> {
  const rows = opened.map(({ taskKey, step, ordinal, assignee, params, clock, dueAt, at }) => {
    const role = definition.steps[step]?.role;
    if (!role) throw new Error(`${definition.id} has no step '${step}'`);
    return { id: taskKey, step, ordinal, role, assigneeId: assignee, params, clock, dueAt, openedAt: at };
  });
  const { tenantId, caseId, processId } = input;
  await query(INSERT, [tenantId, caseId, processId, JSON.stringify(rows)]);
}

/** A statement and its values for one change of a task that is there; null for changes that are not about tasks. */
function updateFor(change: Change): readonly [string, ...unknown[]] | null {
  switch (change.type) {
    case 'taskDone': {
      const { taskKey, at, actor, outcome, submissionId } = change;
      return [
        `with typed as (delete from task_drafts where task_id = $1)
         update tasks set state = 'done', closed_at = $2, done_by = $3, done_on_behalf_of = $4, outcome = $5, submission_id = $6 where id = $1`,
        taskKey,
        at,
        actor?.id ?? null,
        actor?.onBehalfOf ?? null,
        outcome,
        submissionId,
      ];
    }
    case 'taskCancelled':
      return [
        `with typed as (delete from task_drafts where task_id = $1)
         update tasks set state = 'cancelled', closed_at = $2 where id = $1`,
        change.taskKey,
        change.at,
      ];
    case 'taskOverdue':
      return ['update tasks set overdue = true where id = $1', change.taskKey];
    case 'taskMoved':
      return [
        'update tasks set clock = $2::jsonb, due_at = $3, overdue = false where id = $1',
        change.taskKey,
        JSON.stringify(change.clock),
        change.dueAt,
      ];
    default:
      return null;
  }
}

/** Writes what happened to tasks. Tasks that are opened come first: one may be opened and gone within the same rest. */
export async function writeTasks(input: CommitInput, definition: ProcessDefinition): Promise<void> {
  const opened = input.changes.filter((change) => change.type === 'taskOpened');
  if (opened.length > 0) await insertTasks(input, definition, opened);
  for (const change of input.changes) {
    const update = updateFor(change);
    if (!update) continue;
    const [sql, ...bind] = update;
    await query(sql, bind);
  }
}
