import type { ErrorRequestHandler, Request } from 'express';
import { isGrpcServiceError, ServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { ZodError } from 'zod';
import { log } from '../../models/log';
import { DatabaseUnavailableError } from '../../models/problems';
import { words, type Language } from '../../processes/words';
import { internal, malformed, ProblemError, tooLarge, unavailable } from '../problems';

/** Codes of gRPC (grpc.io/grpc/core/md_doc_statuscodes.html) that pass by themselves. */
const PASSING_GRPC = new Set([
  1 /* CANCELLED */, 4 /* DEADLINE_EXCEEDED */, 8 /* RESOURCE_EXHAUSTED */,
  // Temporal's word for a case whose program has just failed: the act was not taken; when it stays so, the watch makes an incident of it.
  9 /* FAILED_PRECONDITION */, 14 /* UNAVAILABLE */,
]);
/** Postgres: statement or lock timeout, deadlock, serialization failure; no disk, memory or connection left. The transaction is undone and may be tried again. */
const PASSING_POSTGRES = new Set(['57014', '55P03', '40P01', '40001', '53100', '53200', '53300']);

/** The error and what it was caused by, outermost first. */
function* chain(error: unknown): Generator {
  const seen = new Set<unknown>();
  for (let current = error; typeof current === 'object' && current !== null && !seen.has(current);) {
    seen.add(current);
    yield current;
    current = 'parent' in current ? current.parent : 'cause' in current ? current.cause : undefined;
  }
}

/** Does the error say that Postgres or Temporal is down or too busy, so that the same request may succeed later? */
export function isPassing(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  for (const link of chain(error)) {
    if (link instanceof DatabaseUnavailableError) return true;
    if (isGrpcServiceError(link) && PASSING_GRPC.has(link.code)) return true;
    if (link instanceof ServiceError && link.cause === undefined) return true;
    if (typeof link === 'object' && link !== null && 'code' in link && typeof link.code === 'string' && PASSING_POSTGRES.has(link.code))
      return true;
  }
  return false;
}

/** Errors of express.json and of the router: they carry a status and a type. */
function ofExpress(error: unknown): ProblemError | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const type = 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return tooLarge(words('1 MB textu', '1 MB of text'));
  if (type === 'entity.parse.failed') return malformed(words('Tělo požadavku není platný JSON.', 'The body is not valid JSON.'));
  if (typeof error.status === 'number' && error.status >= 400 && error.status < 500) {
    return malformed(
      words('Požadavek je poškozený nebo v nepodporovaném kódování.', 'The request is damaged or in an unsupported encoding.'),
    );
  }
  return undefined;
}

function toProblem(error: unknown, requestId: string): ProblemError {
  if (error instanceof ProblemError) return error;
  const known = ofExpress(error);
  if (known) return known;
  if (isPassing(error)) {
    log().warn({ err: error }, 'a part of the system does not answer');
    return unavailable();
  }
  // A ZodError here comes from our own data, not from the request, which is checked before the handler.
  log().error({ err: error instanceof ZodError ? new Error(error.message) : error }, 'unexpected error');
  return internal(requestId);
}

/** Accept-Language decides between Czech (default) and English before anybody is signed in. */
export function requestedLanguage(request: Request): Language {
  return request.acceptsLanguages('cs', 'en') === 'en' ? 'en' : 'cs';
}

/** Answers every error as RFC 9457 problem details; nothing of our insides leaks. */
export const errorHandler: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const problem = toProblem(error, request.requestId);
  if (response.headersSent) {
    // Too late for an answer: cut the connection, so that the reader does not take half a file for a whole one.
    next(error);
    return;
  }
  const body = problem.toProblem(response.locals.language ?? requestedLanguage(request), request.requestId);
  response
    .status(problem.status)
    .set(problem.headers)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(body));
};
