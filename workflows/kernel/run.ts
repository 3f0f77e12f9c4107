/** The state of one running case: its tasks, clocks, status, and what acts of people and of time do to it. */
import { condition } from '@temporalio/workflow';
import type { Actor, Recipient, SmallValues } from '../../processes/changes';
import { clockOf, endClock, moveClock, resumeClock, startClock, stopClock, type Clock, type Period } from '../../processes/clock';
import type { Duration } from '../../processes/calendar';
import type { ProcessDefinition, Step } from '../../processes/define';
import { Ways, type Line } from '../../processes/ways';
import { Alarm, RunningClock } from './deadlines';
import { Effects } from './effects';
import { Ledger } from './ledger';
import type { AlreadyDone, CaseInput, MachineEvent, Rested, Standing } from '../messages';

/** How a task ended: chosen by a person, or by time (then there is no actor). */
export interface Done<Outcome extends string = string> {
  readonly outcome: Outcome;
  /** What the procedure decides on: the fields that the step names in `decides`. */
  readonly values: SmallValues;
  /** The row with everything that was filled in. */
  readonly submissionId: string | null;
  readonly actor: Actor | null;
}

export interface TaskOptions {
  /** One person instead of everybody with the role. */
  readonly assignee?: string;
  /** Small values shown with the task (a sum, a date). */
  readonly params?: SmallValues;
  /** Overrides the definition: a period, or a last day `yyyy-MM-dd`. */
  readonly due?: Period;
}

/** Procedures that run beside the main one and end with it. */
export interface Aside {
  over: boolean;
}

interface Task {
  readonly line: Line;
  readonly aside: Aside | null;
  readonly key: string;
  readonly id: string;
  readonly step: Step;
  readonly clock: RunningClock | null;
  readonly finish: (done: Done) => void;
  readonly abandon: (reason: Error) => void;
}

/** Thrown through the procedure when the applicant withdraws, and through what runs beside when what it offers is over. */
export class Ended extends Error {
  constructor(readonly why: 'withdrawn' | 'over') {
    super(why);
  }
}

export class CaseRun {
  readonly ledger: Ledger;
  readonly effects: Effects;
  readonly ways: Ways;
  readonly decided = new Map<string, AlreadyDone>();
  readonly open = new Map<string, Task>();
  status = '';
  suspended = false;
  result: string | null = null;
  /** Resolves with the first act. A promise, so that the procedure's first rest holds the opening too. */
  readonly beginning: Promise<void>;
  private start: () => void = () => undefined;
  begun = false;
  isWithdrawn = false;
  onWithdraw: () => void = () => undefined;
  /** The last act, so that what follows from it carries its request id. */
  requestId: string | undefined;
  private caseClock: RunningClock | null = null;
  private readonly alarm = new Alarm();
  private readonly ordinals = new Map<string, number>();
  private readonly events = new Map<string, MachineEvent>();
  private readonly eventsUsed = new Set<string>();

  constructor(
    readonly definition: ProcessDefinition,
    readonly input: CaseInput,
  ) {
    this.ledger = new Ledger(input);
    this.effects = new Effects(input, this.ledger);
    this.ways = new Ways(definition);
    this.ledger.onRest = () => this.ways.rest();
    this.beginning = new Promise((resolve) => (this.start = resolve));
  }

  begin(actor: Actor, submissionId: string): void {
    if (this.begun) return;
    this.begun = true;
    this.ledger.write({ type: 'caseOpened', submissionId, values: this.input.data, ...this.signed(actor) });
    this.start();
  }

  ordinal(of: string): number {
    const next = (this.ordinals.get(of) ?? 0) + 1;
    this.ordinals.set(of, next);
    return next;
  }

  stepOf(id: string): Step {
    const step = this.definition.steps[id];
    if (!step) throw new Error(`${this.definition.id} has no step '${id}'`);
    return step;
  }

  openTask(stepId: string, options: TaskOptions, line: Line, aside: Aside | null): Promise<Done> {
    const step = this.stepOf(stepId);
    this.ways.leads(line, stepId);
    if (step.optional && aside?.over) return Promise.reject(new Ended('over'));
    const ordinal = this.ordinal(`task:${stepId}`);
    const key = `${this.input.caseId}.${stepId}.${ordinal}`;
    const running = clockOf(step, options.due, new Date());
    const clock = running && new RunningClock(running);
    const { assignee = null, params = {} } = options;
    const due = { clock: clock?.current ?? null, dueAt: clock?.dueAt ?? null };
    this.ledger.write({ type: 'taskOpened', taskKey: key, step: stepId, ordinal, assignee, params, ...due });
    if (step.stopsClock) this.stopCaseClock(step.stopsClock.reason.cs, step.stopsClock.provision);
    // A promise and not a condition: it wakes the procedure before the case is looked at for its next rest.
    return new Promise<Done>((resolve, reject) => {
      const task: Task = { line, aside, key, id: stepId, step, clock, finish: resolve, abandon: reject };
      this.open.set(key, task);
      const marks = (step.reminders ?? []).map(({ before }) => before);
      if (clock) this.alarm.watch(clock, { marks, remind: () => this.remind(task), expire: () => this.overdue(task) });
    });
  }

