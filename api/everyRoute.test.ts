import { randomUUID } from 'node:crypto';
import { testDatabase } from '../models/testing/database';
import { buildTenant } from '../models/testing/factories';
import { allows } from '../processes/policy';
import { roleNames, type Role } from '../processes/roles';
import { routes } from './routes';
import { testApi, type Agent } from './testing/api';

testDatabase();
const api = testApi();

/** Of whatever the routes may be, these hold: nobody needs to remember them when adding one. */
const guarded = routes.filter(({ auth }) => auth === 'session');
const agents = new Map<Role, Agent>();

beforeAll(async () => {
  const tenantId = await buildTenant();
  for (const role of roleNames) agents.set(role, (await api.signedIn(tenantId, [role])).agent);
});

const address = (path: string): string => path.replace(/:\w+/g, () => randomUUID());
const name = ({ method, path }: { method: string; path: string }): string => `${method.toUpperCase()} ${path}`;

describe.each(guarded.map((route) => [name(route), route] as const))('%s', (_name, route) => {
  it('answers 401 to nobody', async () => {
    const { status, headers } = await api.browser()[route.method](address(route.path));
    expect(status).toBe(401);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  if (route.method !== 'get') {
    it('answers 403 to another site', async () => {
      const agent = agents.get('applicant');
      const cookie = agent?.jar.getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false }).toValueString() ?? '';
      const { status } = await api.browser({ ours: false })[route.method](address(route.path)).set('Cookie', cookie);
      expect(status).toBe(403);
    });
  }

  const { may } = route;
  if (may) {
    const outside = roleNames.filter((role) => !allows([role], ...may));
    it(`answers 403 to ${outside.length} other roles, whatever they ask for`, async () => {
      for (const role of outside) {
        const agent = agents.get(role);
        expect([role, (await agent?.[route.method](address(route.path)))?.status]).toEqual([role, 403]);
      }
    });
  }

  if (route.path.includes(':')) {
    it('never finds what is not there', async () => {
      const allowed = roleNames.filter((role) => !may || allows([role], ...may));
      for (const role of allowed) {
        const answer = await agents.get(role)?.[route.method](address(route.path));
        // A missing header or body is answered before the record is looked for; what is never answered is success.
        expect([400, 403, 404, 422, 428]).toContain(answer?.status);
      }
    });
  }
});
