import { isStopped, readClock } from '../../processes/clock';
import type { Form, ProcessDefinition } from '../../processes/define';
import type { IdentityRight } from '../../processes/identities/identity';
import { covers } from '../../processes/identities/identity';
import { allows, mayAct, type MayAct } from '../../processes/policy';
import { processById } from '../../processes/registry';
import { roles } from '../../processes/roles';
import type { PersonRef, TaskRow, TaskView } from '../../processes/views';
import { words, type Words } from '../../processes/words';
import type { CaseRecord, TaskRecord } from '../cases/caseRecords';
import { readableParams } from '../cases/reading';
import type { Person } from '../context';
import { lackingWords, rightToCase } from '../identities/ownership';
import { facesOf, inProcess } from '../names';
import { iso, isoOrNull } from '../sql';

const ref = (id: string | null, name: string | null): PersonRef | null => (id === null ? null : { id, name: name ?? '' });

type CaseOfTask = Pick<CaseRecord, 'id' | 'number' | 'title' | 'applicantId' | 'applicantName' | 'suspended' | 'closedAt'>;

/** One line of the inbox. @param plain as the applicant reads it: the plainer title, no names of officials. */
export function taskRow(task: TaskRecord, of: CaseOfTask, plain = false): TaskRow {
  const definition = processById(task.processId);
  const step = definition.steps[task.step];
  const title = step?.title ?? words(task.step, task.step);
  return {
    id: task.id,
    caseId: task.caseId,
    caseNumber: of.number,
    caseTitle: of.title,
    applicantName: of.applicantName,
    processId: task.processId,
    step: task.step,
    title: plain ? (step?.applicantTitle ?? title) : title,
    role: task.role,
    assignee: plain ? null : ref(task.assigneeId, task.assigneeName),
    claimedBy: plain ? null : ref(task.claimedBy, task.claimedName),
    followUpOn: plain ? null : task.followUpOn,
    openedAt: iso(task.openedAt),
    dueAt: isoOrNull(task.dueAt),
    overdue: task.state === 'open' && task.dueAt !== null && task.dueAt.getTime() < Date.now(),
    clockStopped: task.state === 'open' && (of.suspended || (task.clock !== null && isStopped(task.clock))),
    optional: step?.optional === true,
    state: task.state,
  };
}

/** Who did which steps of the case, both names of a substitution: for the rule of four eyes. */
export function doneBy(tasks: readonly TaskRecord[]): Record<string, string[]> {
  const done: Record<string, string[]> = {};
  for (const task of tasks) {
    if (task.state !== 'done') continue;
    for (const id of [task.doneBy, task.doneOnBehalfOf]) if (id !== null) (done[task.step] ??= []).push(id);
  }
  return done;
}

type OwnedCase = CaseOfTask & Pick<CaseRecord, 'identityId'>;

/**
 * May the person act on the task, and in whose place; by the one policy. The applicant's tasks are for any of the applicant's people.
 * @param needed which right these must have: to send by default, to prepare the answer with 'edit'
 */
export function actOn(
  person: Person,
  task: TaskRecord,
  tasks: readonly TaskRecord[],
  of: OwnedCase,
  needed: IdentityRight = 'submit',
): MayAct {
  const right = of.identityId === null ? null : rightToCase(person, of);
  const applicantId = of.identityId === null ? of.applicantId : covers(right, needed) ? person.id : '';
  const may = mayAct(inProcess(person, task.processId), task, processById(task.processId), doneBy(tasks), applicantId);
  return !may.allowed && may.reason === 'role' && task.role === 'applicant' && right !== null ? { allowed: false, reason: 'right' } : may;
}

/** The person as who may do only what the absent one may. */
export const inPlaceOf = (person: Person, absentId: string): Person => ({
  ...person,
  roles: [],
  substitutes: person.substitutes.filter(({ id }) => id === absentId),
});

/** Those in whose place alone the person may act on the task: a completion that names one of them is judged so. */
function absentOn(person: Person, task: TaskRecord, tasks: readonly TaskRecord[], of: OwnedCase): PersonRef[] {
  const absent = new Map(person.substitutes.map(({ id, name }) => [id, name]));
  const allowed = (absentId: string): boolean => actOn(inPlaceOf(person, absentId), task, tasks, of).allowed;
  return [...absent].filter(([id]) => allowed(id)).map(([id, name]) => ({ id, name }));
}

