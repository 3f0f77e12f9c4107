/** Money of proceedings that few may know of, several accounts of the office, and a movement told of twice; on a real Temporal. */
import { randomUUID } from 'node:crypto';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import type { BankAccountView, DueView, EntryView, PairResult } from '../../processes/banking/views';
import type { TaskRow } from '../../processes/views';
import { testApi, type Agent } from '../testing/api';
import { fioList, type BankMovement } from '../testing/fioBank';
import { complete, grantPeople, submitted, upTo, type GrantPeople, type Signed } from '../testing/grantPeople';
import { testTemporal } from '../testing/temporal';
import { today } from '../today';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

const OWN = '2900201034/2010';
const SECOND = '19-2000145399/0800';
const DAY = today();
let tenantId: string;
let people: GrantPeople;
let inspector: Signed;
let accountant: Agent;
/** A colleague who has nothing to do with the payment of the levy. */
let colleague: Signed;
let lastId = 0;

beforeAll(async () => {
  tenantId = await buildTenant({ settings: { bankAccount: OWN, councilLimit: 1_000_000_00 } });
  people = await grantPeople(api, tenantId);
  accountant = people.accountant.agent;
  inspector = await api.signedIn(tenantId, ['inspector']);
  colleague = await api.signedIn(tenantId, ['accountant']);
}, 120_000);

const take = (movements: readonly Omit<BankMovement, 'id' | 'on'>[], own = OWN) =>
  accountant
    .post('/api/bank/statements')
    .attach(
      'file',
      Buffer.from(
        fioList(
          own,
          movements.map((one) => ({ id: ++lastId, on: DAY, ...one })),
        ),
      ),
      'výpis.json',
    )
    .expect(201);
const entries = async (agent: Agent): Promise<EntryView[]> =>
  (await agent.get('/api/bank/entries').query({ range: '[0,199]' }).expect(200)).body;
const last = async (agent: Agent): Promise<EntryView> => {
  const found = (await entries(agent)).find(({ entryId }) => entryId === String(lastId));
  if (!found) throw new Error('The movement is not there');
  return found;
};
const movements = (agent: Agent, taskId: string) => agent.get(`/api/tasks/${taskId}/movements`);
const confirm = (agent: Agent, taskId: string, entryIds: readonly string[], more: object = {}) =>
  agent
    .post(`/api/tasks/${taskId}/movements`)
    .set('Idempotency-Key', randomUUID())
    .send({ entryIds, ...more });

async function openTask(caseId: string, step: string): Promise<TaskRow> {
  const { body } = await inspector.agent
    .get('/api/tasks')
    .query({ filter: JSON.stringify({ caseId, state: 'open' }) })
    .expect(200);
  const task = (body as TaskRow[]).find((one) => one.step === step);
  if (!task) throw new Error(`Step '${step}' is not open`);
  return task;
}

/** Proceedings whose levy of 10 000 CZK is to be paid; the task is the accountant's. */
async function levied(): Promise<{ caseId: string; number: string; task: TaskRow; vs: string }> {
  const { caseId: grantId } = await submitted(people);
  await upTo(people, grantId, 'settlement');
  const why = { reason: 'purpose', finding: 'Tajné zjištění', amount: 10_000_00 };
  const { body } = await inspector.agent.post(`/api/cases/${grantId}/breach`).set('Idempotency-Key', randomUUID()).send(why).expect(201);
  const { caseId, number } = body as { caseId: string; number: string };
  const done = async (who: Signed, step: string, outcome: string, data: object) =>
    expect((await complete(who, (await openTask(caseId, step)).id, outcome, data)).status).toBe(200);
  await done(inspector, 'inspection', 'breach', {
    inspectedOn: DAY,
    subject: 'Doklady',
    finding: 'Tajné',
    breachOn: DAY,
    amount: 10_000_00,
  });
  await done(people.applicant, 'statement', 'nothing', {});
  await done(inspector, 'levyDecision', 'levy', { levy: 10_000_00, reason: 'Podle § 22' });
  const task = await openTask(caseId, 'levyPayment');
  await db.superuser('update tasks set assignee_id = $2 where id = $1', [task.id, people.accountant.user.id]);
  const [row] = await db.superuser<{ vs: string }>(`select params ->> 'variableSymbol' as vs from tasks where id = $1`, [task.id]);
  return { caseId, number, task, vs: row?.vs ?? '' };
}

