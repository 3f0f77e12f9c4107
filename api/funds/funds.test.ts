import { randomUUID } from 'node:crypto';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant } from '../../models/testing/factories';
import type { AreaView, FundView } from '../../processes/programmeViews';
import { reviewed, takeFile } from '../testing/programmeFiles';
import { testApi, type Agent } from '../testing/api';

const db = testDatabase();
const api = testApi();

let tenantId: string;
let slug: string;
let officer: Agent;
let stranger: Agent;

beforeAll(async () => {
  tenantId = await buildTenant();
  [{ slug } = { slug: '' }] = await db.superuser<{ slug: string }>('select slug from tenants where id = $1', [tenantId]);
  officer = (await api.signedIn(tenantId, ['grantOfficer'])).agent;
  stranger = (await api.signedIn(await buildTenant(), ['grantOfficer'])).agent;
});

const fund = async (name: string, change: object = {}, agent = officer): Promise<FundView> =>
  (
    await agent
      .post('/api/funds')
      .send({ name, ...change })
      .expect(201)
  ).body;
const area = async (fundId: string, name: string, agent = officer): Promise<AreaView> =>
  (await agent.post('/api/areas').send({ fundId, name }).expect(201)).body;
const fundsOf = async (agent: Agent): Promise<FundView[]> => (await agent.get('/api/funds').expect(200)).body;
const events = () =>
  db.superuser<{ type: string; what: { name?: string } }>(
    `select type, what from events where chain_id = $1 and (type like 'fund%' or type like 'area%') order by seq`,
    [tenantId],
  );
const counted = async (): Promise<unknown> =>
  db.superuser(
    `select (select count(*) from funds) as funds, (select count(*) from areas) as areas, (select count(*) from events where type <> 'signedIn') as events`,
  );
const place = (programmeId: string, areaId: string | null, version: number) =>
  officer.patch(`/api/programmes/${programmeId}`).set('If-Match', `"${version}"`).send({ areaId });

it('are made, changed by the version that was seen, ordered and read with their areas', async () => {
  const sport = await fund('Fond sportu', { purpose: 'Sport dětí', yearBudget: 3_000_000_00 });
  const culture = await fund('Fond kultury');
  const youth = await area(sport.id, 'Mládež');
  const clubs = await area(sport.id, 'Spolky');
  expect(sport).toMatchObject({ yearBudget: 3_000_000_00, active: true, areas: [], version: 1 });
  expect(youth).toMatchObject({ fundName: 'Fond sportu', programmes: 0, active: true });
  await officer.patch(`/api/funds/${sport.id}`).send({ name: 'x y' }).expect(428);
  const { body } = await officer.patch(`/api/funds/${sport.id}`).set('If-Match', '"1"').send({ yearBudget: null }).expect(200);
  expect(body).toMatchObject({ yearBudget: null, version: 2 });
  await officer.patch(`/api/funds/${sport.id}`).set('If-Match', '"1"').send({ active: false }).expect(412);

  await officer
    .put('/api/funds/order')
    .send({ ids: [culture.id, sport.id] })
    .expect(204);
  await officer
    .put(`/api/funds/${sport.id}/order`)
    .send({ ids: [clubs.id, youth.id] })
    .expect(204);
  const listed = await fundsOf(officer);
  expect(listed.map(({ name, areas }) => [name, areas.map((one) => one.name)])).toEqual([
    ['Fond kultury', []],
    ['Fond sportu', ['Spolky', 'Mládež']],
  ]);
  expect((await events()).map(({ type }) => type)).toEqual([
    'fundCreated',
    'fundCreated',
    'areaCreated',
    'areaCreated',
    'fundChanged',
    'fundsOrdered',
    'fundsOrdered',
  ]);
  const found = await officer.get('/api/areas').query({ filter: JSON.stringify({ q: 'mlád', fundId: sport.id }) });
  expect([found.headers['content-range'], found.body[0].id]).toEqual(['areas 0-0/1', youth.id]);
});

it('are deleted while nothing belongs to them, afterwards only deactivated', async () => {
  const { id } = await fund('Fond ke smazání');
  const used = await area(id, 'Použitá');
  const unused = await area(id, 'Nepoužitá');
  const programme = await buildProgramme(tenantId);
  await place(programme.id, used.id, 1).expect(200);
  await officer.delete(`/api/areas/${unused.id}`).expect(204);
  const refused = await officer.delete(`/api/areas/${used.id}`).expect(409);
  expect(refused.body.detail).toMatch(/Můžete ji vyřadit/);
  await officer.delete(`/api/funds/${id}`).expect(409);
  await officer.patch(`/api/areas/${used.id}`).set('If-Match', '"1"').send({ active: false }).expect(200);
  const other = await buildProgramme(tenantId);
  const late = await place(other.id, used.id, 1).expect(422);
  expect(late.body.errors).toEqual({ areaId: 'Tato oblast podpory je vyřazená.' });
  // What is in it already stays in it.
  expect((await officer.get(`/api/programmes/${programme.id}`).expect(200)).body).toMatchObject({ area: 'Použitá', areaId: used.id });
  const empty = await fund('Prázdný fond');
  await officer.delete(`/api/funds/${empty.id}`).expect(204);
  await officer.get(`/api/funds/${empty.id}`).expect(404);
});

