/** The programme that a case belongs to and what its applicant has, as the checks of its process need them. */
import type { SubjectForRules } from '../processes/rules';
import { select } from './sql';
import { CLAIMS } from './tasks/reservations';

interface SubjectRecord extends SubjectForRules {
  /** Haléř; null where the call may take all that is left of the programme. */
  readonly callAmount: number | null;
  readonly awardedInCall: number;
}

/**
 * Periods are those of the call under which the case, or its draft, was begun; the sum is the programme's or, where less is left of it, the call's own.
 * @param exceptCase the case or draft, whose own award does not count into what others were awarded. Inside inTenant.
 */
export async function findSubject(subjectId: string | null, exceptCase: string | null): Promise<SubjectForRules | null> {
  if (subjectId === null) return null;
  const [subject] = await select<SubjectRecord>(
    `select p.id, p.total_amount as "totalAmount", p.max_amount as "maxAmount", k.decision_days as "decisionDays",
       k.settlement_due_on::text as "settlementDueOn", p.evaluator_ids as "evaluatorIds", coalesce((p.terms ->> 'ownShare')::int, 0) as "ownShare", k.amount as "callAmount",
       coalesce((select sum(o.awarded)::bigint from ${CLAIMS} as o where o.programme_id = p.id and o.case_id is distinct from $2), 0) as "awardedToOthers",
       coalesce((select sum(o.awarded)::bigint from ${CLAIMS} as o where o.call_id = k.id and o.case_id is distinct from $2), 0) as "awardedInCall"
     from programmes p join calls k on k.id = coalesce(
       (select call_id from cases where id = $2), (select call_id from drafts where id = $2), (select id from current_calls where programme_id = p.id))
     where p.id = $1`,
    [subjectId, exceptCase],
  );
  if (!subject) return null;
  const { callAmount, awardedInCall, ...ofProgramme } = subject;
  const leftInProgramme = ofProgramme.totalAmount - ofProgramme.awardedToOthers;
  if (callAmount === null || callAmount - awardedInCall >= leftInProgramme) return ofProgramme;
  return { ...ofProgramme, totalAmount: callAmount, awardedToOthers: awardedInCall };
}
