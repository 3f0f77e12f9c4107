import { TaskDraft } from '../../models';
import { processById } from '../../processes/registry';
import { rulesOf } from '../../processes/rulesRegistry';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { currentApplication, submissionsOf } from '../cases/applications';
import { foreignFields, type FormData } from '../forms/formCheck';
import { forbidden, invalid, notNow } from '../problems';
import { actOn, blocked, whyNot } from './taskPresenter';
import { readableTask, type ReadableTask } from './taskRecords';

/** Keeps what the person typed into a task's form and has not sent; unfinished is fine, foreign fields are not. */
export function keepTaskDraft(context: Asking, taskId: string, data: FormData): Promise<void> {
  return context.inTenant(async () => {
    const { task, tasks, record } = await readableTask(context.person, taskId);
    const stands = blocked(task, record);
    if (stands) throw notNow(stands);
    const definition = processById(task.processId);
    const may = actOn(context.person, { ...task, claimedBy: null }, tasks, record);
    if (!may.allowed) throw forbidden(whyNot(may, task, definition));
    const form = definition.steps[task.step]?.form;
    const foreign = form ? foreignFields(form, data) : Object.keys(data);
    if (foreign.length > 0) {
      throw invalid(
        Object.fromEntries(
          foreign.map((field) => [field, words('Takový údaj v tomto formuláři není.', 'There is no such field in this form.')]),
        ),
      );
    }
    await TaskDraft.upsert({ taskId, userId: context.person.id, data: { ...data }, updatedAt: new Date() });
  });
}

/** What the person typed into the task's form, and what the form starts from where nothing was typed. Inside inTenant. */
export async function startOfForm(userId: string, { task, tasks, record }: ReadableTask): Promise<{ draft: unknown; initial: unknown }> {
  if (task.state !== 'open') return { draft: null, initial: null };
  const draft = await TaskDraft.findOne({ where: { taskId: task.id, userId } });
  const submissions = await submissionsOf(record.id, tasks);
  const field = rulesOf(record.processId).applicationIn[task.step];
  if (field !== undefined) return { draft: draft?.data ?? null, initial: { [field]: currentApplication(record.processId, submissions) } };
  // A form that came back starts from what was sent before.
  const before = task.role === 'applicant' ? submissions.filter(({ step }) => step === task.step).at(-1) : undefined;
  return { draft: draft?.data ?? null, initial: before?.data ?? null };
}
