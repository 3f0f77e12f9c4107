/** Accounts of the office and movements from Fio, over real HTTP to a stand-in that keeps the bank's contract. */
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createFio } from '../../models/banking/fioClient';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import type { BankAccountView, EntryView, FetchedView } from '../../processes/banking/views';
import { fetchMovements } from '../../workers/fio';
import { testApi, type Agent } from '../testing/api';
import { fioList, openFioBank, type BankMovement, type FioBank } from '../testing/fioBank';
import { quiet, snapshot } from '../testing/snapshot';
import { today } from '../today';

let bank: FioBank;
beforeAll(async () => {
  bank = await openFioBank();
});
afterAll(() => bank.close());

const db = testDatabase();
const api = testApi({ fioUrl: () => bank.url });

const OWN = '2900201034/2010';
const OTHER = '19-2000145399/0800';
const DAY = today();
const token = (): string => randomBytes(32).toString('hex');

interface Office {
  readonly tenantId: string;
  readonly admin: Agent;
  readonly accountant: Agent;
}
async function office(): Promise<Office> {
  const tenantId = await buildTenant({ settings: { bankAccount: OWN } });
  const [admin, accountant] = [await api.signedIn(tenantId, ['tenantAdmin']), await api.signedIn(tenantId, ['accountant'])];
  return { tenantId, admin: admin.agent, accountant: accountant.agent };
}
const accounts = async ({ admin }: Office): Promise<BankAccountView[]> => (await admin.get('/api/bank/accounts').expect(200)).body;
const first = async (of: Office): Promise<BankAccountView> => {
  const [account] = await accounts(of);
  if (!account) throw new Error('The office has no account');
  return account;
};
const setToken = ({ admin }: Office, { id, version }: BankAccountView, value: string) =>
  admin.put(`/api/bank/accounts/${id}/token`).set('If-Match', `"${version}"`).send({ token: value });
const add = ({ admin }: Office, body: object) => admin.post('/api/bank/accounts').set('Idempotency-Key', randomUUID()).send(body);

/** An office whose account has a token that the bank knows. */
async function connected() {
  const of = await office();
  const secret = token();
  const held = bank.open(secret, OWN);
  const { body: account } = await setToken(of, await first(of), secret).expect(200);
  const fetch = (period: object | null = null) => of.accountant.post(`/api/bank/accounts/${account.id}/fetch`).send({ period });
  /** Half a minute passes. */
  const pause = () => db.superuser(`update bank_accounts set fio_asked_at = now() - interval '31 seconds' where id = $1`, [account.id]);
  const fetched = async (period: object | null = null): Promise<FetchedView> => {
    await pause();
    return (await fetch(period).expect(200)).body;
  };
  return { of, secret, held, account: account as BankAccountView, fetch, pause, fetched };
}
const move = (id: number, more: Partial<BankMovement> = {}): BankMovement => ({ id, on: DAY, amount: 100, vs: '77', ...more });
const entries = async ({ accountant }: Office): Promise<EntryView[]> =>
  (await accountant.get('/api/bank/entries').query({ range: '[0,199]' }).expect(200)).body;

