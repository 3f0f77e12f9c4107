import { z } from 'zod';
import { inTenant } from '../../models/database';
import { publicTenants, type PublicTenant } from '../../models/tenancy';
import { csv, sendCsv } from '../lists';
import { notFound } from '../problems';
import { findProgrammes, publicProgramme } from '../programmes/programmePresenter';
import { ANSWERED, route, type Route } from '../route';
import { Where } from '../sql';
import { presentTenant, tenantView } from '../tenants/tenantView';
import { schemas } from '../viewSchemas';
import { packageOf, publishedGrants, refuseEmpty } from './threeSixtyGiving';
import { registerColumns, registerPage, registerQuery, wholeRegister } from './register';

const params = z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{2,40}$/) });

/** @throws ProblemError 404 */
async function tenantOf(slug: string): Promise<PublicTenant> {
  const tenant = (await publicTenants()).find((one) => one.slug === slug);
  if (!tenant) throw notFound();
  return tenant;
}

/** A published programme stays readable after its intake (at least 90 days by § 10c zákona č. 250/2000 Sb.; here for good). */
const published = (): Where => new Where().add(`p.state <> 'draft'`);

export const publicRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/public/tenants',
    summary: 'Municipalities and associations that are here',
    auth: 'public',
    response: z.array(tenantView),
    handler: async () => (await publicTenants()).map(presentTenant),
  }),
  route({
    method: 'get',
    path: '/api/public/:slug',
    summary: 'One of them',
    auth: 'public',
    params,
    response: tenantView,
    handler: async (context) => presentTenant(await tenantOf(context.params.slug)),
  }),
  route({
    method: 'get',
    path: '/api/public/:slug/programmes',
    summary: 'Published programmes, those that close last first',
    auth: 'public',
    params,
    response: z.array(schemas.programmeView),
    handler: async (context) => {
      const { id } = await tenantOf(context.params.slug);
      return inTenant(id, async () => (await findProgrammes(published(), 'p.intake_closes_at desc', 500, 0)).map(publicProgramme));
    },
  }),
  route({
    method: 'get',
    path: '/api/public/:slug/programmes/:id',
    summary: 'A published programme',
    auth: 'public',
    params: params.extend({ id: z.uuid() }),
    response: schemas.programmeView,
    handler: async (context) => {
      const { id } = await tenantOf(context.params.slug);
      const [programme] = await inTenant(id, () => findProgrammes(published().add('p.id = ?', context.params.id), 'p.title', 1, 0));
      if (!programme) throw notFound();
      return publicProgramme(programme);
    },
  }),
  route({
    method: 'get',
    path: '/api/public/:slug/register',
    summary: 'The register of grants, a page of 50, with the sum of all that fit',
    auth: 'public',
    params,
    query: registerQuery.extend({ page: z.coerce.number().int().min(1).max(100_000).default(1) }),
    response: z.object({ rows: z.array(schemas.registerRow), total: z.int(), sum: z.int() }),
    handler: async (context) => {
      const { page, ...query } = context.query;
      const { id } = await tenantOf(context.params.slug);
      return inTenant(id, () => registerPage(query, page));
    },
  }),
  route({
    method: 'get',
    path: '/api/public/:slug/register.csv',
    summary: 'The register as a file for a spreadsheet',
    auth: 'public',
    params,
    query: registerQuery,
    produces: 'text/csv',
    handler: async (context) => {
      const { id, slug } = await tenantOf(context.params.slug);
      const rows = await inTenant(id, () => wholeRegister(context.query));
      return sendCsv(context.response, `dotace-${slug}`, csv(registerColumns, rows, context.language));
    },
  }),
  route({
    method: 'get',
    path: '/api/public/:slug/register.json',
    summary: 'The register as data; amounts in haléř',
    auth: 'public',
    params,
    query: registerQuery,
    response: z.array(schemas.registerRow),
    handler: async (context) => {
      const { id, slug } = await tenantOf(context.params.slug);
      const rows = await inTenant(id, () => wholeRegister(context.query));
      context.response.set('Content-Disposition', `attachment; filename="dotace-${slug}.json"`).json(rows);
      return ANSWERED;
    },
  }),
  route({
    method: 'get',
    path: '/api/public/:slug/register.360giving.json',
    summary: 'The register as a package of the 360Giving standard 1.4; amounts in CZK',
    auth: 'public',
    params,
    query: registerQuery,
    response: z.looseObject({ version: z.literal('1.4'), grants: z.array(z.looseObject({ id: z.string() })) }),
    handler: async (context) => {
      const tenant = await tenantOf(context.params.slug);
      const grants = await inTenant(tenant.id, () => publishedGrants(context.query));
      refuseEmpty(grants);
      const register = `${context.services.environment.publicUrl}/${tenant.slug}/registr`;
      context.response
        .set('Content-Disposition', `attachment; filename="dotace-${tenant.slug}-360giving.json"`)
        .json(packageOf(tenant, grants, register, new Date()));
      return ANSWERED;
    },
  }),
];
