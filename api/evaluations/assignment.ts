/** Who evaluates which application: many at once before their evaluation, one also while its proposal is open. */
import { query, User } from '../../models';
import { conflictsBefore } from '../../models/grants/conflicts';
import type { Evaluator } from '../../models/grants/evaluatorGroups';
import { ROUND } from '../../models/grants/evaluators';
import type { Given } from '../../processes/grant/evaluationViews';
import { share } from '../../processes/grant/sharing';
import { words, type Words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid, notFound, notNow } from '../problems';
import { actorFor, record } from '../record';
import { select } from '../sql';
import { membersNow } from './byGroup';

/** Statuses before the evaluation. */
const BEFORE = ['checking', 'returned'];

/** One who is to evaluate, and through which group; null: chosen by name. */
export type Chosen = Pick<Evaluator, 'id' | 'groupId'>;

export interface Assignable {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly closed: boolean;
  readonly proposing: boolean;
  /** The running case has read who is asked in the round that opens just now, and has not opened it yet. */
  readonly opening: boolean;
  /** Its own list as it was. */
  readonly evaluators: readonly Chosen[];
}

/** Cases of the programmes of grants, held until the end of the transaction, so that none goes on nor reads its evaluators meanwhile. */
export function held(condition: string, bind: readonly unknown[]): Promise<Assignable[]> {
  return select<Assignable>(
    `select c.id, c.number, c.status, c.closed_at is not null as closed,
       exists (select from tasks t where t.case_id = c.id and t.state = 'open' and t.step = 'proposal') as proposing,
       g.evaluators_read >= ${ROUND('c')} as opening,
       (select coalesce(jsonb_agg(jsonb_build_object('id', one.evaluator_id, 'groupId', one.group_id) order by one.place), '[]')
          from case_evaluators one where one.case_id = c.id) as evaluators
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
async function give(context: Asking, one: Assignable, chosen: readonly Chosen[]): Promise<void> {
  await query('delete from case_evaluators where case_id = $1', [one.id]);
  if (chosen.length > 0)
    await query(
      `insert into case_evaluators (tenant_id, case_id, evaluator_id, place, group_id, assigned_by)
       select $1, $2, one.id, one.place, one.group_id, $3 from unnest($4::uuid[], $5::uuid[]) with ordinality as one (id, group_id, place)`,
      [context.tenantId, one.id, context.person.id, chosen.map(({ id }) => id), chosen.map(({ groupId }) => groupId)],
    );
}

export const idsOf = (chosen: readonly Chosen[]): string[] => chosen.map(({ id }) => id);

const isSame = (a: readonly Chosen[], b: readonly Chosen[]): boolean =>
  a.length === b.length && a.every(({ id }, place) => id === b[place]?.id);

/** @param groups through which they were chosen, for the record */
export async function giveAll(
  context: Asking,
  changes: readonly { readonly to: Assignable; readonly chosen: readonly Chosen[] }[],
  groups: readonly string[] = [],
): Promise<void> {
  const real = changes.filter(({ to, chosen }) => !isSame(to.evaluators, chosen));
  for (const { to, chosen } of real) await give(context, to, chosen);
  if (real.length === 0) return;
  await record(
    context,
    ...real.map(({ to, chosen }) => ({
      type: 'evaluatorsAssigned' as const,
      caseId: to.id,
      what: { number: to.number, count: chosen.length, ...(groups.length > 0 && { groups: groups.join(', ') }) },
      before: { evaluatorIds: idsOf(to.evaluators) },
      after: { evaluatorIds: idsOf(chosen) },
      actor: actorFor(context.person, ['evaluations', 'edit']),
    })),
  );
}

const OPENING = words(
  'Hodnocení se právě otvírá a hodnotitelé jsou už vybraní. Načtěte spis znovu; dalšího přidáte, až se bude připravovat návrh.',
  'The evaluation is just opening and its evaluators are chosen. Read the case again; add another one while the proposal is being prepared.',
);

/** The one case, where its evaluators may be changed now. @throws ProblemError 404, 409 when it is evaluated, or its evaluation opens just now */
export async function assignable(caseId: string): Promise<Assignable> {
  const [one] = await held('c.id = $1', [caseId]);
  if (!one) throw notFound();
  if (!beforeEvaluation(one) && !(one.proposing && !one.closed))
    throw notNow(
      words(
        'Hodnotitele lze měnit před hodnocením, nebo když se připravuje návrh. Běžící úkol předejte jinému přímo v něm.',
        'Evaluators may be changed before the evaluation, or while the proposal is being prepared. Hand an open task over in itself.',
      ),
    );
  if (one.opening) throw notNow(OPENING);
  return one;
}

/**
 * Sets the case's own evaluators; an empty list leaves it to the programme's again. Possible before the evaluation, and while its proposal is open: then who
 * is new gets it where the officer asks for another evaluation. Who stays keeps the group through which they came.
 * @throws ProblemError 404, 409 when it is evaluated just now or is past that, 422
 */
export function assignToCase(context: Asking, caseId: string, evaluatorIds: readonly string[]): Promise<void> {
  return context.inTenant(async () => {
    const one = await assignable(caseId);
    await mustEvaluate(evaluatorIds);
    const chosen = evaluatorIds.map((id) => one.evaluators.find((known) => known.id === id) ?? { id, groupId: null });
    await giveAll(context, [{ to: one, chosen }]);
  });
}

export interface BulkAssignment {
  readonly caseIds: readonly string[];
  /** These people, or the members of a group today. */
  readonly evaluatorIds?: readonly string[];
  readonly groupId?: string;
  /** Each case gets so many of them, shared evenly and past those in conflict before; absent: all of them, of a group all without a conflict. */
  readonly each?: number;
}

const listed = (cases: readonly Assignable[]): string => {
  const shown = cases.slice(0, 10).map(({ number }) => number);
  return cases.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ');
};

/** @param each how many each case needs. @throws ProblemError 422 at `field` naming the cases for which there are too few without a conflict */
function mustSuffice(cases: readonly Assignable[], short: readonly string[], each: number, field: string): void {
  if (short.length === 0) return;
  const numbers = listed(cases.filter(({ id }) => short.includes(id)));
  throw invalid({
    [field]: words(
      `U těchto spisů zbývá po podjatých méně než ${each} hodnotitelů: ${numbers}.`,
      `Without those in conflict, fewer than ${each} evaluators are left for: ${numbers}.`,
    ),
  });
}

/** What each case gets. @param field what was chosen by: `evaluatorIds` or `groupId` @throws ProblemError 422 */
async function planned(
  cases: readonly Assignable[],
  chosen: readonly Chosen[],
  each: number | undefined,
  field: 'evaluatorIds' | 'groupId',
): Promise<ReadonlyMap<string, readonly Chosen[]>> {
  if (each === undefined && field === 'evaluatorIds') return new Map(cases.map(({ id }) => [id, chosen]));
  if (each !== undefined && each > chosen.length) {
    const atMost: Words = words(`Vybraných hodnotitelů je jen ${chosen.length}.`, `Only ${chosen.length} evaluators are chosen.`);
    throw invalid({ each: atMost });
  }
  const ids = cases.map(({ id }) => id);
  const avoid = await conflictsBefore(ids, idsOf(chosen));
  if (each === undefined) {
    const given = new Map(ids.map((id) => [id, chosen.filter((one) => avoid.get(id)?.includes(one.id) !== true)]));
    mustSuffice(
      cases,
      ids.filter((id) => given.get(id)?.length === 0),
      1,
      field,
    );
    return given;
  }
  const shared = share(
    ids.map((id) => ({ id, avoid: avoid.get(id) ?? [] })),
    idsOf(chosen),
    each,
  );
  mustSuffice(cases, shared.short, each, field);
  return new Map(ids.map((id) => [id, chosen.filter((one) => shared.given.get(id)?.includes(one.id) === true)]));
}

/**
 * Gives evaluators to many applications of a programme that are not in evaluation yet; all of them or none.
 * @returns who got what, in the order of the numbers of the cases
 * @throws ProblemError 404 when the programme or a case is not there, 422 naming `caseIds`, `evaluatorIds`, `groupId` or `each`
 */
export function assignMany(context: Asking, programmeId: string, wanted: BulkAssignment): Promise<Given[]> {
  return context.inTenant(async () => {
    const cases = await held('g.programme_id = $1 and c.id = any($2::uuid[])', [programmeId, wanted.caseIds]);
    if (cases.length !== new Set(wanted.caseIds).size) throw notFound();
    const { groupId, evaluatorIds = [] } = wanted;
    const group = groupId === undefined ? null : await membersNow(groupId);
    if (!group) await mustEvaluate(evaluatorIds);
    const late = cases.filter((one) => !beforeEvaluation(one) || one.opening);
    if (late.length > 0)
      throw invalid({
        caseIds: words(
          `Tyto spisy už jsou v hodnocení nebo za ním: ${listed(late)}.`,
          `These are in evaluation or past it: ${listed(late)}.`,
        ),
      });
    const chosen = group?.members ?? evaluatorIds.map((id) => ({ id, groupId: null }));
    const given = await planned(cases, chosen, wanted.each, group ? 'groupId' : 'evaluatorIds');
    await giveAll(
      context,
      cases.map((to) => ({ to, chosen: given.get(to.id) ?? [] })),
      group ? [group.name] : [],
    );
    return cases.map(({ id, number }) => ({ caseId: id, number, evaluatorIds: idsOf(given.get(id) ?? []) }));
  });
}
