/** Who of the applicant's people may do what: every endpoint of drafts, cases, documents and tasks, by right. */
import { randomUUID } from 'node:crypto';
import { inTenant } from '../../models';
import { casesOfSameApplicant } from '../../models/registers/sameApplicant';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import type { IdentityView } from '../../processes/identities/views';
import type { CaseView, TaskView } from '../../processes/views';
import { testApi } from '../testing/api';
import { pdf } from '../testing/files';
import { application, complete, grantPeople, pass, type GrantPeople, type Signed } from '../testing/grantPeople';
import { giveRight, madeIdentity } from '../testing/identities';
import { quiet } from '../testing/snapshot';
import { testTemporal } from '../testing/temporal';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

const levels = ['none', 'view', 'edit', 'submit', 'manager'] as const;
type Level = (typeof levels)[number];
type Statuses = Readonly<Record<Level, number>>;

let tenantId: string;
let people: GrantPeople;
let identity: IdentityView;
const who = new Map<Level, Signed>();
const as = (level: Level): Signed => {
  const found = who.get(level);
  if (!found) throw new Error(`Nobody is '${level}'`);
  return found;
};

/** none, view, edit, submit, manager */
const row = (...statuses: [number, number, number, number, number]): Statuses =>
  Object.fromEntries(levels.map((level, index) => [level, statuses[index]])) as Statuses;

async function newDraft(data: object = { ...application }): Promise<string> {
  const { agent } = as('manager');
  const { body } = await agent
    .post('/api/drafts')
    .send({ processId: 'grant', subjectId: people.programme.id, identityId: identity.id })
    .expect(201);
  await agent.put(`/api/drafts/${body.id}`).set('If-Match', '"1"').send({ data }).expect(200);
  return body.id;
}

beforeAll(async () => {
  tenantId = await buildTenant();
  people = await grantPeople(api, tenantId);
  for (const level of levels) who.set(level, await api.signedIn(tenantId, ['applicant'], { name: `Člověk ${level}` }));
  identity = await madeIdentity(as('manager').agent);
  for (const level of ['view', 'edit', 'submit'] as const) await giveRight(tenantId, identity.id, as(level), level);
});

type Call = (agent: Signed['agent'], id: string) => Promise<{ readonly status: number }>;

async function answers(call: Call, idOf: () => Promise<string>): Promise<Statuses> {
  const found: Partial<Record<Level, number>> = {};
  for (const level of levels) found[level] = (await call(as(level).agent, await idOf())).status;
  return found as Statuses;
}

const upload = (agent: Signed['agent'], of: object) =>
  Object.entries(of).reduce(
    (sending, [name, value]) => sending.field(name, String(value)),
    agent.post('/api/documents').attach('file', pdf(), 'stanovy.pdf'),
  );

describe('of a draft', () => {
  const table: readonly (readonly [string, Call, Statuses])[] = [
    [
      'begins one',
      (agent) => agent.post('/api/drafts').send({ processId: 'grant', subjectId: people.programme.id, identityId: identity.id }),
      row(404, 403, 201, 201, 201),
    ],
    ['reads', (agent, id) => agent.get(`/api/drafts/${id}`), row(404, 200, 200, 200, 200)],
    ['has it checked', (agent, id) => agent.post(`/api/drafts/${id}/check`), row(404, 200, 200, 200, 200)],
    ['writes', (agent, id) => agent.put(`/api/drafts/${id}`).set('If-Match', '"2"').send({ data: {} }), row(404, 403, 200, 200, 200)],
    ['uploads', (agent, id) => upload(agent, { draftId: id }), row(404, 403, 201, 201, 201)],
    ['throws away', (agent, id) => agent.delete(`/api/drafts/${id}`), row(404, 403, 204, 204, 204)],
    ['sends', (agent, id) => agent.post(`/api/drafts/${id}/submit`).set('Idempotency-Key', randomUUID()), row(404, 403, 403, 201, 201)],
  ];
  it.each(table)(
    '%s',
    async (_what, call, expected) => {
      const before = await db.superuser('select id from cases');
      expect(await answers(call, () => newDraft())).toEqual(expected);
      const sent = Object.values(expected).filter((status) => status === 201).length;
      if (_what === 'sends') expect((await db.superuser('select id from cases')).length).toBe(before.length + sent);
    },
    60_000,
  );

  it('lists it to all of them, with what each may do', async () => {
    const id = await newDraft();
    const listed: Record<string, unknown> = {};
    for (const level of levels) {
      const { body } = await as(level).agent.get('/api/drafts').expect(200);
      const found = body.find((draft: { id: string }) => draft.id === id);
      listed[level] = found ? found.may : null;
    }
    expect(listed).toEqual({ none: null, view: 'view', edit: 'edit', submit: 'submit', manager: 'submit' });
  });

  it('is filled from the identity, and there may be several in one programme', async () => {
    const { agent } = as('edit');
    const begin = () =>
      agent.post('/api/drafts').send({ processId: 'grant', subjectId: people.programme.id, identityId: identity.id }).expect(201);
    const [first, second] = [await begin(), await begin()];
    expect(first.body.id).not.toBe(second.body.id);
    expect(first.body).toMatchObject({
      identityName: identity.name,
      data: {
        applicantKind: 'legal',
        ico: '00000027',
        representative: 'Jana Nová, předsedkyně podle stanov',
        bankAccount: '19-2000145399/0800',
      },
    });
    expect(first.body.data).not.toHaveProperty('pastSupport');
  });

  it('tells one of two who write at once that the other was first', async () => {
    const id = await newDraft();
    const save = (level: Level, name: string) => as(level).agent.put(`/api/drafts/${id}`).set('If-Match', '"2"').send({ data: { name } });
    await save('edit', 'První').expect(200);
    expect((await save('submit', 'Druhá')).status).toBe(412);
    expect((await as('manager').agent.get(`/api/drafts/${id}`)).body.data).toEqual({ name: 'První' });
  });

  it('of another account in nobody’s name stays its own', async () => {
    const own = await as('edit').agent.post('/api/drafts').send({ processId: 'grant', subjectId: people.programme.id }).expect(201);
    expect(own.body).toMatchObject({ identityId: null, data: {} });
    for (const level of ['none', 'view', 'submit', 'manager'] as const)
      expect((await as(level).agent.get(`/api/drafts/${own.body.id}`)).status).toBe(404);
  });
});

