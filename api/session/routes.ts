import { z } from 'zod';
import type { SessionRow } from '../../processes/views';
import { words } from '../../processes/words';
import { unauthenticated, malformed, notFound } from '../problems';
import { record } from '../record';
import { route } from '../route';
import { email } from '../schemas';
import { openSessions, revokeSession, revokeSessions } from './openSessions';
import { presentSession, sessionView } from './sessionView';
import { findPerson } from './signedIn';
import { signIn } from './signIn';
import { signOut } from './signOut';
import { startSession } from './startSession';
import { COOKIE } from './store';

const create = route({
  method: 'post',
  path: '/api/session',
  summary: 'Sign in; 409 choose-tenant when the password fits in several tenants',
  auth: 'public',
  // No lower limit here: an old or wrong password is answered as wrong, not as badly formed.
  body: z.strictObject({ email, password: z.string().min(1).max(200), tenant: z.string().max(40).optional() }),
  response: sessionView,
  async handler({ body, request, services }) {
    const { tenantId, userId } = await signIn({ ...body, address: request.ip ?? '' }, services.limits);
    const person = await findPerson(tenantId, userId);
    if (!person) throw unauthenticated();
    await startSession(request, tenantId, person);
    return presentSession(tenantId, person);
  },
});

const show = route({
  method: 'get',
  path: '/api/session',
  summary: 'Who is signed in and what they may do',
  auth: 'session',
  response: sessionView,
  handler: ({ tenantId, person }) => presentSession(tenantId, person),
});

const end = route({
  method: 'delete',
  path: '/api/session',
  summary: 'Sign out',
  auth: 'public',
  async handler({ request, response }) {
    await signOut(request);
    response.clearCookie(COOKIE, { path: '/' });
  },
});

const sessionRow: z.ZodType<SessionRow> = z.object({
  id: z.string(),
  current: z.boolean(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  address: z.string(),
  device: z.string(),
});

const listOwn = route({
  method: 'get',
  path: '/api/sessions',
  summary: 'Where the person is signed in',
  auth: 'session',
  response: z.array(sessionRow),
  handler: ({ person, request }) => openSessions(person.id, request.sessionID),
});

const endOne = route({
  method: 'delete',
  path: '/api/sessions/:id',
  summary: 'End one of the own sessions',
  auth: 'session',
  params: z.strictObject({ id: z.string().max(64) }),
  async handler(context) {
    const { params, person, inTenant } = context;
    if (!(await revokeSession(person.id, params.id))) throw notFound();
    await inTenant(() => record(context, { type: 'sessionRevoked', what: { userId: person.id, sessions: 1 } }));
  },
});

const endOthers = route({
  method: 'delete',
  path: '/api/sessions',
  summary: 'End all own sessions but this one (?others=1)',
  auth: 'session',
  query: z.strictObject({ others: z.string().optional() }),
  async handler(context) {
    const { query, person, request, inTenant } = context;
    if (query.others !== '1')
      throw malformed(words('Ukončit lze jen ostatní přihlášení (?others=1).', 'Only the other sessions can be ended (?others=1).'));
    const sessions = await revokeSessions(person.id, request.sessionID);
    if (sessions > 0) await inTenant(() => record(context, { type: 'sessionRevoked', what: { userId: person.id, sessions } }));
  },
});

export const sessionRoutes = [create, show, end, listOwn, endOne, endOthers];