it('a levy is confirmed by one click on its step; who may not know of the proceedings sees a movement and nothing else', async () => {
  const { caseId, number, task, vs } = await levied();
  // Each process numbers its cases from one: their money must not meet.
  expect(vs).toMatch(/^9\d+$/);
  await take([{ amount: 4_000, vs }]);
  const part = await last(accountant);
  expect(part).toMatchObject({ state: 'waiting', why: 'under', taskId: task.id, caseNumber: number });
  await take([{ amount: 12_000, vs }]);
  expect(await last(accountant)).toMatchObject({ state: 'waiting', why: 'over', taskId: task.id });
  expect((await confirm(accountant, task.id, [(await last(accountant)).id], { reason: 'Víc' }).expect(200)).body).toMatchObject([
    { done: false },
  ]);
  await take([{ amount: 10_000, vs, account: '2900201034/0100' }]);
  expect(await last(accountant)).toMatchObject({ state: 'waiting', why: 'account', taskId: task.id });
  await take([{ amount: 10_000, vs }]);
  const offer = await last(accountant);
  expect(offer).toMatchObject({ state: 'offered', taskId: task.id, dueAmount: 10_000_00 });

  // The colleague, and any lie of theirs about an id, come to nothing.
  const { agent } = colleague;
  expect(await last(agent)).toMatchObject({
    state: 'waiting',
    why: 'unknownSymbol',
    taskId: null,
    caseId: null,
    caseNumber: null,
    name: null,
  });
  const said = JSON.stringify([await entries(agent), (await agent.get('/api/bank/dues').expect(200)).body]);
  for (const secret of [caseId, number, task.id]) expect(said).not.toContain(secret);
  await movements(agent, task.id).expect(404);
  await confirm(agent, task.id, [offer.id]).expect(404);
  const assign = { entryIds: [offer.id], taskId: task.id };
  await agent.post('/api/bank/assignments').set('Idempotency-Key', randomUUID()).send(assign).expect(404);
  const { body: refused } = await agent
    .post('/api/bank/matches')
    .set('Idempotency-Key', randomUUID())
    .send({ pairs: [{ entryId: offer.id, taskId: task.id }] });
  expect(refused).toMatchObject([{ done: false }]);
  for (const who of [people.officer, people.applicant, people.secretary]) await movements(who.agent, task.id).expect(404);

  // Inspectors and auditors see it; the click is of whose task it is.
  for (const who of [inspector.agent, people.auditor.agent, accountant]) {
    const whys = (await movements(who, task.id).expect(200)).body.entries.map(({ why }: EntryView) => why);
    expect(whys).toHaveLength(4);
    expect(whys).toEqual(expect.arrayContaining([null, 'over', 'under']));
  }
  expect((await confirm(inspector.agent, task.id, [offer.id])).status).toBe(409);
  expect((await confirm(accountant, task.id, [part.id])).status).toBe(422);
  expect((await confirm(accountant, task.id, [offer.id]).expect(200)).body as PairResult[]).toMatchObject([{ done: true }]);
  expect((await inspector.agent.get(`/api/cases/${caseId}`)).body.values).toMatchObject({ levy: 10_000_00, received: 10_000_00 });
  expect((await entries(agent)).find(({ id }) => id === offer.id)).toMatchObject({ state: 'matched', caseId: null, taskId: null });

  // What comes again is a double payment, and a reversal is a reversal: each waits for a person.
  await take([{ amount: 10_000, vs }]);
  expect(await last(accountant)).toMatchObject({ state: 'waiting', why: 'double', taskId: task.id });
  await take([{ amount: -10_000, vs, type: 'Storno platby' }]);
  expect(await last(accountant)).toMatchObject({ state: 'waiting', why: 'reversal' });
}, 120_000);

