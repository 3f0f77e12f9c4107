import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than checking a password and writing down that it was wrong takes, also under load. */
const LEAST_MS = 300;

/** Ends, well or not, no earlier than a fixed time after its start: how long it took tells nothing about what was found. */
export async function sameTime<T>(work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.allSettled([work(), sleep(LEAST_MS)]);
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

/** As `sameTime`, but success need not wait: it tells by itself. */
export async function failSameTime<T>(work: () => Promise<T>): Promise<T> {
  const least = sleep(LEAST_MS, undefined, { ref: false });
  try {
    return await work();
  } catch (error) {
    await least;
    throw error;
  }
}
