/** What officers and evaluators do with evaluations, over the api. */
import type { Criterion } from '../../../processes/grant/criteria';
import type { CaseEvaluationView, CriteriaView, Given } from '../../../processes/grant/evaluationViews';
import { ask } from '../api/http';

/** @param version that the writer saw */
export async function saveCriteria(
  programmeId: string,
  criteria: readonly Criterion[],
  reason: string,
  version: number,
): Promise<CriteriaView> {
  const body = { criteria, ...(reason.trim() !== '' && { reason }) };
  return (await ask(`/api/programmes/${programmeId}/criteria`, { method: 'PUT', body, version })).json as CriteriaView;
}

/** @param version of the programme */
export async function saveNeeded(programmeId: string, needed: number, version: number): Promise<CriteriaView> {
  return (await ask(`/api/programmes/${programmeId}/evaluations-needed`, { method: 'PUT', body: { needed }, version }))
    .json as CriteriaView;
}

export interface Assignment {
  readonly caseIds: readonly string[];
  readonly evaluatorIds: readonly string[];
  /** Shared so that each gets so many; absent: all to each. */
  readonly each?: number;
}

export async function assignMany(programmeId: string, body: Assignment, idempotencyKey: string): Promise<readonly Given[]> {
  return (await ask(`/api/programmes/${programmeId}/evaluators`, { method: 'POST', body, idempotencyKey })).json as readonly Given[];
}

/** An empty list leaves the case to the evaluators of the programme. */
export async function assignToCase(caseId: string, evaluatorIds: readonly string[]): Promise<CaseEvaluationView> {
  return (await ask(`/api/cases/${caseId}/evaluators`, { method: 'PUT', body: { evaluatorIds } })).json as CaseEvaluationView;
}
