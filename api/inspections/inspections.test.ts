import { inTenant, query } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { assign, buildCase, buildOffice, lastEvent, type Built, type Office } from '../officersSection/testing/cases';
import { testApi, type Agent } from '../testing/api';
import { PNG } from '../testing/files';
import { snapshot } from '../testing/snapshot';
import { today } from '../today';

const db = testDatabase();
const api = testApi();

let office: Office;
let stranger: Agent;
let ours: Built;

beforeAll(async () => {
  office = await buildOffice(api, await buildTenant());
  stranger = (await api.signedIn(await buildTenant(), ['grantOfficer'])).agent;
  ours = await buildCase(office.tenantId, { applicantId: office.applicantId });
  await assign(office.tenantId, ours.id, office.evaluatorId);
});

const begin = (body: object = {}, agent: Agent = office.officer, id = ours.id) => agent.post(`/api/cases/${id}/inspections`).send(body);
const change = (id: string, version: number, body: object, agent: Agent = office.officer) =>
  agent.patch(`/api/inspections/${id}`).set('If-Match', `"${version}"`).send(body);
const finish = (id: string, version: number, agent: Agent = office.officer) =>
  agent.post(`/api/inspections/${id}/finish`).set('If-Match', `"${version}"`);
const upload = async (): Promise<string> =>
  (await office.officer.post('/api/documents').field('caseId', ours.id).attach('file', PNG, 'sál.png').expect(201)).body.id;

const whole = {
  heldOn: '2026-11-02',
  place: 'Kulturní dům, Náves 3',
  inspectors: ['Ing. Alena Dvořáková, referentka', 'Karel Říha, interní auditor'],
  present: ['Marie Svobodová, předsedkyně spolku'],
  subject: 'Doklady o nájmu sálu a nástrojích',
  findings: 'Faktura č. 12 není označena číslem smlouvy.',
  measures: [{ what: 'Doplnit označení dokladu', dueOn: '2026-12-01' }],
};

