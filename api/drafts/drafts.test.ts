import { randomUUID } from 'node:crypto';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant } from '../../models/testing/factories';
import { testApi, type Agent } from '../testing/api';
import { application } from '../testing/grantPeople';

const db = testDatabase();
/** Nothing answers as Temporal here. */
const api = testApi();

let tenantId: string;
let programmeId: string;
let applicant: Agent;

beforeAll(async () => {
  tenantId = await buildTenant();
  programmeId = (await buildProgramme(tenantId)).id;
  applicant = (await api.signedIn(tenantId, ['applicant'])).agent;
});

const begin = async () => (await applicant.post('/api/drafts').send({ processId: 'grant', subjectId: programmeId }).expect(201)).body;
const save = (id: string, version: number, data: object) =>
  applicant.put(`/api/drafts/${id}`).set('If-Match', `"${version}"`).send({ data });

it('is kept while it is being written, unfinished as it is', async () => {
  const draft = await begin();
  expect(draft).toMatchObject({ processId: 'grant', subjectTitle: 'Podpora spolků', data: {}, version: 1, submittedAt: null });
  const { body } = await save(draft.id, 1, { name: 'Spo' }).expect(200);
  expect(body).toMatchObject({ data: { name: 'Spo' }, version: 2 });
  expect((await applicant.get('/api/drafts')).body.map(({ id }: { id: string }) => id)).toContain(draft.id);
});

it('tells a second device that another one has stored meanwhile', async () => {
  const draft = await begin();
  await save(draft.id, 1, { name: 'První' }).expect(200);
  expect((await save(draft.id, 1, { name: 'Druhé' })).status).toBe(412);
  expect((await applicant.put(`/api/drafts/${draft.id}`).send({ data: {} })).status).toBe(428);
  expect((await applicant.get(`/api/drafts/${draft.id}`)).body.data).toEqual({ name: 'První' });
});

it('takes no foreign fields and no endless text', async () => {
  const draft = await begin();
  const foreign = await save(draft.id, 1, { status: 'approved' });
  expect([foreign.status, Object.keys(foreign.body.errors)]).toEqual([422, ['status']]);
  expect((await save(draft.id, 1, { reasons: 'x'.repeat(400_000) })).status).toBe(422);
  expect((await save(draft.id, 1, { reasons: 'x'.repeat(10_000_000) })).status).toBe(413);
});

it('is its writer’s alone', async () => {
  const draft = await begin();
  for (const roles of [['applicant'], ['applicant', 'grantOfficer', 'auditor', 'tenantAdmin']] as const) {
    const { agent } = await api.signedIn(tenantId, roles);
    await agent.get(`/api/drafts/${draft.id}`).expect(404);
    await agent.put(`/api/drafts/${draft.id}`).set('If-Match', '"1"').send({ data: {} }).expect(404);
    await agent.post(`/api/drafts/${draft.id}/submit`).set('Idempotency-Key', randomUUID()).expect(404);
    await agent.delete(`/api/drafts/${draft.id}`).expect(404);
  }
});

it('survives when Temporal is down: 503 with Retry-After, and nothing has begun', async () => {
  const draft = await begin();
  await save(draft.id, 1, application).expect(200);
  const answer = await applicant.post(`/api/drafts/${draft.id}/submit`).set('Idempotency-Key', randomUUID());
  expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
  expect((await applicant.get(`/api/drafts/${draft.id}`)).body).toMatchObject({ data: application, submittedAt: null });
  expect(await db.superuser('select id from cases')).toEqual([]);
}, 30_000);
