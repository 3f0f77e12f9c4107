import { z } from 'zod';
import { ANSWERED, route } from '../route';
import type { ReadyView } from './readiness';

const state = z.enum(['ok', 'down']);
const readyView: z.ZodType<ReadyView> = z.object({
  ready: z.boolean(),
  parts: z.object({ postgres: state, temporal: state, worker: state }),
});

/** The process lives; says nothing of what it stands on. */
const health = route({
  method: 'get',
  path: '/api/health',
  summary: 'The process is alive',
  auth: 'public',
  response: z.object({ ok: z.literal(true) }),
  handler: async () => ({ ok: true as const }),
});

/** Everything that a click needs answers: Postgres, Temporal, and a worker that finished a tiny workflow. */
const ready = route({
  method: 'get',
  path: '/api/ready',
  summary: 'Postgres, Temporal and a worker answer; 503 with the parts when one does not',
  auth: 'public',
  response: readyView,
  handler: async ({ services, response }) => {
    const view = await services.readiness.view();
    if (view.ready) return view;
    response.status(503).set('Retry-After', '5').json(view);
    return ANSWERED;
  },
});

const metrics = route({
  method: 'get',
  path: '/metrics',
  summary: 'Figures for Prometheus',
  auth: 'public',
  produces: 'text/plain',
  handler: async ({ services, response }) => {
    const { registry } = services.metrics;
    response.type(registry.contentType).send(await registry.metrics());
    return ANSWERED;
  },
});

export const systemRoutes = [health, ready, metrics];
