import { words } from '../../processes/words';
import { actId } from '../actKey';
import type { Keyed } from '../cases/actSender';
import { keeperOf } from '../cases/caseActs';
import { readableCase } from '../cases/reading';
import { invalid, notNow } from '../problems';
import { blocked } from '../tasks/taskPresenter';
import { today } from '../today';
import { acceptBulk, busyCases, chosenCases, mustBeFree, type NewItem } from './acceptance';
import type { Deadline } from './bulkSchemas';
import { ItemProblems } from './itemProblems';

const passed = words('Zadejte den, který existuje a ještě neminul.', 'Enter a day that exists and has not passed.');
const noDeadline = words('V tomto spisu teď takový termín neběží.', 'No such deadline runs in this case now.');

/**
 * Moves the due day of a step in many cases. Who has the task is told by a letter, as with a single move.
 * @throws ProblemError 403 naming who keeps the cases, 404, 422; then nothing was moved
 */
export function moveInBulk(context: Keyed, deadline: Deadline): Promise<{ readonly id: string }> {
  const { step, until, reason, caseIds } = deadline;
  return acceptBulk(context, 'moveDeadline', deadline, async (bulkId) => {
    const numbers = await chosenCases(context.person, caseIds, (position) => `caseIds.${position}`);
    const busy = await busyCases(caseIds);
    const problems = new ItemProblems();
    const prepared: NewItem[] = [];
    for (const [position, caseId] of caseIds.entries()) {
      const items = await problems.of(position, numbers.get(caseId) ?? '', async (): Promise<NewItem[]> => {
        const found = await readableCase(context.person, caseId);
        const actor = keeperOf(context, found);
        mustBeFree(busy, caseId);
        const tasks = found.tasks.filter((task) => task.step === step && task.state === 'open' && task.dueAt !== null);
        if (tasks.length === 0) throw notNow(noDeadline);
        return tasks.map((task) => {
          const stands = blocked(task, found.record);
          if (stands) throw notNow(stands);
          const updateId = actId(context, { bulkId, taskId: task.id });
          const act = { kind: 'moveDeadline', taskKey: task.id, until, reason, actor, requestId: context.requestId } as const;
          return { caseId, taskId: task.id, updateId, sends: { kind: 'act', act } };
        });
      });
      prepared.push(...(items ?? []));
    }
    problems.end();
    if (until < today()) throw invalid({ until: passed });
    return { what: { step, until, reason }, items: prepared };
  });
}
