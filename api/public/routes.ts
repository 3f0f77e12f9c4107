import { z } from 'zod';
import { inTenant } from '../../models/database';
import { publicTenants } from '../../models/tenancy';
import { notFound } from '../problems';
import { findProgrammes, publicProgramme } from '../programmes/programmePresenter';
import { route, type Route } from '../route';
import { Where } from '../sql';
import { presentTenant, tenantView } from '../tenants/tenantView';
import { schemas } from '../viewSchemas';
import { params, tenantOf } from './publicTenant';
import { registerRoutes } from './registerRoutes';

/** A published programme stays readable after its intake (at least 90 days by § 10c zákona č. 250/2000 Sb.; here for good). */
const published = (): Where => new Where().add(`p.state <> 'draft'`);

/** Funds and areas in the order that the office gave them, what has none at the end. */
const PLACED = 'f.position nulls last, f.name, a.position, a.name, k.intake_closes_at desc';

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
    summary: 'Published programmes by fund and area, those that close last first',
    auth: 'public',
    params,
    response: z.array(schemas.programmeView),
    handler: async (context) => {
      const { id } = await tenantOf(context.params.slug);
      return inTenant(id, async () => (await findProgrammes(published(), PLACED, 500, 0)).map(publicProgramme));
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
  ...registerRoutes,
];