/** Why the person may not act, in words. */
export function whyNot(refusal: Extract<MayAct, { allowed: false }>, task: TaskRecord, definition: ProcessDefinition): Words {
  const role = roles[task.role];
  switch (refusal.reason) {
    case 'role':
      return words(`Tento úkol dělá ${role.cs.toLowerCase()}.`, `This task is done by the ${role.en.toLowerCase()}.`);
    case 'right':
      return lackingWords('submit');
    case 'assignedToAnother':
      return words(
        `Úkol je určen jinému člověku: ${task.assigneeName ?? ''}.`,
        `The task is given to another person: ${task.assigneeName ?? ''}.`,
      );
    case 'claimedByAnother':
      return words(`Úkol právě vyřizuje ${task.claimedName ?? ''}.`, `${task.claimedName ?? ''} is working on the task.`);
    case 'fourEyes': {
      const others = (definition.steps[task.step]?.fourEyes ?? []).flatMap((id) => definition.steps[id]?.title ?? []);
      return words(
        `Kontrola čtyř očí: tento úkol nemůže udělat, kdo udělal „${others.map(({ cs }) => cs).join('“ nebo „')}“.`,
        `Four eyes: who did “${others.map(({ en }) => en).join('” or “')}” may not do this task.`,
      );
    }
  }
}

/** Why nobody can act on it now, whoever asks; null: it waits for somebody. */
export function blocked(task: TaskRecord, of: CaseOfTask): Words | null {
  if (task.state === 'done')
    return words(`Úkol už udělal(a) ${task.doneByName ?? 'systém'}.`, `The task was done by ${task.doneByName ?? 'the system'}.`);
  if (task.state === 'cancelled') return words('Úkol už není potřeba.', 'The task is no longer wanted.');
  if (of.closedAt !== null) return words('Spis je uzavřen.', 'The case is closed.');
  if (of.suspended) return words('Spis je pozastaven.', 'The case is suspended.');
  return null;
}

export interface TaskExtras {
  /** What the person typed and did not send. */
  readonly draft: unknown;
  readonly draftVersion: number;
  /** As this case has it. */
  readonly form: Form | null;
  /** Fields that an outcome requires because the case is scored by them. */
  readonly scores: Readonly<Record<string, readonly string[]>>;
  /** What the form starts from. */
  readonly initial: unknown;
  /** What the form starts from by what is chosen in it. */
  readonly startsBy: TaskView['startsBy'];
  /** The applicant's reading. */
  readonly plain: boolean;
}

export function taskView(person: Person, task: TaskRecord, tasks: readonly TaskRecord[], of: CaseRecord, extras: TaskExtras): TaskView {
  const definition = processById(task.processId);
  const step = definition.steps[task.step];
  const act = actOn(person, task, tasks, of);
  const stands = blocked(task, of);
  const claimable =
    stands === null &&
    task.claimedBy === null &&
    task.assigneeId === null &&
    act.allowed &&
    task.role !== 'applicant' &&
    facesOf(person, task.processId).some((face) => allows(face.roles, 'tasks', 'claim'));
  return {
    ...taskRow(task, of, extras.plain),
    instruction: step?.instruction ?? words('', ''),
    provision: step?.provision ?? null,
    form: extras.form,
    outcomes: Object.entries(step?.outcomes ?? {})
      .filter(([, outcome]) => outcome.byTime !== true)
      .map(([id, { title, next, tone, requires }]) => ({
        id,
        title,
        next,
        tone: tone ?? 'neutral',
        requires: [...(requires ?? []), ...(extras.scores[id] ?? [])],
      })),
    params: readableParams(person, task, tasks),
    clock: task.clock === null ? null : readClock(task.clock, new Date()),
    mayAct: stands === null && act.allowed,
    mayKeep: stands === null && actOn(person, { ...task, claimedBy: null }, tasks, of, 'edit').allowed,
    mayClaim: claimable,
    whyNot: stands ?? (act.allowed ? null : whyNot(act, task, definition)),
    inOwnName: stands === null && act.allowed && act.onBehalfOf === undefined,
    actFor: stands === null ? absentOn(person, task, tasks, of) : [],
    draft: extras.draft,
    draftVersion: extras.draftVersion,
    initial: extras.initial,
    startsBy: extras.startsBy,
    outcome: task.outcome,
    doneBy: extras.plain ? null : ref(task.doneBy, task.doneByName),
    closedAt: isoOrNull(task.closedAt),
  };
}
