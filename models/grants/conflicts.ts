import { query } from '../database';

/**
 * Who declared a conflict of interest (podjatost) in a case of the same applicant, by IČO, else by account. Inside inTenant.
 * @returns case -> those of the people who did
 */
export async function conflictsBefore(
  caseIds: readonly string[],
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await query<{ caseId: string; evaluatorId: string }>(
    `select distinct mine.case_id as "caseId", coalesce(t.done_on_behalf_of, t.done_by) as "evaluatorId"
     from grants mine join grants other on other.tenant_id = mine.tenant_id
       and case when mine.ico is null then other.ico is null and other.applicant_id = mine.applicant_id else other.ico = mine.ico end
     join tasks t on t.case_id = other.case_id and t.step = 'evaluation' and t.outcome = 'conflict'
     where mine.case_id = any($1::uuid[]) and coalesce(t.done_on_behalf_of, t.done_by) = any($2::uuid[])`,
    [caseIds, people],
  );
  const found = new Map<string, string[]>();
  for (const { caseId, evaluatorId } of rows) found.set(caseId, [...(found.get(caseId) ?? []), evaluatorId]);
  return found;
}
