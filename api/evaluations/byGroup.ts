/** Evaluators taken from groups: the members of one today, and those of the groups that are for a case. */
import { evaluatorsByGroups, membersOf, withoutConflict, type Evaluator } from '../../models/grants/evaluatorGroups';
import { words } from '../../processes/words';
import { invalid } from '../problems';
import { select } from '../sql';

const NONE = words('Taková skupina hodnotitelů tu není.', 'There is no such group of evaluators.');
const UNUSED = words('Tato skupina hodnotitelů je vyřazená.', 'This group of evaluators is not used any more.');
const EMPTY = words('Ve skupině dnes není nikdo, kdo by mohl hodnotit.', 'Nobody in the group can evaluate today.');

/** Who is in the group today; inside inTenant. @throws ProblemError 422 naming `groupId` */
export async function membersNow(groupId: string): Promise<{ readonly name: string; readonly members: readonly Evaluator[] }> {
  const [group] = await select<{ name: string; active: boolean }>('select name, active from evaluator_groups where id = $1', [groupId]);
  if (!group) throw invalid({ groupId: NONE });
  if (!group.active) throw invalid({ groupId: UNUSED });
  const members = await membersOf([groupId]);
  if (members.length === 0) throw invalid({ groupId: EMPTY });
  return { name: group.name, members };
}

/** Who may evaluate the case by the group, or by all groups that are for it; without those in conflict. Inside inTenant. @throws ProblemError 422 naming `groupId` */
export async function candidates(caseId: string, groupId: string | undefined): Promise<readonly Evaluator[]> {
  return groupId === undefined ? evaluatorsByGroups(caseId) : withoutConflict(caseId, (await membersNow(groupId)).members);
}
