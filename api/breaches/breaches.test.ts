import { randomUUID } from 'node:crypto';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import type { TaskRow } from '../../processes/views';
import { testApi } from '../testing/api';
import { complete, grantPeople, submitted, upTo, type GrantPeople, type Signed } from '../testing/grantPeople';
import { testTemporal } from '../testing/temporal';
import { today } from '../today';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

let tenantId: string;
let people: GrantPeople;
let inspector: Signed;
let admin: Signed;
let stranger: Signed;
let grantId: string;
let grantNumber: string;
let breachId: string;
let breachNumber: string;

const WHY = { reason: 'purpose', finding: 'Peníze šly na jiný účel <b>než</b> ve smlouvě', amount: 10_000_00 };
const begin = (who: Signed, caseId = grantId, body: object = WHY, key: string = randomUUID()) =>
  who.agent.post(`/api/cases/${caseId}/breach`).set('Idempotency-Key', key).send(body);
async function tasks(who: Signed, caseId: string): Promise<TaskRow[]> {
  const { body } = await who.agent
    .get('/api/tasks')
    .query({ filter: JSON.stringify({ caseId, state: 'open' }) })
    .expect(200);
  return body;
}
async function done(who: Signed, step: string, outcome: string, data: object = {}) {
  const task = (await tasks(inspector, breachId)).find((one) => one.step === step);
  if (!task) throw new Error(`Step '${step}' is not open`);
  return complete(who, task.id, outcome, data);
}

beforeAll(async () => {
  tenantId = await buildTenant();
  people = await grantPeople(api, tenantId);
  inspector = await api.signedIn(tenantId, ['inspector'], { name: 'Kontrolorka Tajná' });
  admin = await api.signedIn(tenantId, ['tenantAdmin']);
  stranger = await api.signedIn(tenantId, ['applicant']);
  ({ caseId: grantId, number: grantNumber } = await submitted(people));
}, 120_000);

