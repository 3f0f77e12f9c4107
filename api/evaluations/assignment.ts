/** Who evaluates which application: many at once before their evaluation, one also while its proposal is open. */
import { query, User } from '../../models';
import type { Given } from '../../processes/grant/evaluationViews';
import { share } from '../../processes/grant/sharing';
import { words, type Words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid, notFound, notNow } from '../problems';
import { actorFor, record } from '../record';
import { select } from '../sql';

/** Statuses before the evaluation. */
const BEFORE = ['checking', 'returned'];

interface Assignable {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly closed: boolean;
  readonly proposing: boolean;
  /** Its own list as it was. */
  readonly evaluators: readonly string[];
}

/** Cases of the programmes of grants, held until the end of the transaction, so that none goes on meanwhile. */
function held(condition: string, bind: readonly unknown[]): Promise<Assignable[]> {
  return select<Assignable>(
    `select c.id, c.number, c.status, c.closed_at is not null as closed,
       exists (select from tasks t where t.case_id = c.id and t.state = 'open' and t.step = 'proposal') as proposing,
       array(select one.evaluator_id::text from case_evaluators one where one.case_id = c.id order by one.place) as evaluators
     from cases c join grants g on g.case_id = c.id where ${condition} order by c.number for no key update of c`,
    bind,
  );
}

/** Whether evaluators may be given to many at once; by one, also while the proposal is open. */
export const beforeEvaluation = ({ status, closed }: Pick<Assignable, 'status' | 'closed'>): boolean => !closed && BEFORE.includes(status);

const CHOOSE = words(
  'Vyberte jen činné lidi s rolí hodnotitele, každého jednou.',
  'Choose active people with the role of evaluator, each once.',
);

async function mustEvaluate(evaluatorIds: readonly string[]): Promise<void> {
  const found = evaluatorIds.length === 0 ? [] : await User.findAll({ where: { id: [...evaluatorIds], active: true } });
  const right = found.filter(({ roles }) => roles.includes('evaluator')).length;
  if (right !== evaluatorIds.length || new Set(evaluatorIds).size !== evaluatorIds.length) throw invalid({ evaluatorIds: CHOOSE });
}

/** Writes the case's own list; an empty one leaves it to the programme's evaluators. */
async function give(context: Asking, one: Assignable, evaluatorIds: readonly string[]): Promise<void> {
  await query('delete from case_evaluators where case_id = $1', [one.id]);
  if (evaluatorIds.length > 0)
    await query(
      `insert into case_evaluators (tenant_id, case_id, evaluator_id, place, assigned_by)
       select $1, $2, one.id, one.place, $3 from unnest($4::uuid[]) with ordinality as one (id, place)`,
      [context.tenantId, one.id, context.person.id, evaluatorIds],
    );
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, place) => id === b[place]);

async function giveAll(
  context: Asking,
  changes: readonly { readonly to: Assignable; readonly evaluatorIds: readonly string[] }[],
): Promise<void> {
  const real = changes.filter(({ to, evaluatorIds }) => !isSame(to.evaluators, evaluatorIds));
  for (const { to, evaluatorIds } of real) await give(context, to, evaluatorIds);
  if (real.length === 0) return;
  await record(
    context,
    ...real.map(({ to, evaluatorIds }) => ({
      type: 'evaluatorsAssigned' as const,
      caseId: to.id,
      what: { number: to.number, count: evaluatorIds.length },
      before: { evaluatorIds: to.evaluators },
      after: { evaluatorIds },
      actor: actorFor(context.person, ['evaluations', 'edit']),
    })),
  );
}

/**
 * Sets the case's own evaluators; an empty list leaves it to the programme's again. Possible before the evaluation, and while its proposal is open: then who
 * is new gets it where the officer asks for another evaluation.
 * @throws ProblemError 404, 409 when it is evaluated just now or is past that, 422
 */
export function assignToCase(context: Asking, caseId: string, evaluatorIds: readonly string[]): Promise<void> {
  return context.inTenant(async () => {
    const [one] = await held('c.id = $1', [caseId]);
    if (!one) throw notFound();
    await mustEvaluate(evaluatorIds);
    if (!beforeEvaluation(one) && !(one.proposing && !one.closed))
      throw notNow(
        words(
          'Hodnotitele lze měnit před hodnocením, nebo když se připravuje návrh. Běžící úkol předejte jinému přímo v něm.',
          'Evaluators may be changed before the evaluation, or while the proposal is being prepared. Hand an open task over in itself.',
        ),
      );
    await giveAll(context, [{ to: one, evaluatorIds }]);
  });
}