it('a payment in two sources never pays twice, not even where another one of the same amount waits', async () => {
  const { caseId } = await submitted(people);
  await upTo(people, caseId, 'payment');
  const dues = (await accountant.get('/api/bank/dues').query({ filter: JSON.stringify({ kind: 'payment' }) })).body as DueView[];
  const due = dues.find((one) => one.caseId === caseId);
  await take([{ amount: -40_000, vs: due?.variableSymbol ?? null }]);
  const paid = await last(accountant);
  // What a bank's other format says of it: another id, the same movement.
  const [row] = await db.superuser<{ id: string }>(
    `with s as (insert into bank_statements (tenant_id, format, account, currency, file_name, sha256, entries, new_entries)
       values ($1, 'gpc', '2900201034', 'CZK', 'v.gpc', 'x', 1, 1) returning id)
     insert into bank_entries (tenant_id, statement_id, account, entry_id, booked_on, amount, currency, variable_symbol, counter_account, reversal, duplicate_of)
     select tenant_id, s.id, account, booked_on || '/1', booked_on, amount, currency, variable_symbol, counter_account, reversal, e.id
     from bank_entries e, s where e.id = $2 returning bank_entries.id`,
    [tenantId, paid.id],
  );
  const twin = row?.id ?? '';
  const pair = (entryId: string) => ({ pairs: [{ entryId, taskId: due?.id }] });
  const match = (entryId: string) =>
    accountant.post('/api/bank/matches').set('Idempotency-Key', randomUUID()).send(pair(entryId)).expect(200);
  expect((await match(twin)).body).toMatchObject([{ done: false }]);
  const assign = () =>
    accountant
      .post('/api/bank/assignments')
      .set('Idempotency-Key', randomUUID())
      .send({ entryIds: [twin], taskId: due?.id, reason: 'Omylem' });
  expect((await assign().expect(422)).body.errors.entryIds).toMatch(/jiného výpisu/);
  expect((await match(paid.id)).body).toMatchObject([{ done: true }]);
  expect((await entries(accountant)).find(({ id }) => id === twin)).toMatchObject({ state: 'waiting', why: 'duplicate', caseId });
  await accountant.post(`/api/bank/entries/${twin}/distinct`).send({ reason: 'Jiná platba' }).expect(204);
  expect((await entries(accountant)).find(({ id }) => id === twin)).toMatchObject({ state: 'waiting', why: 'double' });
});

it('a programme pays from its own account: the order, the contract and the letters say so', async () => {
  const admin = await api.signedIn(tenantId, ['tenantAdmin']);
  const { body: second } = await admin.agent
    .post('/api/bank/accounts')
    .set('Idempotency-Key', randomUUID())
    .send({ name: 'Fond', account: SECOND })
    .expect(201);
  const path = `/api/programmes/${people.programme.id}/bank-account`;
  const choose = async (agent: Agent, bankAccountId: unknown) => {
    const { body } = await people.officer.agent.get(path).expect(200);
    return agent.put(path).set('If-Match', `"${body.version}"`).send({ bankAccountId });
  };
  expect((await choose(people.officer.agent, randomUUID())).status).toBe(422);
  expect((await choose(accountant, second.id)).status).toBe(403);
  const { caseId } = await submitted(people);
  await upTo(people, caseId, 'payment');
  const dues = (await accountant.get('/api/bank/dues').query({ filter: JSON.stringify({ kind: 'payment' }) })).body as DueView[];
  const due = dues.find((one) => one.caseId === caseId);
  const order = async (more: object = {}) =>
    accountant
      .post('/api/bank/orders')
      .set('Idempotency-Key', randomUUID())
      .send({ taskIds: [due?.id], format: 'abo', payOn: DAY, again: true, ...more });
  expect((await order()).body.account).toBe(OWN);
  expect((await choose(people.officer.agent, second.id)).body).toMatchObject({ bankAccountId: second.id });
  expect((await order()).body.account).toBe(SECOND);
  const accounts = (await accountant.get('/api/bank/accounts').expect(200)).body as BankAccountView[];
  expect((await order({ accountId: accounts.find(({ isDefault }) => isDefault)?.id })).body.account).toBe(OWN);
  expect(Object.keys((await order({ accountId: randomUUID() })).body.errors)).toEqual(['accountId']);
  const [said] = await db.superuser<{ own: string; others: string }>(
    'select office_account($1, $2) as own, office_account($1, null) as others',
    [tenantId, people.programme.id],
  );
  expect(said).toEqual({ own: SECOND, others: OWN });
});
