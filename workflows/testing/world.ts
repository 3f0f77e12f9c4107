/** The world of a case under skipped time: it keeps what was committed, as the tables would, so that a test can say what people would see. */
import { randomUUID } from 'node:crypto';
import {
  WithStartWorkflowOperation,
  WorkflowIdConflictPolicy,
  type WorkflowHandle,
  type WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import type { Actor, Change, ChangeType, SmallValues } from '../../processes/changes';
import type { Role } from '../../processes/roles';
import { timeSkipping } from './testServer';
import {
  ACT,
  CASES_QUEUE,
  EFFECTS_QUEUE,
  MACHINE_EVENT,
  STANDING,
  type Act,
  type CaseInput,
  type CommitInput,
  type EffectInput,
  type KernelActivities,
  type LookupInput,
  type RefusalType,
  type Rested,
  type Standing,
} from '../messages';

export class RecordingActivities implements KernelActivities {
  readonly commits: CommitInput[] = [];
  readonly sent: string[] = [];
  readonly made: string[] = [];
  /** How many more times the letters of a case fail. */
  readonly failures = new Map<string, number>();
  lookups: Record<string, SmallValues> = {
    awardedThisYear: { awarded: 0 },
    variableSymbol: { variableSymbol: '20260001' },
    evaluators: { evaluators: [], byGroups: false },
    contractTerms: { variableSymbol: '20260001', settlementDueOn: '2027-12-31', parts: [], twoReviews: false },
  };

  commit = (input: CommitInput): Promise<void> => {
    const known = new Set(this.changes(input.caseId).map(({ id }) => id));
    const changes = input.changes.filter(({ id }) => !known.has(id));
    if (changes.length > 0) this.commits.push({ ...input, changes });
    return Promise.resolve();
  };
  lookup = ({ name }: LookupInput): Promise<SmallValues> => {
    const found = this.lookups[name];
    return found ? Promise.resolve(found) : Promise.reject(new Error(`no lookup '${name}'`));
  };
  sendLetter = ({ caseId, key }: EffectInput): Promise<void> => {
    const failures = this.failures.get(caseId) ?? 0;
    if (failures > 0) {
      this.failures.set(caseId, failures - 1);
      return Promise.reject(new Error('Poštovní server neodpovídá'));
    }
    this.sent.push(`${caseId}/${key}`);
    return Promise.resolve();
  };
  makeDocument = ({ caseId, key }: EffectInput): Promise<void> => {
    this.made.push(`${caseId}/${key}`);
    return Promise.resolve();
  };

  changes(caseId: string): Change[] {
    return this.commits.filter((commit) => commit.caseId === caseId).flatMap(({ changes }) => changes);
  }

  of<T extends ChangeType>(caseId: string, type: T): Extract<Change, { type: T }>[] {
    return this.changes(caseId).filter((change): change is Extract<Change, { type: T }> => change.type === type);
  }
}

export function actor(role: Role, id = `${role}-1`): Actor {
  return { id, role };
}

/** A case driven by acts, as the api would drive it. */
export class DrivenCase {
  constructor(
    readonly id: string,
    readonly handle: WorkflowHandle,
    readonly world: RecordingActivities,
  ) {}

  act(act: Act, key: string = randomUUID()): Promise<Rested> {
    return this.handle.executeUpdate<Rested, [Act]>(ACT, { args: [act], updateId: key });
  }

  /** Completes the open task of a step (the n-th open one). */
  async complete(step: string, outcome: string, by: Actor, values: SmallValues = {}, n = 0): Promise<Rested> {
    const taskKey = (await this.openTasks(step))[n] ?? `${this.id}.${step}.none`;
    return this.act({ kind: 'complete', actor: by, requestId: 'r', taskKey, outcome, values, submissionId: randomUUID() });
  }

  async openTasks(step: string): Promise<string[]> {
    return (await this.standing()).openTasks.filter((key) => key.split('.')[1] === step);
  }

  standing(): Promise<Standing> {
    return this.handle.query<Standing>(STANDING);
  }

  signal(key: string, name: string, values: SmallValues = {}): Promise<void> {
    return this.handle.signal(MACHINE_EVENT, { key, name, values });
  }

  of<T extends ChangeType>(type: T): Extract<Change, { type: T }>[] {
    return this.world.of(this.id, type);
  }

  result(): Promise<string> {
    return this.handle.result() as Promise<string>;
  }
}

/** The workflows as a worker loads them; another file of this folder for a test of what must not happen. */
export async function bundle(file = './workflows'): Promise<WorkflowBundle> {
  return bundleWorkflowCode({ workflowsPath: require.resolve(file), logger: new DefaultLogger('WARN') });
}

/** A Temporal with skipped time, a worker for cases and one for effects, and the world they act on; one a test file. */
export class SkippedTime {
  private constructor(
    readonly env: TestWorkflowEnvironment,
    readonly world: RecordingActivities,
    private readonly workers: readonly Worker[],
    private readonly running: Promise<unknown>,
  ) {}

  static async start(): Promise<SkippedTime> {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    // One after the other: a busy machine does not start the server within its five seconds beside the bundling.
    const env = await timeSkipping();
    const workflowBundle = await bundle();
    const world = new RecordingActivities();
    const { commit, lookup, sendLetter, makeDocument } = world;
    const connection = env.nativeConnection;
    const workers = await Promise.all([
      Worker.create({ connection, taskQueue: CASES_QUEUE, workflowBundle, activities: { commit, lookup } }),
      Worker.create({ connection, taskQueue: EFFECTS_QUEUE, activities: { sendLetter, makeDocument } }),
    ]);
    return new SkippedTime(env, world, workers, Promise.all(workers.map((worker) => worker.run())));
  }

  async stop(): Promise<void> {
    for (const worker of this.workers) worker.shutdown();
    await this.running;
    await this.env.teardown();
  }

  begin(workflow: string, data: SmallValues = {}, settings: SmallValues = {}): Promise<DrivenCase> {
    return begin(this.env, this.world, workflow, data, settings);
  }

  sleep(duration: '2 minutes' | `${number} days`): Promise<void> {
    return this.env.sleep(duration);
  }
}

async function begin(
  env: TestWorkflowEnvironment,
  world: RecordingActivities,
  workflow: string,
  data: SmallValues = {},
  settings: SmallValues = {},
): Promise<DrivenCase> {
  const caseId = randomUUID();
  const input: CaseInput = { caseId, tenantId: randomUUID(), processId: workflow, data, settings };
  const start = new WithStartWorkflowOperation(workflow, {
    workflowId: caseId,
    taskQueue: CASES_QUEUE,
    args: [input],
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
  });
  const act: Act = { kind: 'begin', actor: actor('applicant'), requestId: 'r', submissionId: randomUUID() };
  await env.client.workflow.executeUpdateWithStart(ACT, { args: [act], updateId: `begin-${caseId}`, startWorkflowOperation: start });
  return new DrivenCase(caseId, env.client.workflow.getHandle(caseId), world);
}

/** The type of the refusal with which an act was turned down. */
export async function refusalOf(attempt: Promise<unknown>): Promise<{ type: RefusalType; details: unknown }> {
  const error = (await attempt.then(
    () => {
      throw new Error('it was not refused');
    },
    (failure: unknown) => failure,
  )) as WorkflowUpdateFailedError;
  const cause = error.cause as { type?: RefusalType; details?: unknown[] } | undefined;
  if (!cause?.type) throw error;
  return { type: cause.type, details: cause.details?.[0] };
}
