import { Tenant, type Colours } from '../../models/people/Tenant';
import type { Asking } from '../context';
import { notFound, staleVersion } from '../problems';
import { difference, record } from '../record';

export interface TenantChanges {
  readonly name?: string;
  readonly ico?: string | null;
  readonly address?: string;
  readonly coatOfArms?: string | null;
  readonly colours?: Colours;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * Changes the tenant's identity, look or settings; settings that are not named stay.
 * @throws ProblemError 412 when somebody else changed it meanwhile
 */
export function editTenant(context: Asking, version: number, changes: TenantChanges): Promise<Tenant> {
  return context.inTenant(async () => {
    const tenant = await Tenant.findByPk(context.tenantId, { lock: true });
    if (!tenant) throw notFound();
    if (tenant.version !== version) throw staleVersion();
    const wanted = { ...changes, ...(changes.settings && { settings: { ...tenant.settings, ...changes.settings } }) };
    const changed = difference(tenant.get(), wanted);
    if (changed) {
      await tenant.update(changed.after);
      await record(context, { type: 'tenantChanged', what: { fields: Object.keys(changed.after) }, ...changed });
    }
    return tenant;
  });
}
