/** Rows of tasks: opened, done, cancelled, moved, overdue. */
import type { Change } from '../../processes/changes';
import type { ProcessDefinition } from '../../processes/define';
import type { CommitInput } from '../../workflows/messages';
import type { Write } from './together';

type Opened = Extract<Change, { type: 'taskOpened' }>;

function opening(
  input: CommitInput,
  definition: ProcessDefinition,
  { taskKey, step, ordinal, assignee, params, clock, dueAt, at }: Opened,
): Write {
  const { tenantId, caseId, processId } = input;
  const role = definition.steps[step]?.role;
  if (!role) throw new Error(`${definition.id} has no step '${step}'`);
  return {
    of: `task ${taskKey}`,
    sql: `insert into tasks (id, tenant_id, case_id, process_id, step, ordinal, role, assignee_id, params, clock, due_at, opened_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11, $12)`,
    bind: [
      taskKey,
      tenantId,
      caseId,
      processId,
      step,
      ordinal,
      role,
      assignee,
      JSON.stringify(params),
      clock && JSON.stringify(clock),
      dueAt,
      at,
    ],
  };
}

/** What was typed and not sent goes with the task. */
const forgetDrafts = (taskKey: string): Write => ({
  of: `drafts of ${taskKey}`,
  sql: 'delete from task_drafts where task_id = $1',
  bind: [taskKey],
});

/** Rows of tasks: opened, done, cancelled, overdue, moved. */
export function taskWrites(input: CommitInput, definition: ProcessDefinition): Write[] {
  return input.changes.flatMap((change): Write[] => {
    if (!('taskKey' in change)) return [];
    const { taskKey } = change;
    const update = (sql: string, ...values: readonly unknown[]): Write => ({
      of: `task ${taskKey}`,
      sql: `update tasks set ${sql} where id = $1`,
      bind: [taskKey, ...values],
    });
    switch (change.type) {
      case 'taskOpened':
        return [opening(input, definition, change)];
      case 'taskDone': {
        const { at, actor, outcome, submissionId } = change;
        const columns = "state = 'done', closed_at = $2, done_by = $3, done_on_behalf_of = $4, outcome = $5, submission_id = $6";
        return [update(columns, at, actor?.id ?? null, actor?.onBehalfOf ?? null, outcome, submissionId), forgetDrafts(taskKey)];
      }
      case 'taskCancelled':
        return [update("state = 'cancelled', closed_at = $2", change.at), forgetDrafts(taskKey)];
      case 'taskOverdue':
        return [update('overdue = true')];
      case 'taskMoved':
        return [update('clock = $2::jsonb, due_at = $3, overdue = false', JSON.stringify(change.clock), change.dueAt)];
      default:
        return [];
    }
  });
}
