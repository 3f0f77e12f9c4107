/** One logger for all server folders. Every line carries the request id, tenant and case of the work it comes from. */
import pino, { type Logger } from 'pino';
import { workContext } from './context';
import { environment } from './environment';
import { logError } from './logError';

/** What must never be in a log, wherever in an object it stands. */
const SECRETS = ['password', 'passwordHash', 'token', 'cookie', 'authorization', 'sess'];

let root: Logger | undefined;

/** The logger of this process; level by LOG_LEVEL. Lines go to the standard output as JSON. */
export function log(): Logger {
  root ??= pino({
    level: environment().logLevel,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => logError(error) },
    mixin: () => ({ ...workContext() }),
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]), censor: '***' },
  });
  return root;
}
