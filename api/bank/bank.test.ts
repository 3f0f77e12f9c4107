/** Money out and back, on a real Temporal: orders, statements, what fits and what does not. */
import { createHash, randomUUID } from 'node:crypto';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { readAbo } from '../../processes/banking/abo';
import type { DueView, EntryView, PairResult } from '../../processes/banking/views';
import { verdictsFor } from '../../processes/grant/settlement';
import { testApi, type Agent } from '../testing/api';
import { grantPeople, openTask, pass, submitted, upTo, type GrantPeople } from '../testing/grantPeople';
import { quiet, snapshot } from '../testing/snapshot';
import { testTemporal } from '../testing/temporal';
import { today } from '../today';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

const OWN = '2900201034/2010';
const APPLICANT = '19-2000145399/0800';
let tenantId: string;
let people: GrantPeople;
let accountant: Agent;
let stranger: Agent;

async function withAccount(id: string): Promise<string> {
  await db.superuser(`update tenants set settings = settings || $2::jsonb where id = $1`, [
    id,
    JSON.stringify({ bankAccount: OWN, councilLimit: 1_000_000_00 }),
  ]);
  return id;
}

beforeAll(async () => {
  tenantId = await withAccount(await buildTenant());
  people = await grantPeople(api, tenantId);
  accountant = people.accountant.agent;
  stranger = (await api.signedIn(await withAccount(await buildTenant()), ['accountant', 'auditor'])).agent;
});

/** A case that waits for its payment of 40 000 CZK. */
async function toPay(): Promise<DueView> {
  const { caseId } = await submitted(people);
  await upTo(people, caseId, 'payment');
  const dues = await duesOf();
  const due = dues.find((one) => one.caseId === caseId);
  if (!due) throw new Error('Nothing is due');
  return due;
}
const duesOf = async (kind = 'payment'): Promise<DueView[]> =>
  (
    await accountant
      .get('/api/bank/dues')
      .query({ filter: JSON.stringify({ kind }), range: '[0,199]' })
      .expect(200)
  ).body;

const key = (): string => randomUUID();
const order = (taskIds: readonly string[], more: object = {}, agent = accountant) =>
  agent
    .post('/api/bank/orders')
    .set('Idempotency-Key', key())
    .send({ taskIds, format: 'abo', payOn: today(), ...more });
const confirm = (pairs: readonly object[], agent = accountant) =>
  agent.post('/api/bank/matches').set('Idempotency-Key', key()).send({ pairs });
const assign = (body: object, agent = accountant) => agent.post('/api/bank/assignments').set('Idempotency-Key', key()).send(body);

let lastId = 1_000;
interface Moved {
  readonly id?: number;
  readonly amount: number;
  readonly vs?: string | null;
  readonly account?: string;
  readonly currency?: string;
  readonly type?: string;
}
/** A list of Fio with these movements; amounts in crowns. */
function fio(moved: readonly Moved[], own = OWN): Buffer {
  const [accountId, bankId] = own.split('/');
  const column = (value: unknown) => (value === null ? null : { value });
  const transaction = moved.map(({ id = ++lastId, amount, vs = null, account = APPLICANT, currency = 'CZK', type = 'Platba' }) => ({
    column22: column(id),
    column0: column(`${today()}+0100`),
    column1: column(amount),
    column14: column(currency),
    column2: column(account.split('/')[0]),
    column3: column(account.split('/')[1]),
    column5: column(vs),
    column8: column(type),
  }));
  const info = { accountId, bankId, currency: 'CZK', openingBalance: 0, closingBalance: 0, idFrom: null, idTo: null };
  return Buffer.from(JSON.stringify({ accountStatement: { info, transactionList: { transaction } } }));
}
const take = (bytes: Buffer, agent = accountant, name = 'výpis.json') => agent.post('/api/bank/statements').attach('file', bytes, name);
const entries = async (filter: object = {}): Promise<EntryView[]> =>
  (
    await accountant
      .get('/api/bank/entries')
      .query({ filter: JSON.stringify(filter), range: '[0,199]' })
      .expect(200)
  ).body;
const entryOf = async (id: number): Promise<EntryView> => {
  const found = (await entries()).find(({ entryId }) => entryId === String(id));
  if (!found) throw new Error(`Movement ${id} is not there`);
  return found;
};
const done = async (caseId: string, type: string): Promise<number> =>
  (await db.superuser(`select 1 from events where chain_id = $1 and type = $2`, [caseId, type])).length;

