import { inTenant, User } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { buildTenant, buildUser } from '../../models/testing/factories';
import { testApi, type Agent } from '../testing/api';

const db = testDatabase();
const api = testApi();
let tenantId: string;
let otherId: string;
let admin: User;
let agent: Agent;

beforeAll(async () => {
  tenantId = await buildTenant({ name: 'Naše obec' });
  otherId = await buildTenant();
  ({ user: admin, agent } = await api.signedIn(tenantId, ['tenantAdmin'], { name: 'Správkyně' }));
});

const lastEvent = async (type: string): Promise<object | undefined> =>
  (
    await db.superuser(
      'select actor_id, role, what, before, after from events where chain_id = $1 and type = $2 order by seq desc limit 1',
      [tenantId, type],
    )
  )[0];

describe('the list of people', () => {
  it('filters, sorts and pages, and says how many there are', async () => {
    const names = ['Adéla', 'Bára', 'Cyril'];
    for (const name of names) await buildUser(tenantId, { name: `${name} Hledaná_100%`, roles: ['evaluator'] });
    await buildUser(otherId, { name: 'Cizí Hledaná_100%' });
    const filter = JSON.stringify({ q: 'hledaná_100%', role: 'evaluator' });
    const { body, headers } = await agent.get('/api/users').query({ filter, sort: '["name","DESC"]', range: '[0,1]' }).expect(200);
    expect(body.map(({ name }: User) => name)).toEqual(['Cyril Hledaná_100%', 'Bára Hledaná_100%']);
    expect(headers['content-range']).toBe('users 0-1/3');
    expect(body[0]).not.toHaveProperty('passwordHash');
    const none = await agent.get('/api/users').query({ filter: '{"q":"nikdo takový"}' }).expect(200);
    expect(none.headers['content-range']).toBe('users */0');
  });

  it('refuses to sort or filter by what is not allowed', async () => {
    for (const query of [
      'sort=["passwordHash","ASC"]',
      'sort=["name;drop table users","ASC"]',
      'filter={"passwordHash":"x"}',
      'filter=nesmysl',
      'range=[-1,5]',
      'limit=5',
    ]) {
      const { body } = await agent.get(`/api/users?${query}`).expect(422);
      expect(Object.keys(body.errors)[0]).toMatch(/^(sort|filter|range|limit)/);
    }
  });

  it('gives at most 200 rows, whatever is asked', async () => {
    await db.superuser(
      "insert into users (tenant_id, email, name) select $1, 'hromada' || n || '@zkusebnov.example', 'Hromada' from generate_series(1, 230) n",
      [tenantId],
    );
    const { body } = await agent.get('/api/users').query({ filter: '{"q":"hromada"}', range: '[0,9999]' }).expect(200);
    expect(body).toHaveLength(200);
  });

  it('is exported so that Excel opens it and runs nothing in it, and the export is recorded', async () => {
    await buildUser(tenantId, {
      name: '=HYPERLINK("http://zlo.example")',
      email: 'vzorec@zkusebnov.example',
      roles: ['evaluator', 'accountant'],
    });
    const { text, headers } = await agent.get('/api/users').set('Accept', 'text/csv').query({ filter: '{"q":"vzorec@"}' }).expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="users.csv"');
    expect(text).toBe(
      '\ufeffJméno;E-mail;Telefon;Role;Aktivní\r\n"\'=HYPERLINK(""http://zlo.example"")";vzorec@zkusebnov.example;;Hodnotitel, Účetní;ano\r\n',
    );
    expect(await lastEvent('exported')).toMatchObject({
      actor_id: admin.id,
      role: 'tenantAdmin',
      what: { list: 'users', rows: 1, filter: { q: 'vzorec@' } },
    });
    await agent.get('/api/users?format=csv').expect(200);
  });
});

