import type { Person } from '../context';
import { notFound } from '../problems';
import { readableCase, isTaskOf, type Readable } from '../cases/reading';
import { caseIdOf, type TaskRecord } from '../cases/caseRecords';

export interface ReadableTask extends Readable {
  readonly task: TaskRecord;
}

/**
 * The task with its case, if the person may read it; inside inTenant.
 * @throws ProblemError 404 where there is none, it is another applicant's or another evaluator's; 403 where an official has nothing to do with the case
 */
export async function readableTask(person: Person, taskId: string): Promise<ReadableTask> {
  const readable = await readableCase(person, caseIdOf(taskId));
  const task = readable.tasks.find(({ id }) => id === taskId);
  if (!task) throw notFound();
  if (readable.reading === 'part' && !isTaskOf(person, task) && task.role !== 'applicant' && task.assigneeId !== null) throw notFound();
  return { ...readable, task };
}
