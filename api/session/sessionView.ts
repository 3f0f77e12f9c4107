import { z } from 'zod';
import { inTenant } from '../../models/database';
import { Tenant } from '../../models/people/Tenant';
import { actions, policy, resources, type Action, type Resource } from '../../processes/policy';
import type { Role } from '../../processes/roles';
import type { SessionView } from '../../processes/views';
import type { Person } from '../context';
import { notFound } from '../problems';
import { email, id, language, personRef, role } from '../schemas';
import { presentTenant, tenantView } from '../tenants/tenantView';

export const sessionView: z.ZodType<SessionView> = z
  .object({
    user: z.object({ id, name: z.string(), email, roles: z.array(role), language }),
    tenant: tenantView,
    can: z.partialRecord(z.enum(resources), z.array(z.enum(actions))),
    substitutes: z.array(personRef),
  })
  .meta({ id: 'Session' });

/** Everything that the roles together allow, for the back office's canAccess. */
function allowed(roles: readonly Role[]): SessionView['can'] {
  const can: Partial<Record<Resource, Action[]>> = {};
  for (const resource of resources) {
    const may = actions.filter((action) => roles.some((held) => policy[held][resource]?.includes(action)));
    if (may.length > 0) can[resource] = may;
  }
  return can;
}

/** Who is signed in, where, and what they may do. */
export async function presentSession(tenantId: string, person: Person): Promise<SessionView> {
  const tenant = await inTenant(tenantId, () => Tenant.findByPk(tenantId));
  if (!tenant) throw notFound();
  const substitutes = new Map(person.substitutes.map(({ id: absent, name }) => [absent, { id: absent, name }]));
  return {
    user: { id: person.id, name: person.name, email: person.email, roles: person.roles, language: person.language },
    tenant: presentTenant(tenant),
    can: allowed(person.roles),
    substitutes: [...substitutes.values()],
  };
}
