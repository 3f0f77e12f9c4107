/** The typed contract between the api and a running case: names of messages, what they carry, what they answer. No code of the workflow is imported with it. */
import { ApplicationFailure } from '@temporalio/common';
import type { Actor, Change, SmallValues } from '../processes/changes';
import type { Way } from '../processes/define';

/** Task queues: where cases run, and where their effects are worked off (mail, documents). */
export const CASES_QUEUE = 'cases';
export const EFFECTS_QUEUE = 'effects';

/** Update that carries an act of a person; its id is the request's idempotency key. */
export const ACT = 'act';
/** Signal of a machine event (payment matched, resolution passed), keyed so that a second one is nothing. */
export const MACHINE_EVENT = 'machineEvent';
/** Query for where the case stands, for the consistency watch and tests. */
export const STANDING = 'standing';

export interface CaseInput {
  readonly caseId: string;
  readonly tenantId: string;
  readonly processId: string;
  /** Small values that the procedure decides on, fixed at the start. */
  readonly data: SmallValues;
  /** Person ids and numbers from the settings of the tenant and of the programme as they were when the case began. */
  readonly settings: SmallValues;
}

interface ActBase {
  readonly actor: Actor;
  readonly requestId: string;
}

export type Act = ActBase &
  (
    | { readonly kind: 'begin'; readonly submissionId: string }
    | {
        readonly kind: 'complete';
        readonly taskKey: string;
        readonly outcome: string;
        readonly submissionId: string | null;
        readonly values: SmallValues;
      }
    | { readonly kind: 'withdraw'; readonly reason: string }
    | { readonly kind: 'suspend'; readonly reason: string }
    | { readonly kind: 'resume' }
    | { readonly kind: 'moveDeadline'; readonly taskKey: string | null; readonly until: string; readonly reason: string }
    | { readonly kind: 'retry'; readonly incidentKey: string }
  );

/** Answer of the STANDING query. */
export interface Standing extends Rested {
  readonly suspended: boolean;
  readonly ways: readonly Way[];
  /** Ways taken that the definition does not declare; a process's test fails on any. */
  readonly undeclared: readonly Way[];
}

/** Where the case stood when the act had come to rest. */
export interface Rested {
  readonly rest: number;
  readonly status: string;
  readonly openTasks: readonly string[];
  readonly result: string | null;
}

export interface MachineEvent {
  readonly key: string;
  readonly name: string;
  readonly values: SmallValues;
}

/** `type` of the ApplicationFailure with which a validator refuses an act; the api turns it into problem details. */
export type RefusalType = 'NoSuchTask' | 'AlreadyDone' | 'NoSuchOutcome' | 'CaseClosed' | 'CaseSuspended' | 'NotNow' | 'BadDate';

/** Details of an AlreadyDone refusal. */
export interface AlreadyDone {
  readonly by: string;
  readonly at: string;
  readonly outcome: string;
}

/** Why an act had no effect: what the case's validator said, or that the case is over ('Gone'). */
export interface Refusal {
  readonly why: RefusalType | 'Gone';
  readonly done: AlreadyDone | null;
}

const REFUSALS: Readonly<Record<RefusalType, true>> = {
  NoSuchTask: true,
  AlreadyDone: true,
  NoSuchOutcome: true,
  CaseClosed: true,
  CaseSuspended: true,
  NotNow: true,
  BadDate: true,
};

const isRefusal = (type: unknown): type is RefusalType => typeof type === 'string' && Object.hasOwn(REFUSALS, type);

function isDone(details: unknown): details is AlreadyDone {
  return typeof details === 'object' && details !== null && 'by' in details && 'at' in details && 'outcome' in details;
}

/** Reads the failure with which an Update ended. Null: it is not a validator's, but a fault. */
export function refusalOf(failure: unknown): Refusal | null {
  if (!(failure instanceof ApplicationFailure) || !isRefusal(failure.type)) return null;
  const [details] = failure.details ?? [];
  return { why: failure.type, done: isDone(details) ? details : null };
}

/** Workflow that sends the items of one bulk act (hromadný úkon) to their cases. */
export const BULK = 'bulk';

export interface BulkInput {
  readonly tenantId: string;
  readonly bulkId: string;
}

/** What an item of a bulk act sends: an act to the case, or a letter that was queued when the bulk act was accepted. */
export type BulkSends = { readonly kind: 'act'; readonly act: Act } | { readonly kind: 'letter'; readonly key: string };

/** Why an item of a bulk act had no effect. */
export type BulkRefusal = Refusal | { readonly why: 'Letter'; readonly error: string };

/** How the workflow of a bulk act is started, by whoever comes first: once more is nothing while it runs, and goes on where it was killed. */
export const bulkRun = (input: BulkInput) =>
  ({
    workflowId: `bulk-${input.bulkId}`,
    taskQueue: CASES_QUEUE,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  }) as const;

/** What the kernel asks of the world. `commit` is a local activity, the others regular ones on EFFECTS_QUEUE; all idempotent by their keys. */
export interface KernelActivities {
  /** Commits the changes of one rest in one transaction; changes that are committed already are left out. */
  commit(input: CommitInput): Promise<void>;
  /** Reads small values that the procedure asks for (a sum already awarded, say). A local activity: the case is not at rest while it runs. */
  lookup(input: LookupInput): Promise<SmallValues>;
  /** Sends the queued letter of the case with this key, once. */
  sendLetter(input: EffectInput): Promise<void>;
  /** Makes the queued document of the case with this key, once. */
  makeDocument(input: EffectInput): Promise<void>;
}

export interface CommitInput {
  readonly tenantId: string;
  readonly caseId: string;
  readonly processId: string;
  readonly rest: number;
  readonly changes: readonly Change[];
  /** Acts of people that led here; kept until it is certain that Temporal has kept them too. */
  readonly acts: readonly KnownAct[];
}

export interface KnownAct {
  /** Of the Update. */
  readonly id: string;
  readonly act: Act;
}

export interface LookupInput {
  readonly tenantId: string;
  readonly caseId: string;
  readonly name: string;
  readonly values: SmallValues;
}

export interface EffectInput {
  readonly tenantId: string;
  readonly caseId: string;
  readonly key: string;
  readonly requestId?: string;
}
