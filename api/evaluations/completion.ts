/** What completing a task has to do with the evaluation: which scores are wanted, and what the rules compare. All inside inTenant. */
import { evaluatorsLeft } from '../../models/grants/evaluators';
import { rulesOf } from '../../processes/rulesRegistry';
import type { StepContext } from '../../processes/rules';
import type { CaseRecord } from '../cases/caseRecords';
import { leftToPropose } from '../tasks/reservations';
import { criteriaOf } from './criteria';

type Of = Pick<CaseRecord, 'id' | 'processId' | 'subjectId' | 'criteriaVersion'>;

/** Fields that the outcome requires because the case is scored by them. */
export async function requiredScores(of: Of, step: string, outcome: string): Promise<string[]> {
  if (rulesOf(of.processId).scored[step] !== outcome) return [];
  return (await criteriaOf(of)).criteria.map(({ id }) => id);
}

/** What the rules compare at the outcome. Where it takes of the programme's total, under lockLimits. */
export async function evaluationContext(
  of: Of,
  step: string,
  outcome: string,
): Promise<Pick<StepContext, 'criteria' | 'leftToPropose' | 'evaluatorsLeft'>> {
  const { scored, commits, asksMore } = rulesOf(of.processId);
  const act = `${step}.${outcome}`;
  return {
    ...(scored[step] !== undefined && { criteria: (await criteriaOf(of)).criteria }),
    ...(commits[act] && commits[act].awardedOn === undefined && { leftToPropose: await leftToPropose(of.id) }),
    ...(asksMore.includes(act) && { evaluatorsLeft: (await evaluatorsLeft(of.id)).length }),
  };
}