  complete(key: string, done: Done): void {
    const task = this.open.get(key);
    if (!task) return;
    this.shut(task);
    const { actor, ...chosen } = done;
    this.decided.set(key, { by: actor?.id ?? '', at: new Date().toISOString(), outcome: chosen.outcome });
    this.ledger.write({ type: 'taskDone', taskKey: key, step: task.id, ...chosen, ...this.signed(actor) });
    if (task.step.stopsClock) this.resumeCaseClock();
    this.ways.ended(task.line, `${task.id}.${chosen.outcome}`);
    task.finish(done);
  }

  withdraw(actor: Actor, reason: string): void {
    this.isWithdrawn = true;
    this.ledger.write({ type: 'withdrawn', reason, ...this.signed(actor) });
    for (const task of [...this.open.values()]) this.cancel(task, 'withdrawn');
    this.onWithdraw();
  }

  /** What runs beside is over: its offers are withdrawn. */
  endAside(aside: Aside): void {
    aside.over = true;
    for (const task of [...this.open.values()]) if (task.aside === aside && task.step.optional) this.cancel(task, 'over');
  }

  suspend(actor: Actor, reason: string): void {
    this.suspended = true;
    this.ledger.write({ type: 'suspended', reason, ...this.signed(actor) });
    const now = new Date();
    for (const { clock } of this.open.values()) clock?.set(stopClock(clock.current, now, reason, 'přerušení'));
    this.stopCaseClock(reason, 'přerušení');
  }

  resume(actor: Actor): void {
    this.suspended = false;
    this.ledger.write({ type: 'resumed', ...this.signed(actor) });
    for (const task of this.open.values()) {
      if (!task.clock) continue;
      task.clock.set(resumeClock(task.clock.current, new Date()));
      this.ledger.write({ ...movedTask(task), until: task.clock.dueAt?.slice(0, 10) ?? '', reason: 'resumed' });
    }
    this.resumeCaseClock();
  }

  moveDeadline(actor: Actor | null, key: string | null, until: string, reason: string): void {
    const now = new Date();
    if (key === null) {
      const clock = this.caseClock;
      if (!clock) return;
      clock.set(moveClock(clock.current, now, until, reason));
      this.ledger.write({ type: 'clockMoved', clock: clock.current, until, reason, dueAt: clock.dueAt, ...this.signed(actor) });
      return;
    }
    const task = this.open.get(key);
    if (!task?.clock) return;
    task.clock.set(moveClock(task.clock.current, now, until, reason));
    this.ledger.write({ ...movedTask(task), until, reason, ...this.signed(actor) });
    this.tell('kernel.moved', whoHas(task), { step: task.id, until });
  }

  startCaseClock(limit: Duration, provision: string): void {
    const clock = new RunningClock(startClock(new Date(), limit, provision));
    this.caseClock = clock;
    this.ledger.write({ type: 'clockStarted', clock: clock.current, dueAt: clock.dueAt });
    const expire = (): void => {
      this.ledger.write({ type: 'clockExpired', clock: clock.current });
      const to = this.definition.clock?.escalateTo;
      if (to) this.tell('kernel.overdue', { kind: 'role', role: to }, { step: '', until: clock.dueAt?.slice(0, 10) ?? '' });
    };
    this.alarm.watch(clock, { marks: [], remind: () => undefined, expire });
  }

  endCaseClock(): void {
    if (!this.caseClock || this.caseClock.current.endedAt !== null) return;
    this.caseClock.set(endClock(this.caseClock.current, new Date()));
    this.ledger.write({ type: 'clockEnded', clock: this.caseClock.current });
  }

  hasClock(key: string | null): boolean {
    return key === null ? this.caseClock !== null && this.caseClock.current.endedAt === null : this.open.get(key)?.clock != null;
  }

  /** Queues a letter and sends it in the background. */
  tell(template: string, to: Recipient, values: SmallValues): void {
    const key = `${template}.${this.ordinal(`letter:${template}`)}`;
    this.ledger.write({ type: 'letterQueued', key, template, to, values });
    this.effects.start('letter', key, this.requestId);
  }

  makeDocument(template: string, values: SmallValues): void {
    const key = `${template}.${this.ordinal(`document:${template}`)}`;
    this.ledger.write({ type: 'documentQueued', key, template, values });
    this.effects.start('document', key, this.requestId);
  }

