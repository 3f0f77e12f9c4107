/** Whose the chosen cases are. */
import { select } from '../sql';

export interface Recipient {
  readonly caseId: string;
  readonly ico: string | null;
  readonly identityId: string | null;
  readonly applicantId: string;
}

/** Inside inTenant. */
export function recipientsOf(caseIds: readonly string[]): Promise<Recipient[]> {
  return select<Recipient>(
    `select g.case_id as "caseId", g.ico, c.identity_id as "identityId", g.applicant_id as "applicantId"
     from grants g join cases c on c.id = g.case_id where g.case_id = any($1::uuid[])`,
    [caseIds],
  );
}
