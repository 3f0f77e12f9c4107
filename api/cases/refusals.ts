import { processById } from '../../processes/registry';
import { words } from '../../processes/words';
import { type ActRefused } from '../temporal';
import { namesOf } from '../names';
import { alreadyDone, notNow, invalid, unavailable, type ProblemError } from '../problems';
import { plainMoment } from '../today';
import { findCase, tasksOf, type TaskRecord } from './caseRecords';

/** 409 naming who decided, what and when. */
export function decidedProblem(task: Pick<TaskRecord, 'processId' | 'step'>, by: string, at: Date, outcome: string): ProblemError {
  const title = processById(task.processId).steps[task.step]?.outcomes[outcome]?.title ?? words(outcome, outcome);
  const when = plainMoment(at);
  return alreadyDone(
    { decidedBy: by, decidedAt: at.toISOString(), outcome },
    words(
      `Rozhodl(a) už ${by || 'systém'} ${when}: ${title.cs}. Vaše rozhodnutí se nezapsalo.`,
      `${by || 'The system'} decided already on ${when}: ${title.en}. Your decision was not recorded.`,
    ),
  );
}

const CLOSED = words('Spis je uzavřen, nic na něm už změnit nejde.', 'The case is closed; nothing in it can be changed.');
const SUSPENDED = words(
  'Spis je pozastaven. Nejdřív ho musí správce spisu znovu rozběhnout.',
  'The case is suspended. Its keeper has to resume it first.',
);

/**
 * What the asking person is told when the case refused their act; inside inTenant. Of a race for a case's last task Temporal says only that the case is over:
 * the winner is named from the table.
 */
export async function refusalProblem(refused: ActRefused, caseId: string, taskId: string | null): Promise<ProblemError> {
  const task = taskId === null ? undefined : (await tasksOf(caseId)).find(({ id }) => id === taskId);
  if (task?.state === 'done' && task.outcome !== null && task.closedAt !== null) {
    return decidedProblem(task, task.doneByName ?? '', task.closedAt, task.outcome);
  }
  if (refused.done && task) {
    const names = await namesOf([refused.done.by]);
    return decidedProblem(task, names.get(refused.done.by) ?? '', new Date(refused.done.at), refused.done.outcome);
  }
  // The tables are ahead of the case: its server died in between. A worker brings it here within moments (workers/resend.ts).
  if (task?.state === 'open' && (refused.why === 'NoSuchTask' || refused.why === 'NotNow')) return unavailable();
  switch (refused.why) {
    case 'CaseSuspended':
      return notNow(SUSPENDED);
    case 'NoSuchOutcome':
      return invalid({ outcome: words('Tak tento úkol skončit nemůže.', 'The task cannot end so.') });
    case 'BadDate':
      return invalid({ until: words('Zadejte den, který existuje a ještě neminul.', 'Enter a day that exists and has not passed.') });
    case 'CaseClosed':
    case 'Gone': {
      const record = await findCase(caseId);
      return notNow(
        record?.closedAt
          ? CLOSED
          : words('Spis se ještě nerozběhl. Zkuste to za chvíli.', 'The case has not begun yet. Try again in a moment.'),
      );
    }
    case 'AlreadyDone':
    case 'NoSuchTask':
      return notNow(words('Úkol už není otevřený. Načtěte si spis znovu.', 'The task is no longer open. Load the case again.'));
    case 'NotNow':
      return notNow(words('V tomto stavu spisu to nejde.', 'This is not possible as the case stands now.'));
  }
}
