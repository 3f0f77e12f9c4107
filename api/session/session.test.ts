import { randomUUID } from 'node:crypto';
import { inTenant, Tenant, User } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { buildTenant, buildUser } from '../../models/testing/factories';
import { PASSWORD, testApi } from '../testing/api';
import { hashPassword } from './passwords';

const db = testDatabase();
const api = testApi();
let tenantId: string;
let otherId: string;

beforeAll(async () => {
  tenantId = await buildTenant({ name: 'Naše obec' });
  otherId = await buildTenant({ name: 'Cizí obec' });
});

const problem = (slug: string) => expect.stringMatching(new RegExp(`/problems/${slug}$`));
const eventsOf = (chain: string, type: string) =>
  db.superuser<{ what: object; actor_id: string; role: string }>(
    'select what, actor_id, role from events where chain_id = $1 and type = $2 order by seq',
    [chain, type],
  );

describe('signing in', () => {
  it('says who it is, where, and what they may do, and records it', async () => {
    const { user, agent } = await api.signedIn(tenantId, ['grantOfficer'], { name: 'Referentka dotací' });
    const { body } = await agent.get('/api/session').expect(200);
    expect(body).toMatchObject({
      user: { id: user.id, name: 'Referentka dotací', roles: ['grantOfficer'], language: 'cs' },
      tenant: { id: tenantId, name: 'Naše obec' },
      substitutes: [],
    });
    expect(body.can.programmes).toEqual(expect.arrayContaining(['list', 'create', 'publish']));
    expect(body.can.users).toBeUndefined();
    expect(await eventsOf(tenantId, 'signedIn')).toContainEqual({ what: { userId: user.id }, actor_id: user.id, role: 'grantOfficer' });
  });

  it('gives a cookie that scripts and other sites cannot use, lasting by the role', async () => {
    const { user } = await api.signedIn(tenantId, ['grantOfficer']);
    const { user: applicant } = await api.signedIn(tenantId, ['applicant']);
    const days = async (email: string): Promise<number> => {
      const answer = await api.browser().post('/api/session').send({ email, password: PASSWORD }).expect(200);
      const cookie = answer.get('Set-Cookie')?.[0] ?? '';
      expect(cookie).toMatch(/^postup_session=.*; HttpOnly; SameSite=Lax$/);
      return (new Date(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '').getTime() - Date.now()) / 86_400_000;
    };
    expect(await days(user.email)).toBeCloseTo(1 / 3, 2);
    expect(await days(applicant.email)).toBeCloseTo(30, 2);
  });

  it('changes the session id, so that one planted before is worth nothing', async () => {
    const { user, agent } = await api.signedIn(tenantId, ['applicant']);
    const [before] = await db.superuser<{ sid: string }>('select sid from session where user_id = $1', [user.id]);
    await agent.post('/api/session').send({ email: user.email, password: PASSWORD }).expect(200);
    const after = await db.superuser<{ sid: string }>('select sid from session where user_id = $1', [user.id]);
    expect(after).toHaveLength(1);
    expect(after[0]?.sid).not.toBe(before?.sid);
  });

  it('answers an unknown e-mail and a wrong password with the same words after the same time', async () => {
    const user = await buildUser(tenantId, { passwordHash: await hashPassword(PASSWORD) });
    const measure = async (email: string) => {
      const start = performance.now();
      const { body } = await api.browser().post('/api/session').send({ email, password: 'není to ono, vůbec' }).expect(401);
      return { ms: performance.now() - start, type: body.type, detail: body.detail };
    };
    // The quicker of two: what else the machine does only adds.
    const quicker = async (email: string) => [await measure(email), await measure(email)].sort((one, other) => one.ms - other.ms)[0];
    const known = await quicker(user.email);
    const unknown = await quicker('nikdo@zkusebnov.example');
    expect(unknown?.detail).toBe(known?.detail);
    expect(known).toMatchObject({ type: problem('unauthenticated'), detail: 'E-mail nebo heslo nesouhlasí.' });
    expect(Math.abs((known?.ms ?? NaN) - (unknown?.ms ?? NaN))).toBeLessThan(100);
    expect(await eventsOf(tenantId, 'signInFailed')).toContainEqual({ what: { userId: user.id }, actor_id: null, role: null });
  });

  it('lets nobody in who is not active or never set a password', async () => {
    const inactive = await buildUser(tenantId, { active: false, passwordHash: await hashPassword(PASSWORD) });
    const invited = await buildUser(tenantId);
    for (const { email } of [inactive, invited]) await api.browser().post('/api/session').send({ email, password: PASSWORD }).expect(401);
  });

  it('asks for the tenant when the password fits in several', async () => {
    const email = 'dvoji@zkusebnov.example';
    const passwordHash = await hashPassword(PASSWORD);
    await buildUser(tenantId, { email, passwordHash });
    await buildUser(otherId, { email, passwordHash });
    const { body } = await api.browser().post('/api/session').send({ email, password: PASSWORD }).expect(409);
    expect(body.type).toEqual(problem('choose-tenant'));
    expect(body.tenants.map(({ name }: { name: string }) => name).sort()).toEqual(['Cizí obec', 'Naše obec']);
    const other = await inTenant(otherId, () => Tenant.findByPk(otherId));
    const chosen = await api.browser().post('/api/session').send({ email, password: PASSWORD, tenant: other?.slug }).expect(200);
    expect(chosen.body.tenant.id).toBe(otherId);
  });

  it('locks after ten failures for a quarter of an hour, an unknown e-mail just the same', async () => {
    const user = await buildUser(tenantId, { passwordHash: await hashPassword(PASSWORD) });
    for (const email of [user.email, 'zamek@zkusebnov.example']) {
      for (let tries = 0; tries < 10; tries += 1) await api.browser().post('/api/session').send({ email, password: 'špatně' }).expect(401);
      const { body, headers } = await api.browser().post('/api/session').send({ email, password: PASSWORD }).expect(429);
      expect(body).toMatchObject({ type: problem('too-many'), detail: 'Zkuste to znovu za 15 min.' });
      expect(Number(headers['retry-after'])).toBeGreaterThan(800);
    }
    const locked = await inTenant(tenantId, () => User.findByPk(user.id, { rejectOnEmpty: true }));
    expect(locked.failedSignIns).toBe(10);
    expect(locked.lockedUntil?.getTime()).toBeGreaterThan(Date.now() + 14 * 60_000);
    expect(locked.version).toBe(user.version);
    expect(await eventsOf(tenantId, 'accountLocked')).toEqual([{ what: { userId: user.id }, actor_id: null, role: null }]);
    await api.services.limits.signInByAddress.forget('127.0.0.1');
  }, 60_000);

  it('refuses what is badly formed, naming the field', async () => {
    const { body } = await api.browser().post('/api/session').send({ email: 'x', password: 5, remember: true }).expect(422);
    expect(body).toMatchObject({
      type: problem('validation'),
      errors: { email: 'Toto není e-mailová adresa.', password: 'Má to být text.', remember: 'Takový údaj tu nečekáme.' },
    });
    const english = await api.browser().post('/api/session').set('Accept-Language', 'en').send({}).expect(422);
    expect(english.body.errors).toEqual({ email: 'This is missing.', password: 'This is missing.' });
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    const { agent } = await api.signedIn(tenantId, ['applicant']);
    await agent.delete('/api/session').expect(204);
    const { body } = await agent.get('/api/session').expect(401);
    expect(body).toMatchObject({ type: problem('unauthenticated'), status: 401 });
    await agent.delete('/api/session').expect(204);
  });

  it('is listed and can be revoked from another device, but only by its owner', async () => {
    const { user, agent } = await api.signedIn(tenantId, ['applicant']);
    const phone = await api.signIn(user.email);
    await phone.set('User-Agent', 'Telefon').get('/api/session').expect(200);
    const { body: sessions } = await agent.get('/api/sessions').expect(200);
    expect(sessions).toHaveLength(2);
    const [mine, other] = [true, false].map((current) => sessions.find((session: { current: boolean }) => session.current === current));
    expect(mine).toMatchObject({ address: '127.0.0.1' });
    expect(new Date(mine.lastSeenAt).getTime()).toBeGreaterThan(Date.now() - 60_000);

    const { agent: stranger } = await api.signedIn(tenantId, ['tenantAdmin']);
    await stranger.delete(`/api/sessions/${other.id}`).expect(404);
    await agent.delete(`/api/sessions/${other.id}`).expect(204);
    await phone.get('/api/session').expect(401);
    await agent.get('/api/session').expect(200);
  });

  it('can end all the others at once', async () => {
    const { user, agent } = await api.signedIn(tenantId, ['applicant']);
    const [second, third] = [await api.signIn(user.email), await api.signIn(user.email)];
    await agent.delete('/api/sessions').expect(400);
    await agent.delete('/api/sessions?others=1').expect(204);
    await second.get('/api/session').expect(401);
    await third.get('/api/session').expect(401);
    await agent.get('/api/session').expect(200);
    expect(await eventsOf(tenantId, 'sessionRevoked')).toContainEqual({
      what: { userId: user.id, sessions: 2 },
      actor_id: user.id,
      role: 'applicant',
    });
  });

  it('ends at once for who is made inactive, and shows new roles at once', async () => {
    const { user, agent } = await api.signedIn(tenantId, ['applicant']);
    await db.superuser("update users set roles = '{auditor}' where id = $1", [user.id]);
    expect((await agent.get('/api/session').expect(200)).body.user.roles).toEqual(['auditor']);
    await db.superuser('update users set active = false where id = $1', [user.id]);
    await agent.get('/api/session').expect(401);
  });

  it('names those in whose place the person may act today', async () => {
    const { user, agent } = await api.signedIn(tenantId, ['evaluator']);
    const absent = await buildUser(tenantId, { name: 'Nepřítomná', roles: ['evaluator'] });
    const past = await buildUser(tenantId, { roles: ['evaluator'] });
    const insert =
      'insert into substitutions (tenant_id, absent_id, substitute_id, starts_on, ends_on, created_by) values ($1, $2, $3, current_date + $4::int, current_date + $5::int, $3)';
    await db.superuser(insert, [tenantId, absent.id, user.id, -1, 1]);
    await db.superuser(insert, [tenantId, past.id, user.id, -9, -3]);
    expect((await agent.get('/api/session').expect(200)).body.substitutes).toEqual([{ id: absent.id, name: 'Nepřítomná' }]);
  });

  it('is worth nothing when the cookie is made up', async () => {
    await api.browser().get('/api/session').set('Cookie', `postup_session=s%3A${randomUUID()}.AAAA`).expect(401);
  });
});

describe('a request of another site', () => {
  it('is refused without our header, or when the browser says where it comes from', async () => {
    const { user, agent } = await api.signedIn(tenantId, ['applicant']);
    const cookie = agent.jar.getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false }).toValueString();
    const forged = await api.browser({ ours: false }).delete('/api/session').set('Cookie', cookie).expect(403);
    expect(forged.body.type).toEqual(problem('forbidden'));
    await api.browser().delete('/api/session').set('Cookie', cookie).set('Sec-Fetch-Site', 'cross-site').expect(403);
    await api.browser().delete('/api/session').set('Cookie', cookie).set('Sec-Fetch-Site', 'same-site').expect(403);
    await agent.get('/api/session').expect(200);
    expect(await db.superuser('select 1 from session where user_id = $1', [user.id])).toHaveLength(1);
    await api.browser().delete('/api/session').set('Cookie', cookie).set('Sec-Fetch-Site', 'same-origin').expect(204);
  });
});
