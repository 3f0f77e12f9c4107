import { readClock } from '../../processes/clock';
import type { Form } from '../../processes/define';
import { stepForm } from '../../processes/formItems/applicationForm';
import { announcedEvents, withEarlier, type AnnouncedEvent } from '../../processes/grant/announcement/earlier';
import { budgetRows, withBudget } from '../../processes/formItems/budget';
import type { FormOption } from '../../processes/formItems/items';
import { tokenOf, processMap } from '../../processes/map';
import { allows } from '../../processes/policy';
import { processById } from '../../processes/registry';
import { rulesOf } from '../../processes/rulesRegistry';
import type { CaseRow, CaseView, ProcessMap, SubmissionView, TaskRow, WaitsFor } from '../../processes/views';
import { waitsFor, waitsForApplicant, type WaitingCase } from '../../processes/waits';
import { words, type Words } from '../../processes/words';
import type { Person } from '../context';
import { criteriaOf } from '../evaluations/criteria';
import { applicationForm } from '../forms/applicationForms';
import { covers } from '../../processes/identities/identity';
import { rightToCase } from '../identities/ownership';
import { rolesIn } from '../names';
import { iso, isoOrNull, select } from '../sql';
import { taskRow } from '../tasks/taskPresenter';
import { currentApplication, submissionsOf, type SubmissionRecord } from './applications';
import { openIn, openOf, type CaseRecord, type Open, type TaskRecord } from './caseRecords';
import { isTaskOf, readableValues, readsSubmission, type Readable, type Reading } from './reading';

const unknownWords = (id: string): Words => words(id, id);

function waiting(record: CaseRecord, open: Open): WaitingCase {
  return {
    definition: processById(record.processId),
    closed: record.closedAt !== null,
    suspended: open.suspension && { reason: open.suspension.reason, since: iso(open.suspension.at) },
    incident: open.incident && { what: open.incident.what, since: iso(open.incident.openedAt) },
    openTasks: open.tasks.map((task) => ({
      step: task.step,
      assignee: task.assigneeName,
      claimedBy: task.claimedName,
      openedAt: iso(task.openedAt),
      dueAt: isoOrNull(task.dueAt),
      overdue: task.dueAt !== null && task.dueAt.getTime() < Date.now(),
    })),
    wait:
      record.waitsFor === null
        ? null
        : { id: record.waitsFor, since: iso(open.waitingSince ?? record.changedAt), until: isoOrNull(record.waitsUntil) },
    applicantName: record.applicantName,
  };
}

function why(record: CaseRecord, open: Open, reading: Reading): WaitsFor | null {
  return reading === 'own' ? waitsForApplicant(waiting(record, open)) : waitsFor(waiting(record, open));
}

/** One line of a list of cases. */
export function caseRow(record: CaseRecord, open: Open, reading: Reading): CaseRow {
  const definition = processById(record.processId);
  const status = (record.result === null ? definition.statuses[record.status] : definition.results[record.result]) ?? null;
  return {
    id: record.id,
    number: record.number,
    title: record.title,
    processId: record.processId,
    applicantId: record.applicantId,
    applicantName: record.applicantName,
    identityId: record.identityId,
    subjectId: record.subjectId,
    subjectTitle: record.subjectTitle,
    status: record.status,
    statusTitle: (reading === 'own' ? status?.applicant : status?.title) ?? unknownWords(record.result ?? record.status),
    tone: status?.tone ?? 'neutral',
    result: record.result,
    suspended: record.suspended,
    openedAt: iso(record.openedAt),
    changedAt: iso(record.changedAt),
    closedAt: isoOrNull(record.closedAt),
    clockDueAt: isoOrNull(record.clockDueAt),
    waitsFor: why(record, open, reading),
  };
}

/** Forms that this case has of its own. */
interface CaseForms {
  readonly application: Form;
  /** Rows of the application's budget, as it stands now. */
  readonly budget: readonly FormOption[];
  readonly evaluation: Form;
  readonly events: readonly AnnouncedEvent[];
}

/** @param fields the only ones that the reader sees, without the name of who filled them in; otherwise all. */
function submissionView(
  { record, tasks }: Readable,
  submission: SubmissionRecord,
  { application, budget, evaluation, events }: CaseForms,
  fields?: readonly string[],
): SubmissionView {
  const definition = processById(record.processId);
  const step = definition.steps[submission.step];
  const outcome = tasks.find(({ submissionId }) => submissionId === submission.id)?.outcome ?? null;
  const form = (): Form | null => {
    const { announcesIn, scored, budgetIn } = rulesOf(definition.id);
    if (submission.step === 'application') return application;
    if (scored[submission.step] !== undefined) return evaluation;
    const list = budgetIn[submission.step];
    const plain = stepForm(definition, submission.step, application);
    if (plain && announcesIn.includes(submission.step)) return withEarlier(plain, events);
    return plain && list !== undefined ? withBudget(plain, list, budget) : plain;
  };
  return {
    id: submission.id,
    step: submission.step,
    stepTitle: step?.title ?? (definition.begunFrom === undefined ? words('Žádost', 'Application') : words('Zahájení', 'Beginning')),
    outcome: outcome === null ? null : (step?.outcomes[outcome]?.title ?? unknownWords(outcome)),
    by: { id: fields ? '' : submission.userId, name: fields ? '' : submission.userName },
    at: iso(submission.createdAt),
    data: fields ? Object.fromEntries(Object.entries(submission.data).filter(([key]) => fields.includes(key))) : submission.data,
    form: form(),
  };
}

