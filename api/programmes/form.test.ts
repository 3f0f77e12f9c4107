import { randomUUID } from 'node:crypto';
import type { FormItem } from '../../processes/formItems/items';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { testApi, type Agent } from '../testing/api';
import { application, complete, grantPeople, openTask, pass, type GrantPeople } from '../testing/grantPeople';
import { testTemporal } from '../testing/temporal';
import { today } from '../today';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

let people: GrantPeople;
let stranger: Agent;

beforeAll(async () => {
  people = await grantPeople(api, await buildTenant());
  stranger = (await api.signedIn(await buildTenant(), ['grantOfficer'])).agent;
});

const budget: FormItem = {
  id: 'q1',
  kind: 'table',
  title: 'Rozpočet',
  required: true,
  columns: [
    { id: 'a', title: 'Položka', kind: 'text' },
    { id: 'b', title: 'Částka', kind: 'money' },
  ],
  total: { column: 'b', is: 'totalCost' },
};
const members: FormItem = { id: 'q2', kind: 'number', title: 'Kolik máte členů', required: true, max: 10_000 };
const rows = [{ a: 'Nájem', b: application.totalCost }];

const path = (): string => `/api/programmes/${people.programme.id}/form`;
const keep = (items: readonly object[], version: number, agent: Agent = people.officer.agent) =>
  agent.put(path()).set('If-Match', `"${version}"`).send({ items });
const draftOf = async (): Promise<{ id: string; version: number; formVersion: number }> =>
  (await people.applicant.agent.post('/api/drafts').send({ processId: 'grant', subjectId: people.programme.id }).expect(201)).body;
const save = (id: string, version: number, more: object) =>
  people.applicant.agent
    .put(`/api/drafts/${id}`)
    .set('If-Match', `"${version}"`)
    .send({ data: { ...application, ...more } });
const submit = (id: string) => people.applicant.agent.post(`/api/drafts/${id}/submit`).set('Idempotency-Key', randomUUID());

it('is kept in versions, and applications keep the one with which they began, to their end', async () => {
  const { officer, applicant } = people;
  expect((await officer.agent.get(path()).expect(200)).body).toMatchObject({ version: 0, items: [], usedBy: 0 });
  const early = await draftOf();
  expect((await keep([budget], 0).expect(200)).body).toMatchObject({ version: 1, items: [budget], usedBy: 0 });
  // what is there already is no other version
  expect((await keep([budget], 1).expect(200)).body.version).toBe(1);
  const draft = await draftOf();
  expect([early.formVersion, draft.formVersion]).toEqual([0, 1]);
  expect((await keep([budget, members], 1).expect(200)).body.version).toBe(2);
  await keep([members], 1).expect(412);

  // the one that began before anything was asked is asked nothing
  await save(early.id, 1, { q1: rows }).expect(422);
  await save(early.id, 1, {}).expect(200);
  await submit(early.id).expect(201);

  const { body: shown } = await applicant.agent.get(`/api/drafts/${draft.id}`).expect(200);
  expect(Object.keys(shown.form.schema.properties)).toContain('q1');
  expect(Object.keys(shown.form.schema.properties)).not.toContain('q2');
  await save(draft.id, 1, { q2: 12 }).expect(422);
  await save(draft.id, 1, {}).expect(200);
  expect(Object.keys((await submit(draft.id).expect(422)).body.errors)).toEqual(['q1']);
  await save(draft.id, 2, { q1: [{ a: 'Nájem', b: 1_00 }] }).expect(200);
  expect((await submit(draft.id).expect(422)).body.errors.q1).toMatch(/^Součet je 1\sKč, celkové náklady ale /);
  await save(draft.id, 3, { q1: rows }).expect(200);
  const { caseId } = (await submit(draft.id).expect(201)).body;

  // returned to be completed, it is asked the same again
  await pass(people, officer, caseId, 'formalCheck', 'return', { defects: ['Rozpočet'], until: '2027-03-01' });
  const { id: taskId } = await openTask(people, caseId, 'supplement');
  const { body: task } = await applicant.agent.get(`/api/tasks/${taskId}`).expect(200);
  expect(task.form.schema.properties.application.properties.q1).toMatchObject({ title: 'Rozpočet' });
  const answer = (more: object) =>
    complete(applicant, taskId, 'submit', { application: { ...application, ...more }, whatChanged: 'rozpočet' });
  expect(Object.keys((await answer({})).body.errors)).toEqual(['application.q1']);
  expect(Object.keys((await answer({ q1: [{ a: 'x', b: 5 }] })).body.errors)).toEqual(['application.q1']);
  expect((await answer({ q1: [{ a: 'Sál', b: application.totalCost }] })).status).toBe(200);
  const { body: read } = await officer.agent.get(`/api/cases/${caseId}`).expect(200);
  expect(read.submissions.map(({ step }: { step: string }) => step)).toEqual(['application', 'formalCheck', 'supplement']);
  expect(read.submissions[0].form.schema.properties.q1.title).toBe('Rozpočet');
  expect((await officer.agent.get(path()).expect(200)).body.usedBy).toBe(0);
  await draftOf();
  expect((await officer.agent.get(path()).expect(200)).body.usedBy).toBe(1);
});