describe('of a case', () => {
  let caseId: string;
  let task: TaskView;

  beforeAll(async () => {
    caseId = await newDraft();
    await as('submit').agent.post(`/api/drafts/${caseId}/submit`).set('Idempotency-Key', randomUUID()).expect(201);
    await pass(people, people.officer, caseId, 'formalCheck', 'return', { defects: ['Chybí stanovy'], until: '2027-01-15' });
    const { body } = await as('submit').agent.get(`/api/cases/${caseId}`).expect(200);
    task = (await as('submit').agent.get(`/api/tasks/${body.openTasks[0].id}`).expect(200)).body;
  }, 60_000);

  const reads = row(404, 200, 200, 200, 200);
  const table: readonly (readonly [string, Call, Statuses])[] = [
    ['reads it', (agent) => agent.get(`/api/cases/${caseId}`), reads],
    ['reads its history', (agent) => agent.get(`/api/cases/${caseId}/events`), reads],
    ['reads its documents', (agent) => agent.get(`/api/cases/${caseId}/documents`), reads],
    ['reads its letters', (agent) => agent.get(`/api/cases/${caseId}/letters`), reads],
    ['verifies it', (agent) => agent.get(`/api/cases/${caseId}/verify`), reads],
    ['reads its task', (agent) => agent.get(`/api/tasks/${task.id}`), reads],
    ['uploads', (agent) => upload(agent, { caseId }), row(404, 403, 201, 201, 201)],
    [
      'completes its task',
      (agent) => agent.post(`/api/tasks/${task.id}/complete`).set('Idempotency-Key', randomUUID()).send({ outcome: 'send', data: {} }),
      row(404, 403, 403, 422, 422),
    ],
    [
      'withdraws it',
      (agent) => agent.post(`/api/cases/${caseId}/withdraw`).set('Idempotency-Key', randomUUID()).send({ reason: '' }),
      row(422, 422, 422, 422, 422),
    ],
  ];
  it.each(table)(
    '%s',
    async (_what, call, expected) => {
      expect(await answers(call, () => Promise.resolve(caseId))).toEqual(expected);
    },
    30_000,
  );

  it('lists it and its task as theirs to its people alone', async () => {
    const filter = (of: object) => ({ filter: JSON.stringify(of) });
    for (const level of levels) {
      const cases = await as(level)
        .agent.get('/api/cases')
        .query(filter({ mine: true }))
        .expect(200);
      const tasks = await as(level)
        .agent.get('/api/tasks')
        .query(filter({ scope: 'mine', state: 'open' }))
        .expect(200);
      const expected = level === 'none' ? 0 : 1;
      expect([level, cases.body.filter(({ id }: { id: string }) => id === caseId).length]).toEqual([level, expected]);
      expect([level, tasks.body.filter(({ id }: { id: string }) => id === task.id).length]).toEqual([level, expected]);
    }
  });

  it('says to each what they may, and why not', async () => {
    const seen: Record<string, unknown> = {};
    for (const level of ['view', 'edit', 'submit'] as const) {
      const { body } = await as(level).agent.get(`/api/tasks/${task.id}`).expect(200);
      const of: CaseView = (await as(level).agent.get(`/api/cases/${caseId}`).expect(200)).body;
      seen[level] = {
        act: body.mayAct,
        keep: body.mayKeep,
        withdraw: of.may.withdraw,
        upload: of.may.upload,
        why: body.whyNot?.cs ?? null,
      };
    }
    const why = expect.stringContaining('právem podávat');
    expect(seen).toEqual({
      view: { act: false, keep: false, withdraw: false, upload: false, why },
      edit: { act: false, keep: true, withdraw: false, upload: true, why },
      submit: { act: true, keep: true, withdraw: true, upload: true, why: null },
    });
  });

  it('is completed together: one prepares, another sends; the events name who did it', async () => {
    const keep = (level: Level, version: number, data: object) =>
      as(level).agent.put(`/api/tasks/${task.id}/draft`).set('If-Match', `"${version}"`).send({ data });
    expect((await keep('view', 0, { whatChanged: 'Nic' })).status).toBe(403);
    const answer = { application: { ...application, projectTitle: 'Doplněný tábor' }, whatChanged: 'Stanovy' };
    await keep('edit', 0, answer).expect(200);
    expect((await keep('manager', 0, { whatChanged: 'Jinak' })).status).toBe(412);
    const { body } = await as('submit').agent.get(`/api/tasks/${task.id}`).expect(200);
    expect(body).toMatchObject({ draft: answer, draftVersion: 1 });

    const outcome = body.outcomes[0].id;
    expect((await complete(as('edit'), task.id, outcome, answer)).status).toBe(403);
    expect((await complete(as('manager'), task.id, outcome, answer)).status).toBe(200);
    const seen = await as('view').agent.get(`/api/cases/${caseId}`).expect(200);
    expect(seen.body.submissions.map(({ step, by }: { step: string; by: { id: string } }) => [step, by.id])).toEqual([
      ['application', as('submit').user.id],
      ['formalCheck', ''],
      ['supplement', as('manager').user.id],
    ]);
    const events = await as('view').agent.get(`/api/cases/${caseId}/events`).expect(200);
    const names = events.body.flatMap(({ actor }: { actor: { name: string } | null }) => actor?.name ?? []);
    expect([...new Set(names)].sort()).toEqual(['Člověk edit', 'Člověk manager', 'Člověk submit']);
    await quiet(db);
  }, 30_000);

  it('writes to those who may act, not to those who may look', async () => {
    const [letter] = await db.superuser<{ to: string[] }>(
      `select to_addresses as to from letters where case_id = $1 and recipient ->> 'kind' = 'applicant' and state <> 'queued' limit 1`,
      [caseId],
    );
    expect([...(letter?.to ?? [])].sort()).toEqual([as('manager').user.email, as('submit').user.email].sort());
  });

  it('is no longer read by who lost the right, though they submitted it', async () => {
    await as('manager')
      .agent.delete(`/api/identities/${identity.id}/people/${as('submit').user.id}`)
      .expect(204);
    for (const path of [`/api/cases/${caseId}`, `/api/cases/${caseId}/documents`, `/api/tasks/${task.id}`])
      expect((await as('submit').agent.get(path)).status).toBe(404);
    await giveRight(tenantId, identity.id, as('submit'), 'submit');
  });

  it('is withdrawn by who may submit', async () => {
    const withdraw = (level: Level) =>
      as(level).agent.post(`/api/cases/${caseId}/withdraw`).set('Idempotency-Key', randomUUID()).send({ reason: 'Tábor nebude' });
    expect([(await withdraw('none')).status, (await withdraw('view')).status, (await withdraw('edit')).status]).toEqual([404, 403, 403]);
    expect((await withdraw('manager').expect(200)).body).toMatchObject({ result: 'withdrawn' });
  }, 30_000);

  it('is told to officers with others of the same applicant, whoever wrote them', async () => {
    const elsewhere = await as('none').agent.post('/api/drafts').send({ processId: 'grant', subjectId: people.programme.id }).expect(201);
    await as('none').agent.put(`/api/drafts/${elsewhere.body.id}`).set('If-Match', '"1"').send({ data: application }).expect(200);
    await as('none').agent.post(`/api/drafts/${elsewhere.body.id}/submit`).set('Idempotency-Key', randomUUID()).expect(201);
    const others = await inTenant(tenantId, () => casesOfSameApplicant(caseId));
    expect(others).toContainEqual({ caseId: elsewhere.body.id, by: 'ico' });
    expect(others.filter(({ by }) => by === 'identity').length).toBe(2);
    expect(others.map(({ caseId: other }) => other)).not.toContain(caseId);
  }, 30_000);

  it('shows in the identity what was asked for and got here', async () => {
    const { body } = await as('view').agent.get(`/api/identities/${identity.id}`).expect(200);
    expect(body.granted.find((one: { caseId: string }) => one.caseId === caseId)).toMatchObject({
      title: 'Doplněný tábor',
      requested: application.requestedAmount,
      awarded: null,
    });
  });
});
