import crypto from 'node:crypto';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { testApi, type Agent } from '../testing/api';

const db = testDatabase();
const api = testApi();

let tenantId: string;
let slug: string;
let officer: Agent;
let evaluatorId: string;

beforeAll(async () => {
  tenantId = await buildTenant();
  [{ slug } = { slug: '' }] = await db.superuser<{ slug: string }>('select slug from tenants where id = $1', [tenantId]);
  officer = (await api.signedIn(tenantId, ['grantOfficer'])).agent;
  evaluatorId = (await api.signedIn(tenantId, ['evaluator'])).user.id;
});

const inDays = (days: number): string => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString();
const fields = (change: object = {}) => ({
  title: 'Podpora sportu',
  area: 'Sport',
  purpose: 'Sport dětí',
  reasons: 'Pohyb',
  totalAmount: 100_000_00,
  maxAmount: 20_000_00,
  eligible: 'Spolky',
  criteria: 'Přínos',
  conditions: 'Účel',
  intakeOpensAt: inDays(40),
  intakeClosesAt: inDays(80),
  settlementDueOn: inDays(500).slice(0, 10),
  evaluatorIds: [evaluatorId],
  ...change,
});
const create = async (change: object = {}) => (await officer.post('/api/programmes').send(fields(change)).expect(201)).body;
const publicOnes = async (): Promise<{ id: string }[]> => (await api.browser().get(`/api/public/${slug}/programmes`).expect(200)).body;

it('is a draft for the office only, then published, then closed and still readable', async () => {
  const draft = await create();
  expect(draft).toMatchObject({ state: 'draft', version: 1, open: false, counts: { applications: 0, requested: 0, awarded: 0, paid: 0 } });
  expect(await publicOnes()).toEqual([]);
  await api.browser().get(`/api/public/${slug}/programmes/${draft.id}`).expect(404);
  const published = await officer.post(`/api/programmes/${draft.id}/publish`).expect(200);
  expect(published.body).toMatchObject({ state: 'published', publishedAt: expect.any(String) });
  const [shown] = await publicOnes();
  expect(shown).toMatchObject({ id: draft.id, evaluatorIds: [] });
  expect(shown).not.toHaveProperty('counts');
  await officer.post(`/api/programmes/${draft.id}/close`).send({ reason: 'Rozpočtové provizorium' }).expect(200);
  expect((await publicOnes()).map(({ id }) => id)).toEqual([draft.id]);
  const events = await db.superuser<{ type: string }>(
    `select type from events where chain_id = $1 and type like 'programme%' order by seq`,
    [tenantId],
  );
  expect(events.map(({ type }) => type)).toEqual(['programmeCreated', 'programmePublished', 'programmeClosed']);
});

it('is refused by the provision when its intake opens in less than thirty days', async () => {
  const { id } = await create({ intakeOpensAt: inDays(29), title: 'Pozdě' });
  const { status, body } = await officer.post(`/api/programmes/${id}/publish`);
  expect([status, body.type]).toEqual([422, 'https://postup.otevrenamesta.cz/problems/before-publication']);
  expect(body.detail).toMatch(/nejpozději 30 dnů.*§ 10c.*zákona č\. 250\/2000 Sb\..*nejdřív \d+\. \d+\. \d{4}/);
  expect(Object.keys(body.errors)).toEqual(['intakeOpensAt']);
  expect((await officer.get(`/api/programmes/${id}`)).body.state).toBe('draft');
});

it('is not published without evaluators', async () => {
  const { id } = await create({ evaluatorIds: [], title: 'Bez hodnotitelů' });
  const { status, body } = await officer.post(`/api/programmes/${id}/publish`);
  expect([status, Object.keys(body.errors)]).toEqual([422, ['evaluatorIds']]);
});