describe('accounts', () => {
  it('begin with that of the settings, which stays the first one; others are added, named, retired and chosen', async () => {
    const of = await office();
    expect(await accounts(of)).toMatchObject([{ account: OWN, isDefault: true, fio: null, retiredAt: null }]);
    const { body: second } = await add(of, { name: 'Fond', account: '000019-2000145399 / 0800'.replaceAll(' ', '') }).expect(201);
    expect(second).toMatchObject({ name: 'Fond', account: OTHER, isDefault: false });
    expect(Object.keys((await add(of, { name: 'Fond 2', account: OTHER }).expect(422)).body.errors)).toEqual(['account']);
    expect(Object.keys((await add(of, { name: 'Fond 2', account: '19-2000145398/0800' }).expect(422)).body.errors)).toEqual(['account']);
    const change = (id: string, version: number, body: object) =>
      of.admin.patch(`/api/bank/accounts/${id}`).set('If-Match', `"${version}"`).send(body);
    await change(second.id, 1, { name: 'Fond kultury', account: OWN }).expect(422);
    await change(second.id, 1, { name: 'Fond kultury' }).expect(200);
    await change(second.id, 1, { retired: true }).expect(412);
    await change(second.id, 2, { retired: true }).expect(200);
    await change((await first(of)).id, 1, { retired: true }).expect(409);
    await change(second.id, 3, { retired: false }).expect(200);
    // Who changes the settings changes which one is the first.
    const { body: tenant } = await of.admin.get('/api/tenant').expect(200);
    await of.admin
      .patch('/api/tenant')
      .set('If-Match', `"${tenant.version}"`)
      .send({ settings: { bankAccount: OTHER } })
      .expect(200);
    expect((await accounts(of)).map(({ account, isDefault }) => [account, isDefault])).toEqual([
      [OTHER, true],
      [OWN, false],
    ]);
    const stranger = await office();
    await stranger.admin.patch(`/api/bank/accounts/${second.id}`).set('If-Match', '"4"').send({ name: 'Cizí' }).expect(404);
    await of.accountant.post('/api/bank/accounts').set('Idempotency-Key', randomUUID()).send({ name: 'Účet', account: OTHER }).expect(403);
  });

  it('of an office from before are moved from its settings, written as we write accounts', async () => {
    const of = await buildTenant({ settings: { bankAccount: '000019-02000145399/0800' } });
    await db.superuser('delete from bank_accounts where tenant_id = $1', [of]);
    const migration = readFileSync(path.join(__dirname, '../../models/migrations/0018-fio.sql'), 'utf8');
    const move = /^insert into bank_accounts [^;]*on conflict do nothing;/m.exec(migration)?.[0] ?? '';
    await db.superuser(move);
    await db.superuser(move);
    expect(await db.superuser('select name, account from bank_accounts where tenant_id = $1', [of])).toEqual([
      { name: 'Účet úřadu', account: OTHER },
    ]);
    for (const [text, plain] of [
      ['000000-0002900201034/2010', OWN],
      ['2900201034/2010', OWN],
      ['19-2000145399/0800', OTHER],
    ] as const)
      expect(await db.superuser('select bank_account_plain($1) as plain', [text])).toEqual([{ plain }]);
  });

  it('take statements of each of them, and of nobody else', async () => {
    const of = await office();
    await add(of, { name: 'Fond', account: OTHER }).expect(201);
    const take = (own: string) =>
      of.accountant.post('/api/bank/statements').attach('file', Buffer.from(fioList(own, [move(1)])), 'výpis.json');
    await take(OWN).expect(201);
    await take(OTHER).expect(201);
    expect((await entries(of)).map(({ account, entryId }) => [account, entryId]).sort()).toEqual([
      [OTHER, '1'],
      [OWN, '1'],
    ]);
    expect((await take('2000145399/0800').expect(422)).body.detail).toMatch(/úřad má účty/);
  });
});

describe('the token', () => {
  it('is never given out again: not by the api, in the audit trail, in an error, or readable in the database', async () => {
    const { of, secret, account, fetch } = await connected();
    expect(account.fio).toMatchObject({ setAt: expect.any(String), fetchedAt: null, failure: null });
    const everywhere = [
      await accounts(of),
      (await of.admin.get('/api/events').expect(200)).body,
      await db.superuser('select * from bank_accounts where tenant_id = $1', [of.tenantId]),
      await db.superuser('select * from events where tenant_id = $1', [of.tenantId]),
      await db.superuser('select * from idempotency_keys where tenant_id = $1', [of.tenantId]),
    ];
    bank.fault((response) => void response.writeHead(500).end(secret));
    everywhere.push((await fetch().expect(409)).body);
    expect(JSON.stringify(everywhere)).not.toContain(secret);
    await expect(createFio('http://127.0.0.1:9').last(secret)).rejects.toThrow(/^Fio: unreachable$/);
    const types = await db.superuser<{ type: string; what: object; actor: string }>(
      `select type, what, actor_id as actor from events where tenant_id = $1 and type like 'bankToken%'`,
      [of.tenantId],
    );
    expect(types).toEqual([
      { type: 'bankTokenSet', what: { accountId: account.id, account: OWN, name: 'Účet úřadu' }, actor: account.fio?.setBy?.id },
    ]);
    await of.admin.delete(`/api/bank/accounts/${account.id}/token`).set('If-Match', `"${account.version}"`).expect(200);
    await of.admin
      .delete(`/api/bank/accounts/${account.id}/token`)
      .set('If-Match', `"${account.version + 1}"`)
      .expect(409);
    expect((await first(of)).fio).toBeNull();
    await fetch().expect(404);
  });

  it('is refused where it is none or the account is at another bank, and to everybody but the administrator', async () => {
    const of = await office();
    const { body: elsewhere } = await add(of, { name: 'Fond', account: OTHER }).expect(201);
    const stranger = await office();
    const own = await first(of);
    await quiet(db);
    const before = await snapshot(db);
    for (const wrong of ['krátký', `${token()}x`, `${'a'.repeat(60)}/../`, `${'a'.repeat(63)}'`]) {
      expect(Object.keys((await setToken(of, own, wrong).expect(422)).body.errors)).toEqual(['token']);
    }
    expect(Object.keys((await setToken(of, elsewhere, token()).expect(422)).body.errors)).toEqual(['token']);
    await setToken({ ...of, admin: of.accountant }, own, token()).expect(403);
    await setToken(stranger, own, token()).expect(404);
    expect(await snapshot(db)).toEqual(before);
  });
});