describe('of bad input', () => {
  let fundId: string;
  beforeAll(async () => {
    fundId = (await fund('Fond zkoušek')).id;
    await area(fundId, 'Obsazená');
  });

  it.each<[string, string, () => object, string]>([
    ['an unknown field', '/api/funds', () => ({ name: 'Nový fond', tenantId: randomUUID() }), 'tenantId'],
    ['a name that is taken, in other letters', '/api/funds', () => ({ name: 'FOND ZKOUŠEK' }), 'name'],
    ['a short name', '/api/funds', () => ({ name: ' x ' }), 'name'],
    ['a name of two lines', '/api/funds', () => ({ name: 'Fond\nsportu' }), 'name'],
    ['a long name', '/api/funds', () => ({ name: 'x'.repeat(201) }), 'name'],
    ['a negative budget', '/api/funds', () => ({ name: 'Nový fond', yearBudget: -1 }), 'yearBudget'],
    ['a budget with a fraction', '/api/funds', () => ({ name: 'Nový fond', yearBudget: 0.5 }), 'yearBudget'],
    ['a budget of text', '/api/funds', () => ({ name: 'Nový fond', yearBudget: "1'; drop table funds" }), 'yearBudget'],
    ['a long purpose', '/api/funds', () => ({ name: 'Nový fond', purpose: 'x'.repeat(20_001) }), 'purpose'],
    ['an area in a fund that is not there', '/api/areas', () => ({ fundId: randomUUID(), name: 'Oblast' }), 'fundId'],
    ['an area with a name that is taken in its fund', '/api/areas', () => ({ fundId, name: 'obsazená' }), 'name'],
    ['an area without a fund', '/api/areas', () => ({ name: 'Oblast' }), 'fundId'],
  ])('%s is refused, named, and changes nothing', async (_what, path, body, field) => {
    const before = await counted();
    const answer = await officer.post(path).send(body());
    expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, [field]]);
    expect(await counted()).toEqual(before);
  });

  it('an order that leaves one out, names one twice or another town’s is refused', async () => {
    const ids = (await fundsOf(officer)).map(({ id }) => id);
    const foreign = await fund('Cizí fond', {}, stranger);
    for (const wrong of [ids.slice(1), [...ids.slice(1), ids[1]], [...ids.slice(1), foreign.id], [...ids, foreign.id]]) {
      const { status, body } = await officer.put('/api/funds/order').send({ ids: wrong });
      expect([status, Object.keys(body.errors)]).toEqual([422, ['ids']]);
    }
    expect((await fundsOf(officer)).map(({ id }) => id)).toEqual(ids);
  });

  it('text that looks like code is kept as text', async () => {
    const name = `<script>alert(1)</script>'; drop table funds; --`;
    expect((await fund(name)).name).toBe(name);
  });
});

it('are another town’s business only there', async () => {
  const theirs = await fund('Fond souseda', {}, stranger);
  const { id: theirArea } = await area(theirs.id, 'Oblast souseda', stranger);
  expect((await fundsOf(officer)).map(({ id }) => id)).not.toContain(theirs.id);
  for (const path of [`/api/funds/${theirs.id}`, `/api/areas/${theirArea}`]) {
    await officer.get(path).expect(404);
    await officer.patch(path).set('If-Match', '"1"').send({ active: false }).expect(404);
    await officer.delete(path).expect(404);
  }
  await officer.put(`/api/funds/${theirs.id}/order`).send({ ids: [] }).expect(404);
  const into = await officer.post('/api/areas').send({ fundId: theirs.id, name: 'Vetřelec' });
  expect([into.status, Object.keys(into.body.errors)]).toEqual([422, ['fundId']]);
  const programme = await buildProgramme(tenantId);
  const placed = await place(programme.id, theirArea, 1);
  expect([placed.status, Object.keys(placed.body.errors)]).toEqual([422, ['areaId']]);
});

