import type { AuthProvider } from 'react-admin';
import { ApiError, NotSavedError } from '../api/http';
import { ApplicantError, belongsHere, can } from './access';
import { session, sessionEnded, signIn, signOut, type Credentials } from './session';

async function signedIn() {
  const view = await session();
  if (!view || !belongsHere(view)) throw new Error('postup.auth.required');
  return view;
}

/** Sign-in by the server's cookie; rights come with the session and are answered without asking again. */
export const authProvider: AuthProvider = {
  login: async (credentials: Credentials) => {
    const view = await signIn(credentials);
    if (belongsHere(view)) return;
    await signOut();
    throw new ApplicantError();
  },
  logout: async () => {
    await signOut();
  },
  checkAuth: async () => {
    await signedIn();
  },
  /** 401: the session ended, sign in again and come back; 403 is a refusal to be read, not a reason to sign out. */
  checkError: async (error: unknown) => {
    if (!(error instanceof ApiError) || error.status !== 401 || error instanceof NotSavedError) return;
    sessionEnded();
    throw error;
  },
  getIdentity: async () => {
    const { user } = await signedIn();
    return { id: user.id, fullName: user.name };
  },
  getPermissions: async () => (await signedIn()).user.roles,
  canAccess: async ({ resource, action }) => {
    const view = await session();
    return view !== null && can(view, resource, action);
  },
};
