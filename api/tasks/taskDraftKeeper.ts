import { TaskDraft } from '../../models';
import type { SmallValues } from '../../processes/changes';
import type { Step } from '../../processes/define';
import { processById } from '../../processes/registry';
import { rulesOf } from '../../processes/rulesRegistry';
import type { TaskDraftView, TaskView } from '../../processes/views';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { startsOf } from '../calendar/announcementForm';
import { answersOf, applicationNow, currentApplication, submissionsOf } from '../cases/applications';
import type { CaseRecord, TaskRecord } from '../cases/caseRecords';
import { formOfStep } from '../forms/applicationForms';
import { foreignFields, type FormData } from '../forms/formCheck';
import { forbidden, invalid, notNow, staleVersion } from '../problems';
import { iso, select } from '../sql';
import { actOn, blocked, whyNot } from './taskPresenter';
import { readableTask, type ReadableTask } from './taskRecords';

const KEPT = 'returning version, updated_at as "updatedAt"';
const FIRST = `insert into task_drafts (tenant_id, task_id, user_id, data) values ($1, $2, $3, $4::jsonb)
  on conflict (task_id, user_id) do nothing ${KEPT}`;
const NEXT = `update task_drafts set data = $4::jsonb, version = version + 1, updated_at = now()
  where tenant_id = $1 and task_id = $2 and user_id = $3 and version = $5 ${KEPT}`;

/** Under whom the answer is kept: the applicant's people prepare one together, an official their own. */
const keeperOf = (
  userId: string,
  { role }: Pick<TaskRecord, 'role'>,
  { identityId, applicantId }: Pick<CaseRecord, 'identityId' | 'applicantId'>,
): string => (role === 'applicant' && identityId !== null ? applicantId : userId);

/**
 * Keeps what the person typed into a task's form and has not sent; unfinished is fine, foreign fields are not.
 * @param version that the writer saw; 0 where nothing was kept
 * @throws ProblemError 412 when another device or another of the applicant's people kept something meanwhile, 422 naming foreign fields, 409 when nobody can act, 403
 */
export function keepTaskDraft(context: Asking, taskId: string, data: FormData, version: number): Promise<TaskDraftView> {
  return context.inTenant(async () => {
    const { task, tasks, record } = await readableTask(context.person, taskId);
    const stands = blocked(task, record);
    if (stands) throw notNow(stands);
    const definition = processById(task.processId);
    const may = actOn(context.person, { ...task, claimedBy: null }, tasks, record, 'edit');
    if (!may.allowed) throw forbidden(whyNot(may, task, definition));
    const form = await formOfStep(definition, task.step, record, () => applicationNow(record, tasks));
    const foreign = form ? foreignFields(form, data) : Object.keys(data);
    if (foreign.length > 0) {
      throw invalid(
        Object.fromEntries(
          foreign.map((field) => [field, words('Takový údaj v tomto formuláři není.', 'There is no such field in this form.')]),
        ),
      );
    }
    const [kept] = await select<{ version: number; updatedAt: Date }>(version === 0 ? FIRST : NEXT, [
      context.tenantId,
      taskId,
      keeperOf(context.person.id, task, record),
      JSON.stringify(data),
      ...(version === 0 ? [] : [version]),
    ]);
    if (!kept) throw staleVersion();
    return { version: kept.version, updatedAt: iso(kept.updatedAt) };
  });
}

/** Fields of the form that the task tells by the same name: the variable symbol of a payment. Null: none. */
function told(step: Step | undefined, params: SmallValues): FormData | null {
  const named = Object.entries(params).filter(([name]) => step?.form && foreignFields(step.form, { [name]: null }).length === 0);
  return named.length === 0 ? null : Object.fromEntries(named);
}

/** What the person typed into the task's form, and what the form starts from where nothing was typed. Inside inTenant. */
export async function startOfForm(
  userId: string,
  { task, tasks, record }: ReadableTask,
): Promise<Pick<TaskView, 'draft' | 'draftVersion' | 'initial' | 'startsBy'>> {
  if (task.state !== 'open') return { draft: null, draftVersion: 0, initial: null, startsBy: null };
  const kept = await TaskDraft.findOne({ where: { taskId: task.id, userId: keeperOf(userId, task, record) } });
  const typed = { draft: kept?.data ?? null, draftVersion: kept?.version ?? 0, startsBy: null };
  const submissions = await submissionsOf(record.id, tasks);
  const field = rulesOf(record.processId).applicationIn[task.step];
  if (field !== undefined) return { ...typed, initial: { [field]: currentApplication(record.processId, submissions) } };
  if (rulesOf(record.processId).announcesIn.includes(task.step)) {
    return { ...typed, initial: null, startsBy: startsOf(task.step, submissions) };
  }
  // A form that came back starts from what was sent before.
  const before = task.role === 'applicant' ? submissions.filter(({ step }) => step === task.step).at(-1) : undefined;
  const started = rulesOf(record.processId).startsFrom(task.step, answersOf(submissions));
  return { ...typed, initial: before?.data ?? started ?? told(processById(record.processId).steps[task.step], task.params) };
}
