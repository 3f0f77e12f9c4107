/** How an error is written into the log. */
import { errorCode } from './errorCode';

/** Deeper than this an error caused by errors says nothing new. */
const DEEPEST = 5;

/** An error as a log line shows it. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  /** Name of the table's rule that was broken. */
  readonly constraint?: string;
  readonly cause?: LoggedError;
}

function causeOf(error: Error): unknown {
  return 'parent' in error && error.parent !== error ? error.parent : error.cause;
}

/**
 * Type, message, stack, code and causes of an error, and nothing else. Errors of the database carry the statement, its values
 * and the offending row as properties of their own: names and addresses of people, which no log may hold.
 */
export function logError(error: unknown, depth = 0): LoggedError | undefined {
  if (error === undefined || error === null) return undefined;
  if (!(error instanceof Error)) return { type: typeof error, message: typeof error === 'string' ? error : 'not an Error' };
  const code = errorCode(error);
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined;
  const cause = depth < DEEPEST ? logError(causeOf(error), depth + 1) : undefined;
  return {
    type: error.name,
    message: error.message,
    // the causes' stacks are not needed: the place where the work was asked for is what one looks for
    ...(depth === 0 && error.stack !== undefined ? { stack: error.stack } : {}),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(cause === undefined ? {} : { cause }),
  };
}
