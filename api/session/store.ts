import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session, { type SessionData } from 'express-session';
import type { Environment } from '../../models/environment';
import { sessionPool } from '../../models/database';
import { log } from '../../models/log';
import { availably } from '../../models/problems';
import type { Role } from '../../processes/roles';

declare module 'express-session' {
  interface SessionData {
    userId: string;
    tenantId: string;
    /** ISO moment of the sign-in. */
    since: string;
    address: string;
    /** The browser's own description, cut short. */
    device: string;
  }
}

export const COOKIE = 'postup_session';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The end of a session moves with use, but is not written more often than this. */
const TOUCH_EVERY = 5 * 60_000;

/**
 * How long an unused session lasts, in milliseconds: a working day for those who act for the office; thirty days for people who
 * only follow their own application, and come back to it rarely.
 */
export function lifetime(roles: readonly Role[]): number {
  return roles.every((role) => role === 'applicant') ? 30 * DAY : 8 * HOUR;
}

/** Sessions in the table `session`, which only the role postup_session sees. */
class SessionStore extends connectPgSimple(session) {
  private readonly touched = new Map<string, number>();

  override touch(sid: string, data: SessionData, callback?: () => void): void {
    const last = this.touched.get(sid) ?? 0;
    if (Date.now() - last < TOUCH_EVERY) return callback?.();
    if (this.touched.size > 10_000) this.touched.clear();
    this.touched.set(sid, Date.now());
    super.touch(sid, data, callback);
  }

  /** A store that does not answer is 503, not a lost sign-in. */
  override get(sid: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    const answer = new Promise<SessionData | null>((resolve, reject) => {
      super.get(sid, (error: unknown, found) => {
        if (error instanceof Error) reject(error);
        else resolve(found ?? null);
      });
    });
    availably(() => answer).then(
      (found) => callback(null, found),
      (error: unknown) => callback(error),
    );
  }
}

/** The middleware that knows the session by its cookie; makes none before somebody signs in. */
export function sessions(environment: Environment): RequestHandler {
  return session({
    name: COOKIE,
    secret: environment.sessionSecret,
    store: new SessionStore({
      pool: sessionPool(),
      pruneSessionInterval: false,
      errorLog: (message: unknown) => log().warn({ message: String(message) }, 'session store'),
    }),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    proxy: environment.trustProxy > 0,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: environment.publicUrl.startsWith('https:'),
      path: '/',
      maxAge: 8 * HOUR,
    },
  });
}
