/** Movements of the account at the task of money that they belong to: shown on its page, confirmed by one click of who may complete it. */
import { bankStep } from '../../processes/banking/bankSteps';
import type { EntryView, PairResult } from '../../processes/banking/views';
import { allows } from '../../processes/policy';
import { wholeProcesses } from '../cases/reading';
import type { Asking } from '../context';
import { notFound } from '../problems';
import { assignEntries, type Assignment } from './confirming';
import { moneyTasks, type MoneyTask } from './dues';
import { viewEntries } from './entries';
import { sightOf } from './sight';

/**
 * Who sees money of this task: who works with the bank, as far as they may know of the case, and whoever reads all cases of a confidential process (an inspector).
 * Inside inTenant. @throws ProblemError 404 for everybody else
 */
async function seenTask({ person }: Asking, taskId: string): Promise<MoneyTask> {
  const [task] = await moneyTasks([taskId]);
  if (!task || !sightOf(person)(task)) throw notFound();
  const reads = bankStep(task.step)?.kind === 'levy' && wholeProcesses(person).includes(task.processId);
  if (!reads && !allows(person.roles, 'bank', 'list')) throw notFound();
  return task;
}

/** Movements that pay the task, are offered to it, or come nearest to it; and those put away under its symbol. @throws ProblemError 404 */
export function movementsOf(context: Asking, taskId: string): Promise<EntryView[]> {
  return context.inTenant(async () => {
    const task = await seenTask(context, taskId);
    return (await viewEntries(context))
      .filter((entry) => entry.taskId === taskId || (entry.state === 'setAside' && entry.variableSymbol === task.variableSymbol))
      .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));
  });
}

/** These movements together complete the task. @throws ProblemError 404, 409, 422 naming what does not fit */
export async function confirmMovements(context: Asking, taskId: string, what: Omit<Assignment, 'taskId'>): Promise<PairResult[]> {
  await context.inTenant(() => seenTask(context, taskId));
  return assignEntries(context, { ...what, taskId });
}
