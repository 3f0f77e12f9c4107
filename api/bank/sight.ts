/**
 * Who sees which task of money. Cases of a confidential process (a breach of budget discipline) are known to their readers; whoever has the payment itself as a task of
 * their own (the accountant whose role it is, or whom it was given to) sees that task and its money, and nothing else of the case. To everybody else the movement is one
 * under an unknown symbol: not even that it fits something is told.
 */
import { wholeProcesses, CONFIDENTIAL, isTaskOf } from '../cases/reading';
import type { Person } from '../context';
import type { TaskRecord } from '../cases/caseRecords';

export type SightOf = Pick<TaskRecord, 'processId' | 'assigneeId' | 'role' | 'claimedBy' | 'doneBy'>;

/** @returns may the person know of the task? */
export function sightOf(person: Person): (task: SightOf) => boolean {
  const whole = wholeProcesses(person);
  return (task) => !CONFIDENTIAL.includes(task.processId) || whole.includes(task.processId) || isTaskOf(person, task);
}
