import { send } from '../../models';
import type { SmallValue, SmallValues } from '../../processes/changes';
import type { ProcessDefinition, Step } from '../../processes/define';
import { answerErrors } from '../../processes/formItems/answerErrors';
import { isRecord } from '../../processes/formSchema';
import { processById } from '../../processes/registry';
import { rulesOf } from '../../processes/rulesRegistry';
import type { FieldErrors } from '../../processes/rules';
import { words } from '../../processes/words';
import { actId } from '../actKey';
import { act, type Keyed, type NewAct } from '../cases/actSender';
import { answersOf, applicationNow, currentApplication, submissionsOf } from '../cases/applications';
import type { CaseRecord } from '../cases/caseRecords';
import { decidedProblem } from '../cases/refusals';
import { documentErrors } from '../documents/documentErrors';
import { evaluationContext, requiredScores } from '../evaluations/completion';
import { applicationForm, formOfStep } from '../forms/applicationForms';
import { formErrors, missingFor, type FormData } from '../forms/formCheck';
import { forbidden, invalid, notNow, ProblemError } from '../problems';
import { findSubject } from '../subjects';
import { dayOf, today } from '../today';
import { givenByYear, giveUp, lockLimits, reserve } from './reservations';
import { readableTask, type ReadableTask } from './taskRecords';
import { actOn, blocked, inPlaceOf, whyNot } from './taskPresenter';

export interface Completion {
  readonly outcome: string;
  readonly data: FormData;
  /** In whose place, where the person may act for several. */
  readonly onBehalfOf?: string;
}

/** The fields that the procedure decides on; everything else stays in the submission. */
function decidedValues(step: Step, data: FormData): SmallValues {
  const entries = (step.decides ?? []).flatMap((path): [string, SmallValue][] => {
    const way = path.split('.');
    const value = way.reduce<unknown>((inner, part) => (isRecord(inner) ? inner[part] : undefined), data);
    return value === undefined ? [] : [[way.at(-1) ?? path, value as SmallValue]];
  });
  return Object.fromEntries(entries);
}

/** What the items of the programme's form compare, where the step brings the whole application anew. */
async function itemErrors(step: string, data: FormData, record: CaseRecord): Promise<FieldErrors> {
  const field = rulesOf(record.processId).applicationIn[step];
  const brought = field === undefined ? undefined : data[field];
  if (field === undefined || !isRecord(brought)) return {};
  const { items } = await applicationForm(record);
  return Object.fromEntries(Object.entries(answerErrors(items, brought)).map(([path, what]) => [`${field}.${path}`, what]));
}

interface Checked {
  readonly errors: FieldErrors;
  /** What follows from the answers; empty where there are errors. */
  readonly derived: SmallValues;
}

/** Everything that is wrong with what was filled in: schema, outcome, documents, then what the rules of the process compare. */
async function check(found: ReadableTask, definition: ProcessDefinition, step: Step, { outcome, data }: Completion): Promise<Checked> {
  const { record, task, tasks } = found;
  const form = await formOfStep(definition, task.step, record, () => applicationNow(record, tasks));
  const errors = {
    ...(form ? formErrors(form, data) : {}),
    ...missingFor([...(step.outcomes[outcome]?.requires ?? []), ...(await requiredScores(record, task.step, outcome))], data),
  };
  if (Object.keys(errors).length > 0) return { errors, derived: {} };
  const rules = rulesOf(definition.id);
  if (rules.commits[`${task.step}.${outcome}`]) await lockLimits([record.id]);
  const [subject, submissions, awards, evaluation] = await Promise.all([
    findSubject(record.subjectId, record.id),
    submissionsOf(record.id, tasks),
    rules.comparesAwards.includes(task.step) ? givenByYear(record.id) : {},
    evaluationContext(record, task.step, outcome),
  ]);
  const context = {
    today: today(),
    subject,
    values: record.values,
    application: currentApplication(definition.id, submissions),
    openedOn: dayOf(record.openedAt),
    answers: answersOf(submissions),
    params: task.params,
    awardedByYear: awards,
    ...evaluation,
  };
  const compared = {
    ...(form ? await documentErrors(form.schema, data, record.id) : {}),
    ...(await itemErrors(task.step, data, record)),
    ...rules.validateStep(task.step, outcome, data, context),
  };
  const isRight = Object.keys(compared).length === 0;
  return { errors: compared, derived: isRight ? rules.derived(task.step, outcome, data, context) : {} };
}

