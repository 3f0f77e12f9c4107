import { z } from 'zod';
import type { Colours, Tenant } from '../../models/people/Tenant';
import type { TenantView } from '../../processes/views';
import { id } from '../schemas';

const shape = {
  id,
  slug: z.string(),
  name: z.string(),
  kind: z.enum(['municipality', 'association']),
  ico: z.string().nullable(),
  address: z.string(),
  coatOfArms: z.string().nullable(),
  colours: z.object({ primary: z.string().optional(), accent: z.string().optional() }),
};

export const tenantView: z.ZodType<TenantView> = z.object(shape).meta({ id: 'Tenant' });

/** What the office's administrator sees besides. */
export interface TenantSettingsView extends TenantView {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly version: number;
}

export const tenantSettingsView: z.ZodType<TenantSettingsView> = z
  .object({ ...shape, settings: z.record(z.string(), z.unknown()), version: z.int() })
  .meta({ id: 'TenantSettings' });

interface TenantFields {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: Tenant['kind'];
  readonly ico: string | null;
  readonly address: string;
  readonly coatOfArms: string | null;
  readonly colours: Colours;
}

export function presentTenant(tenant: TenantFields): TenantView {
  const { slug, name, kind, ico, address, coatOfArms, colours } = tenant;
  // The platform's own tenant serves no public; towards its administrators it is an association like any other.
  return { id: tenant.id, slug, name, kind: kind === 'platform' ? 'association' : kind, ico, address, coatOfArms, colours };
}

export function presentTenantSettings(tenant: Tenant): TenantSettingsView {
  return { ...presentTenant(tenant), settings: tenant.settings, version: tenant.version };
}
