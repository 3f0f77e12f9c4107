/** What completing a task has to do with the evaluation: which scores are wanted, and what the rules compare. All inside inTenant. */
import { evaluatorsLeft } from '../../models/grants/evaluators';
import { rulesOf } from '../../processes/rulesRegistry';
import type { StepContext } from '../../processes/rules';
import type { CaseRecord } from '../cases/caseRecords';
import { committedToOthers } from '../tasks/programmeTotal';
import { criteriaOf } from './criteria';

type Of = Pick<CaseRecord, 'id' | 'processId' | 'subjectId' | 'criteriaVersion'>;

/** Fields that the outcome requires because the case is scored by them. */
export async function requiredScores(of: Of, step: string, outcome: string): Promise<string[]> {
  if (rulesOf(of.processId).scored[step] !== outcome) return [];
  return (await criteriaOf(of)).criteria.map(({ id }) => id);
}

/** Where the outcome takes of the programme's total, others that do so wait until the end of this transaction. */
export async function evaluationContext(
  of: Of,
  step: string,
  outcome: string,
): Promise<Pick<StepContext, 'criteria' | 'committedToOthers' | 'evaluatorsLeft'>> {
  const { scored, commits, asksMore } = rulesOf(of.processId);
  const act = `${step}.${outcome}`;
  return {
    ...(scored[step] !== undefined && { criteria: (await criteriaOf(of)).criteria }),
    ...(commits[act] !== undefined && of.subjectId !== null && { committedToOthers: await committedToOthers(of.subjectId, of.id) }),
    ...(asksMore.includes(act) && { evaluatorsLeft: (await evaluatorsLeft(of.id)).length }),
  };
}
