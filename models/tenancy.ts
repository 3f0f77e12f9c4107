/** What is asked before a tenant is known, and how a tenant comes to be. */
import { QueryTypes } from 'sequelize';
import { writeEvents } from './audit/write';
import { query, inTenant, ownerSequelize, withoutTenant } from './database';
import type { Colours } from './people/Tenant';

export interface PublicTenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: 'municipality' | 'association';
  readonly ico: string | null;
  readonly address: string;
  readonly coatOfArms: string | null;
  readonly colours: Colours;
}

/** Tenants that the public may know of, by name; the platform's own is not among them. */
export async function publicTenants(): Promise<PublicTenant[]> {
  return withoutTenant(() =>
    query<PublicTenant>('select id, slug, name, kind, ico, address, coat_of_arms as "coatOfArms", colours from public_tenants()'),
  );
}

export interface SignInCandidate {
  readonly tenantId: string;
  readonly slug: string;
  readonly tenantName: string;
  readonly userId: string;
}

/** Active people with this e-mail (in any case of letters), in one tenant or, with null, in all of them. */
export async function signInCandidates(email: string, slug: string | null): Promise<SignInCandidate[]> {
  return withoutTenant(() =>
    query<SignInCandidate>(
      'select tenant_id as "tenantId", slug, tenant_name as "tenantName", user_id as "userId" from sign_in_candidates($1, $2)',
      [email, slug],
    ),
  );
}

/** Every tenant, for work that goes round all of them, one transaction each. */
export async function tenantIds(): Promise<string[]> {
  const rows = await withoutTenant(() => query<{ id: string }>('select id from tenant_ids()'));
  return rows.map(({ id }) => id);
}

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly kind?: 'municipality' | 'association' | 'platform';
  readonly ico?: string | null;
  readonly address?: string;
  readonly coatOfArms?: string | null;
  readonly colours?: Colours;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * Makes a tenant, as the owner of the tables: requests cannot. Its first event is its making.
 * @returns the tenant's id
 * @throws UniqueConstraintError when the slug is taken
 */
export async function createTenant(tenant: NewTenant): Promise<string> {
  const { slug, name, kind = 'municipality', ico = null, address = '', coatOfArms = null, colours = {}, settings = {} } = tenant;
  const owner = ownerSequelize();
  let id: string | undefined;
  try {
    const rows = await owner.query<{ id: string }>(
      `insert into tenants (slug, name, kind, ico, address, coat_of_arms, colours, settings)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb) returning id`,
      {
        bind: [slug, name, kind, ico, address, coatOfArms, JSON.stringify(colours), JSON.stringify(settings)],
        type: QueryTypes.SELECT,
      },
    );
    id = rows[0]?.id;
  } finally {
    await owner.close();
  }
  if (id === undefined) throw new Error('The tenant was not made');
  const tenantId = id;
  await inTenant(tenantId, () =>
    writeEvents(tenantId, [
      {
        chainId: tenantId,
        caseId: null,
        type: 'tenantCreated',
        at: new Date().toISOString(),
        what: { slug, name, kind },
      },
    ]),
  );
  return tenantId;
}
