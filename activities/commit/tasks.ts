/** Rows of tasks: opened, done, cancelled, moved, overdue. */
import type { Change } from '../../processes/changes';
import type { ProcessDefinition } from '../../processes/define';
import { send } from '../../models';
import type { CommitInput } from '../../workflows/messages';

type Opened = Extract<Change, { type: 'taskOpened' }>;

function open(
  input: CommitInput,
  definition: ProcessDefinition,
  { taskKey, step, ordinal, assignee, params, clock, dueAt, at }: Opened,
): void {
  const { tenantId, caseId, processId } = input;
  const role = definition.steps[step]?.role;
  if (!role) throw new Error(`${definition.id} has no step '${step}'`);
  send(
    `insert into tasks (id, tenant_id, case_id, process_id, step, ordinal, role, assignee_id, params, clock, due_at, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11, $12)`,
    [
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
  );
}

function update(taskKey: string, columns: string, ...values: readonly unknown[]): void {
  send(`update tasks set ${columns} where id = $1`, [taskKey, ...values]);
}

/** With the task goes what was typed and not sent, and what acts on it kept of the limits: from now on the register says it. */
function forget(taskKey: string): void {
  send('delete from task_drafts where task_id = $1', [taskKey]);
  send('delete from amount_reservations where task_id = $1', [taskKey]);
}

/** Opens, ends and moves tasks as the changes say, in their order. */
export function writeTasks(input: CommitInput, definition: ProcessDefinition): void {
  for (const change of input.changes) {
    switch (change.type) {
      case 'taskOpened':
        open(input, definition, change);
        break;
      case 'taskDone':
        update(
          change.taskKey,
          "state = 'done', closed_at = $2, done_by = $3, done_on_behalf_of = $4, outcome = $5, submission_id = $6, decided = $7::jsonb",
          change.at,
          change.actor?.id ?? null,
          change.actor?.onBehalfOf ?? null,
          change.outcome,
          change.submissionId,
          JSON.stringify(change.values),
        );
        forget(change.taskKey);
        break;
      case 'taskCancelled':
        update(change.taskKey, "state = 'cancelled', closed_at = $2", change.at);
        forget(change.taskKey);
        break;
      case 'taskOverdue':
        update(change.taskKey, 'overdue = true');
        break;
      case 'taskMoved':
        update(change.taskKey, 'clock = $2::jsonb, due_at = $3, overdue = false', JSON.stringify(change.clock), change.dueAt);
        break;
      default: // of no task
    }
  }
}