it('gives the rows of its budget to the settlement', async () => {
  const { applicant, officer, evaluators, secretary, accountant } = people;
  const draft = await draftOf();
  await save(draft.id, 1, {
    q1: [
      { a: 'Nájem', b: 1_000_00 },
      { a: 'Míče', b: application.totalCost - 1_000_00 },
    ],
    q2: 12,
  }).expect(200);
  const { caseId } = (await submit(draft.id).expect(201)).body;
  await pass(people, officer, caseId, 'formalCheck', 'pass');
  for (const evaluator of evaluators) {
    const scores = { benefit: 30, quality: 20, economy: 20, recommendedAmount: 1_000_00, comment: 'ano' };
    await pass(people, evaluator, caseId, 'evaluation', 'submit', scores);
  }
  await pass(people, officer, caseId, 'proposal', 'recommend', { amount: 1_000_00, justification: 'ano' });
  const minutes = { resolutionNumber: 'R/1', decidedOn: today(), votesFor: 5, votesAgainst: 0, votesAbstained: 0, amount: 1_000_00 };
  await pass(people, secretary, caseId, 'councilDecision', 'approve', minutes);
  await pass(people, officer, caseId, 'signature', 'signed', { signedOn: today(), contractNumber: 'S/1' });
  await pass(people, accountant, caseId, 'payment', 'paid', { paidOn: today(), amount: 1_000_00, variableSymbol: '1' });
  const { id } = await openTask(people, caseId, 'settlement');
  const { body: task } = await applicant.agent.get(`/api/tasks/${id}`).expect(200);
  expect(task.form.schema.properties.items.items.properties.budgetRow.oneOf).toEqual([
    { const: '1', title: 'Nájem (1 000 Kč)'.replaceAll(' ', '\u00a0').replace('\u00a0(', ' (') },
    { const: '2', title: expect.stringMatching(/^Míče \(/) },
  ]);
  const row = { description: 'Hala', documentNumber: 'F1', paidOn: today(), amount: 1_000_00, fromGrant: 1_000_00 };
  const settle = (more: object) => complete(applicant, id, 'submit', { items: [{ ...row, ...more }], report: 'Hotovo' });
  expect(Object.keys((await settle({})).body.errors)).toEqual(['items.0.budgetRow']);
  expect(Object.keys((await settle({ budgetRow: '3' })).body.errors)).toEqual(['items.0.budgetRow']);
  expect((await settle({ budgetRow: '1' })).status).toBe(200);
  const { body: read } = await officer.agent.get(`/api/cases/${caseId}`).expect(200);
  expect(read.submissions.at(-1).form.schema.properties.items.items.properties.budgetRow.title).toBe('Položka rozpočtu');
});

it('is written into the audit trail, before and after', async () => {
  const [event] = await db.superuser<{ what: object; after: { items: object[] } }>(
    `select what, after from events where type = 'formChanged' order by seq limit 1`,
  );
  expect(event).toMatchObject({ what: { programmeId: people.programme.id, version: 1 }, after: { items: [{ id: 'q1' }] } });
});

it.each<[string, object[], string[]]>([
  ['a kind that there is not', [{ id: 'q1', kind: 'robot', title: 'x' }], ['items.0.kind']],
  ['a name that every application has', [{ id: 'declaration', kind: 'text', title: 'x' }], ['items.0.id']],
  ['a part that its kind lacks', [{ id: 'q1', kind: 'text', title: 'x', options: [] }], ['items.0.options']],
  ['no title', [{ id: 'q1', kind: 'text', title: '  ' }], ['items.0.title']],
  ['a fraction of a haléř', [{ id: 'q1', kind: 'money', title: 'x', max: 0.5 }], ['items.0.max']],
  ['a condition on what is not there', [{ id: 'q1', kind: 'text', title: 'x', shownIf: { item: 'q7', is: true } }], ['items.0.shownIf']],
  ['more items than a form can have', Array.from({ length: 81 }, (_, n) => ({ id: `q${n}`, kind: 'text', title: 'x' })), ['items']],
])('refuses %s and names it', async (_name, items, fields) => {
  const before = await people.officer.agent.get(path()).expect(200);
  const answer = await keep(items, before.body.version);
  expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, fields]);
  expect((await people.officer.agent.get(path()).expect(200)).body.version).toBe(before.body.version);
});

it('is the officers’ business: others read or do not even see it', async () => {
  await keep([members], 2, stranger).expect(404);
  await stranger.get(path()).expect(404);
  await keep([members], 2, people.applicant.agent).expect(403);
  await people.applicant.agent.get(path()).expect(403);
  await people.auditor.agent.get(path()).expect(200);
  await keep([members], 2, people.auditor.agent).expect(403);
  await people.officer.agent.put(path()).send({ items: [] }).expect(428);
});

it('stands when the intake has ended', async () => {
  await people.officer.agent.post(`/api/programmes/${people.programme.id}/close`).send({ reason: 'Peníze došly' }).expect(200);
  await keep([members], 2).expect(409);
});
