/** The programme that a case belongs to and what its applicant has, as the checks of its process need them. */
import type { SubjectForRules } from '../processes/rules';
import { select } from './sql';

/** @param exceptCase whose own award does not count into what others were awarded. Inside inTenant. */
export async function findSubject(subjectId: string | null, exceptCase: string | null): Promise<SubjectForRules | null> {
  if (subjectId === null) return null;
  const [subject] = await select<SubjectForRules>(
    `select p.id, p.total_amount as "totalAmount", p.max_amount as "maxAmount", p.decision_days as "decisionDays",
       p.settlement_due_on::text as "settlementDueOn", p.evaluator_ids as "evaluatorIds",
       coalesce((select sum(g.awarded)::bigint from grants g where g.programme_id = p.id and g.state <> 'ended' and g.case_id is distinct from $2), 0) as "awardedToOthers"
     from programmes p where p.id = $1`,
    [subjectId, exceptCase],
  );
  return subject ?? null;
}

export { awardedByYear } from '../models/registers/grant';
