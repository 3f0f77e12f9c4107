import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import { withContext } from '../../models/context';
import { log } from '../../models/log';
import type { Language } from '../../processes/words';

const SANE = /^[\w.-]{8,64}$/;
const HEADER = 'X-Request-Id';

declare module 'express-serve-static-core' {
  interface Request {
    /** One id from the api through the workflow to the activity. */
    requestId: string;
  }
  interface Locals {
    /** The pattern of the route that answered ('/api/tasks/:id'), for the log and the metrics: paths hold ids and tokens. */
    route?: string;
    /** Of the signed-in person; before anybody is signed in, Accept-Language decides. */
    language?: Language;
  }
}

/** Gives the request its id (a sane one of a proxy is kept), answers with it, and puts it on every log line of the request. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get(HEADER);
  const id = given !== undefined && SANE.test(given) ? given : randomUUID();
  request.requestId = id;
  response.setHeader(HEADER, id);
  withContext({ requestId: id }, () => next());
};

const summary = (request: { method?: string }, response: { statusCode: number; locals?: { route?: string } }, ms: number): object => ({
  method: request.method,
  route: response.locals?.route ?? 'other',
  status: response.statusCode,
  ms,
});

/** One line a request: method, route, status, milliseconds. No addresses, queries or bodies: they hold names and tokens. */
export function requestLog(): RequestHandler {
  return pinoHttp({
    logger: log(),
    // The id stands on the line already, like on every line of the request.
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'warn' : response.locals.route === undefined ? 'debug' : 'info'),
    customSuccessObject: (request, response, value: { responseTime: number }) => summary(request, response, value.responseTime),
    customErrorObject: (request, response, _error, value: { responseTime: number }) => summary(request, response, value.responseTime),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
  }) as RequestHandler;
}
