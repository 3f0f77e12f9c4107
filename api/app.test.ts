import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { testDatabase } from '../models/testing/database';
import { buildTenant } from '../models/testing/factories';
import { routes } from './routes';
import { testApi } from './testing/api';

const db = testDatabase();
const api = testApi();
let tenantId: string;

beforeAll(async () => {
  tenantId = await buildTenant();
});

describe('the state of the system', () => {
  it('is alive, and not ready while Temporal does not answer', async () => {
    await api.browser().get('/api/health').expect(200, { ok: true });
    const { body, headers } = await api.browser().get('/api/ready').expect(503);
    expect(body).toEqual({ ready: false, parts: { postgres: 'ok', temporal: 'down', worker: 'down' } });
    expect(headers['retry-after']).toBe('5');
  });

  it('is measured by route, not by address', async () => {
    const { agent } = await api.signedIn(tenantId, ['tenantAdmin']);
    await agent.get('/api/users/0b0e0c3a-0000-4000-8000-000000000000').expect(404);
    const { text, headers } = await api.browser().get('/metrics').expect(200);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(text).toMatch(/postup_http_request_seconds_count\{method="GET",route="\/api\/users\/:id",status="404"\} 1/);
    expect(text).not.toContain('0b0e0c3a');
  });

  it('gives every request an id, keeping a sane one', async () => {
    const own = await api.browser().get('/api/health').expect(200);
    expect(own.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    const kept = await api.browser().get('/api/nic').set('X-Request-Id', 'proxy-0001').expect(404);
    expect(kept.headers['x-request-id']).toBe('proxy-0001');
    expect(kept.body.instance).toBe('urn:request:proxy-0001');
    const insane = await api.browser().get('/api/health').set('X-Request-Id', 'a b{}<>');
    expect(insane.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the description of the api', () => {
  interface Document {
    openapi: string;
    paths: Record<
      string,
      Record<
        string,
        { operationId: string; parameters?: { in: string; name: string }[]; responses: Record<string, { description: string }> }
      >
    >;
    components: { schemas: Record<string, object> };
  }

  it('is OpenAPI 3.1 that holds together: every route, every path parameter, every reference, every schema', async () => {
    const { body } = await api.browser().get('/api/openapi.json').expect(200);
    const document = body as Document;
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`).sort());

    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    );
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    for (const { path, operation } of operations) {
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
      expect([path, inPath.sort()]).toEqual([path, [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()]);
      for (const response of Object.values(operation.responses)) expect(response.description).not.toBe('');
    }

    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(references.filter((reference) => !(reference in document.components.schemas))).toEqual([]);

    const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
    ajv.addSchema({ $id: 'postup', components: document.components });
    const within = (schema: unknown): object =>
      JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"postup#/components')) as object;
    for (const schema of Object.values(document.components.schemas)) expect(() => ajv.compile(within(schema))).not.toThrow();
  });

  it('tells a client of the session, the header of our pages and of versions', async () => {
    const { body } = await api.browser().get('/api/openapi.json').expect(200);
    const edit = body.paths['/api/users/{id}'].patch;
    expect(edit.security).toEqual([{ session: [] }]);
    const headers = edit.parameters
      .filter((parameter: { in: string }) => parameter.in === 'header')
      .map((parameter: { name: string }) => parameter.name);
    expect(headers.sort()).toEqual(['If-Match', 'X-Postup']);
    expect(body.paths['/api/health'].get.security).toEqual([]);
  });

  it('is shown by pages of our own, under the security policy', async () => {
    const page = await api.browser().get('/api/docs').expect(200);
    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).toContain("script-src 'self';");
    const sources = [...page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(sources).toHaveLength(3);
    for (const source of sources) await api.browser().get(source).expect(200);
    expect(page.text).not.toMatch(/<script>[^<]/);
  });
});

describe('what is sent wrongly', () => {
  it('is answered with problem details, in Czech or English, and leaks nothing', async () => {
    const { body, headers } = await api.browser().get('/api/neexistuje').expect(404);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toEqual({
      type: 'https://postup.otevrenamesta.cz/problems/not-found',
      title: 'Nenalezeno',
      status: 404,
      detail: 'To, co hledáte, tu není. Možná je odkaz starý.',
      instance: expect.stringMatching(/^urn:request:/),
    });
    const english = await api.browser().get('/api/neexistuje').set('Accept-Language', 'en-GB,en;q=0.9').expect(404);
    expect(english.body.title).toBe('Not found');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it.each([
    ['not JSON', '{"email": ', 400, 'malformed'],
    ['ten megabytes', JSON.stringify({ email: 'x'.repeat(10_000_000), password: 'x' }), 413, 'too-large'],
    ['nested beyond reason', `{"email":${'['.repeat(5000)}${']'.repeat(5000)}}`, 400, 'malformed'],
    ['an array', '[]', 422, 'validation'],
    ['nothing', '', 422, 'validation'],
  ])('%s', async (_what, text, status, slug) => {
    const { body } = await api.browser().post('/api/session').set('Content-Type', 'application/json').send(text).expect(status);
    expect(body.type).toMatch(new RegExp(`/${slug}$`));
  });

  it('does not find a prototype to pollute', async () => {
    const { body } = await api
      .browser()
      .post('/api/session')
      .set('Content-Type', 'application/json')
      .send('{"email":"a@b.example","password":"x","__proto__":{"admin":true}}')
      .expect(422);
    expect(Object.keys(body.errors)).toEqual(['__proto__']);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('is not cached', async () => {
    const { headers } = await api.browser().get('/api/session').expect(401);
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('when a part is down', () => {
  it('answers 503 with Retry-After while the database takes no connections, and goes on when it does', async () => {
    const { agent } = await api.signedIn(tenantId, ['tenantAdmin']);
    const [{ name } = { name: '' }] = await db.superuser<{ name: string }>('select current_database() as name');
    const roles = ['postup_app', 'postup_session'];
    await db.superuser(`alter database ${name} connection limit 0`);
    await db.superuser('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = any($1)', [
      roles,
    ]);
    const answers = [];
    for (let tries = 0; tries < 3; tries += 1) answers.push(await agent.get('/api/users'));
    await db.superuser(`alter database ${name} connection limit -1`);
    expect(answers.at(-1)?.status).toBe(503);
    expect(answers.at(-1)?.headers['retry-after']).toBe('5');
    expect(answers.at(-1)?.body).toMatchObject({
      type: expect.stringMatching(/unavailable$/),
      detail: 'Zkuste to za chvíli znovu. Co jste napsali, zůstává.',
    });
    await agent.get('/api/users').expect(200);
  });
});

describe('the pages', () => {
  it('answer to whoever asks for a page, a plain client too, or say that they are not built', async () => {
    for (const path of ['/', '/zkusebnov/programy/1', '/admin', '/admin/cases']) {
      const { status, headers, text } = await api.browser().get(path).set('Accept', '*/*');
      if (status === 200) expect([headers['cache-control'], text.slice(0, 15).toLowerCase()]).toEqual(['no-cache', '<!doctype html>']);
      else expect([status, text]).toEqual([503, expect.stringContaining('npm run build')]);
    }
  });

  it('are not asked for by a script or a picture that is missing', async () => {
    await api.browser().get('/assets/chybi.js').set('Accept', 'text/html').expect(404);
    await api.browser().get('/chybi').set('Accept', 'application/json').expect(404);
  });
});
