/** Who reads what of a case: officers and auditors all of it, the applicant their own, an evaluator what is given to them. */
import { processes } from '../../processes/registry';
import { rulesOf } from '../../processes/rulesRegistry';
import type { Person } from '../context';
import { ownCases, rightToCase } from '../identities/ownership';
import { forbidden, notFound } from '../problems';
import { facesOf, rolesIn } from '../names';
import { words } from '../../processes/words';
import { findCase, tasksOf, type CaseRecord, type TaskRecord } from './caseRecords';
import type { Where } from '../sql';

/** `whole`: everything; `part`: the application and one's own tasks; `own`: the applicant's plain reading. */
export type Reading = 'whole' | 'part' | 'own';

export interface Readable {
  readonly record: CaseRecord;
  readonly tasks: readonly TaskRecord[];
  readonly reading: Reading;
}

/** Processes whose cases are known to their readers only. */
export const CONFIDENTIAL: readonly string[] = Object.values(processes).flatMap(({ id, confidential }) =>
  confidential === true ? [id] : [],
);

/** Processes whose every case the person reads. */
export function wholeProcesses(person: Person): string[] {
  return Object.values(processes)
    .filter(({ id, readers }) => rolesIn(person, id).some((role) => readers.includes(role)))
    .map(({ id }) => id);
}

/** Processes whose cases the person may not even know of, unless they have a part in one. */
export function hiddenProcesses(person: Person): string[] {
  const whole = wholeProcesses(person);
  return CONFIDENTIAL.filter((id) => !whole.includes(id));
}

/** Is the task given to the person (or to one in whose place they act), or to a role that reads nothing else of the case? */
export function isTaskOf(person: Person, task: Pick<TaskRecord, 'assigneeId' | 'role' | 'processId' | 'claimedBy' | 'doneBy'>): boolean {
  const faces = facesOf(person, task.processId);
  if (task.role === 'applicant') return false;
  if (faces.some(({ id }) => id === task.assigneeId || id === task.claimedBy || id === task.doneBy)) return true;
  return task.assigneeId === null && faces.some(({ roles }) => roles.includes(task.role));
}

/** Is the person one of the applicant's people, or in the place of the applicant? */
export function isApplicantOf(person: Person, record: Pick<CaseRecord, 'processId' | 'applicantId' | 'identityId'>): boolean {
  if (rightToCase(person, record) !== null) return true;
  return record.identityId === null && facesOf(person, record.processId).some(({ id }) => id === record.applicantId);
}

/** How the person reads the case; null: not at all. */
export function readingOf(person: Person, record: CaseRecord, tasks: readonly TaskRecord[]): Reading | null {
  if (wholeProcesses(person).includes(record.processId)) return 'whole';
  if (isApplicantOf(person, record)) return 'own';
  return tasks.some((task) => isTaskOf(person, task)) ? 'part' : null;
}

/**
 * The case, if the person may read it; inside inTenant.
 * @throws ProblemError 404 where there is no such case (or it is another applicant's, or confidential), 403 where an official has nothing to do with it.
 */
export async function readableCase(person: Person, caseId: string): Promise<Readable> {
  const [record, tasks] = await Promise.all([findCase(caseId), tasksOf(caseId)]);
  if (!record) throw notFound();
  const reading = readingOf(person, record, tasks);
  if (reading === null) {
    if (processes[record.processId]?.confidential === true || person.roles.every((role) => role === 'applicant')) throw notFound();
    throw forbidden(words('S tímto spisem nemáte co dělat.', 'You have nothing to do with this case.'));
  }
  return { record, tasks, reading };
}

/** Limits a list to what the person reads. @param c alias of cases in the statement. */
export function addReadable(where: Where, person: Person, c = 'c'): Where {
  const faces = [person, ...person.substitutes];
  const others = faces.flatMap(({ id }) => id);
  const roles = [...new Set(faces.flatMap((face) => face.roles))].filter((role) => role !== 'applicant');
  const own = ownCases(person, c);
  return where.add(
    `${c}.process_id = any(?::text[]) or ${own.condition} or exists (
       select from tasks own where own.case_id = ${c}.id and own.role <> 'applicant' and (
         own.assignee_id = any(?::uuid[]) or own.claimed_by = any(?::uuid[]) or own.done_by = any(?::uuid[])
         or (own.assignee_id is null and own.role = any(?::text[]))))`,
    wholeProcesses(person),
    ...own.values,
    others,
    others,
    others,
    roles,
  );
}

/** Is it filled in by the applicant's side: the application itself, or one of its later turns? */
const isOfApplicant = (processId: string, step: string): boolean =>
  (step === 'application' && processes[processId]?.begunFrom === undefined) || processes[processId]?.steps[step]?.role === 'applicant';

/** May the reader see what was filled in at a step of the case? @param by who filled it in */
export function readsSubmission(person: Person, { record, tasks, reading }: Readable, step: string, by: string): boolean {
  const faces = facesOf(person, record.processId);
  const own = faces.some(({ id }) => id === by);
  if (own) return true;
  // Independent answers: who still has the same step open sees nobody else's.
  if (tasks.some((task) => task.step === step && task.state === 'open' && faces.some(({ id }) => id === task.assigneeId))) return false;
  if (reading === 'whole') return true;
  // A task in a confidential case (a payment) shows what it needs by itself.
  if (reading === 'part' && CONFIDENTIAL.includes(record.processId)) return false;
  if (isOfApplicant(record.processId, step)) return true;
  if (reading === 'own') return false;
  const opener = rulesOf(record.processId).blindUntil[step];
  return (
    opener !== undefined &&
    tasks.some((task) => task.step === opener && task.state === 'done') &&
    !tasks.some((task) => task.step === step && task.state === 'open')
  );
}

/** Has the person, or one in whose place they act, an independent answer still to give in the case? */
function owesAnswer(person: Person, processId: string, tasks: readonly TaskRecord[]): boolean {
  const { blindUntil } = rulesOf(processId);
  const faces = facesOf(person, processId);
  return tasks.some((task) => task.state === 'open' && task.step in blindUntil && faces.some(({ id }) => id === task.assigneeId));
}

/** What the procedure told with the task, as the person reads it: what independent answers came to is not told to who still has one to give. */
export function readableParams(person: Person, task: TaskRecord, tasks: readonly TaskRecord[]): TaskRecord['params'] {
  const { applicantValues, blindUntil } = rulesOf(task.processId);
  if (!Object.values(blindUntil).includes(task.step) || !owesAnswer(person, task.processId, tasks)) return task.params;
  return Object.fromEntries(Object.entries(task.params).filter(([key]) => applicantValues.includes(key)));
}

/** Values of the case that the reader sees. */
export function readableValues(person: Person, readable: Readable): CaseRecord['values'] {
  const { record, tasks, reading } = readable;
  const { applicantValues, blindUntil } = rulesOf(record.processId);
  const opened = Object.values(blindUntil).every((step) => tasks.some((task) => task.step === step && task.state === 'done'));
  if (reading !== 'own' && !owesAnswer(person, record.processId, tasks) && (reading === 'whole' || opened)) return record.values;
  return Object.fromEntries(Object.entries(record.values).filter(([key]) => applicantValues.includes(key)));
}
