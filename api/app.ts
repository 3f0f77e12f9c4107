import path from 'node:path';
import express, { type Express } from 'express';
import { rateLimit } from 'express-rate-limit';
import { csrf } from './http/csrf';
import { errorHandler } from './http/errors';
import { faces } from './http/faces';
import { securityHeaders } from './http/headers';
import { openApiDocument } from './http/openapi';
import { requestId, requestLog } from './http/requestId';
import { notFound, tooMany } from './problems';
import { routes } from './routes';
import type { Services } from './services';
import { sessions } from './session/store';
import { docs } from './system/docs';

const ROOT = path.resolve(__dirname, '..');

/** Requests of one address to what needs no sign-in, in a minute. Generous: a whole office shares one address. */
const ANONYMOUS_PER_MINUTE = 1_200;

/** The whole api and both faces on one origin. Opens nothing and listens nowhere: main.ts and tests do. */
export function createApp(services: Services): Express {
  const { environment } = services;
  const app = express();
  app.disable('x-powered-by');
  // ETags of records are their versions (http/etag.ts); hashes of answers would only cost time.
  app.disable('etag');
  app.set('trust proxy', environment.trustProxy);
  app.set('query parser', 'simple');

  app.use(requestId, requestLog(), services.metrics.measure, securityHeaders(environment.publicUrl, environment.mapTilesUrl));
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use('/api', csrf);
  app.use(
    docs(
      openApiDocument(
        routes.map((route) => route.description),
        environment.publicUrl,
      ),
    ),
  );

  const anonymous = rateLimit({
    windowMs: 60_000,
    limit: ANONYMOUS_PER_MINUTE,
    standardHeaders: false,
    legacyHeaders: false,
    handler: (_request, _response, next) => next(tooMany(60)),
  });
  const session = sessions(environment);
  const json = express.json({ limit: '1mb', type: ['application/json', 'application/*+json'] });
  for (const route of routes) {
    const system = route.path === '/metrics' || /^\/api\/(health|ready)$/.test(route.path);
    const before = system ? [] : route.auth === 'public' ? [anonymous, session] : [session];
    app[route.method](
      route.path,
      (_request, response, next) => {
        response.locals.route = route.path;
        next();
      },
      ...before,
      ...(route.middleware.length > 0 ? route.middleware : [json]),
      (request, response) => route.handle(request, response, services),
    );
  }
  app.use('/api', () => {
    throw notFound();
  });
  app.use(faces(environment, ROOT));
  app.use(errorHandler);
  return app;
}
