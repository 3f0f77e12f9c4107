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

/** People by name, or the members of a group today. */
export type Chosen = { readonly evaluatorIds: readonly string[] } | { readonly groupId: string };

interface ToMany {
  readonly caseIds: readonly string[];
  /** Shared so that each gets so many; absent: all to each. */
  readonly each?: number;
}

export type Assignment = Chosen & ToMany;

export async function assignMany(programmeId: string, body: Assignment, idempotencyKey: string): Promise<readonly Given[]> {
  return (await ask(`/api/programmes/${programmeId}/evaluators`, { method: 'POST', body, idempotencyKey })).json as readonly Given[];
}

/** An empty list leaves the case to the evaluators of the programme. */
export async function assignToCase(caseId: string, evaluatorIds: readonly string[]): Promise<CaseEvaluationView> {
  return (await ask(`/api/cases/${caseId}/evaluators`, { method: 'PUT', body: { evaluatorIds } })).json as CaseEvaluationView;
}

/** Adds the members of the group as they are today, or of all groups that are for the case. */
export async function addByGroup(caseId: string, groupId: string | null): Promise<CaseEvaluationView> {
  const body = groupId === null ? {} : { groupId };
  return (await ask(`/api/cases/${caseId}/evaluators/by-group`, { method: 'POST', body })).json as CaseEvaluationView;
}
