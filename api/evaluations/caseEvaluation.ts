/** The evaluation of one case as officers see it: how far it is, what it came to, who was excluded, who may still be asked. */
import { evaluatorsLeft, evaluatorsOf } from '../../models/grants/evaluators';
import type { Evaluator } from '../../models/grants/evaluatorGroups';
import type { CaseEvaluationView, ChosenEvaluator, OneEvaluation } from '../../processes/grant/evaluationViews';
import { allows } from '../../processes/policy';
import { submissionsOf, type SubmissionRecord } from '../cases/applications';
import { readableCase, readsSubmission, type Readable } from '../cases/reading';
import type { Asking, Person } from '../context';
import { namesOf, refTo } from '../names';
import { forbidden, notFound } from '../problems';
import { isoOrNull, select } from '../sql';
import { beforeEvaluation } from './assignment';
import { criteriaOf } from './criteria';
import { NEEDED, evaluationsOf, standingOf, type EvaluationRecord } from './standing';

const textIn = (data: SubmissionRecord['data'] | undefined, field: string): string | null => {
  const value = data?.[field];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** @param submission null as long as it is not to be read */
function oneEvaluation(record: EvaluationRecord, submission: SubmissionRecord | null, criteria: readonly string[]): OneEvaluation {
  const data = submission?.data;
  const scores = Object.entries(data ?? {}).filter(
    (entry): entry is [string, number] => criteria.includes(entry[0]) && typeof entry[1] === 'number',
  );
  const counts = submission !== null && record.state === 'submitted';
  return {
    taskId: record.taskId,
    evaluator: { id: record.evaluatorId, name: record.evaluatorName },
    state: record.state,
    dueAt: isoOrNull(record.dueAt),
    closedAt: isoOrNull(record.closedAt),
    points: counts ? record.points : null,
    recommendedAmount: counts ? record.recommendedAmount : null,
    scores: counts ? Object.fromEntries(scores) : null,
    comment: counts ? textIn(data, 'comment') : null,
    internalComment: textIn(data, 'internalComment'),
    conflictReason: record.state === 'conflict' ? textIn(data, 'conflictReason') : null,
  };
}

async function peopleOf(evaluators: readonly Evaluator[]): Promise<ChosenEvaluator[]> {
  const names = await namesOf(evaluators.map(({ id }) => id));
  return evaluators.flatMap(({ id, groupName }) => {
    const person = refTo(names, id);
    return person ? [{ ...person, group: groupName }] : [];
  });
}

function mayAssign(person: Person, { record, tasks }: Readable): boolean {
  const closed = record.closedAt !== null;
  const proposing = !closed && tasks.some(({ step, state }) => step === 'proposal' && state === 'open');
  return allows(person.roles, 'evaluations', 'edit') && (proposing || beforeEvaluation({ status: record.status, closed }));
}

/**
 * Scores are told when no evaluation is open any more; who excluded themselves is told at once.
 * @throws ProblemError 404, 403 for who does not read the whole case
 */
export function showCaseEvaluation(context: Asking, caseId: string): Promise<CaseEvaluationView> {
  return context.inTenant(async () => {
    const readable = await readableCase(context.person, caseId);
    const { record, tasks, reading } = readable;
    if (reading !== 'whole') throw forbidden();
    const { criteria } = await criteriaOf(record);
    const [grant] = await select<{ needed: number; byGroups: boolean }>(
      `select ${NEEDED} as needed, p.evaluators_by_groups as "byGroups" from grants g join programmes p on p.id = g.programme_id where g.case_id = $1`,
      [caseId],
    );
    if (!grant) throw notFound();
    const records = await evaluationsOf([caseId]);
    const standing = standingOf(records, grant.needed);
    const submissions = await submissionsOf(caseId, tasks);
    const names = criteria.map(({ id }) => id);
    const [own] = await select('select from case_evaluators where case_id = $1 limit 1', [caseId]);
    return {
      id: caseId,
      ...standing,
      criteria,
      evaluations: records.map((one) => {
        const submission = submissions.find(({ id }) => id === one.submissionId);
        const shown = submission && standing.open === 0 && readsSubmission(context.person, readable, 'evaluation', submission.userId);
        return oneEvaluation(one, shown ? submission : null, names);
      }),
      evaluators: await peopleOf(await evaluatorsOf(caseId)),
      own: own !== undefined,
      byGroups: grant.byGroups,
      nobodyAsked: records.length === 0 && tasks.some(({ step }) => step === 'proposal'),
      left: await peopleOf(await evaluatorsLeft(caseId)),
      mayAssign: mayAssign(context.person, readable),
    };
  });
}