it('are read by who reads programmes, and changed by the grant officer alone', async () => {
  const { id } = await fund('Fond ke čtení');
  for (const role of ['councilSecretary', 'accountant', 'auditor', 'tenantAdmin'] as const) {
    const { agent } = await api.signedIn(tenantId, [role]);
    await agent.get(`/api/funds/${id}`).expect(200);
    await agent.post('/api/funds').send({ name: 'Nesmím' }).expect(403);
    await agent.patch(`/api/funds/${id}`).set('If-Match', '"1"').send({ active: false }).expect(403);
    await agent.delete(`/api/funds/${id}`).expect(403);
  }
  await (await api.signedIn(tenantId, ['applicant'])).agent.get('/api/funds').expect(403);
});

describe('a programme in an area', () => {
  it('is called by the area, found by it and by its fund, and shown by fund to everybody', async () => {
    const { id: fundId } = await fund('Fond veřejný');
    const { id: areaId } = await area(fundId, 'Divadlo');
    const programme = await buildProgramme(tenantId, { title: 'Divadelní sezona', area: 'jen text' });
    const { body } = await place(programme.id, areaId, 1).expect(200);
    expect(body).toMatchObject({ area: 'Divadlo', areaId, fund: { id: fundId, name: 'Fond veřejný' }, version: 2 });
    const listed = async (filter: object): Promise<string[]> =>
      (
        await officer
          .get('/api/programmes')
          .query({ filter: JSON.stringify(filter) })
          .expect(200)
      ).body.map(({ title }: { title: string }) => title);
    expect(await listed({ areaId })).toEqual(['Divadelní sezona']);
    expect(await listed({ fundId })).toEqual(['Divadelní sezona']);
    expect(await listed({ q: 'divadlo' })).toEqual(['Divadelní sezona']);
    expect(await listed({ areaId: randomUUID() })).toEqual([]);
    const shown = (await api.browser().get(`/api/public/${slug}/programmes/${programme.id}`).expect(200)).body;
    expect(shown).toMatchObject({ area: 'Divadlo', fund: { name: 'Fond veřejný' } });
    // Out of the area again: nothing is made up in its place.
    expect((await place(programme.id, null, 2).expect(200)).body).toMatchObject({ area: '', areaId: null, fund: null });
  });

  it('may be placed after its end too, when nothing else may change', async () => {
    const { id: fundId } = await fund('Fond minulých let');
    const { id: areaId } = await area(fundId, 'Minulost');
    const programme = await buildProgramme(tenantId, { state: 'closed' });
    await place(programme.id, areaId, 1).expect(200);
    await officer.patch(`/api/programmes/${programme.id}`).set('If-Match', '"2"').send({ title: 'Jiný název' }).expect(409);
  });

  it('goes to another town with the names of its fund and area, which are used there or made', async () => {
    const { id: fundId } = await fund('Fond sdílený');
    const { id: areaId } = await area(fundId, 'Sdílená oblast');
    const programme = await buildProgramme(tenantId, { title: 'Ke sdílení', areaId, area: '' });
    const { body: file } = await officer.get(`/api/programmes/${programme.id}/export`).expect(200);
    expect(file).toMatchObject({ fund: 'Fond sdílený', programme: { area: 'Sdílená oblast' } });
    expect(JSON.stringify(file)).not.toContain(areaId);
    const there = (await api.signedIn(await buildTenant(), ['grantOfficer'])).agent;
    const { body: first } = await takeFile(there, file);
    const { body: second } = await takeFile(there, { ...file, fund: 'FOND SDÍLENÝ' });
    expect(first).toMatchObject({ area: 'Sdílená oblast', fund: { name: 'Fond sdílený' } });
    expect([second.areaId, second.fund]).toEqual([first.areaId, first.fund]);
    expect((await fundsOf(there)).map(({ name, areas }) => [name, areas.length])).toEqual([['Fond sdílený', 1]]);
    // A file that names no fund belongs where one area is called so, or where the officer says.
    const { fund: _none, ...older } = file;
    expect((await takeFile(there, older)).body).toMatchObject({ areaId: first.areaId });
    expect((await takeFile(there, older, { areaId: null })).body).toMatchObject({ area: 'Sdílená oblast', areaId: null, fund: null });
    expect((await reviewed(there, { ...file, fund: 7 })).faults.map(({ path }) => path)).toEqual(['fund']);
    expect((await takeFile(there, file, { areaId })).body.errors).toHaveProperty('areaId');
  });

  it('is copied into the same area', async () => {
    const { id: fundId } = await fund('Fond kopií');
    const { id: areaId } = await area(fundId, 'Kopie');
    const programme = await buildProgramme(tenantId, { areaId, area: '' });
    const { body } = await officer.post(`/api/programmes/${programme.id}/copy`).set('Idempotency-Key', randomUUID()).expect(201);
    expect(body).toMatchObject({ areaId, state: 'draft', area: 'Kopie' });
  });
});
