import { inTenant, Tenant, User } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { buildTenant, buildUser } from '../../models/testing/factories';
import { PASSWORD, testApi } from '../testing/api';

const db = testDatabase();
const api = testApi();
let tenantId: string;
let slug: string;

const NEW_PASSWORD = 'úplně jiné heslo 42';

beforeAll(async () => {
  tenantId = await buildTenant({ name: 'Naše obec' });
  slug = (await inTenant(tenantId, () => Tenant.findByPk(tenantId, { rejectOnEmpty: true }))).slug;
});

const linkIn = (text: string | undefined): string => /http:\/\/postup\.example\/nove-heslo\/(\S+)/.exec(text ?? '')?.[1] ?? '';

describe('registration', () => {
  const registration = () => ({ tenant: slug, email: `Nova.${Date.now()}@Zkusebnov.example`, password: PASSWORD, name: 'Nová žadatelka' });

  it('makes an applicant and signs them in', async () => {
    const agent = api.browser();
    const sent = registration();
    const { body } = await agent.post('/api/registrations').send(sent).expect(201);
    expect(body).toMatchObject({
      user: { name: 'Nová žadatelka', email: sent.email.toLowerCase(), roles: ['applicant'] },
      tenant: { slug },
    });
    expect((await agent.get('/api/session').expect(200)).body).toEqual(body);
    const [event] = await db.superuser<{ what: object }>("select what from events where type = 'userCreated' and actor_id = $1", [
      body.user.id,
    ]);
    expect(event?.what).toEqual({ userId: body.user.id, roles: ['applicant'] });
  });

  it('refuses an e-mail that has an account, an unknown office, a short password, a role of one’s own choice', async () => {
    const sent = registration();
    await api.browser().post('/api/registrations').send(sent).expect(201);
    const again = await api
      .browser()
      .post('/api/registrations')
      .send({ ...sent, email: sent.email.toUpperCase() })
      .expect(422);
    expect(again.body.errors).toEqual({ email: 'S tímto e-mailem už tu účet je. Přihlaste se, nebo si nechte poslat nové heslo.' });
    const nowhere = await api
      .browser()
      .post('/api/registrations')
      .send({ ...registration(), tenant: 'atlantida' })
      .expect(422);
    expect(nowhere.body.errors).toEqual({ tenant: 'Takový úřad tu není.' });
    const bad = await api
      .browser()
      .post('/api/registrations')
      .send({ ...registration(), password: 'krátké', roles: ['tenantAdmin'] })
      .expect(422);
    expect(bad.body.errors).toEqual({ password: 'Nejméně 10 znaků.', roles: 'Takový údaj tu nečekáme.' });
  });

  it('keeps strange names as they are, and refuses those no database can hold', async () => {
    const name = "Robert'); DROP TABLE users;-- <b>";
    const { body } = await api
      .browser()
      .post('/api/registrations')
      .send({ ...registration(), name })
      .expect(201);
    expect(body.user.name).toBe(name);
    for (const wrong of ['dva\nřádky', 'nula\0', 'půl \ud800 znaku']) {
      const refused = await api
        .browser()
        .post('/api/registrations')
        .send({ ...registration(), name: wrong })
        .expect(422);
      expect(Object.keys(refused.body.errors)).toEqual(['name']);
    }
  });
});

