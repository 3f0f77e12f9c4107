import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { withContext } from '../models/context';
import { inTenant } from '../models/database';
import { allows, type Action, type Resource } from '../processes/policy';
import type { PublicContext, SessionContext } from './context';
import { requestedLanguage } from './http/errors';
import { expectedVersion, versionTag } from './http/etag';
import { idempotencyKey, once, requestHash } from './http/idempotency';
import { refuseUnstorable } from './http/plainText';
import { zodErrors } from './http/zodWords';
import { forbidden, invalid, notFound, ProblemError } from './problems';
import type { Services } from './services';
import { signedInPerson } from './session/signedIn';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Auth = 'public' | 'session';
type ContextOf<A extends Auth, P, Q, B> = A extends 'session' ? SessionContext<P, Q, B> : PublicContext<P, Q, B>;

/** What a handler gives back when it wrote the answer itself (a file, a stream). */
export const ANSWERED: unique symbol = Symbol('answered');

/** Reads as JSON a query parameter that holds JSON; what is not JSON fails the schema behind it. */
export const jsonParameter = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

export interface Declaration<A extends Auth, P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType> {
  readonly method: Method;
  /** Express's pattern, `/api/users/:id`. */
  readonly path: `/${string}`;
  /** One English line for the OpenAPI document. */
  readonly summary: string;
  readonly auth: A;
  /** One of these must be allowed by the policy table; what more depends on the record is the handler's question. */
  readonly may?: A extends 'session' ? readonly [Resource, Action] : never;
  /** A path that does not fit is 404: there is nothing of that name. */
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Absent: 204 without a body. Checked in tests, so that the OpenAPI document cannot lie. */
  readonly response?: R;
  /** Of success; 200 with a response, 204 without where nothing is said. */
  readonly status?: 200 | 201 | 202;
  /** Needs (or takes) an Idempotency-Key: the same request again gets the same answer. */
  readonly idempotent?: A extends 'session' ? true | 'optional' : never;
  /** Needs If-Match; `context.version` is what the caller saw. */
  readonly ifMatch?: A extends 'session' ? true : never;
  /** Runs before the schemas, for bodies that are not JSON (uploads). */
  readonly middleware?: readonly RequestHandler[];
  /** Media types where they are not JSON. */
  readonly consumes?: string;
  readonly produces?: string;
  handler(context: ContextOf<A, z.output<P>, z.output<Q>, z.output<B>>): Promise<z.output<R> | typeof ANSWERED>;
}

/** A declared route: what app.ts mounts and what the OpenAPI document is made of. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly auth: Auth;
  readonly may: readonly [Resource, Action] | undefined;
  readonly middleware: readonly RequestHandler[];
  readonly description: RouteConfig;
  handle(request: Request, response: Response, services: Services): Promise<void>;
}

const nothing = z.strictObject({});

/** Checks what was sent against the schema. @throws ProblemError 422 naming the fields. */
export function checked<S extends z.ZodType>(schema: S, data: unknown): z.output<S> {
  refuseUnstorable(data);
  const result = schema.safeParse(data);
  if (!result.success) throw invalid(zodErrors(result.error, data));
  return result.data;
}

const tagOf = (path: string): string => path.split('/')[2] ?? 'system';

function describe(route: Declaration<Auth, z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>): RouteConfig {
  const status = route.status ?? (route.response ? 200 : 204);
  const headers = z.object({
    ...(route.idempotent && { 'Idempotency-Key': route.idempotent === true ? z.string() : z.string().optional() }),
    ...(route.ifMatch && { 'If-Match': z.string().meta({ description: 'The version that the caller saw, quoted' }) }),
    ...(route.method !== 'get' && { 'X-Postup': z.literal('1') }),
  });
  return {
    method: route.method,
    path: route.path.replace(/:(\w+)/g, '{$1}'),
    operationId: `${route.method}${route.path.replace(/[^\w]+(\w)/g, (_all, letter: string) => letter.toUpperCase()).replace(/^Api/, '')}`,
    summary: route.summary,
    description: route.may && `Needs a role that allows ${route.may.join('.')}.`,
    tags: [tagOf(route.path)],
    security: route.auth === 'session' ? [{ session: [] }] : [],
    request: {
      ...(route.params && { params: route.params }),
      ...(route.query && { query: route.query }),
      ...(Object.keys(headers.shape).length > 0 && { headers }),
      ...(route.body && {
        body: { required: true, content: { [route.consumes ?? 'application/json']: { schema: route.body } } },
      }),
    },
    responses: {
      [status]: route.response
        ? { description: 'Done', content: { [route.produces ?? 'application/json']: { schema: route.response } } }
        : {
            description: 'Done',
            ...(route.produces && { content: { [route.produces]: { schema: { type: 'string' } } } }),
          },
    },
  };
}

