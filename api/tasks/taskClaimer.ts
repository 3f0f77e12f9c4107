import { Task, User } from '../../models';
import { mayAct } from '../../processes/policy';
import { processById } from '../../processes/registry';
import { rulesOf } from '../../processes/rulesRegistry';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { inProcess } from '../names';
import { conflict, forbidden, invalid, notNow } from '../problems';
import { actorFor, record } from '../record';
import type { TaskRecord } from '../cases/caseRecords';
import { isTaskOf } from '../cases/reading';
import { actOn, blocked, doneBy, whyNot } from './taskPresenter';
import { readableTask, type ReadableTask } from './taskRecords';

const about = ({ task }: ReadableTask): { taskKey: string; step: string } => ({ taskKey: task.id, step: task.step });

/** @throws ProblemError 409 when nobody can act on the task now */
function mustStand({ task, record: of }: ReadableTask): void {
  const stands = blocked(task, of);
  if (stands) throw notNow(stands);
}

/** Is the step done by several people without seeing each other's answers? Then each of them does it once. */
const isIndependent = ({ task, record: of }: ReadableTask): boolean => task.step in rulesOf(of.processId).blindUntil;

const hasOrDid = (task: TaskRecord, userId: string): boolean =>
  task.state === 'done' ? task.doneBy === userId : task.state === 'open' && (task.claimedBy ?? task.assigneeId) === userId;

const takenBy = (name: string | null) =>
  conflict(words(`Úkol si už vzal(a) ${name ?? 'někdo jiný'}.`, `${name ?? 'Somebody else'} has claimed the task.`));

/**
 * Takes a task of one's group. Of two at once one gets it. Claiming what one has already changes nothing.
 * @throws ProblemError 404, 403 with the reason, 409 naming who has it
 */
export function claimTask(context: Asking, taskId: string): Promise<void> {
  return context.inTenant(async () => {
    const found = await readableTask(context.person, taskId);
    const { task } = found;
    mustStand(found);
    if (task.claimedBy === context.person.id) return;
    if (task.claimedBy !== null) throw takenBy(task.claimedName);
    const may = actOn(context.person, task, found.tasks, found.record);
    if (!may.allowed) throw forbidden(whyNot(may, task, processById(task.processId)));
    const [claimed] = await Task.update(
      { claimedBy: context.person.id, claimedAt: new Date() },
      { where: { id: taskId, state: 'open', claimedBy: null } },
    );
    if (claimed === 0) throw takenBy((await readableTask(context.person, taskId)).task.claimedName);
    await record(context, {
      type: 'taskClaimed',
      what: about(found),
      caseId: task.caseId,
      actor: { id: context.person.id, role: may.role, ...(may.onBehalfOf !== undefined && { onBehalfOf: may.onBehalfOf }) },
    });
  });
}

/**
 * Gives a claimed task back to the group: by who has it, or by who may reassign.
 * @throws ProblemError 404, 403, 409
 */
export function releaseTask(context: Asking, taskId: string, mayReassign: boolean): Promise<void> {
  return context.inTenant(async () => {
    const found = await readableTask(context.person, taskId);
    const { task } = found;
    mustStand(found);
    if (task.claimedBy === null) return;
    if (task.claimedBy !== context.person.id && !mayReassign) {
      throw forbidden(
        words(
          'Vrátit úkol skupině může ten, kdo ho má, nebo správce spisu.',
          'The task can be given back by who has it, or by the keeper of the case.',
        ),
      );
    }
    await Task.update({ claimedBy: null, claimedAt: null }, { where: { id: taskId, state: 'open', claimedBy: task.claimedBy } });
    await record(context, {
      type: 'taskReleased',
      what: { ...about(found), from: task.claimedBy },
      caseId: task.caseId,
      actor: actorFor(context.person, ['tasks', 'claim']),
    });
  });
}

/**
 * Gives the task to another person, who must be able to do it: active, with the role, and not held by four eyes.
 * @throws ProblemError 404, 409, 422 naming `userId`
 */
export function reassignTask(context: Asking, taskId: string, to: { readonly userId: string; readonly reason: string }): Promise<void> {
  return context.inTenant(async () => {
    const found = await readableTask(context.person, taskId);
    const { task, tasks, record: of } = found;
    mustStand(found);
    const user = await User.findOne({ where: { id: to.userId, active: true } });
    const definition = processById(task.processId);
    const may =
      user &&
      mayAct(
        inProcess(
          {
            id: user.id,
            name: user.name,
            email: user.email,
            language: user.language,
            roles: user.roles,
            identities: {},
            substitutes: [],
          },
          task.processId,
        ),
        { step: task.step, state: task.state, assigneeId: null, claimedBy: null },
        definition,
        doneBy(tasks),
        of.applicantId,
      );
    if (user && isIndependent(found) && tasks.some((other) => other.id !== task.id && other.step === task.step && hasOrDid(other, user.id)))
      throw invalid({
        userId: words('Tento člověk už tento krok ve spisu má nebo udělal.', 'This person has or did this step in the case already.'),
      });
    if (!user || task.role === 'applicant' || !may?.allowed) {
      const why = may && !may.allowed ? whyNot(may, task, definition) : words('Tento člověk tu není.', 'There is no such person.');
      throw invalid({ userId: why });
    }
    const given = task.assigneeId !== null;
    await Task.update(given ? { assigneeId: user.id, claimedBy: null, claimedAt: null } : { claimedBy: user.id, claimedAt: new Date() }, {
      where: { id: taskId, state: 'open' },
    });
    await record(context, {
      type: 'taskReassigned',
      what: { ...about(found), from: given ? task.assigneeId : task.claimedBy, to: user.id, reason: to.reason },
      caseId: task.caseId,
      actor: actorFor(context.person, ['tasks', 'reassign']),
    });
  });
}

/** Sets the day on which the task is to be looked at again, or removes it. */
export function setFollowUp(context: Asking, taskId: string, on: string | null): Promise<void> {
  return context.inTenant(async () => {
    const found = await readableTask(context.person, taskId);
    const { task } = found;
    mustStand(found);
    if (!isTaskOf(context.person, task))
      throw forbidden(words('Připomínku si dává, kdo úkol může udělat.', 'A follow-up is set by who can do the task.'));
    if (task.followUpOn === on) return;
    await Task.update({ followUpOn: on }, { where: { id: taskId, state: 'open' } });
    await record(context, {
      type: 'followUpSet',
      what: { ...about(found), on },
      caseId: task.caseId,
      actor: actorFor(context.person, ['tasks', 'claim']),
    });
  });
}
