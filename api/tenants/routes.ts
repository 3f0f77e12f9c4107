import { z } from 'zod';
import { Tenant } from '../../models/people/Tenant';
import { publicTenants } from '../../models/tenancy';
import type { TenantView } from '../../processes/views';
import { words } from '../../processes/words';
import { says } from '../http/zodWords';
import { list } from '../lists';
import { notFound } from '../problems';
import { route } from '../route';
import { amount, bankAccount, email, ico, ids, line, personName, searchText } from '../schemas';
import { isCoatOfArms } from './coatOfArms';
import { editTenant } from './tenantEditor';
import { makeTenant } from './tenantMaker';
import { presentTenant, presentTenantSettings, tenantSettingsView, tenantView } from './tenantView';

const colour = z
  .string()
  .refine((text) => /^#[0-9a-f]{6}$/i.test(text), says('Barvu napište jako #1f4e79.', 'Write the colour as #1f4e79.'));
const coatOfArms = z
  .string()
  .refine(
    isCoatOfArms,
    says(
      'Znak má být malý obrázek PNG nebo SVG bez skriptů (do 200 kB).',
      'The coat of arms should be a small PNG or SVG without scripts (up to 200 kB).',
    ),
  );

/** What of a tenant's settings may be changed, and within which limits; absent ones have defaults where they are used. */
const settings = z.strictObject({
  /** Haléř: up to this sum the council decides, above it the assembly (§ 85 písm. c) zákona č. 128/2000 Sb.). */
  councilLimit: amount.optional(),
  /** Is the limit of one case, as the law says, or of all that one applicant is given in a calendar year (models/grants/councilLimit.ts)? */
  councilLimitPer: z.enum(['case', 'year']).optional(),
  /** To which applicants return what they did not spend: in the letter that asks for it, and in the contract. */
  bankAccount: bankAccount.optional(),
  /** Who signs contracts for the office, as the contract says it. */
  representative: line(0, 200).optional(),
  /** Data box of the office, in the entry for the register of contracts. */
  dataBox: z
    .string()
    .trim()
    .regex(
      /^([a-z0-9]{7})?$/,
      says('Datová schránka má sedm malých písmen a číslic.', 'A data box has seven lower-case letters and digits.'),
    )
    .optional(),
  /** Number of the information system (ISVS) under which the office keeps its grants in the register of rights and duties; in the entry of the open data catalogue. */
  isvs: z
    .string()
    .trim()
    .regex(/^\d{1,10}$/, says('Číslo informačního systému jsou číslice.', 'The number of the information system is digits.'))
    .optional(),
  /** Who answers questions about the open data; in the same entry. */
  dataContact: email.optional(),
});

const identity = { name: line(2, 200), ico: ico.nullable(), address: line(0, 300) };

const show = route({
  method: 'get',
  path: '/api/tenant',
  summary: 'The own tenant with its settings',
  auth: 'session',
  may: ['tenant', 'show'],
  response: tenantSettingsView,
  async handler({ tenantId, inTenant }) {
    const tenant = await inTenant(() => Tenant.findByPk(tenantId));
    if (!tenant) throw notFound();
    return presentTenantSettings(tenant);
  },
});

const edit = route({
  method: 'patch',
  path: '/api/tenant',
  summary: 'Change the own tenant',
  auth: 'session',
  may: ['tenant', 'edit'],
  ifMatch: true,
  body: z
    .strictObject({
      ...identity,
      coatOfArms: coatOfArms.nullable(),
      colours: z.strictObject({ primary: colour.optional(), accent: colour.optional() }),
      settings,
    })
    .partial(),
  response: tenantSettingsView,
  handler: async (context) => presentTenantSettings(await editTenant(context, context.version, context.body)),
});

const listTenants = list({
  name: 'tenants',
  path: '/api/tenants',
  summary: 'Tenants of this installation',
  may: ['tenants', 'list'],
  sortable: ['name', 'slug'],
  defaultSort: ['name', 'ASC'],
  filter: z.strictObject({ id: ids, q: searchText }),
  row: tenantView,
  columns: [
    { title: words('Název', 'Name'), value: (row) => row.name },
    { title: words('Adresa na portálu', 'Address'), value: (row) => row.slug },
    { title: words('IČO', 'Identification number'), value: (row) => row.ico },
  ],
  // Tenants are tens, not thousands, and no query of one tenant sees the others: they are sorted here.
  async find({ filter, sort, offset, limit }) {
    const q = filter.q?.toLocaleLowerCase('cs') ?? '';
    const found = (await publicTenants())
      .filter((tenant) => !filter.id || filter.id.includes(tenant.id))
      .filter((tenant) => `${tenant.name} ${tenant.slug}`.toLocaleLowerCase('cs').includes(q))
      .map(presentTenant)
      .sort((one, other) => one[sort.field].localeCompare(other[sort.field], 'cs') * (sort.direction === 'ASC' ? 1 : -1));
    return { rows: found.slice(offset, offset + limit), total: found.length };
  },
});

const create = route({
  method: 'post',
  path: '/api/tenants',
  summary: 'Make a tenant with its first administrator, who gets a link to set a password',
  auth: 'session',
  may: ['tenants', 'create'],
  idempotent: 'optional',
  body: z.strictObject({
    slug: z
      .string()
      .refine(
        (text) => /^[a-z0-9-]{2,40}$/.test(text),
        says(
          'Adresa má 2 až 40 znaků: malá písmena bez diakritiky, číslice a pomlčky.',
          'The address is 2 to 40 small letters, digits and hyphens.',
        ),
      ),
    name: identity.name,
    kind: z.enum(['municipality', 'association']).optional(),
    ico: identity.ico.optional(),
    address: identity.address.optional(),
    admin: z.strictObject({ email, name: personName }),
  }),
  status: 201,
  response: tenantView,
  handler: async (context): Promise<TenantView> => presentTenant(await makeTenant(context, context.body)),
});

export const tenantRoutes = [show, edit, listTenants, create];