describe('a forgotten password', () => {
  it('is set by a link from the mail, once; all sessions end and a lock is lifted', async () => {
    const { user, agent } = await api.signedIn(tenantId, ['applicant']);
    for (let tries = 0; tries < 10; tries += 1)
      await api.browser().post('/api/session').send({ email: user.email, password: 'špatně' }).expect(401);
    await api.browser().post('/api/session').send({ email: user.email, password: PASSWORD }).expect(429);

    await api.browser().post('/api/password-resets').send({ tenant: slug, email: user.email }).expect(202);
    const letter = await api.mailbox.lastTo(user.email);
    expect(letter.subject).toBe('Nové heslo');
    expect(letter.text).toContain('Naše obec');
    const token = linkIn(letter.text);

    const short = await api.browser().put(`/api/password-resets/${token}`).send({ password: 'krátké' }).expect(422);
    expect(short.body.errors).toEqual({ password: 'Nejméně 10 znaků.' });
    await api.browser().put(`/api/password-resets/${token}`).send({ password: NEW_PASSWORD }).expect(204);
    await agent.get('/api/session').expect(401);
    await api.browser().post('/api/session').send({ email: user.email, password: PASSWORD }).expect(401);
    await api.signIn(user.email, NEW_PASSWORD);

    const used = await api.browser().put(`/api/password-resets/${token}`).send({ password: NEW_PASSWORD }).expect(404);
    expect(used.body.detail).toMatch(/^Odkaz už neplatí/);
    const events = await db.superuser<{ what: object }>("select what from events where type = 'passwordChanged' and actor_id = $1", [
      user.id,
    ]);
    expect(events).toEqual([{ what: { userId: user.id, by: 'link' } }]);
  }, 60_000);

  it('tells nobody whether the e-mail has an account', async () => {
    const user = await buildUser(tenantId);
    const measure = async (email: string) => {
      const start = performance.now();
      const { body } = await api.browser().post('/api/password-resets').send({ tenant: slug, email }).expect(202);
      return { ms: performance.now() - start, body };
    };
    const known = [await measure(user.email), await measure(user.email)];
    const unknown = [await measure('nikdo@zkusebnov.example'), await measure('nikdo@zkusebnov.example')];
    expect(unknown[0]?.body).toEqual(known[0]?.body);
    const quickest = (all: typeof known): number => Math.min(...all.map(({ ms }) => ms));
    expect(Math.abs(quickest(known) - quickest(unknown))).toBeLessThan(100);
    await api.mailbox.lastTo(user.email);
    expect(api.mailbox.countTo('nikdo@zkusebnov.example')).toBe(0);
  });

  it('keeps no link that could be read from the database, and none for longer than an hour', async () => {
    const user = await buildUser(tenantId);
    await api.browser().post('/api/password-resets').send({ email: user.email }).expect(202);
    const token = linkIn((await api.mailbox.lastTo(user.email)).text);
    const [row] = await db.superuser<{ reset_token_hash: string; reset_expires_at: Date }>(
      'select reset_token_hash, reset_expires_at from users where id = $1',
      [user.id],
    );
    expect(row?.reset_token_hash).not.toContain(token);
    expect((row?.reset_expires_at.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(3_600_000);
    await db.superuser("update users set reset_expires_at = now() - interval '1 second' where id = $1", [user.id]);
    await api.browser().put(`/api/password-resets/${token}`).send({ password: NEW_PASSWORD }).expect(404);
    await api.browser().put('/api/password-resets/nesmysl').send({ password: NEW_PASSWORD }).expect(404);
  });

  it('is not sent over and over', async () => {
    const user = await buildUser(tenantId);
    for (let tries = 0; tries < 4; tries += 1) await api.browser().post('/api/password-resets').send({ email: user.email }).expect(202);
    const statuses: number[] = [];
    for (let tries = 0; tries < 3; tries += 1)
      statuses.push((await api.browser().post('/api/password-resets').send({ email: user.email })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('one’s own account', () => {
  it('changes the password by the current one and ends the other sessions', async () => {
    const { user, agent } = await api.signedIn(tenantId, ['applicant']);
    const other = await api.signIn(user.email);
    const wrong = await agent.put('/api/password').send({ current: 'nevím', password: NEW_PASSWORD }).expect(422);
    expect(wrong.body.errors).toEqual({ current: 'Toto není vaše dosavadní heslo.' });
    await agent.put('/api/password').send({ current: PASSWORD, password: NEW_PASSWORD }).expect(204);
    await agent.get('/api/session').expect(200);
    await other.get('/api/session').expect(401);
    await api.signIn(user.email, NEW_PASSWORD);
  });

  it('changes name, phone and language, with before and after in the trail', async () => {
    const { user, agent } = await api.signedIn(tenantId, ['applicant'], { name: 'Stará' });
    const { body } = await agent.patch('/api/me').send({ name: ' Nová ', language: 'en', phone: '+420 601 234 567' }).expect(200);
    expect(body.user).toMatchObject({ name: 'Nová', language: 'en' });
    const [event] = await db.superuser("select before, after from events where type = 'userChanged' and actor_id = $1", [user.id]);
    expect(event).toEqual({
      before: { name: 'Stará', phone: null, language: 'cs' },
      after: { name: 'Nová', phone: '+420 601 234 567', language: 'en' },
    });
    // From now on problems come in the person's language.
    const english = await agent.patch('/api/me').send({ language: 'de' }).expect(422);
    expect(english.body).toMatchObject({
      title: 'Some of the data must be corrected',
      errors: { language: 'Only these are possible: cs, en.' },
    });
    await agent
      .patch('/api/me')
      .send({ roles: ['tenantAdmin'] })
      .expect(422);
    await agent.patch('/api/me').send({}).expect(400);
    expect((await inTenant(tenantId, () => User.findByPk(user.id)))?.roles).toEqual(['applicant']);
  });

  it('is nobody’s without signing in', async () => {
    await api.browser().patch('/api/me').send({ name: 'Kdokoli' }).expect(401);
    await api.browser().put('/api/password').send({ current: PASSWORD, password: NEW_PASSWORD }).expect(401);
    await api.browser().get('/api/sessions').expect(401);
  });
});