describe('movements', () => {
  it('come once: since the last time, of a period, and in an uploaded file', async () => {
    const { of, secret, held, fetched } = await connected();
    held.movements.push(move(11), move(12));
    expect(await fetched()).toEqual({ entries: 2, newEntries: 2, doubtful: 0 });
    expect(
      bank.asked.filter((path) => path.includes(secret)).map((path) => path.replace(secret, '*').replace(/\d{4}-\d\d-\d\d/, 'den')),
    ).toEqual(['/v1/rest/set-last-date/*/den/', '/v1/rest/last/*/transactions.json']);
    held.movements.push(move(13));
    expect(await fetched()).toEqual({ entries: 1, newEntries: 1, doubtful: 0 });
    expect(await fetched()).toEqual({ entries: 0, newEntries: 0, doubtful: 0 });
    expect(await fetched({ from: DAY, to: DAY })).toEqual({ entries: 3, newEntries: 0, doubtful: 0 });
    await of.accountant
      .post('/api/bank/statements')
      .attach('file', Buffer.from(fioList(OWN, [move(13)])), 'x.json')
      .expect(201);
    expect((await entries(of)).map(({ entryId }) => entryId).sort()).toEqual(['11', '12', '13']);
  });

  it('are asked for once in 30 seconds, whoever asks and however many at once', async () => {
    const { held, secret, fetch } = await connected();
    held.movements.push(move(21));
    const answers = await Promise.all([fetch(), fetch(), fetch()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.detail).toMatch(/jeden dotaz za 30 sekund/);
    expect(bank.asked.filter((path) => path.includes(`last/${secret}`))).toHaveLength(1);
  });

  const json = (body: string) => (response: Parameters<Parameters<FioBank['fault']>[0]>[0]) => void response.writeHead(200).end(body);
  it.each<[string, Parameters<FioBank['fault']>[0], number, RegExp]>([
    ['too soon', (response) => void response.writeHead(409).end(), 409, /30 sekund/],
    ['a token that is not valid', (response) => void response.writeHead(500).end('<response/>'), 409, /token nepřijala/],
    ['older than 90 days', (response) => void response.writeHead(422).end('Data není možné poskytnout'), 409, /90 dní/],
    ['too many', (response) => void response.writeHead(413).end(), 409, /kratší období/],
    ['an outage', (response) => void response.writeHead(503).end(), 503, /vlastní závadu/],
    ['a cut connection', (response) => void response.destroy(), 503, /není dostupná/],
    ['another address', (response) => void response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end(), 503, /není dostupná/],
    ['silence', () => undefined, 503, /neodpověděla včas/],
    ['a page', json('<html>Odstávka</html>'), 409, /nerozumíme/],
    ['half an answer', json(fioList(OWN, [move(31)]).slice(0, 200)), 409, /nerozumíme/],
    ['an amount that is none', json(fioList(OWN, [move(31)]).replace('"value":100,', '"value":"sto",')), 409, /nerozumíme/],
    ['more than we take', json(`{"accountStatement":"${'x'.repeat(1_100_000)}"}`), 409, /větší/],
    ['another account', json(fioList(OTHER, [move(31)])), 409, /jinému účtu/],
  ])('of %s nothing is kept, a sentence says why, and the next fetch brings all of it', async (_what, fault, status, sentence) => {
    const { of, held, fetch, fetched } = await connected();
    held.movements.push(move(31));
    bank.fault(fault);
    const answer = await fetch();
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringMatching(sentence)]);
    expect(await entries(of)).toEqual([]);
    expect((await of.accountant.get('/api/bank/statements')).body).toEqual([]);
    expect((await first(of)).fio).toMatchObject({ failure: { cs: expect.stringMatching(sentence) }, fetchedAt: null });
    // The bank's pointer has moved past the movement, and still it is not lost.
    expect(await fetched()).toMatchObject({ newEntries: 1 });
    expect((await first(of)).fio?.failure).toBeNull();
  });

  it('that contradict what is known are refused whole', async () => {
    const { of, held, fetched, fetch, pause } = await connected();
    held.movements.push(move(41));
    await fetched();
    held.movements.splice(0, 1, move(41, { amount: 90 }), move(42));
    await pause();
    expect((await fetch({ from: DAY, to: DAY }).expect(409)).body.detail).toMatch(/jinou částku/);
    expect((await entries(of)).map(({ entryId, amount }) => [entryId, amount])).toEqual([['41', 100_00]]);
  });

  it('are refused for a wrong period, to who may not, and to another office', async () => {
    const { of, account, fetch } = await connected();
    expect(Object.keys((await fetch({ from: '2026-02-30', to: DAY }).expect(422)).body.errors)).toEqual(['period.from']);
    expect(Object.keys((await fetch({ from: DAY, to: '2026-01-01' }).expect(422)).body.errors)).toEqual(['from']);
    expect(Object.keys((await fetch({ from: DAY, to: '2199-01-01' }).expect(422)).body.errors)).toEqual(['to']);
    await of.admin.post(`/api/bank/accounts/${account.id}/fetch`).send({ period: null }).expect(403);
    const stranger = await office();
    await stranger.accountant.post(`/api/bank/accounts/${account.id}/fetch`).send({ period: null }).expect(404);
  });

  it('come by themselves: one account that fails does not keep the others waiting', async () => {
    const [broken, well] = [await connected(), await connected()];
    await db.superuser(`update bank_accounts set fio_token = 'v1.AAAA' where id = $1`, [broken.account.id]);
    well.held.movements.push(move(51));
    await fetchMovements(createFio(bank.url), process.env.SECRETS_KEY);
    expect((await first(broken.of)).fio?.failure?.cs).toMatch(/změnil klíč/);
    expect(await entries(well.of)).toMatchObject([{ entryId: '51', state: 'waiting' }]);
    expect((await well.of.accountant.get('/api/bank/statements')).body).toMatchObject([{ takenBy: null, newEntries: 1 }]);
    const [event] = await db.superuser<{ actor: string | null }>(
      `select actor_id as actor from events where tenant_id = $1 and type = 'bankStatementTaken'`,
      [well.of.tenantId],
    );
    expect(event).toEqual({ actor: null });
  });
});

