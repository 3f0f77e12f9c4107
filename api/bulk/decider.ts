import { decisionStepOf, type DecidingBody } from '../../processes/grant/bodies';
import { words, type Words } from '../../processes/words';
import { actId } from '../actKey';
import type { Keyed } from '../cases/actSender';
import { readableCase } from '../cases/reading';
import { formatWords } from '../forms/errorWords';
import type { FormData } from '../forms/formCheck';
import { invalid, notNow } from '../problems';
import { select } from '../sql';
import { lockLimits } from '../tasks/reservations';
import { prepareCompletion } from '../tasks/taskCompleter';
import { acceptBulk, busyCases, chosenCases, mustBeFree, type NewItem } from './acceptance';
import type { Decision } from './bulkSchemas';
import { ItemProblems } from './itemProblems';

const COMMON = new Set(['resolutionNumber', 'decidedOn', 'votesFor', 'votesAgainst', 'votesAbstained']);

const OTHER_BODY: Readonly<Record<DecidingBody, Words>> = {
  council: words(
    'O této žádosti rozhoduje zastupitelstvo, ne rada. Rozhodněte o ní zvlášť.',
    'The assembly decides on this application, not the council. Decide on it apart.',
  ),
  assembly: words(
    'O této žádosti rozhoduje rada, ne zastupitelstvo. Rozhodněte o ní zvlášť.',
    'The council decides on this application, not the assembly. Decide on it apart.',
  ),
};

interface DecisionTask {
  readonly id: string;
  readonly caseId: string;
  readonly step: string;
  readonly state: 'open' | 'done' | 'cancelled';
}

/** The last task of each deciding step in each case. */
function decisionTasks(caseIds: readonly string[]): Promise<DecisionTask[]> {
  return select<DecisionTask>(
    `select distinct on (case_id, step) id, case_id as "caseId", step, state from tasks
     where case_id = any($1::uuid[]) and step = any($2::text[]) order by case_id, step, ordinal desc`,
    [caseIds, Object.values(decisionStepOf)],
  );
}

/** The task in which the resolution of the body is recorded. @throws ProblemError 403, 404, 409 */
async function taskOf(context: Keyed, caseId: string, body: DecidingBody, tasks: readonly DecisionTask[]): Promise<string> {
  const own = tasks.filter((task) => task.caseId === caseId);
  const task = own.find(({ step }) => step === decisionStepOf[body]);
  const elsewhere = own.find(({ step, state }) => step !== decisionStepOf[body] && state === 'open');
  if (task && !elsewhere) return task.id;
  await readableCase(context.person, caseId);
  throw notNow(elsewhere ? OTHER_BODY[body] : words('Ve spisu se na rozhodnutí nečeká.', 'The case does not wait for a decision.'));
}

/** @throws ProblemError 422 where the document is in none of the cases */
async function checkDocument(documentId: string | undefined, caseIds: readonly string[]): Promise<void> {
  if (documentId === undefined) return;
  const [found] = await select(`select id from documents where id = $1 and state = 'ready' and case_id = any($2::uuid[])`, [
    documentId,
    caseIds,
  ]);
  if (!found) throw invalid({ documentId: formatWords('document') });
}

/**
 * Decides on many applications by one resolution of the council or of the assembly. Each is asked what a single decision is asked; what the list gives to those
 * before it is reserved already, and counts.
 * @throws ProblemError 403, 404, 422 naming fields and cases; then nothing was decided
 */
export function decideInBulk(context: Keyed, decision: Decision): Promise<{ readonly id: string }> {
  const { body, documentId, items, ...resolution } = decision;
  return acceptBulk(context, 'decide', decision, async (bulkId) => {
    const caseIds = items.map(({ caseId }) => caseId);
    const numbers = await chosenCases(context.person, caseIds, (position) => `items.${position}.caseId`);
    await lockLimits(caseIds);
    const [tasks, busy] = await Promise.all([decisionTasks(caseIds), busyCases(caseIds)]);
    const problems = new ItemProblems(COMMON);
    const prepared: NewItem[] = [];
    for (const [position, { caseId, ...answer }] of items.entries()) {
      const { outcome, ...more } = answer;
      const item = await problems.of(position, numbers.get(caseId) ?? '', async (): Promise<NewItem> => {
        const taskId = await taskOf(context, caseId, body, tasks);
        mustBeFree(busy, caseId);
        const updateId = actId(context, { bulkId, taskId });
        const data: FormData = { ...resolution, ...more };
        const made = await prepareCompletion(context, updateId, taskId, { outcome, data });
        if (!made) throw new Error(`The act ${updateId} of a new bulk act is done already`);
        return { caseId, taskId, updateId, sends: { kind: 'act', act: { ...made.act, requestId: context.requestId } } };
      });
      if (item) prepared.push(item);
    }
    problems.end();
    await checkDocument(documentId, caseIds);
    return { what: { body, ...resolution }, documentId, items: prepared };
  });
}