/** An act that may be sent: everything was asked, its submission is stored. */
export interface PreparedCompletion {
  readonly caseId: string;
  readonly act: Extract<NewAct, { kind: 'complete' }>;
}

/**
 * Asks policy and form whether the person may complete the task so, and stores what was filled in; inside inTenant.
 * @param id of the act and of its submission
 * @returns null when this very act is done already
 * @throws ProblemError 404, 403 with the reason, 409 naming who was faster, 422 naming the fields
 */
export async function prepareCompletion(
  { tenantId, person }: Pick<Keyed, 'tenantId' | 'person'>,
  id: string,
  taskId: string,
  completion: Completion,
): Promise<PreparedCompletion | null> {
  const found = await readableTask(person, taskId);
  const { record, task, tasks } = found;
  const definition = processById(task.processId);
  // The answer to this very request was lost: it is done, and says so again.
  if (task.state === 'done' && task.submissionId === id) return null;
  if (task.state === 'done' && task.outcome !== null && task.closedAt !== null) {
    throw decidedProblem(task, task.doneByName ?? '', task.closedAt, task.outcome);
  }
  const stands = blocked(task, record);
  if (stands) throw notNow(stands);

  const { onBehalfOf } = completion;
  const may = actOn(onBehalfOf === undefined ? person : inPlaceOf(person, onBehalfOf), task, tasks, record);
  if (!may.allowed) throw forbidden(whyNot(may, task, definition));

  const step = definition.steps[task.step];
  // Own names only: 'constructor' is a part of every object and no outcome.
  const outcome = step && Object.hasOwn(step.outcomes, completion.outcome) ? step.outcomes[completion.outcome] : undefined;
  if (!step || !outcome || outcome.byTime === true)
    throw invalid({ outcome: words('Tak tento úkol skončit nemůže.', 'The task cannot end so.') });
  const { errors, derived } = await check(found, definition, step, completion);
  if (Object.keys(errors).length > 0) throw invalid(errors);

  // A row by itself is part of no case: only the act makes it so.
  send(
    'insert into submissions (tenant_id, id, case_id, step, task_id, user_id, data) values ($1, $2, $3, $4, $5, $6, $7::jsonb) on conflict do nothing',
    [tenantId, id, record.id, task.step, taskId, person.id, JSON.stringify(completion.data)],
  );
  const takes = rulesOf(definition.id).commits[`${task.step}.${completion.outcome}`];
  const amount = completion.data[takes?.amount ?? ''];
  const decidedOn = completion.data[takes?.awardedOn ?? ''];
  const year = typeof decidedOn === 'string' ? Number(decidedOn.slice(0, 4)) : null;
  if (typeof amount === 'number') reserve({ tenantId, caseId: record.id, taskId, actId: id, amount, year });
  return {
    caseId: record.id,
    act: {
      kind: 'complete',
      actor: { id: person.id, role: may.role, ...(may.onBehalfOf !== undefined && { onBehalfOf: may.onBehalfOf }) },
      taskKey: taskId,
      outcome: completion.outcome,
      submissionId: id,
      values: { ...decidedValues(step, completion.data), ...derived },
    },
  };
}

/**
 * Completes a task: asks policy and form, stores what was filled in, and sends the act to the case. When it returns, what the case did next is in the tables.
 * @throws ProblemError 404, 403 with the reason, 409 naming who was faster, 422 naming the fields; then the case has not changed
 */
export async function completeTask(context: Keyed, taskId: string, completion: Completion): Promise<void> {
  const id = actId(context, { taskId, ...completion });
  const prepared = await context.inTenant(() => prepareCompletion(context, id, taskId, completion));
  if (!prepared) return;
  try {
    await act(context, prepared.caseId, prepared.act, id);
  } catch (error) {
    // Refused by the case. Of an act whose end is not known the reservation stays until a worker has asked (workers/reservations.ts).
    if (error instanceof ProblemError && error.status < 500) await context.inTenant(async () => giveUp(id));
    throw error;
  }
}
