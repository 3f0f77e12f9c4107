/** defineCase: a procedure written as an ordinary function, run as one unbroken workflow. */
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  defineQuery,
  defineSignal,
  defineUpdate,
  isCancellation,
  setHandler,
} from '@temporalio/workflow';
import type { Duration } from '../../processes/calendar';
import type { Recipient, SmallValues } from '../../processes/changes';
import type { ProcessDefinition } from '../../processes/define';
import type { CommonLetter } from '../../processes/letters';
import { checkAct, doAct } from './acts';
import { ACT, MACHINE_EVENT, STANDING, type Act, type CaseInput, type MachineEvent, type Rested, type Standing } from '../messages';
import type { Line } from '../../processes/ways';
import { CaseRun, Ended, type Aside, type Done, type TaskOptions } from './run';

export type { Done, TaskOptions } from './run';

type Steps<D extends ProcessDefinition> = keyof D['steps'] & string;
type Outcomes<D extends ProcessDefinition, S extends Steps<D>> = keyof D['steps'][S]['outcomes'] & string;

/** The result that a procedure returns; made by c.close only. */
export interface Closed {
  readonly result: string;
}

/** What a procedure is written with. */
export class Case<D extends ProcessDefinition> {
  constructor(
    private readonly run: CaseRun,
    private readonly line: Line = run.ways.main,
    private readonly aside: Aside | null = null,
  ) {}

  /** Small values given at the start. */
  get data(): SmallValues {
    return this.run.input.data;
  }

  /** Settings of the tenant and of the subject as they were when the case began. */
  get settings(): SmallValues {
    return this.run.input.settings;
  }

  /** The moment of the workflow; the only clock a procedure may look at. */
  now(): Date {
    return new Date();
  }

  /** Opens the step and waits until it is done. Several at once: Promise.all of several. */
  task<S extends Steps<D>>(step: S, options: TaskOptions = {}): Promise<Done<Outcomes<D, S>>> {
    return this.run.openTask(step, options, this.line, this.aside);
  }

  /**
   * Runs `main`, and beside it procedures that end with it: what they offer (optional steps) is withdrawn then, what they have begun is finished first.
   */
  async beside<T>(main: () => Promise<T>, ...asides: readonly ((aside: Case<D>) => Promise<void>)[]): Promise<T> {
    const { run } = this;
    const together: Aside = { over: false };
    const following = asides.map(async (follow) => {
      const line = run.ways.fork(this.line);
      await follow(new Case<D>(run, line, together)).catch((error: unknown) => {
        if (!(error instanceof Ended && error.why === 'over')) throw error;
      });
      run.ways.end(line);
    });
    const leading = main().then((result) => {
      run.endAside(together);
      return result;
    });
    return (await Promise.all([leading, ...following]))[0];
  }

  /** Moves the last day of what is open of the step; who has it is told. */
  moveDue(step: Steps<D>, until: string, reason: string): void {
    for (const task of this.run.open.values()) if (task.id === step) this.run.moveDeadline(null, task.key, until, reason);
  }

  /** Sets the status that officers read; the applicant reads its plainer word. */
  status(status: keyof D['statuses'] & string): void {
    if (this.run.status === status) return;
    this.run.status = status;
    this.run.ledger.write({ type: 'statusSet', status });
  }

  /** Starts the legal clock of the definition, with its own limit or another. */
  startClock(limit?: Duration): void {
    const clock = this.run.definition.clock;
    if (!clock) throw new Error(`${this.run.definition.id} declares no clock`);
    this.run.startCaseClock(limit ?? clock.limit, clock.provision);
  }

  endClock(): void {
    this.run.endCaseClock();
  }

  /** Queues a letter; it goes out in the background, once. */
  notify(letter: (keyof D['letters'] & string) | CommonLetter, values: SmallValues = {}, to: Recipient = { kind: 'applicant' }): void {
    this.run.tell(letter, to, values);
  }

  /** Queues a document; it is made in the background, once. */
  document(template: keyof D['documents'] & string, values: SmallValues = {}): void {
    this.run.makeDocument(template, values);
  }

  /** Records values of the case for lists and registers. */
  record(values: SmallValues): void {
    this.run.ledger.write({ type: 'recorded', values, ...this.run.signed(null) });
  }

  /** Reads small values from the records. */
  async lookup(name: string, values: SmallValues = {}): Promise<SmallValues> {
    return this.run.ledger.ask(name, values);
  }

  /** Waits until a moment. */
  async waitUntil(wait: keyof D['waits'] & string, until: Date): Promise<void> {
    await this.run.waitFor(wait, null, until, this.line);
  }

  /** Waits for a machine event, at the longest until a moment. @returns its values, or null when the time came first. */
  async wait(wait: keyof D['waits'] & string, event: string, until: Date | null = null): Promise<SmallValues | null> {
    return (await this.run.waitFor(wait, event, until, this.line))?.values ?? null;
  }

  /** Ends the case: `return c.close('settled')`. */
  close(result: keyof D['results'] & string): Closed {
    return { result };
  }
}

/**
 * Makes a workflow of a procedure. The workflow's id is the case's id; it never continues as new, so the case is one history.
 * @returns the workflow function; it resolves with the result when everything is recorded and every effect is through.
 */
export function defineCase<D extends ProcessDefinition>(
  definition: D,
  procedure: (c: Case<D>) => Promise<Closed>,
): (input: CaseInput) => Promise<string> {
  return async (input) => {
    const run = new CaseRun(definition, input);
    setHandler(defineUpdate<Rested, [Act]>(ACT), (act) => doAct(run, act), { validator: (act: Act) => checkAct(run, act) });
    setHandler(defineSignal<[MachineEvent]>(MACHINE_EVENT), (event) => run.receive(event));
    setHandler(defineQuery<Standing>(STANDING), () => run.standing());

    // Not cancellable: what has become true is recorded, and goes out, even when the body is being withdrawn. A failure here is a bug: it must fail the
    // workflow task, not vanish.
    const keeping = CancellationScope.nonCancellable(() => run.ledger.keep());
    await Promise.race([keeping, run.beginning]);

    const result = await Promise.race([keeping, follow(run, () => procedure(new Case<D>(run)))]);
    run.endCaseClock();
    if (!run.isWithdrawn) run.ways.leads(run.ways.main, `close:${result}`);
    run.result = result;
    run.ledger.write({ type: 'closed', result, ...run.signed(null) });
    await Promise.race([keeping, condition(() => run.effects.allDone && run.ledger.isSettled() && allHandlersFinished())]);
    return result;
  };
}

/** Runs the procedure in a scope that withdrawal cancels. */
async function follow(run: CaseRun, procedure: () => Promise<Closed>): Promise<string> {
  const scope = new CancellationScope({ cancellable: true });
  run.onWithdraw = () => scope.cancel();
  try {
    return (await scope.run(procedure)).result;
  } catch (error) {
    if (!run.isWithdrawn || !(error instanceof Ended || isCancellation(error))) throw error;
    return 'withdrawn';
  }
}