export interface BulkAssignment {
  readonly caseIds: readonly string[];
  readonly evaluatorIds: readonly string[];
  /** Each case gets so many of them, shared evenly and past those in conflict before; absent: all of them. */
  readonly each?: number;
}

/** Who declared a conflict of interest in other cases of the same applicant (by IČO, else by account). */
async function conflictsBefore(caseIds: readonly string[], evaluatorIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await select<{ caseId: string; evaluatorId: string }>(
    `select distinct mine.case_id as "caseId", coalesce(t.done_on_behalf_of, t.done_by) as "evaluatorId"
     from grants mine join grants other on other.tenant_id = mine.tenant_id
       and case when mine.ico is null then other.ico is null and other.applicant_id = mine.applicant_id else other.ico = mine.ico end
     join tasks t on t.case_id = other.case_id and t.step = 'evaluation' and t.outcome = 'conflict'
     where mine.case_id = any($1::uuid[]) and coalesce(t.done_on_behalf_of, t.done_by) = any($2::uuid[])`,
    [caseIds, evaluatorIds],
  );
  const avoid = new Map<string, string[]>();
  for (const { caseId, evaluatorId } of rows) avoid.set(caseId, [...(avoid.get(caseId) ?? []), evaluatorId]);
  return avoid;
}

const listed = (cases: readonly Assignable[]): string => {
  const shown = cases.slice(0, 10).map(({ number }) => number);
  return cases.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ');
};

/** What each case gets. @throws ProblemError 422 naming the cases for which there are too few evaluators without a conflict */
async function planned(
  cases: readonly Assignable[],
  { evaluatorIds, each }: BulkAssignment,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (each === undefined) return new Map(cases.map(({ id }) => [id, evaluatorIds]));
  if (each > evaluatorIds.length) {
    const atMost: Words = words(
      `Vybraných hodnotitelů je jen ${evaluatorIds.length}.`,
      `Only ${evaluatorIds.length} evaluators are chosen.`,
    );
    throw invalid({ each: atMost });
  }
  const ids = cases.map(({ id }) => id);
  const avoid = await conflictsBefore(ids, evaluatorIds);
  const { given, short } = share(
    ids.map((id) => ({ id, avoid: avoid.get(id) ?? [] })),
    evaluatorIds,
    each,
  );
  if (short.length === 0) return given;
  const numbers = listed(cases.filter(({ id }) => short.includes(id)));
  throw invalid({
    evaluatorIds: words(
      `U těchto spisů zbývá po podjatých méně než ${each} hodnotitelů: ${numbers}.`,
      `Without those in conflict, fewer than ${each} evaluators are left for: ${numbers}.`,
    ),
  });
}

/**
 * Gives evaluators to many applications of a programme that are not in evaluation yet; all of them or none.
 * @returns who got what, in the order of the numbers of the cases
 * @throws ProblemError 404 when the programme or a case is not there, 422 naming `caseIds`, `evaluatorIds` or `each`
 */
export function assignMany(context: Asking, programmeId: string, wanted: BulkAssignment): Promise<Given[]> {
  return context.inTenant(async () => {
    const cases = await held('g.programme_id = $1 and c.id = any($2::uuid[])', [programmeId, wanted.caseIds]);
    if (cases.length !== new Set(wanted.caseIds).size) throw notFound();
    await mustEvaluate(wanted.evaluatorIds);
    const late = cases.filter((one) => !beforeEvaluation(one));
    if (late.length > 0)
      throw invalid({
        caseIds: words(
          `Tyto spisy už jsou v hodnocení nebo za ním: ${listed(late)}.`,
          `These are in evaluation or past it: ${listed(late)}.`,
        ),
      });
    const given = await planned(cases, wanted);
    await giveAll(
      context,
      cases.map((to) => ({ to, evaluatorIds: given.get(to.id) ?? [] })),
    );
    return cases.map(({ id, number }) => ({ caseId: id, number, evaluatorIds: given.get(id) ?? [] }));
  });
}
