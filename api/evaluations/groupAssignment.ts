/** Adding evaluators to a case by groups, as they stand today. */
import { evaluatorsOf } from '../../models/grants/evaluators';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid } from '../problems';
import { assignable, giveAll } from './assignment';
import { candidates } from './byGroup';

const NOBODY = words(
  'Skupina teď k tomuto spisu nikoho dalšího nepřidá: její členové už ho mají, jsou podjatí, nebo v ní dnes nikdo není.',
  'The group adds nobody to this case now: its members have it already, are in conflict, or nobody is in it today.',
);

/**
 * Adds members of the group to who evaluates the case, without those in conflict; without a group, of all groups that are for the case. Who evaluates already
 * stays, whoever left the group meanwhile.
 * @throws ProblemError 404, 409 when it is evaluated just now or is past that, 422 naming `groupId`
 */
export function addByGroup(context: Asking, caseId: string, groupId: string | undefined): Promise<void> {
  return context.inTenant(async () => {
    const one = await assignable(caseId);
    const stay = one.evaluators.length > 0 ? one.evaluators : await evaluatorsOf(caseId);
    const found = await candidates(caseId, groupId);
    const added = found.filter(({ id }) => !stay.some((known) => known.id === id));
    // What the groups give by themselves when the evaluation opens need not be added; it is kept as of today where it is asked for.
    const isKept = one.evaluators.length === 0 && groupId === undefined && found.length > 0;
    if (added.length === 0 && !isKept) throw invalid({ groupId: NOBODY });
    const by = added.length > 0 ? added : found;
    await giveAll(context, [{ to: one, chosen: [...stay, ...added] }], [...new Set(by.flatMap(({ groupName }) => groupName ?? []))]);
  });
}
