import { DefaultLogger, makeTelemetryFilterString, Runtime, type LogLevel } from '@temporalio/worker';
import { log } from '../models/log';

const LEVELS: Readonly<Record<LogLevel, 'trace' | 'debug' | 'info' | 'warn' | 'error'>> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

/**
 * Makes Temporal's SDK write into our log, and leaves signals to us: what they mean for a worker is said in one place,
 * workers/main.ts. To be called once, before anything else of the SDK.
 */
export function installRuntime(): DefaultLogger {
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => {
    // an activity's error stands among the facts; only under this name is it written without its values
    const { error, ...temporal } = meta ?? {};
    log()[LEVELS[level]]({ temporal, err: error }, message);
  });
  Runtime.install({
    logger,
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'WARN' }) } },
  });
  return logger;
}