describe('a new person', () => {
  const person = () => ({ email: `Nova.${Date.now()}@zkusebnov.example`, name: 'Nová referentka', roles: ['grantOfficer', 'evaluator'] });

  it('gets a link by mail, sets a password by it and is in', async () => {
    const sent = person();
    const { body, headers } = await agent.post('/api/users').send(sent).expect(201);
    expect(body).toMatchObject({ email: sent.email.toLowerCase(), roles: sent.roles, active: true, version: 1 });
    expect(headers.etag).toBe('"1"');
    expect(await lastEvent('userCreated')).toMatchObject({ actor_id: admin.id, what: { userId: body.id, roles: sent.roles } });
    const letter = await api.mailbox.lastTo(body.email);
    expect(letter.subject).toBe('Přístup do systému Postup');
    const token = /nove-heslo\/(\S+)/.exec(letter.text ?? '')?.[1];
    await api.browser().put(`/api/password-resets/${token}`).send({ password: 'heslo nové referentky' }).expect(204);
    await api.signIn(body.email, 'heslo nové referentky');
  });

  it('is made once for one key, and the key is good for nothing else', async () => {
    const sent = person();
    const key = 'klic-nove-osoby'.concat(String(Date.now()));
    const first = await agent.post('/api/users').set('Idempotency-Key', key).send(sent).expect(201);
    const second = await agent.post('/api/users').set('Idempotency-Key', key).send(sent).expect(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    const other = await agent
      .post('/api/users')
      .set('Idempotency-Key', key)
      .send({ ...sent, name: 'Jiná' })
      .expect(422);
    expect(other.body.errors).toEqual({ 'Idempotency-Key': 'Tento klíč už patří jinému požadavku.' });
    expect(await inTenant(tenantId, () => User.count({ where: { email: sent.email.toLowerCase() } }))).toBe(1);
  });

  it('of two requests with one key at once both get the same answer, and one person is made', async () => {
    const sent = person();
    const post = () =>
      agent
        .post('/api/users')
        .set('Idempotency-Key', `soubeh-${sent.email}`.replace(/[^\w.-]/g, '-'))
        .send(sent);
    const [first, second] = await Promise.all([post(), post()]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await inTenant(tenantId, () => User.count({ where: { email: sent.email.toLowerCase() } }))).toBe(1);
  });

  it('frees the key when it was refused', async () => {
    const key = `odmitnuto-${Date.now()}`;
    const sent = { ...person(), email: admin.email };
    const refused = await agent.post('/api/users').set('Idempotency-Key', key).send(sent).expect(422);
    expect(refused.body.errors).toEqual({ email: 'Osoba s tímto e-mailem tu už je.' });
    await agent.post('/api/users').set('Idempotency-Key', key).send(person()).expect(201);
  });

  it('is refused with an unknown role, without any, or as administrator of the platform', async () => {
    const unknown = await agent
      .post('/api/users')
      .send({ ...person(), roles: ['král'] })
      .expect(422);
    expect(Object.keys(unknown.body.errors)).toEqual(['roles.0']);
    await agent
      .post('/api/users')
      .send({ ...person(), roles: [] })
      .expect(422);
    const raised = await agent
      .post('/api/users')
      .send({ ...person(), roles: ['platformAdmin'] })
      .expect(403);
    expect(raised.body.detail).toBe('Správce platformy může ustanovit jen jiný správce platformy.');
    const both = await agent
      .post('/api/users')
      .send({ ...person(), roles: ['auditor', 'grantOfficer'] })
      .expect(422);
    expect(both.body.errors.roles).toContain('Auditor nemůže mít zároveň jinou roli');
  });
});

describe('a change of a person', () => {
  it('needs the version that was seen', async () => {
    const user = await buildUser(tenantId);
    const missing = await agent.patch(`/api/users/${user.id}`).send({ name: 'Jiné jméno' }).expect(428);
    expect(missing.body.type).toMatch(/precondition$/);
    await agent.patch(`/api/users/${user.id}`).set('If-Match', 'nesmysl').send({ name: 'Jiné jméno' }).expect(400);
    const { body } = await agent.patch(`/api/users/${user.id}`).set('If-Match', '"1"').send({ name: 'Jiné jméno' }).expect(200);
    expect(body).toMatchObject({ name: 'Jiné jméno', version: 2 });
    await agent.patch(`/api/users/${user.id}`).set('If-Match', '"1"').send({ name: 'Pozdě' }).expect(412);
    expect(await lastEvent('userChanged')).toEqual({
      actor_id: admin.id,
      role: 'tenantAdmin',
      what: { userId: user.id },
      before: { name: 'Zkušební osoba' },
      after: { name: 'Jiné jméno' },
    });
  });

  it('that takes a person out ends their sessions; more power does too', async () => {
    const { user, agent: theirs } = await api.signedIn(tenantId, ['applicant']);
    await agent
      .patch(`/api/users/${user.id}`)
      .set('If-Match', '"1"')
      .send({ roles: ['applicant', 'accountant'] })
      .expect(200);
    await theirs.get('/api/session').expect(401);
    const again = await api.signIn(user.email);
    await agent.patch(`/api/users/${user.id}`).set('If-Match', '"2"').send({ active: false }).expect(200);
    await again.get('/api/session').expect(401);
    await api.browser().post('/api/session').send({ email: user.email, password: 'cokoli jiného' }).expect(401);
  });

  it('cannot lock out the one who makes it', async () => {
    const { body: me } = await agent.get(`/api/users/${admin.id}`).expect(200);
    const change = (body: object) => agent.patch(`/api/users/${admin.id}`).set('If-Match', `"${me.version}"`).send(body);
    expect((await change({ active: false }).expect(422)).body.errors).toHaveProperty('active');
    expect((await change({ roles: ['auditor'] }).expect(422)).body.errors).toHaveProperty('roles');
  });

  it('reaches nobody in another tenant', async () => {
    const stranger = await buildUser(otherId, { name: 'Cizí' });
    await agent.get(`/api/users/${stranger.id}`).expect(404);
    await agent.patch(`/api/users/${stranger.id}`).set('If-Match', '"1"').send({ name: 'Náš' }).expect(404);
    await agent.get('/api/users/nejsem-uuid').expect(404);
    expect(await db.superuser('select name, version from users where id = $1', [stranger.id])).toEqual([{ name: 'Cizí', version: 1 }]);
  });
});

describe('who may', () => {
  it('an auditor reads and changes nothing, others see only names for pickers, an applicant not even those', async () => {
    const auditor = (await api.signedIn(tenantId, ['auditor'])).agent;
    const officer = (await api.signedIn(tenantId, ['grantOfficer'])).agent;
    const applicant = (await api.signedIn(tenantId, ['applicant'])).agent;
    await auditor.get('/api/users').expect(200);
    await auditor.get(`/api/users/${admin.id}`).expect(200);
    await auditor.post('/api/users').send({}).expect(403);
    await auditor.patch(`/api/users/${admin.id}`).send({ active: false }).expect(403);
    await officer.get('/api/users').expect(403);
    const { body } = await officer.get('/api/people?role=tenantAdmin').expect(200);
    expect(body).toContainEqual({ id: admin.id, name: 'Správkyně' });
    await applicant.get('/api/people').expect(403);
    await officer.get('/api/people?role=král').expect(422);
    expect((await officer.get('/api/people').expect(200)).body).not.toContainEqual(expect.objectContaining({ name: 'Hromada' }));
  });
});

describe('a substitution', () => {
  const days = { startsOn: '2026-07-01', endsOn: '2026-07-14' };

  it('is set, listed, recorded and ended', async () => {
    const [absent, substitute] = [await buildUser(tenantId, { name: 'Nepřítomný' }), await buildUser(tenantId, { name: 'Zástupkyně' })];
    const { body } = await agent
      .post('/api/substitutions')
      .send({ absentId: absent.id, substituteId: substitute.id, ...days, processId: 'grant' })
      .expect(201);
    expect(body).toEqual({
      id: expect.any(String),
      absent: { id: absent.id, name: 'Nepřítomný' },
      substitute: { id: substitute.id, name: 'Zástupkyně' },
      ...days,
      processId: 'grant',
    });
    const { body: rows } = await agent
      .get('/api/substitutions')
      .query({ filter: JSON.stringify({ absentId: absent.id }) })
      .expect(200);
    expect(rows).toEqual([body]);
    expect(await lastEvent('substitutionChanged')).toMatchObject({
      what: { substitutionId: body.id },
      after: { absentId: absent.id, processId: 'grant' },
    });
    await agent.delete(`/api/substitutions/${body.id}`).expect(204);
    expect(await lastEvent('substitutionChanged')).toMatchObject({
      what: { substitutionId: body.id, ended: true },
      before: { substituteId: substitute.id },
    });
    await agent.delete(`/api/substitutions/${body.id}`).expect(404);
  });

  it('is refused where it makes no sense, naming the field', async () => {
    const [ours, stranger] = [await buildUser(tenantId), await buildUser(otherId)];
    const errorsOf = async (body: object) => Object.keys((await agent.post('/api/substitutions').send(body).expect(422)).body.errors);
    const base = { absentId: admin.id, substituteId: ours.id, ...days };
    expect(await errorsOf({ ...base, substituteId: admin.id })).toEqual(['substituteId']);
    expect(await errorsOf({ ...base, endsOn: '2026-06-30' })).toEqual(['endsOn']);
    expect(await errorsOf({ ...base, startsOn: '2026-02-30' })).toEqual(['startsOn']);
    expect(await errorsOf({ ...base, processId: 'vesmír' })).toEqual(['processId']);
    expect(await errorsOf({ ...base, substituteId: stranger.id })).toEqual(['substituteId']);
    expect(await errorsOf({ ...base, note: 'x' })).toEqual(['note']);
  });

  it('of another tenant is not there, and only an administrator sets one', async () => {
    const { agent: foreign } = await api.signedIn(otherId, ['tenantAdmin']);
    const [one, two] = [await buildUser(tenantId), await buildUser(tenantId)];
    const { body } = await agent
      .post('/api/substitutions')
      .send({ absentId: one.id, substituteId: two.id, ...days })
      .expect(201);
    await foreign.delete(`/api/substitutions/${body.id}`).expect(404);
    expect((await foreign.get('/api/substitutions').expect(200)).body).toEqual([]);
    const auditor = (await api.signedIn(tenantId, ['auditor'])).agent;
    await auditor.get('/api/substitutions').expect(200);
    await auditor.delete(`/api/substitutions/${body.id}`).expect(403);
    await auditor.post('/api/substitutions').send({}).expect(403);
    await (await api.signedIn(tenantId, ['grantOfficer'])).agent.get('/api/substitutions').expect(403);
  });
});