  retry(actor: Actor, incidentKey: string): void {
    this.ledger.write({ type: 'incidentRetried', key: incidentKey, ...this.signed(actor) });
    this.effects.retry(incidentKey);
  }

  receive(event: MachineEvent): void {
    if (!this.eventsUsed.has(event.key) && !this.events.has(event.key)) this.events.set(event.key, event);
  }

  /** Waits for a machine event by name, or until a moment. @returns the event, or null when the time came first. */
  async waitFor(wait: string, name: string | null, until: Date | null, line: Line): Promise<MachineEvent | null> {
    this.ways.leads(line, wait);
    this.ledger.write({ type: 'waitStarted', wait, until: until?.toISOString() ?? null });
    const find = (): MachineEvent | undefined => [...this.events.values()].find((event) => event.name === name);
    const came = (): boolean => name !== null && find() !== undefined;
    if (until === null) await condition(came);
    else if (until.getTime() > Date.now()) await condition(came, until.getTime() - Date.now());
    const event = find() ?? null;
    if (event) {
      this.events.delete(event.key);
      this.eventsUsed.add(event.key);
    }
    this.ledger.write({ type: 'waitEnded', wait, by: event ? 'signal' : 'time' });
    this.ways.ended(line, wait);
    return event;
  }

  rested(): Rested {
    return { rest: this.ledger.rest, status: this.status, openTasks: [...this.open.keys()], result: this.result };
  }

  standing(): Standing {
    return { ...this.rested(), suspended: this.suspended, ways: this.ways.all, undeclared: this.ways.undeclared };
  }

  /** Who acted, and in which request: spread into a change. */
  signed(actor: Actor | null): { actor?: Actor; requestId?: string } {
    return { ...(actor && { actor }), ...(this.requestId !== undefined && { requestId: this.requestId }) };
  }

  private cancel(task: Task, reason: 'withdrawn' | 'over'): void {
    this.shut(task);
    this.ledger.write({ type: 'taskCancelled', taskKey: task.key, step: task.id, reason });
    task.abandon(new Ended(reason));
  }

  private shut(task: Task): void {
    this.open.delete(task.key);
    task.clock?.set(endClock(task.clock.current, new Date()));
  }

  private remind(task: Task): void {
    if (!this.open.has(task.key)) return;
    this.ledger.write({ type: 'taskReminded', taskKey: task.key, step: task.id });
    this.tell('kernel.reminder', whoHas(task), { step: task.id, until: task.clock?.dueAt?.slice(0, 10) ?? '' });
  }

  private overdue(task: Task): void {
    if (!this.open.has(task.key)) return;
    const byTime = Object.entries(task.step.outcomes).find(([, outcome]) => outcome.byTime === true);
    if (byTime) {
      this.requestId = undefined;
      this.complete(task.key, { outcome: byTime[0], values: {}, submissionId: null, actor: null });
      return;
    }
    const to = task.step.escalateTo ?? null;
    const values = { step: task.id, until: task.clock?.dueAt?.slice(0, 10) ?? '' };
    this.ledger.write({ type: 'taskOverdue', taskKey: task.key, step: task.id, escalatedTo: to });
    this.tell('kernel.overdue', whoHas(task), values);
    if (to) this.tell('kernel.overdue', { kind: 'role', role: to }, values);
  }

  private stopCaseClock(reason: string, provision: string): void {
    const clock = this.caseClock;
    if (!clock) return;
    const stopped = stopClock(clock.current, new Date(), reason, provision);
    if (stopped === clock.current) return;
    clock.set(stopped);
    this.ledger.write({ type: 'clockStopped', clock: stopped, reason, provision });
  }

  /** The clock goes on only when nothing holds it any more: no suspension, no open step of the applicant's turn. */
  private resumeCaseClock(): void {
    const clock = this.caseClock;
    if (!clock || this.suspended || [...this.open.values()].some((task) => task.step.stopsClock)) return;
    const going = resumeClock(clock.current, new Date());
    if (going === clock.current) return;
    clock.set(going);
    this.ledger.write({ type: 'clockResumed', clock: going, dueAt: clock.dueAt });
  }
}

function whoHas(task: Task): Recipient {
  const { role } = task.step;
  return role === 'applicant' ? { kind: 'applicant' } : { kind: 'task', key: task.key, role };
}

function movedTask(task: Task): { type: 'taskMoved'; taskKey: string; step: string; clock: Clock; dueAt: string | null } {
  const clock = task.clock;
  if (!clock) throw new Error(`task ${task.key} has no clock`);
  return { type: 'taskMoved', taskKey: task.key, step: task.id, clock: clock.current, dueAt: clock.dueAt };
}