describe('payment orders', () => {
  it('are made of what waits, kept with their file, and not made twice without a word', async () => {
    const [first, second] = [await toPay(), await toPay()];
    expect(first).toMatchObject({ amount: 40_000_00, account: APPLICANT, obstacle: null, orderIds: [] });
    const { body: made } = await order([first.id, second.id]).expect(201);
    expect(made).toMatchObject({ format: 'abo', total: 80_000_00, payments: 2, account: OWN, cancelledAt: null });
    const file = await accountant.get(`/api/bank/orders/${made.id}/file`).responseType('blob').expect(200);
    const content = file.body as Buffer;
    expect(createHash('sha256').update(content).digest('hex')).toBe(made.sha256);
    expect(readAbo(new TextDecoder('windows-1250').decode(content))).toMatchObject({
      payer: OWN,
      total: 80_000_00,
      payments: [
        { account: APPLICANT, amount: 40_000_00 },
        { account: APPLICANT, amount: 40_000_00 },
      ],
    });
    const { body: refusal } = await order([second.id]).expect(409);
    expect(refusal).toMatchObject({ repeated: [second.caseNumber] });
    const { body: again } = await order([second.id], { again: true, format: 'pain.001.001.09' }).expect(201);
    expect(again.fileName).toMatch(/\.xml$/);
    for (const { id } of [made, again])
      await accountant.post(`/api/bank/orders/${id}/cancel`).send({ reason: 'Banka nevzala' }).expect(200);
    await accountant.post(`/api/bank/orders/${made.id}/cancel`).send({ reason: 'Banka nevzala' }).expect(409);
    await accountant.get(`/api/bank/orders/${made.id}/file`).expect(409);
    expect((await duesOf()).find(({ id }) => id === second.id)?.orderIds).toEqual([]);
    await order([second.id]).expect(201);
    const types = await db.superuser<{ type: string }>(`select type from events where chain_id = $1 and type like 'bankOrder%'`, [
      tenantId,
    ]);
    expect(types.map(({ type }) => type).sort()).toEqual([
      ...Array<string>(2).fill('bankOrderCancelled'),
      ...Array<string>(3).fill('bankOrderCreated'),
      'bankOrderDownloaded',
    ]);
  });

  it('of two at once one is told of the other', async () => {
    const due = await toPay();
    const statuses = (await Promise.all([order([due.id]), order([due.id])])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409]);
  });

  it('refuse what cannot be paid, and change nothing', async () => {
    const due = await toPay();
    await quiet(db);
    const before = await snapshot(db);
    const errors = async (taskIds: readonly unknown[], more: object = {}) =>
      Object.keys((await order(taskIds as string[], more).expect(422)).body.errors);
    expect(await errors([])).toEqual(['taskIds']);
    expect(await errors([due.id, due.id])).toEqual(['taskIds']);
    expect(await errors([`${randomUUID()}.payment.1`])).toEqual(['taskIds.0']);
    expect(await errors(["x' or 1=1 --"])).toEqual(['taskIds.0']);
    expect(await errors([due.id], { payOn: '2020-01-01' })).toEqual(['payOn']);
    expect(await errors([due.id], { format: 'csv' })).toEqual(['format']);
    expect(await errors([due.id], { total: -1 })).toEqual(['total']);
    expect((await order([due.id], {}, stranger)).status).toBe(422);
    expect((await order([due.id], {}, people.auditor.agent)).status).toBe(403);
    expect((await order([due.id], {}, people.officer.agent)).status).toBe(403);
    expect(await snapshot(db)).toEqual(before);
  });
});

