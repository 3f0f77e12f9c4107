/** Somebody leaves with open tasks: what was claimed goes back to the group, what was given by name waits to be handed over, and both are seen. */
import { randomUUID } from 'node:crypto';
import { verifyChains } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import type { EventView, TaskRow } from '../../processes/views';
import { testApi } from '../testing/api';
import { complete, grantPeople, openTask, pass, SCORES, submitted, upTo, type GrantPeople, type Signed } from '../testing/grantPeople';
import { testTemporal } from '../testing/temporal';

jest.setTimeout(120_000);

testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });
let tenantId: string;
let people: GrantPeople;
let admin: Signed;
let other: Signed;

beforeAll(async () => {
  tenantId = await buildTenant();
  people = await grantPeople(api, tenantId);
  admin = await api.signedIn(tenantId, ['tenantAdmin'], { name: 'Správce' });
  other = await api.signedIn(tenantId, ['grantOfficer'], { name: 'Druhá referentka' });
});

const change = async (id: string, body: object) => {
  const { body: user } = await admin.agent.get(`/api/users/${id}`).expect(200);
  return admin.agent
    .patch(`/api/users/${id}`)
    .set('If-Match', `"${(user as { version: number }).version}"`)
    .send(body)
    .expect(200);
};
async function tasks(who: Signed, filter: object): Promise<TaskRow[]> {
  const { body } = await who.agent
    .get('/api/tasks')
    .query({ filter: JSON.stringify(filter) })
    .expect(200);
  return body as TaskRow[];
}
const left = async (who: Signed): Promise<number> => (await who.agent.get('/api/tasks/counts').expect(200)).body.left as number;

it('a claimed task goes back to its group in the same moment, and the case says so', async () => {
  const { caseId } = await submitted(people);
  const leaving = await api.signedIn(tenantId, ['grantOfficer', 'accountant'], { name: 'Odcházející' });
  const { id } = await openTask(people, caseId, 'formalCheck');
  await leaving.agent.post(`/api/tasks/${id}/claim`).expect(200);
  expect((await other.agent.get(`/api/tasks/${id}`).expect(200)).body.mayAct).toBe(false);
  expect(await tasks(admin, { holderId: leaving.user.id })).toMatchObject([{ id }]);
  // A change that takes nothing of it leaves the task with its holder.
  await change(leaving.user.id, { roles: ['grantOfficer'] });
  expect(await tasks(admin, { holderId: leaving.user.id })).toMatchObject([{ id }]);
  await change(leaving.user.id, { active: false });
  expect(await tasks(admin, { holderId: leaving.user.id })).toEqual([]);
  expect((await other.agent.get(`/api/tasks/${id}`).expect(200)).body).toMatchObject({ claimedBy: null, mayAct: true });
  const events = (await other.agent.get(`/api/cases/${caseId}/events`).expect(200)).body as EventView[];
  expect(events.filter(({ type }) => type === 'taskReleased')).toMatchObject([
    { actor: { name: 'Správce' }, what: { from: leaving.user.id } },
  ]);
  expect(await verifyChains({ tenantId })).toMatchObject({ ok: true });
});

it('so does one whose role was taken away', async () => {
  const { caseId } = await submitted(people);
  const moved = await api.signedIn(tenantId, ['grantOfficer', 'accountant'], { name: 'Přeřazená' });
  const { id } = await openTask(people, caseId, 'formalCheck');
  await moved.agent.post(`/api/tasks/${id}/claim`).expect(200);
  await change(moved.user.id, { roles: ['accountant'] });
  expect((await other.agent.get(`/api/tasks/${id}`).expect(200)).body).toMatchObject({ claimedBy: null, mayAct: true });
});

it('an evaluation given by name is found, is done by nobody else, and can be handed over', async () => {
  const { caseId } = await submitted(people);
  await upTo(people, caseId, 'evaluation');
  const [gone, stays] = people.evaluators;
  const { id } = await openTask(people, caseId, 'evaluation', gone.user.id);
  expect(await left(people.officer)).toBe(0);
  await change(gone.user.id, { active: false });
  for (const who of [people.officer, admin, people.auditor]) {
    expect(await left(who)).toBe(1);
    expect(await tasks(who, { scope: 'left' })).toMatchObject([{ id, assignee: { id: gone.user.id } }]);
  }
  // An evaluator still sees their own only, and gets none of it.
  expect(await tasks(stays, { scope: 'left' })).toEqual([]);
  expect((await complete(stays, id, 'submit', SCORES)).status).toBe(404);
  const replacement = await api.signedIn(tenantId, ['evaluator'], { name: 'Náhradnice' });
  await people.officer.agent
    .post(`/api/tasks/${id}/reassign`)
    .set('Idempotency-Key', randomUUID())
    .send({ userId: replacement.user.id, reason: 'Hodnotitel skončil' })
    .expect(200);
  expect(await left(people.officer)).toBe(0);
  await pass(people, stays, caseId, 'evaluation', 'submit', SCORES);
  expect((await complete(replacement, id, 'submit', SCORES)).status).toBe(200);
  await openTask(people, caseId, 'proposal');
});
