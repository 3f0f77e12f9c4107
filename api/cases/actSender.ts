import { confirmAct } from '../../models';
import { log } from '../../models/log';
import type { Act } from '../../workflows/messages';
import { actId } from '../actKey';
import type { Asking } from '../context';
import { ActRefused, sendAct } from '../temporal';
import { refusalProblem } from './refusals';

export type Keyed = Asking & { readonly idempotencyKey: string };

type WithoutRequest<A> = A extends unknown ? Omit<A, 'requestId'> : never;
/** An act as a command makes it; the id of the request is added on the way. */
export type NewAct = WithoutRequest<Act>;

/** What the click does after its act comes first. */
const CONFIRM_AFTER_MS = 50;

/** Temporal has kept the act. Nobody waits for this note, and where it is lost a worker asks again. */
export function kept(tenantId: string, caseId: string, id: string): void {
  const confirm = (): Promise<void> =>
    confirmAct(tenantId, caseId, id).catch((error: unknown) => log().debug({ err: error, caseId }, 'an act stays unconfirmed for now'));
  setTimeout(() => void confirm(), CONFIRM_AFTER_MS).unref();
}

/**
 * Sends an act of the asking person to the case and waits until it is in the tables.
 * @param id of the act; the same id is done once
 * @throws ProblemError 409 or 422 in words when the case refuses it
 */
export async function act(context: Keyed, caseId: string, what: NewAct, id = actId(context, { caseId, ...what })): Promise<void> {
  try {
    await sendAct(context.services.temporal, caseId, { ...what, requestId: context.requestId }, id);
    kept(context.tenantId, caseId, id);
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    const taskId = what.kind === 'complete' ? what.taskKey : null;
    throw await context.inTenant(() => refusalProblem(error, caseId, taskId));
  }
}
