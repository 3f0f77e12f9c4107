/** What a log line should say about the work it comes from; carried by the asynchronous context. */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface WorkContext {
  /** One id from the api through the workflow to the activity. */
  readonly requestId?: string;
  readonly tenantId?: string;
  readonly caseId?: string;
}

const storage = new AsyncLocalStorage<WorkContext>();

/** Runs the work with these facts added to those around it. */
export function withContext<T>(facts: WorkContext, work: () => T): T {
  return storage.run({ ...storage.getStore(), ...facts }, work);
}

/** The facts of the moment; empty outside of any work. */
export function workContext(): WorkContext {
  return storage.getStore() ?? {};
}
