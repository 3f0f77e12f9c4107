import type { DecisionCandidate, DecisionPreparation } from '../../processes/bulk';
import { limitIsYearly } from '../../models/grants/councilLimit';
import { bodyAt, decisionStepOf } from '../../processes/grant/bodies';
import { COUNCIL_LIMIT } from '../../processes/grant/rules';
import { processById } from '../../processes/registry';
import { words, type Words } from '../../processes/words';
import type { Asking } from '../context';
import { readableCase, type Readable } from '../cases/reading';
import { select } from '../sql';
import { CLAIMS, givenByYear } from '../tasks/reservations';
import { actOn, blocked, whyNot } from '../tasks/taskPresenter';
import { busyCases, chosenCases } from './acceptance';
import { recipientsOf } from './recipients';

const NOT_WAITING = words('Nečeká na rozhodnutí rady ani zastupitelstva.', 'It does not wait for a decision of the council or assembly.');
const BUSY = words('Právě se na něm provádí jiný hromadný úkon.', 'Another bulk act is on its way to it.');

const amountIn = (values: Readable['record']['values'], key: string): number | null => {
  const value = values[key];
  return typeof value === 'number' ? value : null;
};

async function candidate(context: Asking, caseId: string, busy: ReadonlySet<string>): Promise<Omit<DecisionCandidate, 'recipient'>> {
  const { record, tasks } = await readableCase(context.person, caseId);
  const task = tasks.find(({ step, state }) => state === 'open' && bodyAt(step) !== null);
  let why: Words | null = NOT_WAITING;
  if (task) {
    const may = actOn(context.person, task, tasks, record);
    const refused = may.allowed ? null : whyNot(may, task, processById(task.processId));
    why = blocked(task, record) ?? refused ?? (busy.has(caseId) ? BUSY : null);
  }
  return {
    caseId,
    number: record.number,
    title: record.title,
    applicantName: record.applicantName,
    programmeId: record.subjectId ?? '',
    requested: amountIn(record.values, 'requested') ?? 0,
    proposed: amountIn(record.values, 'proposed'),
    body: task ? bodyAt(task.step) : null,
    why,
    councilLimit: amountIn(record.values, 'councilLimit') ?? COUNCIL_LIMIT,
    // Only the council is held to it.
    givenByYear: task?.step === decisionStepOf.council ? await givenByYear(caseId) : {},
  };
}

function programmesOf(ids: readonly string[]): Promise<DecisionPreparation['programmes'][number][]> {
  return select(
    `select p.id, p.title, p.total_amount as "totalAmount",
       coalesce((select sum(g.awarded)::bigint from ${CLAIMS} as g where g.programme_id = p.id), 0) as awarded
     from programmes p where p.id = any($1::uuid[]) order by p.title`,
    [ids],
  );
}

/**
 * What a table for deciding on the chosen cases begins with: who decides on each, what was proposed, what the limits are; inside inTenant.
 * @throws ProblemError 404, 403, 422 as for the cases themselves
 */
export async function prepareDecision(context: Asking, caseIds: readonly string[]): Promise<DecisionPreparation> {
  await chosenCases(context.person, caseIds, (position) => `caseIds.${position}`);
  const [busy, recipients, isYearly] = await Promise.all([busyCases(caseIds), recipientsOf(caseIds), limitIsYearly()]);
  // Where the office does not add up what one applicant is given, each case is by itself.
  const byCase = new Map(recipients.map((one) => [one.caseId, isYearly ? (one.ico ?? one.identityId ?? one.applicantId) : one.caseId]));
  const cases: DecisionCandidate[] = [];
  for (const caseId of caseIds) cases.push({ ...(await candidate(context, caseId, busy)), recipient: byCase.get(caseId) ?? caseId });
  return { cases, programmes: await programmesOf([...new Set(cases.map(({ programmeId }) => programmeId).filter((id) => id !== ''))]) };
}