it('is begun empty, filled in, finished as a PDF of the office’s, and never changed again', async () => {
  const { body: draft } = await begin().expect(201);
  expect(draft).toMatchObject({ ordinal: 1, state: 'draft', heldOn: null, measures: [], version: 1 });
  const missing = await finish(draft.id, 1).expect(422);
  expect(Object.keys(missing.body.errors).sort()).toEqual(['findings', 'heldOn', 'inspectors', 'place', 'subject']);
  const attached = await upload();
  const { body: filled } = await change(draft.id, 1, { ...whole, documentIds: [attached] }).expect(200);
  expect(filled).toMatchObject({ ...whole, documentIds: [attached], version: 2 });
  expect(await lastEvent(db, ours.id, 'inspectionChanged')).toMatchObject({ before: { place: '' }, after: { place: whole.place } });
  await change(draft.id, 1, { place: 'Jinde' }).expect(412);
  await finish(draft.id, 1).expect(412);
  const answers = await Promise.all([finish(draft.id, 2), finish(draft.id, 2, office.colleague)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const finished = answers.find(({ status }) => status === 200)?.body;
  expect(finished).toMatchObject({ state: 'finished', version: 3, finishedAt: expect.any(String), recordId: expect.any(String) });

  const { body: documents } = await office.auditor.get(`/api/cases/${ours.id}/documents`).expect(200);
  const record = documents.find(({ id }: { id: string }) => id === finished.recordId);
  expect(record).toMatchObject({ title: `Záznam o kontrole č. 1 ke spisu ${ours.number}`, mediaType: 'application/pdf', state: 'ready' });
  const pdf = await office.officer.get(`/api/documents/${finished.recordId}/content`).buffer().expect(200);
  expect((pdf.body as Buffer).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(documents.filter(({ title }: { title: string }) => title.startsWith('Záznam'))).toHaveLength(1);

  await change(draft.id, 3, { findings: 'Nic' }).expect(409);
  await office.officer.delete(`/api/inspections/${draft.id}`).set('If-Match', '"3"').expect(409);
  await finish(draft.id, 3).expect(409);
  // Nor past the api: the database itself holds it.
  await inTenant(office.tenantId, () => query('update inspections set findings = $2 where id = $1', [draft.id, 'Nic']));
  await inTenant(office.tenantId, () => query('delete from inspections where id = $1', [draft.id]));
  expect((await office.officer.get(`/api/cases/${ours.id}/inspections`).expect(200)).body).toMatchObject([{ findings: whole.findings }]);
});

it('is hidden from the applicant and from evaluators, its PDF too', async () => {
  const [{ recordId, id }] = (await office.officer.get(`/api/cases/${ours.id}/inspections`).expect(200)).body;
  for (const agent of [office.applicant, office.evaluator]) {
    await agent.get(`/api/cases/${ours.id}/inspections`).expect(403);
    await begin({}, agent).expect(403);
    await change(id, 3, {}, agent).expect(403);
    await agent.get(`/api/documents/${recordId}`).expect(404);
    const { body } = await agent.get(`/api/cases/${ours.id}/documents`).expect(200);
    expect(body.map((document: { id: string }) => document.id)).not.toContain(recordId);
  }
  const { text } = await office.applicant.get(`/api/cases/${ours.id}/events`).expect(200);
  expect(text).not.toMatch(/kontrole č|Faktura/);
});

it('comes several times in a case, and a draft can be thrown away', async () => {
  const numbers = await Promise.all([begin(), begin({}, office.colleague)]);
  expect(numbers.map(({ body }) => body.ordinal).sort()).toEqual([2, 3]);
  const third = numbers.find(({ body }) => body.ordinal === 3)?.body;
  await office.officer.delete(`/api/inspections/${third.id}`).expect(428);
  await office.officer.delete(`/api/inspections/${third.id}`).set('If-Match', '"1"').expect(204);
  expect(await lastEvent(db, ours.id, 'inspectionDropped')).toMatchObject({ what: { ordinal: 3 } });
  await change(third.id, 1, { place: 'x' }).expect(404);
});

it.each<[string, object, string]>([
  ['an unknown field', { state: 'finished' }, 'state'],
  ['an inspection that is yet to come', { heldOn: '2199-01-01' }, 'heldOn'],
  ['a day that is none', { heldOn: '2026-02-30' }, 'heldOn'],
  ['a measure before the inspection', { heldOn: '2026-11-02', measures: [{ what: 'x', dueOn: '2026-11-01' }] }, 'measures.0.dueOn'],
  ['a measure of nothing', { measures: [{ what: ' ', dueOn: '2026-11-01' }] }, 'measures.0.what'],
  ['a name of more lines', { inspectors: ['Jan\nNovák'] }, 'inspectors.0'],
  ['findings that are too long', { findings: 'x'.repeat(20_001) }, 'findings'],
  ['a document that is not there', { documentIds: ['0b0a3c8e-1111-4222-8333-444444444444'] }, 'documentIds'],
])('refuses %s, names it and changes nothing', async (_what, body, field) => {
  const before = await snapshot(db);
  const answer = await begin(body);
  expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, [field]]);
  expect(await snapshot(db)).toEqual(before);
});

it('takes documents of its own case only, each once', async () => {
  const { body: draft } = await begin({ heldOn: today() }).expect(201);
  const attached = await upload();
  expect(Object.keys((await change(draft.id, 1, { documentIds: [attached, attached] }).expect(422)).body.errors)).toEqual(['documentIds']);
  const other = await buildCase(office.tenantId);
  expect(Object.keys((await begin({ documentIds: [attached] }, office.officer, other.id).expect(422)).body.errors)).toEqual([
    'documentIds',
  ]);
});

it('is written by officers, read by those who oversee, and another office finds nothing', async () => {
  const { body: draft } = await begin().expect(201);
  for (const agent of [office.secretary, office.accountant, office.auditor]) {
    await agent.get(`/api/cases/${ours.id}/inspections`).expect(200);
    await begin({}, agent).expect(403);
    await finish(draft.id, 1, agent).expect(403);
  }
  await office.admin.get(`/api/cases/${ours.id}/inspections`).expect(403);
  await stranger.get(`/api/cases/${ours.id}/inspections`).expect(404);
  await begin({}, stranger).expect(404);
  await change(draft.id, 1, { place: 'x' }, stranger).expect(404);
  await finish(draft.id, 1, stranger).expect(404);
  await stranger.delete(`/api/inspections/${draft.id}`).set('If-Match', '"1"').expect(404);
});
