import { z } from 'zod';
import { inTenant } from '../../models/database';
import { Tenant } from '../../models/people/Tenant';
import type { PublicTenant } from '../../models/tenancy';
import { csv } from '../lists';
import { route, type Route } from '../route';
import { schemas } from '../viewSchemas';
import { catalogueEntry, type Provider } from './catalogue';
import { sendPublic, sendPublicJson } from './publicData';
import { params, tenantOf } from './publicTenant';
import { registerAddress, registerColumns, registerPage, wholeRegister } from './register';
import { registerChoices, registerFigures } from './registerFigures';
import { registerFilter, registerQuery } from './registerQuery';
import { registerSchema } from './registerSchema';
import { registerChoicesView, registerFiguresView } from './registerViewSchemas';
import { packageOf, publishedGrants, refuseEmpty } from './threeSixtyGiving';

const BASE = '/api/public/:slug/register';

/** The office with what only its settings say. Inside inTenant. */
async function providerOf({ id, slug, name, ico }: PublicTenant): Promise<Provider> {
  const settings = (await Tenant.findByPk(id))?.settings ?? {};
  const text = (key: string): string | null => (typeof settings[key] === 'string' ? settings[key] : null);
  return { slug, name, ico, isvs: text('isvs'), contact: text('dataContact') };
}

/** The register of grants as a page asks for it, and as data that others take over. */
export const registerRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: BASE,
    summary: 'The register of grants, a page of 50, with the sum of all that fit',
    auth: 'public',
    params,
    query: registerQuery.extend({ page: z.coerce.number().int().min(1).max(100_000).default(1) }),
    response: z.object({ rows: z.array(schemas.registerRow), total: z.int(), sum: z.int() }),
    handler: async (context) => {
      const { page, ...query } = context.query;
      const { id, slug } = await tenantOf(context.params.slug);
      const address = registerAddress(context.services.environment.publicUrl, slug);
      return sendPublicJson(context, await inTenant(id, () => registerPage(query, page, address)));
    },
  }),
  route({
    method: 'get',
    path: `${BASE}/choices`,
    summary: 'What occurs in the register and may be filtered by',
    auth: 'public',
    params,
    response: registerChoicesView,
    handler: async (context) => {
      const { id } = await tenantOf(context.params.slug);
      const { mapTilesUrl, mapTilesBy } = context.services.environment;
      const choices = await inTenant(id, registerChoices);
      return sendPublicJson(context, { ...choices, tilesUrl: mapTilesUrl ?? null, tilesBy: mapTilesBy ?? null });
    },
  }),
  route({
    method: 'get',
    path: `${BASE}/figures`,
    summary: 'What fits the filter by year, area and place; amounts in haléř',
    auth: 'public',
    params,
    query: registerFilter,
    response: registerFiguresView,
    handler: async (context) => {
      const { id } = await tenantOf(context.params.slug);
      return sendPublicJson(context, await inTenant(id, () => registerFigures(context.query)));
    },
  }),
  route({
    method: 'get',
    path: `${BASE}.csv`,
    summary: 'The register as a file for a spreadsheet',
    auth: 'public',
    params,
    query: registerQuery,
    produces: 'text/csv',
    handler: async (context) => {
      const { id, slug } = await tenantOf(context.params.slug);
      const address = registerAddress(context.services.environment.publicUrl, slug);
      const rows = await inTenant(id, () => wholeRegister(context.query, address));
      const body = csv(registerColumns, rows, context.language);
      return sendPublic(context, { body, type: 'text/csv; charset=utf-8', fileName: `dotace-${slug}.csv` });
    },
  }),
  route({
    method: 'get',
    path: `${BASE}.json`,
    summary: 'The register as data; amounts in haléř; described by register.schema.json',
    auth: 'public',
    params,
    query: registerQuery,
    response: z.array(schemas.registerRow),
    handler: async (context) => {
      const { id, slug } = await tenantOf(context.params.slug);
      const address = registerAddress(context.services.environment.publicUrl, slug);
      const rows = await inTenant(id, () => wholeRegister(context.query, address));
      return sendPublicJson(context, rows, `dotace-${slug}.json`);
    },
  }),
  route({
    method: 'get',
    path: `${BASE}.schema.json`,
    summary: 'JSON Schema of register.json',
    auth: 'public',
    params,
    response: z.looseObject({ $schema: z.string() }),
    handler: async (context) => {
      const { slug } = await tenantOf(context.params.slug);
      const address = `${context.services.environment.publicUrl}/api/public/${slug}/register.schema.json`;
      return sendPublic(context, { body: JSON.stringify(registerSchema(address)), type: 'application/schema+json; charset=utf-8' });
    },
  }),
  route({
    method: 'get',
    path: `${BASE}.360giving.json`,
    summary: 'The register as a package of the 360Giving standard 1.4; amounts in CZK',
    auth: 'public',
    params,
    query: registerQuery,
    response: z.looseObject({ version: z.literal('1.4'), grants: z.array(z.looseObject({ id: z.string() })) }),
    handler: async (context) => {
      const tenant = await tenantOf(context.params.slug);
      const { sort: _sort, order: _order, ...filter } = context.query;
      const grants = await inTenant(tenant.id, () => publishedGrants(filter));
      refuseEmpty(grants);
      const register = `${context.services.environment.publicUrl}/${tenant.slug}/registr`;
      return sendPublicJson(context, packageOf(tenant, grants, register, new Date()), `dotace-${tenant.slug}-360giving.json`);
    },
  }),
  route({
    method: 'get',
    path: `${BASE}.dcat.jsonld`,
    summary: 'The register as an entry of a catalogue by DCAT-AP-CZ',
    auth: 'public',
    params,
    produces: 'application/ld+json',
    response: z.looseObject({ iri: z.string() }),
    handler: async (context) => {
      const tenant = await tenantOf(context.params.slug);
      const { provider, years } = await inTenant(tenant.id, async () => {
        const { years: known } = await registerChoices();
        const [last, first] = [known.at(0), known.at(-1)];
        return { provider: await providerOf(tenant), years: first === undefined || last === undefined ? null : { first, last } };
      });
      const entry = catalogueEntry(provider, context.services.environment.publicUrl, years);
      return sendPublic(context, {
        body: JSON.stringify(entry),
        type: 'application/ld+json; charset=utf-8',
        fileName: `dotace-${tenant.slug}.dcat.jsonld`,
      });
    },
  }),
];
