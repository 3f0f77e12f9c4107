/** A person's browser without the screen: keeps the session cookie, sends what the api wants of every act, reads problem details. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';

const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  detail: z.string().default(''),
  errors: z.record(z.string(), z.string()).optional(),
});

/** The api refused (RFC 9457). `slug` is the last part of the problem's type, `''` where the answer was no problem at all. */
export class ApiRefusal extends Error {
  readonly slug: string;
  readonly detail: string;
  readonly errors: Readonly<Record<string, string>>;
  /** Fields beyond the standard ones (`decidedBy`, `tenants` ...). */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    readonly status: number,
    readonly request: string,
    body: unknown,
    /** Seconds after which the server wants to be asked again. */
    readonly retryAfter: number | null,
  ) {
    const parsed = problemSchema.safeParse(body);
    const problem = parsed.data;
    const fields = Object.entries(problem?.errors ?? {}).map(([field, what]) => `${field}: ${what}`);
    super([`${request}: ${status} ${problem?.title ?? ''}`, problem?.detail ?? '', ...fields].filter(Boolean).join('; '));
    this.name = 'ApiRefusal';
    this.slug = problem?.type.split('/').at(-1) ?? '';
    this.detail = problem?.detail ?? '';
    this.errors = problem?.errors ?? {};
    this.more = problem ?? {};
  }
}

export interface RequestOptions {
  readonly body?: unknown;
  /** Idempotency-Key; a fresh one where an act needs it and none is given. */
  readonly key?: string;
  /** Version that the edit is based on (If-Match). */
  readonly version?: number;
  readonly query?: Readonly<Record<string, unknown>>;
}

/** Bytes of a download with the type that the server gave them. */
export interface Download {
  readonly type: string;
  readonly bytes: Buffer;
}

export class ApiClient {
  private readonly cookies = new Map<string, string>();

  /** @param timeout how long one request may take, in milliseconds. */
  constructor(
    readonly url: string,
    private readonly timeout = 30_000,
  ) {}

  /**
   * Sends one request and reads the answer by its schema.
   * @throws ApiRefusal when the api says no; TypeError or a TimeoutError when nobody answers; ZodError when the answer is not what the contract says.
   */
  async request<T>(method: string, path: string, schema: z.ZodType<T>, options: RequestOptions = {}): Promise<T> {
    const multipart = options.body instanceof FormData;
    const headers = this.headers(method, options);
    if (options.body !== undefined && !multipart) headers.set('Content-Type', 'application/json');
    const body = options.body instanceof FormData ? options.body : options.body === undefined ? undefined : JSON.stringify(options.body);
    const response = await this.send(method, path, options.query, { headers, body });
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    return schema.parse(answer);
  }

  async get<T>(path: string, schema: z.ZodType<T>, query?: RequestOptions['query']): Promise<T> {
    return this.request('GET', path, schema, { query });
  }

  async post<T>(path: string, body: unknown, schema: z.ZodType<T>, key: string = randomUUID()): Promise<T> {
    return this.request('POST', path, schema, { body, key });
  }

  /** Downloads bytes, recorded by the server as any download. */
  async download(path: string): Promise<Download> {
    const response = await this.send('GET', path, undefined, { headers: this.headers('GET', {}) });
    return { type: response.headers.get('content-type') ?? '', bytes: Buffer.from(await response.arrayBuffer()) };
  }

  private headers(method: string, options: RequestOptions): Headers {
    const headers = new Headers({ Accept: 'application/json' });
    if (this.cookies.size > 0) headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (method !== 'GET') {
      headers.set('X-Postup', '1');
      headers.set('Sec-Fetch-Site', 'same-origin');
    }
    if (options.key !== undefined) headers.set('Idempotency-Key', options.key);
    if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`);
    return headers;
  }

  private async send(
    method: string,
    path: string,
    query: RequestOptions['query'],
    init: { headers: Headers; body?: string | FormData },
  ): Promise<Response> {
    const target = new URL(path, `${this.url}/`);
    for (const [name, value] of Object.entries(query ?? {}))
      target.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value));
    const response = await fetch(target, { method, ...init, signal: AbortSignal.timeout(this.timeout) });
    for (const line of response.headers.getSetCookie()) {
      const match = /^([^=]+)=([^;]*)/.exec(line);
      if (match?.[1] !== undefined) this.cookies.set(match[1], match[2] ?? '');
    }
    if (response.ok) return response;
    const text = await response.text();
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      body = undefined;
    }
    const after = Number(response.headers.get('retry-after'));
    throw new ApiRefusal(response.status, `${method} ${target.pathname}`, body, Number.isFinite(after) && after > 0 ? after : null);
  }
}
