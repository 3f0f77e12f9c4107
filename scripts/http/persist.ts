import { ApiRefusal } from './client';

const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;

/** Did the request fail in a way that says nothing of whether it was done: nobody there, cut off, overloaded, or the same key still in hand? */
export function isUncertain(error: unknown): boolean {
  if (error instanceof ApiRefusal)
    return error.status >= 500 || error.status === 429 || (error.status === 409 && error.slug === 'conflict');
  // undici: TypeError('fetch failed'), or a body that broke off; AbortSignal.timeout: TimeoutError
  return error instanceof TypeError || error instanceof SyntaxError || (error instanceof DOMException && error.name === 'TimeoutError');
}

/**
 * Sends the same request again until somebody answers for it. Only for requests that may be repeated: reads, and acts with one idempotency key.
 * @param patience milliseconds after which the last error is thrown.
 */
export async function persist<T>(attempt: () => Promise<T>, patience: number): Promise<T> {
  const until = Date.now() + patience;
  for (let pause = SHORTEST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isUncertain(error) || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
