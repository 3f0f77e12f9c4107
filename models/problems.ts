/** Errors of the database that the layers above tell apart. */
import { BaseError, ConnectionAcquireTimeoutError, ConnectionError, TimeoutError } from 'sequelize';
import { errorCode } from './errorCode';

/** Postgres does not answer; nothing was changed by the work that failed with it. The api says 503, a worker tries again. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';

  constructor(cause: unknown) {
    super(`Databáze teď neodpovídá (${cause instanceof Error ? cause.message : String(cause)})`, { cause });
  }
}

/** Connection exceptions, shutdown, start-up, recovery, and a machine short of disk, memory or connections: all pass, though not all by themselves. */
const PASSING_STATES = /^(08...|57P0[1-5]|53...)$/;
const SOCKET_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']);
const LOST =
  /Connection terminated|Query read timeout|connection error and is not queryable|timeout exceeded when trying to connect|Connection ended/i;

/** Was the connection refused or lost, so that the same work may succeed a little later? */
export function isLostConnection(error: unknown): boolean {
  if (error instanceof ConnectionError || error instanceof ConnectionAcquireTimeoutError) return true;
  const code = errorCode(error);
  if (code !== undefined && (PASSING_STATES.test(code) || SOCKET_ERRORS.has(code))) return true;
  if (!(error instanceof Error)) return false;
  if (LOST.test(error.message)) return true;
  const inner = error instanceof BaseError && 'parent' in error ? error.parent : error.cause;
  return inner !== undefined && inner !== error && !(error instanceof TimeoutError) && isLostConnection(inner);
}

/**
 * Runs database work and gives a lost or refused connection its own type; every other error passes as it is.
 * @throws DatabaseUnavailableError
 */
export async function availably<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseUnavailableError || !isLostConnection(error)) throw error;
    throw new DatabaseUnavailableError(error);
  }
}
