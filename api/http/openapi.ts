import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { Problem } from '../../processes/views';

/** RFC 9457, as answered for every error. */
const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z.record(z.string(), z.string()).optional(),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457 problem details; `errors` names the field by its dot path.',
  }) satisfies z.ZodType<Problem>;

type Document = ReturnType<OpenApiGeneratorV31['generateDocument']>;

const problemResponse = {
  description: 'Problem details (RFC 9457)',
  content: { 'application/problem+json': { schema: problem } },
};

/** OpenAPI 3.1 of the routes, made from the schemas that check the requests. */
export function openApiDocument(routes: readonly RouteConfig[], publicUrl: string): Document {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'postup_session' });
  for (const route of routes) registry.registerPath({ ...route, responses: { ...route.responses, default: problemResponse } });
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Postup',
      version: '1',
      description: 'Every write needs the header `X-Postup: 1`. Amounts are integers of haléř.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: publicUrl }],
  });
}
