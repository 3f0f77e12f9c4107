import type { Request } from 'express';
import { QueryTypes } from 'sequelize';
import { database, inTenant } from '../../models/database';
import type { Person } from '../context';
import { unauthenticated } from '../problems';
import './store';

export interface SignedIn {
  readonly tenantId: string;
  readonly person: Person;
}

/** The person and those who named them as substitute for today, in one statement: it runs before every answer. */
const PERSON = `
  select u.id, u.email, u.name, u.roles, u.language,
    coalesce((
      select json_agg(json_build_object('id', a.id, 'name', a.name, 'roles', a.roles, 'processId', s.process_id) order by a.name)
      from substitutions s join users a on a.id = s.absent_id and a.active
      where s.substitute_id = u.id and (now() at time zone 'Europe/Prague')::date between s.starts_on and s.ends_on
    ), '[]') as substitutes
  from users u where u.id = $1 and u.active`;

/** An active person of the tenant as they are now, or null. */
export function findPerson(tenantId: string, userId: string): Promise<Person | null> {
  return inTenant(tenantId, async (transaction) => {
    const [person] = await database().query<Person>(PERSON, { bind: [userId], type: QueryTypes.SELECT, transaction });
    return person ?? null;
  });
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