/** What was filled in, as far as the reader may see it: of officials' forms the applicant reads what is addressed to them, without names. */
function submissionViews(person: Person, readable: Readable, submissions: readonly SubmissionRecord[], forms: CaseForms): SubmissionView[] {
  const { record, tasks, reading } = readable;
  const { toApplicant, toApplicantOnce } = rulesOf(record.processId);
  return submissions.flatMap((submission) => {
    if (readsSubmission(person, readable, submission.step, submission.userId)) return [submissionView(readable, submission, forms)];
    const task = tasks.find(({ submissionId }) => submissionId === submission.id);
    const act = task ? `${task.step}.${task.outcome ?? ''}` : '';
    const once = toApplicantOnce[act];
    const told = reading === 'own' && (once === undefined || record.values[once] !== undefined);
    const fields = told ? toApplicant[act] : undefined;
    return fields ? [submissionView(readable, submission, forms, fields)] : [];
  });
}

function peopleOf(person: Person, { record, tasks, reading }: Readable): CaseView['people'] {
  const definition = processById(record.processId);
  const people = new Map<string, { role: CaseView['people'][number]['role']; person: { id: string; name: string }; did: Words[] }>();
  people.set(record.applicantId, {
    role: 'applicant',
    person: { id: record.applicantId, name: record.applicantName },
    did: definition.begunFrom === undefined ? [words('Podal(a) žádost', 'Submitted the application')] : [],
  });
  for (const task of tasks) {
    if (task.doneBy === null || (reading !== 'whole' && !isTaskOf(person, task) && task.role !== 'applicant')) continue;
    const entry = people.get(task.doneBy) ?? { role: task.role, person: { id: task.doneBy, name: task.doneByName ?? '' }, did: [] };
    const title = definition.steps[task.step]?.title;
    if (title) entry.did.push(title);
    people.set(task.doneBy, entry);
  }
  return [...people.values()];
}

/** When each step was finished: the last time, and only where nothing of it is open nor was cancelled with a withdrawn case. */
function finishedAt(tasks: readonly TaskRecord[]): Record<string, string> {
  const days: Record<string, string> = {};
  const unfinished = new Set(tasks.filter(({ state }) => state !== 'done').map(({ step }) => step));
  for (const { step, closedAt } of tasks) {
    const at = isoOrNull(closedAt);
    if (at !== null && !unfinished.has(step) && at > (days[step] ?? '')) days[step] = at;
  }
  return days;
}

/** The map with the way of this case on it; who does not read the whole case sees the steps and not which way they ended. */
async function mapOf({ record, tasks, reading }: Readable, open: Open): Promise<ProcessMap> {
  const events = await select<{ type: string; what: Record<string, unknown> }>(
    `select type, what from events where chain_id = $1
     and type in ('caseOpened', 'taskOpened', 'taskDone', 'waitStarted', 'waitEnded', 'closed') order by seq`,
    [record.id],
  );
  const tokens = events.flatMap(({ type, what }) => tokenOf(type, what) ?? []);
  const openSteps: Record<string, number> = {};
  for (const { step } of open.tasks) openSteps[step] = (openSteps[step] ?? 0) + 1;
  if (record.waitsFor !== null) openSteps[record.waitsFor] = 1;
  const map = processMap(processById(record.processId), [{ tokens, cases: 1 }], openSteps, finishedAt(tasks));
  return reading === 'whole' ? map : { ...map, ways: map.ways.map((way) => ({ ...way, taken: 0 })) };
}

interface Standing {
  readonly open: Open;
  readonly row: CaseRow;
  readonly openTasks: TaskRow[];
}

/** Where the case stands and what is open in it, as far as the person may read it; inside inTenant. */
export async function standing(person: Person, { record, tasks, reading }: Readable): Promise<Standing> {
  const open = openOf(await openIn([record], tasks), record.id);
  const shown = open.tasks.filter(
    (task) => reading === 'whole' || (reading === 'own' ? task.role === 'applicant' : isTaskOf(person, task)),
  );
  return { open, row: caseRow(record, open, reading), openTasks: shown.map((task) => taskRow(task, record, reading === 'own')) };
}

/** The whole case as the person may read it; inside inTenant. */
export async function caseView(person: Person, readable: Readable): Promise<CaseView> {
  const { record, tasks, reading } = readable;
  const definition = processById(record.processId);
  const { open, row, openTasks } = await standing(person, readable);
  const running = record.closedAt === null;
  const roles = rolesIn(person, record.processId);
  const keeps = roles.includes(definition.keeper) && allows(roles, 'cases', 'suspend') && running;
  const [submissions, { form, items }, { form: evaluation }] = await Promise.all([
    submissionsOf(record.id, tasks),
    applicationForm(record),
    criteriaOf(record),
  ]);
  return {
    ...row,
    values: readableValues(person, readable),
    clock:
      record.clock === null
        ? null
        : {
            title: definition.clock?.title ?? words('Lhůta', 'Period'),
            provision: record.clock.provision,
            raw: record.clock,
            reading: readClock(record.clock, new Date()),
          },
    openTasks,
    submissions: submissionViews(person, readable, submissions, {
      application: form,
      budget: budgetRows(items, currentApplication(record.processId, submissions)),
      evaluation,
      events: rulesOf(record.processId).announcesIn.flatMap((step) => announcedEvents(step, submissions)),
    }),
    people: peopleOf(person, readable),
    may: {
      withdraw:
        running &&
        !record.suspended &&
        covers(rightToCase(person, record), 'submit') &&
        (definition.withdrawableIn ?? []).includes(record.status),
      suspend: keeps && !record.suspended,
      resume: keeps && record.suspended,
      moveDeadline: keeps && !record.suspended,
      comment: reading !== 'own' && allows(person.roles, 'comments', 'create'),
      upload: running && allows(person.roles, 'documents', 'create') && (reading !== 'own' || covers(rightToCase(person, record), 'edit')),
    },
    map: await mapOf(readable, open),
  };
}
