import { query } from '../../models';
import type { Recipient, SmallValues } from '../../processes/changes';

/** A letter with what of its case it is composed of. */
export interface LetterOfCase {
  readonly state: 'queued' | 'sent' | 'kept';
  readonly template: string;
  readonly recipient: Recipient;
  readonly values: SmallValues;
  readonly caseId: string;
  readonly processId: string;
  readonly number: string;
  readonly title: string;
  readonly applicantId: string;
  readonly applicantName: string;
  /** In whose name the case is; null: of who submitted it. */
  readonly identityId: string | null;
  readonly tenantName: string;
  /** Bank account of the office: that of the programme (of the grant beside which the case runs), or the first one; null where it has none. */
  readonly tenantAccount: string | null;
  readonly slug: string;
  /** What was filled in at the step that the letter tells of; null where it names none. */
  readonly submission: Readonly<Record<string, unknown>> | null;
}

/**
 * The letter of the case with this key, held until the transaction ends: a second run at the same time waits here until
 * the first is through, and then finds the letter sent.
 * @throws Error when it is not there
 */
export async function lockLetter(caseId: string, key: string): Promise<LetterOfCase> {
  const [letter] = await query<LetterOfCase>(
    `select letters.state, letters.template, letters.recipient, letters."values", cases.id as "caseId", cases.process_id as "processId",
       cases.number, cases.title, cases.applicant_id as "applicantId", cases.applicant_name as "applicantName", cases.identity_id as "identityId",
       tenants.name as "tenantName", office_account(tenants.id, side.subject_id) as "tenantAccount", tenants.slug, submissions.data as submission
     from letters join cases on cases.id = letters.case_id
       join cases side on side.id = coalesce((cases."values" ->> 'parentCaseId')::uuid, cases.id) join tenants on tenants.id = letters.tenant_id
       left join submissions on submissions.id = (letters."values" ->> 'submissionId')::uuid
     where letters.case_id = $1 and letters.key = $2 for update of letters`,
    [caseId, key],
  );
  if (!letter) throw new Error(`Case ${caseId} has no letter '${key}'`);
  return letter;
}
