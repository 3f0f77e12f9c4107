/** Who is signed in, asked once and kept until it changes: react-admin asks before every page. */
import type { SessionView } from '../../../processes/views';
import { ApiError, ask, speak } from '../api/http';

let current: Promise<SessionView | null> | null = null;

async function read(): Promise<SessionView | null> {
  try {
    const view = (await ask('/api/session')).json as SessionView;
    return view;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    current = null;
    throw error;
  }
}

/** The session, or null where nobody is signed in. */
export function session(): Promise<SessionView | null> {
  current ??= read();
  return current;
}

/** Whether the person is asked to sign in because their session ended in the middle of work. */
let ended = false;

/** The server knows the session no more. */
export function sessionEnded(): void {
  ended = true;
  current = null;
}

export function hasSessionEnded(): boolean {
  return ended;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Slug of the office, where the same e-mail and password fit in several. */
  readonly tenant?: string;
}

/** @throws ApiError 401 for a wrong pair, 409 `choose-tenant` with `tenants` where one must be chosen, 429 when locked. */
export async function signIn(credentials: Credentials): Promise<SessionView> {
  const view = (await ask('/api/session', { method: 'POST', body: credentials })).json as SessionView;
  speak(view.user.language);
  ended = false;
  current = Promise.resolve(view);
  return view;
}

/** Ends the session on the server; one that has ended already is no failure. */
export async function signOut(): Promise<void> {
  current = Promise.resolve(null);
  try {
    await ask('/api/session', { method: 'DELETE' });
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
  }
}
