/** How far the evaluations of cases have come; inside inTenant. */
import type { EvaluationState, Standing } from '../../processes/grant/evaluationViews';
import { meanOf, spreadOf } from '../../processes/grant/evaluation';
import { select } from '../sql';

/** How many evaluations a programme (`p`) wants: what is set, and never more than it has evaluators where it names them. */
export const NEEDED =
  'case when p.evaluators_by_groups then p.evaluations_needed else least(p.evaluations_needed, greatest(1, cardinality(p.evaluator_ids))) end';

export interface EvaluationRecord {
  readonly taskId: string;
  readonly caseId: string;
  /** Who has it, or did it; in whose name. */
  readonly evaluatorId: string;
  readonly evaluatorName: string;
  readonly state: EvaluationState;
  readonly dueAt: Date | null;
  readonly closedAt: Date | null;
  readonly points: number | null;
  readonly recommendedAmount: number | null;
  readonly submissionId: string | null;
}

/** Evaluations of these cases in the order in which they were given out; a cancelled one only where it is asked for. */
export function evaluationsOf(caseIds: readonly string[]): Promise<EvaluationRecord[]> {
  return select<EvaluationRecord>(
    `select t.id as "taskId", t.case_id as "caseId", u.id as "evaluatorId", u.name as "evaluatorName", t.due_at as "dueAt", t.closed_at as "closedAt",
       case when t.state = 'open' then 'open' when t.state = 'cancelled' then 'cancelled' when t.outcome = 'submit' then 'submitted' else 'conflict' end as state,
       case when t.outcome = 'submit' then (t.decided ->> 'points')::float8 end as points,
       case when t.outcome = 'submit' then (t.decided ->> 'recommendedAmount')::bigint end as "recommendedAmount",
       t.submission_id as "submissionId"
     from tasks t join users u on u.id = coalesce(t.done_on_behalf_of, t.done_by, t.assignee_id)
     where t.case_id = any($1::uuid[]) and t.step = 'evaluation' order by t.case_id, t.ordinal`,
    [caseIds],
  );
}

/** Of the same case; what they come to is told only when none is open any more. */
export function standingOf(evaluations: readonly EvaluationRecord[], needed: number): Standing {
  const count = (state: EvaluationState): number => evaluations.filter((one) => one.state === state).length;
  const open = count('open');
  const points = open > 0 ? [] : evaluations.flatMap((one) => one.points ?? []);
  return { needed, in: count('submitted'), open, conflicts: count('conflict'), mean: meanOf(points), spread: spreadOf(points) };
}
