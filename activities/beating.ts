import { Context } from '@temporalio/activity';

const EVERY_MS = 3_000;

function context(): Context | undefined {
  try {
    return Context.current();
  } catch {
    return undefined; // called by itself, not by a worker
  }
}

/** Runs the work of an activity with heartbeats, so that a killed worker is missed within seconds and not at the end of its time. */
export async function beating<T>(work: () => Promise<T>): Promise<T> {
  const activity = context();
  if (!activity) return work();
  const timer = setInterval(() => activity.heartbeat(), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
