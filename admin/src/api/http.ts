/**
 * One way to the api: cookies of the same origin, the header against forged requests, RFC 9457 problems turned into errors.
 * No framework in here, so that it can be tried against a real server.
 */
import type { Problem } from '../../../processes/views';
import { cs } from '../i18n/cs';
import { en } from '../i18n/en';

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; FormData goes as it is. */
  readonly body?: unknown;
  /** Makes a repeated act have one effect. */
  readonly idempotencyKey?: string;
  /** Version of the record that was read; a stale one is refused (412). */
  readonly version?: number;
  readonly signal?: AbortSignal;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed body; undefined where the answer has none (204). */
  readonly json: unknown;
}

/** An answer that is not a success, with the problem as the server told it. react-admin reads `status` and `body.errors`. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: Problem,
    /** Seconds after which the server asks to be tried again. */
    readonly retryAfter: number | null = null,
  ) {
    super(body.detail || body.title);
    this.name = 'ApiError';
  }

  /** Last part of the problem's type, such as `already-done`. */
  get slug(): string {
    return this.body.type.split('/').at(-1) ?? '';
  }

  /** What is wrong with which field (dot path). */
  get errors(): Readonly<Record<string, string>> {
    return this.body.errors ?? {};
  }
}

let language: 'cs' | 'en' = 'cs';

/** Language in which the server words its refusals. */
export function speak(wanted: 'cs' | 'en'): void {
  language = wanted;
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'title' in value && 'status' in value;
}

/** What is said where the server itself said nothing; by key, because this file stands below react-admin's translations. */
function say(key: string, status = ''): string {
  const text = key.split('.').reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>>)[name], language === 'cs' ? cs : en);
  return String(text).replace('%{status}', status);
}

const unreadable = (status: number): Problem => ({
  type: 'about:blank',
  status,
  title: say('postup.errors.unreadable'),
  detail: say('postup.errors.unreadableHint', String(status)),
});

const unreachable = (): Problem => ({
  type: 'about:blank',
  status: 0,
  title: say('postup.errors.unreachable'),
  detail: say('postup.errors.unreachableHint'),
});

/** A record was not saved because the session ended; its form stays open, so that nothing typed is lost. */
export class NotSavedError extends ApiError {
  constructor({ body }: ApiError) {
    super(401, { ...body, detail: say('postup.errors.notSaved') });
  }
}

/** Headers of a request: every write carries X-Postup (the server refuses a write without it). */
export function headersOf(request: ApiRequest): Headers {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language });
  if (request.method && request.method !== 'GET') headers.set('X-Postup', '1');
  if (request.idempotencyKey !== undefined) headers.set('Idempotency-Key', request.idempotencyKey);
  if (request.version !== undefined) headers.set('If-Match', `"${request.version}"`);
  if (request.body !== undefined && !(request.body instanceof FormData)) headers.set('Content-Type', 'application/json');
  return headers;
}

function bodyOf(body: unknown): BodyInit | undefined {
  if (body === undefined) return undefined;
  return body instanceof FormData ? body : JSON.stringify(body);
}

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** @throws ApiError for anything but 2xx, and with status 0 where the server cannot be reached */
async function answered(path: string, request: ApiRequest): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      body: bodyOf(request.body),
      credentials: 'same-origin',
      signal: request.signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, unreachable());
  }
  if (response.ok) return response;
  const json = await parsed(response);
  const after = Number(response.headers.get('Retry-After'));
  throw new ApiError(response.status, isProblem(json) ? json : unreadable(response.status), after > 0 ? after : null);
}

/**
 * Asks the api.
 * @param path from the api's root, such as `/api/tasks`.
 * @throws ApiError for anything but 2xx, and with status 0 where the server cannot be reached.
 */
export async function ask(path: string, request: ApiRequest = {}): Promise<ApiResponse> {
  const response = await answered(path, request);
  return { status: response.status, headers: response.headers, json: await parsed(response) };
}

/**
 * Asks the api for a file.
 * @returns it, with the name that the server gave it
 * @throws ApiError as `ask`; with status 0 also where the answer broke off, so that half a file is not taken for a whole one
 */
export async function askFile(path: string, request: ApiRequest = {}): Promise<{ readonly blob: Blob; readonly name: string | null }> {
  const response = await answered(path, request);
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? null;
  try {
    return { blob: await response.blob(), name };
  } catch {
    throw new ApiError(0, unreachable());
  }
}

/** A key for one act: the same as long as what is sent is the same, so that trying again after a lost answer has one effect. */
export function keyKeeper(make: () => string = () => crypto.randomUUID()): (payload: unknown) => string {
  let last: { readonly payload: string; readonly key: string } | null = null;
  return (payload) => {
    const text = JSON.stringify(payload);
    if (last?.payload !== text) last = { payload: text, key: make() };
    return last.key;
  };
}
