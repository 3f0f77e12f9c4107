import type { Client } from '@temporalio/client';
import type { Fio } from '../models/banking/fioClient';
import type { Environment } from '../models/environment';
import type { Ares } from './ares/aresClient';
import type { Limits } from './http/limits';
import type { Metrics } from './http/metrics';
import type { Mailer } from './mail';
import type { Readiness } from './system/readiness';

/** What the routes need of the world, made once in main.ts (or by a test) and handed to createApp. */
export interface Services {
  readonly environment: Environment;
  /** Connects by itself at first use and again after a loss; a call meanwhile fails and is answered 503. */
  readonly temporal: Client;
  readonly mailer: Mailer;
  readonly ares: Ares;
  readonly fio: Fio;
  readonly limits: Limits;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
}