it.each([
  ['an unknown field', { state: 'published' }, ['state']],
  ['a fraction of a haléř', { maxAmount: 12.5 }, ['maxAmount']],
  ['a negative amount', { totalAmount: -1 }, ['totalAmount']],
  ['a maximum over the total', { maxAmount: 100_000_01 }, ['maxAmount']],
  ['an intake that ends before it begins', { intakeClosesAt: inDays(39) }, ['intakeClosesAt']],
  ['a day that does not exist', { settlementDueOn: '2027-02-30' }, ['settlementDueOn']],
  ['a settlement during the intake', { settlementDueOn: inDays(50).slice(0, 10) }, ['settlementDueOn']],
  ['an evaluator who is none', { evaluatorIds: ['0b0a3c8e-1111-4222-8333-444444444444'] }, ['evaluatorIds']],
  ['a blank purpose', { purpose: '   ' }, ['purpose']],
  ['no moment', { intakeOpensAt: 'zítra' }, ['intakeOpensAt']],
])('names the field of %s', async (_what, change, names) => {
  const { status, body } = await officer.post('/api/programmes').send(fields(change));
  expect([status, Object.keys(body.errors ?? {})]).toEqual([422, names]);
});

it('is edited by the version that was seen; after publication only what is left open', async () => {
  const { id } = await create({ title: 'Ke změně' });
  const patch = (change: object, version?: number) => {
    const asked = officer.patch(`/api/programmes/${id}`);
    return (version === undefined ? asked : asked.set('If-Match', `"${version}"`)).send(change);
  };
  expect((await patch({ title: 'Jiný název' })).status).toBe(428);
  const { body } = await patch({ title: 'Jiný název' }, 1).expect(200);
  expect(body).toMatchObject({ title: 'Jiný název', version: 2 });
  expect((await patch({ title: 'Pozdní změna' }, 1)).status).toBe(412);
  await officer.post(`/api/programmes/${id}/publish`).expect(200);
  const refused = await patch({ maxAmount: 10_000_00, intakeClosesAt: inDays(70) }, 3);
  expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['maxAmount', 'intakeClosesAt']]);
  expect((await patch({ intakeClosesAt: inDays(90) }, 3).expect(200)).body.version).toBe(4);
  const [event] = await db.superuser<{ before: object; after: object }>(
    `select before, after from events where type = 'programmeChanged' order by seq limit 1`,
  );
  expect(event).toEqual({ before: { title: 'Ke změně' }, after: { title: 'Jiný název' } });
});

it('is listed, searched and exported; others only read', async () => {
  const { body, headers } = await officer
    .get('/api/programmes')
    .query({ filter: '{"q":"jiný"}', sort: '["title","ASC"]', range: '[0,9]' })
    .expect(200);
  expect(body).toHaveLength(1);
  expect(headers['content-range']).toBe('programmes 0-0/1');
  const csv = await officer.get('/api/programmes').set('Accept', 'text/csv').expect(200);
  expect(csv.text).toContain('Podpora sportu;;Sport;100000,00;20000,00;');
  expect(await db.superuser(`select 1 from events where type = 'exported'`)).toHaveLength(1);
  const secretary = (await api.signedIn(tenantId, ['councilSecretary'])).agent;
  await secretary.get('/api/programmes').expect(200);
  await secretary.post('/api/programmes').send(fields()).expect(403);
  await secretary.get('/api/programmes').set('Accept', 'text/csv').expect(403);
});

describe('again', () => {
  const items = [{ id: 'q1', kind: 'number', title: 'Kolik máte členů', required: true }];
  const post = (path: string, body?: object) => officer.post(path).set('Idempotency-Key', crypto.randomUUID()).send(body);

  it('for the next year: a draft with its dates a year later, its form and who still evaluates', async () => {
    const gone = await api.signedIn(tenantId, ['evaluator']);
    const { id } = await create({
      title: 'Kultura 2027',
      evaluatorIds: [evaluatorId, gone.user.id],
      intakeOpensAt: '2027-03-01T08:00:00+01:00',
      intakeClosesAt: '2027-04-01T12:00:00+02:00',
      settlementDueOn: '2028-02-29',
    });
    await officer.put(`/api/programmes/${id}/form`).set('If-Match', '"0"').send({ items }).expect(200);
    await db.superuser('update users set active = false where id = $1', [gone.user.id]);
    const { body } = await post(`/api/programmes/${id}/copy`).expect(201);
    expect(body).toMatchObject({
      state: 'draft',
      title: 'Kultura 2028',
      intakeOpensAt: '2028-03-01T07:00:00.000Z',
      intakeClosesAt: '2028-04-01T10:00:00.000Z',
      settlementDueOn: '2029-02-28',
      evaluatorIds: [evaluatorId],
    });
    expect((await officer.get(`/api/programmes/${body.id}/form`).expect(200)).body).toMatchObject({ version: 1, items });
  });
});
