import { UniqueConstraintError } from 'sequelize';
import { inTenant } from '../../models/database';
import { Tenant } from '../../models/people/Tenant';
import { User } from '../../models/people/User';
import { createTenant, type NewTenant } from '../../models/tenancy';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { makePasswordLink } from '../people/passwordLink';
import { invalid } from '../problems';
import { record } from '../record';

export interface TenantWithAdmin extends NewTenant {
  /** Their first administrator, who then adds the others. */
  readonly admin: { readonly email: string; readonly name: string };
}

/**
 * Makes a tenant with its first administrator, who gets a link to set a password. The event stands in the new tenant's chain, and in
 * that of the platform, where the one who did it belongs.
 * @throws ProblemError 422 when the slug is taken
 */
export async function makeTenant(context: Asking, { admin, ...tenant }: TenantWithAdmin): Promise<Tenant> {
  const { environment, mailer } = context.services;
  let tenantId: string;
  try {
    tenantId = await createTenant(tenant);
  } catch (error) {
    if (!(error instanceof UniqueConstraintError)) throw error;
    throw invalid({ slug: words('Tato adresa je už obsazená.', 'This address is taken.') });
  }
  const { made, message } = await inTenant(tenantId, async () => {
    const user = await User.create({ ...admin, roles: ['tenantAdmin'], active: true });
    const link = await makePasswordLink(user, 'invitation', { publicUrl: environment.publicUrl, tenantName: tenant.name });
    await record({ ...context, tenantId }, { type: 'userCreated', what: { userId: user.id, roles: user.roles } });
    return { made: await Tenant.findByPk(tenantId, { rejectOnEmpty: true }), message: link };
  });
  await context.inTenant(() => record(context, { type: 'tenantCreated', what: { tenantId, slug: tenant.slug, name: tenant.name } }));
  mailer.post(message);
  return made;
}
