import type { Request } from 'express';
import type { Person } from '../context';
import { lifetime } from './store';

const DEVICE_LENGTH = 200;

function settle(run: (done: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    run((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('The session store failed', { cause: error }));
    });
  });
}

/** Begins a session under a new id (whoever knew the old one has nothing), and writes it before anybody is told so. */
export async function startSession(request: Request, tenantId: string, person: Pick<Person, 'id' | 'roles'>): Promise<void> {
  await settle((done) => request.session.regenerate(done));
  const { session } = request;
  session.userId = person.id;
  session.tenantId = tenantId;
  session.since = new Date().toISOString();
  session.address = request.ip ?? '';
  session.device = (request.get('User-Agent') ?? '').slice(0, DEVICE_LENGTH);
  session.cookie.maxAge = lifetime(person.roles);
  await settle((done) => session.save(done));
}

/** Ends the session of the request. */
export async function endSession(request: Request): Promise<void> {
  await settle((done) => request.session.destroy(done));
}
