import type { Request } from 'express';
import { query, withoutTenant } from '../../models/database';
import type { Person } from '../context';
import { unauthenticated } from '../problems';
import './store';

export interface SignedIn {
  readonly tenantId: string;
  readonly person: Person;
}

/** An active person of the tenant as they are now, or null. One trip to the database: it runs before every answer. */
export async function findPerson(tenantId: string, userId: string): Promise<Person | null> {
  const bind = [tenantId, userId];
  const [row] = await withoutTenant(() => query<{ person: Person | null }>('select signed_in_person($1, $2) as person', bind));
  return row?.person ?? null;
}

/**
 * Whose session this is. Roles are read each time, so that taking one away works at once.
 * @throws ProblemError 401 without a session, or when the person is no longer active
 */
export async function signedInPerson(request: Request): Promise<SignedIn> {
  const { userId, tenantId } = request.session;
  if (userId === undefined || tenantId === undefined) throw unauthenticated();
  const person = await findPerson(tenantId, userId);
  if (!person) throw unauthenticated();
  return { tenantId, person };
}
