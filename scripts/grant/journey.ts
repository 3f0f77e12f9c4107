/** One case of the grant taken on its way over HTTP, each act by the person whose turn it is. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { caseAnswer, completedAnswer, draftAnswer, documentAnswer, submittedAnswer, taskAnswer, type TaskAnswer } from '../http/answers';
import { ApiRefusal } from '../http/client';
import { persist } from '../http/persist';
import { MissingPersonError, type Person } from '../http/people';
import { application, type Project } from './content';
import { answer, type Answer, type Plan } from './plan';

/** The people around one case. */
export interface Cast {
  readonly applicant: Person;
  readonly officer: Person;
  readonly evaluators: readonly Person[];
  readonly secretary: Person;
  readonly accountant: Person;
}

export interface Begun {
  readonly caseId: string;
  readonly number: string;
}

/** An act that the api acknowledged. */
export interface Act {
  readonly task: TaskAnswer;
  readonly outcome: string;
  readonly by: Person;
  readonly milliseconds: number;
}

/** How the acts of a journey are sent. */
export interface Manner {
  /** Milliseconds for which a request without an answer is sent again, with the same idempotency key. */
  readonly patience: number;
}

const ONCE: Manner = { patience: 0 };

const tasksAnswer = z.array(taskAnswer);
/** What steps tell: of payments and refunds how much, of settlements how much is to be settled. Haléř. */
const toldTask = z.object({
  params: z.object({
    variableSymbol: z.string().optional(),
    amount: z.int().optional(),
    unspent: z.int().optional(),
    paid: z.int().optional(),
  }),
});
const TELLING: readonly string[] = ['payment', 'refund', 'settlement'];

/** Makes, fills and sends an application. @throws ApiRefusal, for instance outside of the intake. */
export async function submitApplication(
  applicant: Person,
  programmeId: string,
  project: Project,
  manner = ONCE,
  attach?: (draftId: string) => Promise<string[]>,
): Promise<Begun> {
  const { client } = applicant;
  const keys = { create: randomUUID(), submit: randomUUID() };
  const again = <T>(attempt: () => Promise<T>): Promise<T> => persist(attempt, manner.patience);
  const draft = await again(() => client.post('api/drafts', { processId: 'grant', subjectId: programmeId }, draftAnswer, keys.create));
  const attachments = attach ? await attach(draft.id) : [];
  await again(async () => {
    // the version is read again, since an earlier try may have been stored before its answer was lost
    const { version } = await client.get(`api/drafts/${draft.id}`, draftAnswer);
    return client.request('PUT', `api/drafts/${draft.id}`, draftAnswer, {
      body: { data: application(project, attachments) },
      version,
    });
  });
  return again(() => client.post(`api/drafts/${draft.id}/submit`, undefined, submittedAnswer, keys.submit));
}

/** Uploads a file to a case or a draft. @returns the document's id. */
export async function uploadDocument(
  person: Person,
  to: { caseId: string } | { draftId: string },
  fileName: string,
  type: string,
  bytes: Buffer,
): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(to)) form.set(name, value);
  form.set('title', fileName);
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), fileName);
  const document = await person.client.request('POST', 'api/documents', documentAnswer, {
    body: form,
    key: randomUUID(),
  });
  return document.id;
}

const REFER: Answer = { outcome: 'refer', data: {} };

/**
 * Completes the task. A council that may not give as much, because the applicant was given more elsewhere meanwhile, refers it to the assembly.
 * @returns what was done in the end
 */
export async function complete(by: Person, task: TaskAnswer, planned: Answer, key: string): Promise<Answer> {
  const send = (answer: Answer, under: string): Promise<unknown> =>
    by.client.post(`api/tasks/${task.id}/complete`, answer, completedAnswer, under);
  try {
    await send(planned, key);
    return planned;
  } catch (error) {
    if (task.step !== 'councilDecision' || !(error instanceof ApiRefusal) || error.errors.amount === undefined) throw error;
    await send(REFER, `${key}-refer`);
    return REFER;
  }
}

export class Journey {
  private readonly times = new Map<string, number>();
  /** Haléř claimed by the settlement that is under way, and by those before it. */
  private claims = 0;
  private claimedBefore = 0;