/**
 * Declares one route: its Express handler and its part of the OpenAPI document come from the same schemas. Order of the questions:
 * who is it (401), may they (403), does it exist (404), is it well formed (422), of which version (412, 428), was it done already.
 */
export function route<
  A extends Auth,
  P extends z.ZodObject = typeof nothing,
  Q extends z.ZodObject = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodVoid,
>(declaration: Declaration<A, P, Q, B, R>): Route {
  const { params, query, body, ifMatch, idempotent, auth, method, path } = declaration;
  const may: readonly [Resource, Action] | undefined = declaration.may;
  const success = declaration.status ?? (declaration.response ? 200 : 204);

  const read = (request: Request): { params: z.output<P>; query: z.output<Q>; body: z.output<B> } => {
    const inPath = (params ?? nothing).safeParse(request.params);
    if (params && !inPath.success) throw notFound();
    return {
      params: inPath.data as z.output<P>,
      query: checked(query ?? nothing, request.query) as z.output<Q>,
      body: (body ? checked(body, request.body as unknown) : undefined) as z.output<B>,
    };
  };

  const answer = (response: Response, status: number, value: unknown): void => {
    response.status(status);
    if (status === 204 || value === undefined) {
      response.end();
      return;
    }
    const tag = versionTag(value);
    if (tag) response.setHeader('ETag', tag);
    response.json(value);
  };

  const run = async (context: ContextOf<A, z.output<P>, z.output<Q>, z.output<B>>): Promise<unknown> => {
    const value = await declaration.handler(context);
    if (declaration.response && value !== ANSWERED && context.services.environment.nodeEnv === 'test') {
      declaration.response.parse(value);
    }
    return value;
  };

  const handlePublic = async (request: Request, response: Response, services: Services): Promise<void> => {
    const context: PublicContext<z.output<P>, z.output<Q>, z.output<B>> = {
      ...read(request),
      requestId: request.requestId,
      language: requestedLanguage(request),
      services,
      request,
      response,
    };
    const value = await run(context as ContextOf<A, z.output<P>, z.output<Q>, z.output<B>>);
    if (value !== ANSWERED) answer(response, success, value);
  };

  const handleSession = async (request: Request, response: Response, services: Services): Promise<void> => {
    const { person, tenantId } = await signedInPerson(request);
    response.locals.language = person.language;
    await withContext({ tenantId }, async () => {
      if (may && !allows(person.roles, ...may)) throw forbidden();
      const sent = read(request);
      const version = ifMatch ? expectedVersion(request.get('If-Match')) : 0;
      const header = request.get('Idempotency-Key');
      const keyed = idempotent === true || (idempotent === 'optional' && header !== undefined);
      const key = keyed ? idempotencyKey(header) : request.requestId;
      const contextOf = (repeated: boolean): ContextOf<A, z.output<P>, z.output<Q>, z.output<B>> => {
        const context: SessionContext<z.output<P>, z.output<Q>, z.output<B>> = {
          ...sent,
          requestId: request.requestId,
          language: person.language,
          services,
          request,
          response,
          tenantId,
          person,
          version,
          idempotencyKey: key,
          repeated,
          inTenant: (work) => inTenant(tenantId, work),
        };
        return context;
      };
      if (!keyed) {
        const value = await run(contextOf(false));
        if (value !== ANSWERED) answer(response, success, value);
        return;
      }
      const keyedRequest = {
        tenantId,
        userId: person.id,
        key,
        requestHash: requestHash(method, request.path, sent.body),
      };
      const done = await once(
        keyedRequest,
        async (repeated) => ({ status: success, body: await run(contextOf(repeated)) }),
        (error) => !(error instanceof ProblemError) || error.status >= 500,
      );
      if (done.replayed) response.setHeader('Idempotency-Replayed', 'true');
      answer(response, done.status, done.body);
    });
  };

  return {
    method,
    path,
    auth,
    may,
    middleware: declaration.middleware ?? [],
    description: describe(declaration),
    handle: auth === 'session' ? handleSession : handlePublic,
  };
}
