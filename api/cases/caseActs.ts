import { processById } from '../../processes/registry';
import { roles, type Role } from '../../processes/roles';
import { words } from '../../processes/words';
import type { Actor } from '../../processes/changes';
import { mustHave, rightToCase } from '../identities/ownership';
import { facesOf } from '../names';
import { forbidden } from '../problems';
import { act, type Keyed, type NewAct } from './actSender';
import { readableCase, type Readable } from './reading';

/** The person as one with the role, in their own name or in whose place they act. Null: they do not hold it. */
function actorWith(context: Pick<Keyed, 'person'>, role: Role, processId: string): Actor | null {
  const face = facesOf(context.person, processId).find((one) => one.roles.includes(role));
  if (!face) return null;
  return { id: context.person.id, role, ...(face.id !== context.person.id && { onBehalfOf: face.id }) };
}

async function actOnCase(context: Keyed, caseId: string, make: (found: Readable) => NewAct): Promise<void> {
  const made = await context.inTenant(async () => make(await readableCase(context.person, caseId)));
  await act(context, caseId, made);
}

/** @throws ProblemError 403 naming the role that keeps the cases of the process */
export function keeperOf(context: Pick<Keyed, 'person'>, { record }: Readable): Actor {
  const { keeper } = processById(record.processId);
  const actor = actorWith(context, keeper, record.processId);
  if (actor) return actor;
  throw forbidden(words(`Spis vede ${roles[keeper].cs.toLowerCase()}.`, `The case is kept by the ${roles[keeper].en.toLowerCase()}.`));
}

/** Takes the application back: its applicant, while the procedure allows it. @throws ProblemError 403, 404, 409 */
export function withdrawCase(context: Keyed, caseId: string, reason: string): Promise<void> {
  return actOnCase(context, caseId, ({ record }) => {
    const right = rightToCase(context.person, record);
    if (right === null) throw forbidden(words('Vzít žádost zpět může jen ten, kdo ji podal.', 'Only who applied can withdraw.'));
    mustHave(right, 'submit');
    return { kind: 'withdraw', reason, actor: { id: context.person.id, role: 'applicant' } };
  });
}

/** Suspends the case: nobody can act, its clocks stand. @throws ProblemError 403, 404, 409 */
export function suspendCase(context: Keyed, caseId: string, reason: string): Promise<void> {
  return actOnCase(context, caseId, (found) => ({ kind: 'suspend', reason, actor: keeperOf(context, found) }));
}

/** @throws ProblemError 403, 404, 409 when it is not suspended */
export function resumeCase(context: Keyed, caseId: string): Promise<void> {
  return actOnCase(context, caseId, (found) => ({ kind: 'resume', actor: keeperOf(context, found) }));
}

/**
 * Moves the due day of a task, or (without one) of the legal clock of the case.
 * @throws ProblemError 403, 404, 409, 422 naming `until`
 */
export function moveDeadline(
  context: Keyed,
  caseId: string,
  to: { readonly taskId: string | null; readonly until: string; readonly reason: string },
): Promise<void> {
  const { taskId, until, reason } = to;
  return actOnCase(context, caseId, (found) => ({ kind: 'moveDeadline', taskKey: taskId, until, reason, actor: keeperOf(context, found) }));
}