  constructor(
    readonly begun: Begun,
    readonly cast: Cast,
    readonly plan: Plan,
    private readonly manner = ONCE,
  ) {}

  /** Open tasks of the case as the officer sees them, without what is only offered. */
  async openTasks(): Promise<TaskAnswer[]> {
    return (await this.allTasks()).filter(({ optional }) => !optional);
  }

  /** What the applicant may do and nobody waits for. */
  async offers(): Promise<TaskAnswer[]> {
    return (await this.allTasks()).filter(({ optional }) => optional);
  }

  private allTasks(): Promise<TaskAnswer[]> {
    const filter = { caseId: this.begun.caseId, state: 'open', scope: 'all' };
    return persist(() => this.cast.officer.client.get('api/tasks', tasksAnswer, { filter, range: [0, 49] }), this.manner.patience);
  }

  async isClosed(): Promise<boolean> {
    const { client } = this.cast.officer;
    return (await persist(() => client.get(`api/cases/${this.begun.caseId}`, caseAnswer), this.manner.patience)).closedAt !== null;
  }

  /** Whose turn it is. @throws MissingPersonError for an assignee who is not in the cast. */
  actorOf(task: TaskAnswer): Person {
    switch (task.role) {
      case 'applicant':
        return this.cast.applicant;
      case 'evaluator': {
        const evaluator = this.cast.evaluators.find((person) => task.assignee === null || person.id === task.assignee.id);
        if (!evaluator) throw new MissingPersonError(`Mezi účty chybí hodnotitel ${task.assignee?.name ?? ''}.`);
        return evaluator;
      }
      case 'councilSecretary':
        return this.cast.secretary;
      case 'accountant':
        return this.cast.accountant;
      default:
        return this.cast.officer;
    }
  }

  /** What the task tells: the variable symbol that the office has given the case, amounts. */
  private async told(task: TaskAnswer): Promise<z.output<typeof toldTask>['params']> {
    const view = await persist(() => this.cast.officer.client.get(`api/tasks/${task.id}`, toldTask), this.manner.patience);
    return view.params;
  }

  /** What the plan says to do at the task, the next time it comes to its step. */
  async answerTo(task: TaskAnswer, documents?: readonly string[]): Promise<Answer> {
    const told = TELLING.includes(task.step) ? await this.told(task) : {};
    if (task.step === 'settlement') this.claims = Math.min(told.paid ?? 0, this.plan.accepted - this.claimedBefore);
    const ordinal = this.timesOf(task.step) + 1;
    const evaluator = this.cast.evaluators.findIndex((person) => person.id === task.assignee?.id);
    return answer(this.plan, {
      step: task.step,
      ordinal,
      caseNumber: this.begun.number,
      variableSymbol: told.variableSymbol ?? '',
      amount: told.amount ?? told.unspent,
      claims: this.claims,
      evaluator: Math.max(0, evaluator),
      documents,
    });
  }

  /** How many times the step has been done. */
  timesOf(step: string): number {
    return this.times.get(step) ?? 0;
  }

  /** Notes that the step was done once more, by whomever. */
  passed(step: string): void {
    // What was paid is settled when the next part is paid.
    if (step === 'payment') {
      this.claimedBefore += this.claims;
      this.claims = 0;
    }
    this.times.set(step, this.timesOf(step) + 1);
  }

  /** Does one task by the plan. */
  async act(task: TaskAnswer, options: { by?: Person; key?: string; documents?: readonly string[] } = {}): Promise<Act> {
    const by = options.by ?? this.actorOf(task);
    const planned = await this.answerTo(task, options.documents);
    const key = options.key ?? randomUUID();
    const began = performance.now();
    const { outcome } = await persist(() => complete(by, task, planned, key), this.manner.patience);
    this.passed(task.step);
    return { task, outcome, by, milliseconds: performance.now() - began };
  }

  /**
   * Goes on until the case ends or `stop` says so before a task is done.
   * @returns the acts done, in their order.
   */
  async run(stop: (task: TaskAnswer) => boolean = () => false): Promise<Act[]> {
    const acts: Act[] = [];
    for (;;) {
      const [task] = await this.openTasks();
      if (!task || stop(task)) return acts;
      acts.push(await this.act(task));
    }
  }
}