describe('beginning the proceedings', () => {
  it('is refused while nothing was paid', async () => {
    expect((await begin(inspector)).status).toBe(409);
  });

  it('is refused to everybody else, from another tenant, from what is no grant, and with bad input; then nothing has begun', async () => {
    await upTo(people, grantId, 'settlement');
    const { officer, evaluators, secretary, accountant, auditor, applicant } = people;
    for (const who of [officer, evaluators[0], secretary, accountant, auditor, applicant, admin, stranger])
      expect((await begin(who)).status).toBe(403);
    const foreign = await api.signedIn(await buildTenant(), ['inspector']);
    expect((await begin(foreign)).status).toBe(404);
    expect((await begin(inspector, randomUUID())).status).toBe(404);
    for (const [change, field] of [
      [{ amount: 0 }, 'amount'],
      [{ amount: -1 }, 'amount'],
      [{ amount: 1.5 }, 'amount'],
      [{ amount: '10000' }, 'amount'],
      [{ amount: 40_000_01 }, 'amount'],
      [{ reason: 'whatever' }, 'reason'],
      [{ finding: '  ' }, 'finding'],
      [{ finding: 'x'.repeat(3001) }, 'finding'],
      [{ parentCaseId: randomUUID() }, 'parentCaseId'],
    ] as const) {
      const { status, body } = await begin(inspector, grantId, { ...WHY, ...change });
      expect([change, status, Object.keys(body.errors ?? {})]).toEqual([change, 422, [field]]);
    }
    expect(await db.superuser(`select id from cases where process_id = 'breach' and tenant_id = $1`, [tenantId])).toEqual([]);
    expect((await inspector.agent.post(`/api/cases/${grantId}/breach`).send(WHY)).status).toBe(400);
  }, 60_000);

  it('is nobody’s to apply for', async () => {
    const answer = await people.applicant.agent.post('/api/drafts').send({ processId: 'breach' });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['processId']]);
  });

  it('gives a number, once: the same request again, two inspectors at once, and another one later', async () => {
    const other = await api.signedIn(tenantId, ['inspector']);
    const key = randomUUID();
    const answers = await Promise.all([begin(inspector, grantId, WHY, key), begin(other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const won = answers.find(({ status }) => status === 201);
    ({ caseId: breachId, number: breachNumber } = won?.body as { caseId: string; number: string });
    expect(breachNumber).toMatch(/^PRK-\d{4}-0001$/);
    const ours = answers[0].status === 201;
    const again = await begin(inspector, grantId, WHY, key);
    expect([again.status, ours ? again.body : undefined]).toEqual(ours ? [201, won?.body] : [409, undefined]);
    expect((await begin(inspector)).status).toBe(409);
    const rows = await db.superuser(
      `select applicant_id as applicant, "values" ->> 'parentCaseId' as parent from cases where process_id = 'breach' and tenant_id = $1`,
      [tenantId],
    );
    expect(rows).toEqual([{ applicant: people.applicant.user.id, parent: grantId }]);
    const [opened] = await db.superuser<{ role: string; what: { values: object } }>(
      `select role, what from events where chain_id = $1 and type = 'caseOpened'`,
      [breachId],
    );
    expect(opened).toMatchObject({ role: 'inspector', what: { values: { parentCaseId: grantId, grantNumber } } });
  });
});

describe('who knows of it', () => {
  it('a bulk act knows of it no more than of a case that is not there, and one that concerns it is shown to nobody else', async () => {
    const resolution = { body: 'council', resolutionNumber: 'RM/1', decidedOn: today(), votesFor: 5, votesAgainst: 0, votesAbstained: 0 };
    const message = { subject: 'Prosíme o doplnění', text: 'Ozvěte se nám.' };
    const ask = ({ agent }: Signed, hidden: string) =>
      [
        ['preparation', { caseIds: [grantId, hidden] }],
        ['decisions', { ...resolution, items: [grantId, hidden].map((caseId) => ({ caseId, outcome: 'approve', amount: 1 })) }],
        ['deadlines', { step: 'nothing', until: '2020-01-01', reason: 'Povodeň', caseIds: [grantId, hidden] }],
        ['messages', { ...message, caseIds: [grantId, hidden] }],
      ].map(([path, body]) =>
        agent
          .post(`/api/bulk-acts/${path as string}`)
          .set('Idempotency-Key', randomUUID())
          .send(body as object),
      );
    for (const who of [people.officer, people.secretary]) {
      const [known, unknown] = [await Promise.all(ask(who, breachId)), await Promise.all(ask(who, randomUUID()))];
      expect(known.map(({ status, body }) => [status, { ...body, instance: '' }])).toEqual(
        unknown.map(({ status, body }) => [status, { ...body, instance: '' }]),
      );
      expect(known.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      expect(JSON.stringify(known.map(({ body }) => body as object))).not.toContain(breachNumber);
    }
    const both = await api.signedIn(tenantId, ['grantOfficer', 'inspector'], { name: 'Obojí' });
    const { body: made } = await both.agent
      .post('/api/bulk-acts/messages')
      .set('Idempotency-Key', randomUUID())
      .send({ ...message, caseIds: [breachId] })
      .expect(202);
    for (const who of [people.officer, people.secretary, people.accountant, admin]) {
      await who.agent.get(`/api/bulk-acts/${made.id}`).expect(404);
      expect((await who.agent.get('/api/bulk-acts').expect(200)).body).toEqual([]);
    }
    for (const who of [both, people.auditor])
      expect((await who.agent.get(`/api/bulk-acts/${made.id}`).expect(200)).body.items[0].caseNumber).toBe(breachNumber);
  });

  it('the inspector and the auditor read all of it', async () => {
    for (const who of [inspector, people.auditor]) {
      const { body } = await who.agent.get(`/api/cases/${breachId}`).expect(200);
      expect(body).toMatchObject({ number: breachNumber, status: 'inspecting', values: { grantNumber, parentCaseId: grantId } });
      expect(body.submissions[0].data.finding).toBe(WHY.finding);
      expect((await who.agent.get(`/api/cases/${grantId}/breach`).expect(200)).body).toMatchObject({
        paid: 40_000_00,
        settlementOverdue: false,
        cases: [{ id: breachId, number: breachNumber, status: { cs: 'Kontrola' } }],
      });
    }
    await db.superuser(`update tasks set due_at = now() - interval '1 day' where case_id = $1 and step = 'settlement' and state = 'open'`, [
      grantId,
    ]);
    expect((await inspector.agent.get(`/api/cases/${grantId}/breach`)).body.settlementOverdue).toBe(true);
  });

  it('nobody else: no address, list, search, count, task, event, letter, document or map tells of it', async () => {
    const task = (await tasks(inspector, breachId))[0];
    const { officer, evaluators, secretary, accountant } = people;
    for (const who of [officer, evaluators[0], secretary, accountant, admin, stranger]) {
      for (const path of [
        `cases/${breachId}`,
        `cases/${breachId}/events`,
        `cases/${breachId}/documents`,
        `cases/${breachId}/letters`,
        `cases/${breachId}/comments`,
        `cases/${breachId}/verify`,
        `cases/${breachId}/receipt`,
        `tasks/${task?.id}`,
        `cases/${grantId}/breach`,
        'processes/breach',
      ])
        expect([path, [403, 404]]).toEqual([path, expect.arrayContaining([(await who.agent.get(`/api/${path}`)).status])]);
      for (const [path, filter] of [
        ['cases', {}],
        ['cases', { q: breachNumber }],
        ['cases', { processId: 'breach' }],
        ['cases', { id: [breachId] }],
        ['tasks', { scope: 'all' }],
        ['tasks', { caseId: breachId }],
        ['letters', {}],
        ['letters', { caseId: breachId }],
        ['incidents', {}],
        ['events', {}],
        ['events', { caseId: breachId }],
        ['processes', undefined],
      ] as const) {
        const answer = await who.agent.get(`/api/${path}`).query(filter === undefined ? {} : { filter: JSON.stringify(filter) });
        expect([path, filter, JSON.stringify(answer.body).includes(breachId), JSON.stringify(answer.body).includes('PRK-')]).toEqual([
          path,
          filter,
          false,
          false,
        ]);
        expect([
          path,
          Number(answer.headers['content-range']?.split('/')[1] ?? 0) > 0 &&
            filter !== undefined &&
            JSON.stringify(filter).includes('reach'),
        ]).toEqual([path, false]);
      }
    }
    for (const who of [officer, secretary, accountant]) expect((await who.agent.get(`/api/cases/${breachId}`)).status).toBe(404);
    const { body: history } = await officer.agent.get(`/api/cases/${grantId}/events`).expect(200);
    expect(JSON.stringify(history)).not.toContain('PRK-');
    const { body: applicants } = await officer.agent
      .get('/api/applicants')
      .query({ filter: JSON.stringify({ id: [people.applicant.user.id] }) });
    expect(applicants[0].cases).toBe(1);
    const csv = await officer.agent.get('/api/cases').set('Accept', 'text/csv');
    expect(csv.text).not.toContain('PRK-');
    expect(csv.text).toContain(grantNumber);
  }, 60_000);

  it('its applicant reads that it runs, and neither the suspicion nor who inspects', async () => {
    const { agent } = people.applicant;
    const { body } = await agent.get(`/api/cases/${breachId}`).expect(200);
    expect(body).toMatchObject({
      statusTitle: { cs: 'Úřad kontroluje použití dotace' },
      values: { grantNumber },
      submissions: [],
      openTasks: [],
    });
    expect(body.values.parentCaseId).toBeUndefined();
    const all = [body, (await agent.get(`/api/cases/${breachId}/events`).expect(200)).body];
    expect(JSON.stringify(all)).not.toContain('Kontrolorka Tajná');
    expect(JSON.stringify(all)).not.toContain(WHY.finding);
    for (const path of ['receipt', 'receipt/pdf', 'receipt/data', 'application/pdf'])
      expect([path, (await agent.get(`/api/cases/${breachId}/${path}`)).status]).toEqual([path, 404]);
    expect(JSON.stringify((await agent.get('/api/cases').query({ filter: JSON.stringify({ mine: true }) })).body)).toContain(breachNumber);
  });
});

describe('the proceedings over HTTP', () => {
  it('go from the finding over the statement and the levy to the penalty, each by who it belongs to', async () => {
    const { officer, applicant, accountant } = people;
    const found = {
      inspectedOn: today(),
      subject: 'Doklady',
      finding: 'Nákup mimo účel',
      breachOn: '2026-01-31',
      amount: 10_000_00,
      note: 'vnitřní',
    };
    expect((await done(officer, 'inspection', 'breach', found)).status).toBe(404);
    expect((await done(inspector, 'inspection', 'breach', { ...found, amount: 40_000_01 })).body.errors).toHaveProperty('amount');
    expect((await done(inspector, 'inspection', 'breach', { ...found, breachOn: undefined })).status).toBe(422);
    expect((await done(inspector, 'inspection', 'breach', found)).status).toBe(200);
    const { body: mine } = await applicant.agent.get(`/api/cases/${breachId}`).expect(200);
    expect(mine.waitsFor.sentence.cs).toContain('Na řadě jste vy: vyjádřete se ke zjištění kontroly');
    expect(mine.submissions.map(({ data }: { data: object }) => data)).toEqual([
      { inspectedOn: today(), finding: 'Nákup mimo účel', breachOn: '2026-01-31', amount: 10_000_00 },
    ]);
    expect((await done(stranger, 'statement', 'nothing')).status).toBe(404);
    expect((await done(applicant, 'statement', 'submit')).body.errors).toHaveProperty('statement');
    expect((await done(applicant, 'statement', 'submit', { statement: 'Byla to chyba' })).status).toBe(200);
    expect((await done(inspector, 'levyDecision', 'levy', { levy: 10_000_01, reason: 'x' })).body.errors).toHaveProperty('levy');
    expect((await done(inspector, 'levyDecision', 'levy', { levy: 10_000_00, reason: 'Podle § 22' })).status).toBe(200);

    // The accountant has one task and reads nothing else of it.
    const [payment] = (await tasks(accountant, breachId)) as [TaskRow];
    expect((await accountant.agent.get(`/api/tasks/${payment.id}`).expect(200)).body).toMatchObject({
      step: 'levyPayment',
      params: { levy: 10_000_00 },
    });
    const { body: part } = await accountant.agent.get(`/api/cases/${breachId}`).expect(200);
    expect(JSON.stringify(part)).not.toContain(WHY.finding);
    expect(part.submissions).toEqual([]);
    expect((await complete(accountant, payment.id, 'received', { receivedOn: today(), amount: 10_000_01 })).body.errors).toHaveProperty(
      'amount',
    );
    expect((await complete(accountant, payment.id, 'received', { receivedOn: today(), amount: 10_000_00 })).status).toBe(200);
    const { body: after } = await inspector.agent.get(`/api/cases/${breachId}`).expect(200);
    expect(after).toMatchObject({ status: 'penalised', values: { levy: 10_000_00, received: 10_000_00 } });
    expect(after.values.penalty).toBeGreaterThan(1_000_00);
    expect((await done(accountant, 'penaltyPayment', 'received', { receivedOn: today(), amount: after.values.penalty })).status).toBe(200);
    expect((await inspector.agent.get(`/api/cases/${breachId}`)).body).toMatchObject({ result: 'paid' });
  }, 60_000);

  it('can be begun once more when they have ended', async () => {
    const { status, body } = await begin(inspector);
    expect(status).toBe(201);
    expect(body.caseId).not.toBe(breachId);
    expect(body.number).toMatch(/^PRK-\d{4}-0002$/);
    expect((await inspector.agent.get(`/api/cases/${grantId}/breach`)).body.cases).toHaveLength(2);
  });
});
