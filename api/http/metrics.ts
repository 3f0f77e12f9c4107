import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** Measures every answer by method, route and status. */
  readonly measure: RequestHandler;
}

/** Metrics of one api. @param ofProcess also memory, CPU, event loop: once a process, they start timers. */
export function createMetrics({ ofProcess }: { ofProcess: boolean }): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'postup_http_request_seconds',
    help: 'Time from the request to the end of the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const measure: RequestHandler = (request, response, next) => {
    const end = seconds.startTimer();
    response.on('finish', () => {
      end({ method: request.method, route: response.locals.route ?? 'other', status: String(response.statusCode) });
    });
    next();
  };
  return { registry, measure };
}
