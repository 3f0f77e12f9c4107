import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { availably } from '../../models/problems';
import { tooMany } from '../problems';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How often something may be tried; counted in Postgres, so that restarts and several api processes do not forget it. */
export interface Limit {
  /** Throws 429 when the key is blocked; counts nothing. */
  check(key: string): Promise<void>;
  /** Counts one try. @returns true when this one used up the last. @throws ProblemError 429 when there was none left. */
  count(key: string): Promise<boolean>;
  forget(key: string): Promise<void>;
}

export interface Limits {
  /** Failed sign-ins of one e-mail, whether it has an account or not: the answer must not tell. */
  readonly signInByEmail: Limit;
  /** Failed sign-ins from one address; generous, for an office shares one. */
  readonly signInByAddress: Limit;
  readonly registrationByAddress: Limit;
  readonly resetByEmail: Limit;
  readonly resetByAddress: Limit;
  /** Invitations to share an applicant; each may send a letter to a stranger. */
  readonly invitationsByPerson: Limit;
  /** Questions to ARES, which is not ours. */
  readonly aresByPerson: Limit;
}

export const LOCK_AFTER = 10;
export const LOCK_SECONDS = 15 * MINUTE;

function limit(pool: Pool, name: string, points: number, seconds: number): Limit {
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'sign_in_limits',
    tableCreated: true,
    // Rows that ran out go with the worker's housekeeping; a timer here would keep the process alive.
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  });
  // Keys are e-mails and addresses: the table need not hold them readable.
  const hidden = (key: string): string => createHash('sha256').update(key.toLowerCase()).digest('base64url');
  return {
    async check(key) {
      const state = await availably(() => limiter.get(hidden(key)));
      if (state !== null && state.consumedPoints >= points && state.msBeforeNext > 0) throw tooMany(state.msBeforeNext / 1000);
    },
    async count(key) {
      try {
        const state = await availably(() => limiter.consume(hidden(key)));
        if (state.remainingPoints > 0) return false;
        // The lock runs from the last try, not from the first of the window.
        await availably(() => limiter.block(hidden(key), seconds));
        return true;
      } catch (error) {
        // The limiter rejects with its state, not with an error.
        if (error instanceof RateLimiterRes) throw tooMany(error.msBeforeNext / 1000);
        throw error;
      }
    },
    async forget(key) {
      await availably(() => limiter.delete(hidden(key)));
    },
  };
}

/** @param pool of the role postup_session */
export function createLimits(pool: Pool): Limits {
  return {
    signInByEmail: limit(pool, 'mail', LOCK_AFTER, LOCK_SECONDS),
    signInByAddress: limit(pool, 'addr', 100, 15 * MINUTE),
    registrationByAddress: limit(pool, 'reg', 100, HOUR),
    resetByEmail: limit(pool, 'reset', 5, HOUR),
    resetByAddress: limit(pool, 'resetaddr', 60, HOUR),
    invitationsByPerson: limit(pool, 'invite', 30, HOUR),
    aresByPerson: limit(pool, 'ares', 60, 10 * MINUTE),
  };
}
