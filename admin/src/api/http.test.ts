import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, ask, keyKeeper, speak } from './http';

/** A real server that answers what the test tells it and keeps what came. */
let server: Server;
let origin: string;
let seen: { headers: IncomingMessage['headers']; method: string; body: string };
let answer: { status: number; headers?: Record<string, string>; body?: string };

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      seen = { headers: request.headers, method: request.method ?? '', body };
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

describe('the way to the api', () => {
  it('marks every write, and no reading', async () => {
    answer = { status: 200, body: '{"ok":true}' };
    await ask(`${origin}/api/tasks`);
    expect(seen.headers['x-postup']).toBeUndefined();
    await ask(`${origin}/api/tasks/1/claim`, { method: 'POST' });
    expect(seen.headers['x-postup']).toBe('1');
    await ask(`${origin}/api/sessions/1`, { method: 'DELETE' });
    expect(seen.headers['x-postup']).toBe('1');
  });

  it('sends the version that was read, the key of the act and JSON', async () => {
    answer = { status: 200, body: '{}' };
    await ask(`${origin}/api/programmes/1`, { method: 'PATCH', body: { title: 'Sport' }, version: 3, idempotencyKey: 'k1' });
    expect(seen).toMatchObject({ method: 'PATCH', body: '{"title":"Sport"}' });
    expect(seen.headers).toMatchObject({ 'if-match': '"3"', 'idempotency-key': 'k1', 'content-type': 'application/json' });
  });

  it('lets the browser word the header of an upload', async () => {
    answer = { status: 201, body: '{"id":"d"}' };
    const form = new FormData();
    form.set('file', new Blob(['x']), 'x.txt');
    await ask(`${origin}/api/documents`, { method: 'POST', body: form });
    expect(seen.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  });

  it('asks for refusals in the reader’s language', async () => {
    answer = { status: 200, body: '{}' };
    speak('en');
    await ask(`${origin}/api/session`);
    expect(seen.headers['accept-language']).toBe('en');
    speak('cs');
    await ask(`${origin}/api/session`);
    expect(seen.headers['accept-language']).toBe('cs');
  });

  it('turns a problem into an error with the fields it names', async () => {
    answer = {
      status: 422,
      headers: { 'content-type': 'application/problem+json' },
      body: JSON.stringify({
        type: 'https://postup.otevrenamesta.cz/problems/validation',
        title: 'Chyba',
        status: 422,
        detail: 'Opravte pole.',
        errors: { amount: 'Částka je povinná.' },
      }),
    };
    const error = await ask(`${origin}/api/x`, { method: 'POST', body: {} }).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 422, message: 'Opravte pole.', slug: 'validation', errors: { amount: 'Částka je povinná.' } });
  });

  it('says something readable where the answer is no problem, and how long to wait', async () => {
    answer = { status: 503, headers: { 'retry-after': '5' }, body: '<html>' };
    const error = (await ask(`${origin}/api/x`).catch((failure: unknown) => failure)) as ApiError;
    expect(error).toMatchObject({ status: 503, retryAfter: 5 });
    expect(error.message).toContain('503');
  });

  it('says that the server cannot be reached', async () => {
    const error = (await ask('http://127.0.0.1:9/api/x').catch((failure: unknown) => failure)) as ApiError;
    expect(error.status).toBe(0);
  });

  it('takes an empty answer as nothing', async () => {
    answer = { status: 204 };
    expect((await ask(`${origin}/api/session`, { method: 'DELETE' })).json).toBeUndefined();
  });
});

describe('the key of an act', () => {
  it('stays for the same act and changes with what is sent', () => {
    let made = 0;
    const keyFor = keyKeeper(() => `key-${(made += 1)}`);
    expect(keyFor({ outcome: 'pass' })).toBe('key-1');
    expect(keyFor({ outcome: 'pass' })).toBe('key-1');
    expect(keyFor({ outcome: 'return' })).toBe('key-2');
  });
});