describe('statements', () => {
  it('complete payments by one click, once however often it is clicked, by whoever', async () => {
    const due = await toPay();
    const id = ++lastId;
    await take(fio([{ id, amount: -40_000, vs: due.variableSymbol }])).expect(201);
    const entry = await entryOf(id);
    expect(entry).toMatchObject({ state: 'offered', taskId: due.id, caseNumber: due.caseNumber, why: null });
    const pair = { entryId: entry.id, taskId: due.id };
    const other = (await api.signedIn(tenantId, ['accountant'])).agent;
    const answers = await Promise.all([confirm([pair]), confirm([pair]), confirm([pair], other)]);
    for (const { status, body } of answers) expect([status, body]).toEqual([200, [{ ...pair, done: true, why: null }]]);
    expect((await confirm([pair]).expect(200)).body).toEqual([{ ...pair, done: true, why: null }]);
    expect(await done(due.caseId, 'bankMatched')).toBe(1);
    const [task] = await db.superuser<{ state: string; data: object; rows: number }>(
      `select t.state, s.data, (select count(*)::int from tasks where case_id = t.case_id and step = 'payment' and state = 'done') as rows
       from tasks t join submissions s on s.id = t.submission_id where t.id = $1`,
      [due.id],
    );
    expect(task).toEqual({ state: 'done', data: { paidOn: today(), amount: 40_000_00, variableSymbol: due.variableSymbol }, rows: 1 });
    expect(await entryOf(id)).toMatchObject({ state: 'matched', why: null });
  });

  it('are taken in once, also twice at once and where they overlap', async () => {
    const [a, b, c] = [++lastId, ++lastId, ++lastId];
    const one = fio([
      { id: a, amount: 5 },
      { id: b, amount: 6 },
    ]);
    const [first, second] = await Promise.all([take(one), take(one)]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect([first.body[0].newEntries, second.body[0].newEntries].sort()).toEqual([0, 2]);
    const overlapping = await take(
      fio([
        { id: b, amount: 6 },
        { id: c, amount: 7 },
      ]),
    ).expect(201);
    expect(overlapping.body).toMatchObject([{ entries: 2, newEntries: 1 }]);
    expect((await entries()).filter(({ entryId }) => [a, b, c].map(String).includes(entryId))).toHaveLength(3);
    const { body } = await take(fio([{ id: b, amount: 8 }])).expect(409);
    expect(body.detail).toContain(`Pohyb ${b}`);
  });

  it('that are broken, foreign or no statements are refused in a sentence, and change nothing', async () => {
    await quiet(db);
    const before = await snapshot(db);
    const refusal = async (bytes: Buffer): Promise<string> => {
      const { status, body } = await take(bytes);
      expect([status, body.type, Object.keys(body.errors)]).toEqual([422, expect.stringContaining('file-refused'), ['file']]);
      return body.detail;
    };
    expect(await refusal(fio([{ amount: 1 }], APPLICANT))).toMatch(/Výpis je k účtu 19-2000145399\/0800/);
    expect(await refusal(fio([{ amount: 1 }]).subarray(0, 150))).toMatch(/JSON není celý/);
    expect(await refusal(Buffer.from('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>'))).toMatch(/DOCTYPE/);
    expect(await refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]))).toMatch(/není bankovní výpis/);
    expect((await accountant.post('/api/bank/statements').field('x', '1')).status).toBe(422);
    expect((await take(fio([{ amount: 1 }]), people.auditor.agent)).status).toBe(403);
    expect(await snapshot(db)).toEqual(before);
    const without = (await api.signedIn(await buildTenant(), ['accountant'])).agent;
    expect((await take(fio([{ amount: 1 }]), without)).body.detail).toMatch(/nemá v Nastavení číslo účtu/);
  });

  it('say of all else why, and a person decides; every movement ends somewhere and the sums agree', async () => {
    const due = await toPay();
    const vs = due.variableSymbol;
    const moved = [
      { amount: -39_000, vs, expected: 'under' },
      { amount: -41_000, vs, expected: 'over' },
      { amount: -40_000, vs, account: '2900201034/0100', expected: 'account' },
      { amount: -40_000, vs, type: 'Storno platby', expected: 'reversal' },
      { amount: -40_000, vs, currency: 'EUR', expected: 'currency' },
      { amount: -40_000, vs: '0', expected: 'noSymbol' },
      { amount: -40_000, vs: '99999', expected: 'unknownSymbol' },
      { amount: 40_000, vs, expected: 'otherWay' },
    ].map((one) => ({ id: ++lastId, ...one }));
    await take(fio(moved)).expect(201);
    const shown = new Map((await entries()).map((entry) => [entry.entryId, entry]));
    for (const { id, expected } of moved)
      expect([expected, shown.get(String(id))]).toEqual([expected, expect.objectContaining({ state: 'waiting', why: expected })]);

    const idOf = (why: string): string => shown.get(String(moved.find(({ expected }) => expected === why)?.id))?.id ?? '';
    expect((await confirm([{ entryId: idOf('over'), taskId: due.id }]).expect(200)).body).toMatchObject([
      { done: false, why: expect.stringMatching(/nesedí/) },
    ]);
    expect(Object.keys((await assign({ entryIds: [idOf('under')], taskId: due.id }).expect(422)).body.errors)).toEqual(['reason']);
    expect(Object.keys((await assign({ entryIds: [idOf('currency')], taskId: due.id, reason: 'proto' }).expect(422)).body.errors)).toEqual([
      'entryIds',
    ]);
    expect(Object.keys((await assign({ entryIds: [idOf('otherWay')], taskId: due.id, reason: 'proto' }).expect(422)).body.errors)).toEqual([
      'entryIds',
    ]);
    expect((await assign({ entryIds: [idOf('under')], taskId: due.id }, stranger)).status).toBe(404);
    // More than was awarded: the case itself refuses, and the movement waits as before.
    const refused = (await assign({ entryIds: [idOf('over')], taskId: due.id, reason: 'Přeplatek' }).expect(200)).body as PairResult[];
    expect(refused).toMatchObject([{ done: false, why: expect.stringMatching(/má 40.000.Kč/) }]);
    expect((await entries()).find(({ id }) => id === idOf('over'))).toMatchObject({ state: 'waiting', why: 'over' });
    expect(await done(due.caseId, 'bankMatchWithdrawn')).toBe(1);
    expect((await assign({ entryIds: [idOf('account')], taskId: due.id }).expect(200)).body).toMatchObject([{ done: true }]);
    // Now the task has its payment: what comes under its symbol again is a double one.
    const double = ++lastId;
    await take(fio([{ id: double, amount: -40_000, vs }])).expect(201);
    expect(await entryOf(double)).toMatchObject({ state: 'waiting', why: 'double', caseNumber: due.caseNumber });
    expect((await assign({ entryIds: [(await entryOf(double)).id], taskId: due.id }).expect(409)).body.detail).toMatch(/už svůj pohyb má/);

    const put = (reason: string | null, agent = accountant) => agent.post(`/api/bank/entries/${idOf('reversal')}/aside`).send({ reason });
    await put('Banka opravila vlastní chybu').expect(204);
    await put('Znovu').expect(409);
    await put(null).expect(204);
    await put('Banka opravila vlastní chybu').expect(204);
    expect((await put(null, stranger)).status).toBe(404);
    expect((await put(null, people.auditor.agent)).status).toBe(403);

    const all = await entries();
    const { body: counts } = await accountant.get('/api/bank/entries/counts').expect(200);
    const sums = Object.values(counts as Record<string, { count: number; amount: number }>);
    expect(sums.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    expect(sums.reduce((sum, { amount }) => sum + amount, 0)).toBe(all.reduce((sum, { amount }) => sum + amount, 0));
    const [stored] = await db.superuser<{ count: number }>('select count(*)::int as count from bank_entries where tenant_id = $1', [
      tenantId,
    ]);
    expect(all).toHaveLength(stored?.count ?? -1);
  });

  it('several movements together are one payment, and a payment written by hand is only joined', async () => {
    const due = await toPay();
    const halves = [++lastId, ++lastId];
    await take(fio(halves.map((id) => ({ id, amount: -20_000, vs: due.variableSymbol })))).expect(201);
    const ids = [(await entryOf(halves[0] ?? 0)).id, (await entryOf(halves[1] ?? 0)).id];
    expect((await assign({ entryIds: ids, taskId: due.id }).expect(200)).body).toMatchObject([{ done: true }, { done: true }]);
    for (const id of halves) expect(await entryOf(id)).toMatchObject({ state: 'part' });

    const byHand = await toPay();
    const data = { paidOn: today(), amount: 40_000_00, variableSymbol: byHand.variableSymbol };
    await pass(people, people.accountant, byHand.caseId, 'payment', 'paid', data);
    const id = ++lastId;
    await take(fio([{ id, amount: -40_000, vs: byHand.variableSymbol }])).expect(201);
    const entry = await entryOf(id);
    expect(entry).toMatchObject({ state: 'offered', taskId: byHand.id });
    expect((await confirm([{ entryId: entry.id, taskId: byHand.id }]).expect(200)).body).toMatchObject([{ done: true }]);
    expect(await done(byHand.caseId, 'taskDone')).toBe(await done(due.caseId, 'taskDone'));
    expect(await entryOf(id)).toMatchObject({ state: 'matched' });
  });

  it('wait with the system: what was confirmed while Temporal slept is brought to its end by confirming again', async () => {
    const due = await toPay();
    const id = ++lastId;
    await take(fio([{ id, amount: -40_000, vs: due.variableSymbol }])).expect(201);
    const pair = { entryId: (await entryOf(id)).id, taskId: due.id };
    // The process died after the match was written and before its act was sent.
    const match = randomUUID();
    await db.superuser(
      `insert into bank_matches (id, tenant_id, task_id, case_id, amount, recorded, matched_by) values ($1, $2, $3, $4, 4000000, false, $5)`,
      [match, tenantId, due.id, due.caseId, people.accountant.user.id],
    );
    await db.superuser('update bank_entries set match_id = $1 where id = $2', [match, pair.entryId]);
    expect(await entryOf(id)).toMatchObject({ state: 'offered', taskId: due.id });
    expect((await confirm([pair]).expect(200)).body).toEqual([{ ...pair, done: true, why: null }]);
    expect(await entryOf(id)).toMatchObject({ state: 'matched' });
    expect((await openTask(people, due.caseId, 'settlement')).state).toBe('open');
  });

  it('let nobody confirm a payment of a contract that they signed themselves', async () => {
    const both = await api.signedIn(tenantId, ['grantOfficer', 'accountant']);
    const { caseId } = await submitted(people);
    await upTo(people, caseId, 'signature');
    await pass(people, both, caseId, 'signature', 'signed', { signedOn: today(), contractNumber: 'S-9/2026' });
    const due = (await duesOf()).find((one) => one.caseId === caseId);
    const id = ++lastId;
    await take(fio([{ id, amount: -40_000, vs: due?.variableSymbol }])).expect(201);
    const pair = { entryId: (await entryOf(id)).id, taskId: due?.id };
    expect((await confirm([pair], both.agent).expect(200)).body).toMatchObject([{ done: false, why: expect.stringMatching(/čtyř očí/) }]);
    expect(await done(caseId, 'bankMatched')).toBe(0);
    expect((await confirm([pair]).expect(200)).body).toMatchObject([{ done: true }]);
  });

  it('bring a refund to its end', async () => {
    const { caseId } = await submitted(people);
    await upTo(people, caseId, 'settlement');
    const item = { description: 'Nájem', documentNumber: 'F1', paidOn: today(), amount: 30_000_00, fromGrant: 30_000_00 };
    await pass(people, people.applicant, caseId, 'settlement', 'submit', { items: [item], report: 'Hotovo' });
    await pass(people, people.officer, caseId, 'settlementCheck', 'approve', { items: verdictsFor({ items: [item] }) });
    const due = (await duesOf('refund')).find((one) => one.caseId === caseId);
    expect(due).toMatchObject({ kind: 'refund', amount: 10_000_00 });
    const id = ++lastId;
    await take(fio([{ id, amount: 10_000, vs: `00${due?.variableSymbol ?? ''}`.slice(-10) }])).expect(201);
    expect((await confirm([{ entryId: (await entryOf(id)).id, taskId: due?.id }]).expect(200)).body).toMatchObject([{ done: true }]);
    const { body } = await accountant.get(`/api/cases/${caseId}`).expect(200);
    expect(body).toMatchObject({ status: expect.stringMatching(/settled|closed/), values: { returned: 10_000_00 } });
  });
});

it('are the accountant’s; the auditor reads, others of the office and other offices see nothing', async () => {
  const lists = ['dues', 'orders', 'statements', 'entries'];
  for (const name of lists) {
    expect((await people.auditor.agent.get(`/api/bank/${name}`).expect(200)).body).toEqual(
      (await accountant.get(`/api/bank/${name}`)).body,
    );
    await people.officer.agent.get(`/api/bank/${name}`).expect(403);
    await people.applicant.agent.get(`/api/bank/${name}`).expect(403);
    expect((await stranger.get(`/api/bank/${name}`).expect(200)).body).toEqual([]);
    expect((await accountant.get(`/api/bank/${name}`).query({ format: 'csv' }).expect(200)).text).toContain(';');
  }
  const [first] = (await accountant.get('/api/bank/orders')).body;
  await stranger.get(`/api/bank/orders/${first.id}`).expect(404);
  await stranger.get(`/api/bank/orders/${first.id}/file`).expect(404);
  await stranger.post(`/api/bank/orders/${first.id}/cancel`).send({ reason: 'Cizí příkaz' }).expect(404);
});
