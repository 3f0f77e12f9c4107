/** Tenants and people as the command line makes them: no session, no api, the same events. */
import { closeDatabase, connectDatabase, createTenant, inTenant, Tenant, tenantIds, User, writeEvents } from '../models/index';
import { environment } from '../models/environment';
import type { NewTenant } from '../models/tenancy';
import type { Role } from '../processes/roles';
import { hashPassword } from '../api/session/passwords';
import { CommandError, notRunning } from './output';
import { say } from './words';

export interface TenantIds {
  readonly id: string;
  readonly slug: string;
  /** Made by this call. */
  readonly isNew: boolean;
  /** How many people this call has added. */
  readonly newPeople: number;
}

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** null: the person sets one by the link for a forgotten password. */
  readonly password: string | null;
}

export interface KnownTenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/**
 * Connects, does the work, and lets the database go, so that the command can end.
 * @throws CommandError when nobody has said where the database is, and no one-machine start runs.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const { givenDatabaseUrl, dataDir } = environment();
  if (givenDatabaseUrl === undefined) throw new CommandError(notRunning(dataDir));
  await connectDatabase({ poolSize: 4 });
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}

/** Every tenant, the platform's own too, by slug. Needs a connected database. */
export async function allTenants(): Promise<KnownTenant[]> {
  const found: KnownTenant[] = [];
  for (const id of await tenantIds()) {
    const tenant = await inTenant(id, () => Tenant.findByPk(id));
    if (tenant) found.push({ id, slug: tenant.slug, name: tenant.name });
  }
  return found.sort((one, other) => one.slug.localeCompare(other.slug));
}

/** @throws CommandError naming the tenants there are. */
export async function tenantBySlug(slug: string): Promise<KnownTenant> {
  const tenants = await allTenants();
  const found = tenants.find((tenant) => tenant.slug === slug);
  if (found) return found;
  const known = tenants.map((tenant) => tenant.slug).join(', ') || '–';
  throw new CommandError(say(`Úřad ${slug} tu není. Jsou tu: ${known}.`, `There is no tenant ${slug}. There are: ${known}.`));
}

/** Adds a person; the event of it names no actor, for nobody was signed in. @returns the id. @throws UniqueConstraintError where the e-mail is taken. */
export async function createPerson(tenantId: string, person: NewPerson): Promise<string> {
  const passwordHash = person.password === null ? null : await hashPassword(person.password);
  return inTenant(tenantId, async () => {
    const { email, name, roles } = person;
    const user = await User.create({ email: email.toLowerCase(), name, roles: [...roles], passwordHash });
    await writeEvents(tenantId, [
      {
        chainId: tenantId,
        caseId: null,
        type: 'userCreated',
        at: new Date().toISOString(),
        what: { userId: user.id },
        after: { name, email: user.email, roles },
      },
    ]);
    return user.id;
  });
}

/** Makes the tenant and those of its people that are not there yet. */
export async function ensureTenant(tenant: NewTenant, people: readonly NewPerson[]): Promise<TenantIds> {
  const existing = (await allTenants()).find(({ slug }) => slug === tenant.slug);
  const id = existing?.id ?? (await createTenant(tenant));
  let newPeople = 0;
  for (const person of people) {
    const known = await inTenant(id, () => User.findOne({ where: { email: person.email.toLowerCase() } }));
    if (known) continue;
    await createPerson(id, person);
    newPeople += 1;
  }
  return { id, slug: tenant.slug, isNew: existing === undefined, newPeople };
}