/** The same movement in GPC, as another source tells of it. */
function gpc(amount: number, vs: string): Buffer {
  const haler = String(amount * 100).padStart(12, '0');
  const [year, month, date] = DAY.split('-');
  const day = `${date}${month}${(year ?? '').slice(2)}`;
  const own = '2900201034'.padStart(16, '0');
  const head = `074${own}${'URAD'.padEnd(20)}${day}${'0'.repeat(14)}+${haler.padStart(14, '0')}+${'0'.repeat(14)}0${haler.padStart(14, '0')}0001${day}`;
  const line = `075${own}0000192000145399${'17'.padStart(13, '0')}${haler}2${vs.padStart(10, '0')}0008000000${'0'.repeat(10)}${day}${'SPOLEK'.padEnd(20)}00203${day}`;
  return Buffer.from(`${head}\r\n${line}\r\n`);
}

it('one movement in two sources is shown as a possible duplicate, pays nothing, and a person decides', async () => {
  const { of, held, fetched } = await connected();
  const take = () => of.accountant.post('/api/bank/statements').attach('file', gpc(500, '88'), 'v.gpc');
  const { body } = await take();
  expect(body).toMatchObject([{ format: 'gpc', newEntries: 1 }]);
  held.movements.push(move(61, { amount: 500, vs: '88' }), move(62, { amount: 500, vs: '88' }));
  expect(await fetched()).toEqual({ entries: 2, newEntries: 2, doubtful: 1 });
  const shown = await entries(of);
  const known = shown.find(({ entryId }) => entryId.includes('/'));
  const twin = shown.find(({ entryId }) => entryId === '61');
  expect(twin).toMatchObject({ state: 'waiting', why: 'duplicate', duplicateOf: known?.id });
  expect(shown.find(({ entryId }) => entryId === '62')).toMatchObject({ why: 'unknownSymbol', duplicateOf: null });
  const say = (agent: Agent, reason: unknown) => agent.post(`/api/bank/entries/${twin?.id}/distinct`).send({ reason });
  await say(of.accountant, 'x').expect(422);
  await say((await office()).accountant, 'Dvě platby').expect(404);
  await say(of.accountant, 'Dvě stejné platby za den').expect(204);
  await say(of.accountant, 'Dvě stejné platby za den').expect(409);
  expect((await entries(of)).find(({ entryId }) => entryId === '61')).toMatchObject({
    why: 'unknownSymbol',
    duplicateOf: null,
    reason: 'Dvě stejné platby za den',
  });
});
