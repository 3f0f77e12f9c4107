/** Limits of money where two decide in the same second: on a real PostgreSQL and a real Temporal server with its workers. */
import { randomUUID } from 'node:crypto';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant } from '../../models/testing/factories';
import { endReservations } from '../../workers/reservations';
import { testApi } from '../testing/api';
import { complete, grantPeople, openTask, pass, submitted, upTo, type GrantPeople, type Signed } from '../testing/grantPeople';
import { testTemporal } from '../testing/temporal';
import { today } from '../today';

jest.setTimeout(180_000);

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });
/** The same api that cannot reach Temporal. */
const cutOff = testApi();
let tenantId: string;
let people: GrantPeople;
let otherSecretary: Signed;

beforeAll(async () => {
  tenantId = await buildTenant();
  people = await grantPeople(api, tenantId);
  otherSecretary = await api.signedIn(tenantId, ['councilSecretary'], { name: 'Druhý tajemník' });
});

/** The same people around another programme. */
async function around(totalAmount: number): Promise<GrantPeople> {
  const evaluatorIds = people.evaluators.map(({ user }) => user.id);
  return { ...people, programme: await buildProgramme(tenantId, { evaluatorIds, totalAmount, settlementDueOn: '2028-01-31' }) };
}

let serial = 0;
/** An IČO of its own, so that limits of one applicant meet only where a test wants it. */
function ownIco(): string {
  serial += 1;
  const digits = String(1_000_000 + serial * 13).slice(-7);
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (8 - index), 0);
  return `${digits}${(11 - (sum % 11)) % 10}`;
}

const RESOLUTION = { resolutionNumber: 'RM/7/2026', decidedOn: today(), votesFor: 7, votesAgainst: 1, votesAbstained: 0 };
const reasons = (amount: number) => ({ amount, justification: 'Podle hodnocení' });

/** A case that waits for its proposal or, where an amount is proposed, for the council. */
async function waiting(of: GrantPeople, proposed?: number, ico = ownIco()): Promise<string> {
  const { caseId } = await submitted(of, { ico });
  await upTo(of, caseId, 'proposal');
  if (proposed !== undefined) await pass(of, of.officer, caseId, 'proposal', 'recommend', reasons(proposed));
  return caseId;
}

const approve = (who: Signed, caseId: string, amount: number) =>
  complete(who, `${caseId}.councilDecision.1`, 'approve', { ...RESOLUTION, amount }).then((answer) => answer);
const approveInBulk = (who: Signed, caseIds: readonly string[], amount: number) =>
  who.agent
    .post('/api/bulk-acts/decisions')
    .set('Idempotency-Key', randomUUID())
    .send({ ...RESOLUTION, body: 'council', items: caseIds.map((caseId) => ({ caseId, outcome: 'approve', amount })) })
    .then((answer) => answer);

const LEFT = /V programu zbývá jen 20\s000\sKč/;

type Answer = Awaited<ReturnType<typeof approve>>;

/** One of the two got it, the other was told why not. @returns the sentence */
function oneOf(answers: readonly Answer[]): string {
  const refused = answers.filter(({ status }) => status === 422);
  expect(answers.map(({ status }) => status < 300)).toEqual(expect.arrayContaining([true, false]));
  expect(refused).toHaveLength(1);
  return Object.values(refused[0]!.body.errors as Record<string, string>).join();
}

const awardedIn = async (caseIds: readonly string[]): Promise<number> => {
  for (let tries = 0; ; tries += 1) {
    const [row] = await db.superuser<{ sum: number; left: number }>(
      `select coalesce(sum(awarded), 0)::int as sum,
         (select count(*)::int from bulk_acts where ended_at is null) + (select count(*)::int from amount_reservations where case_id = any($1::uuid[])) as left
       from grants where case_id = any($1::uuid[])`,
      [caseIds],
    );
    if (row?.left === 0) return row.sum;
    if (tries === 100) throw new Error('A reservation stays');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

describe('the yearly limit of the council to one applicant', () => {
  it('holds for two decisions in the same second, in two programmes', async () => {
    const ico = ownIco();
    const cases = [await waiting(await around(1_000_000_00), 20_000_00, ico), await waiting(await around(1_000_000_00), 20_000_00, ico)];
    const answers = await Promise.all([approve(people.secretary, cases[0]!, 30_000_00), approve(otherSecretary, cases[1]!, 30_000_00)]);
    expect(oneOf(answers)).toMatch(/Rada může jednomu žadateli dát za rok nejvýš 50\s000\sKč.*dostal 30\s000\sKč/);
    expect(await awardedIn(cases)).toBe(30_000_00);
  });

  it('holds for a list and a single decision in the same second', async () => {
    const ico = ownIco();
    const cases = [await waiting(await around(1_000_000_00), 20_000_00, ico), await waiting(await around(1_000_000_00), 20_000_00, ico)];
    const answers = await Promise.all([
      approveInBulk(people.secretary, [cases[0]!], 30_000_00),
      approve(otherSecretary, cases[1]!, 30_000_00),
    ]);
    expect(oneOf(answers)).toContain('Rada může jednomu žadateli');
    expect(await awardedIn(cases)).toBe(30_000_00);
  });
});

it('the limit of the council is of one case where the office says so, as § 85 písm. c) zákona č. 128/2000 Sb. does', async () => {
  const ico = ownIco();
  const cases = [await waiting(await around(1_000_000_00), 20_000_00, ico), await waiting(await around(1_000_000_00), 20_000_00, ico)];
  await db.superuser(`update tenants set settings = settings || '{"councilLimitPer": "case"}' where id = $1`, [tenantId]);
  for (const caseId of cases) expect((await approve(people.secretary, caseId, 40_000_00)).status).toBe(200);
  // Nor does what was given before send the third one to the assembly.
  const third = await waiting(await around(1_000_000_00), 40_000_00, ico);
  expect((await approve(people.secretary, third, 40_000_00)).status).toBe(200);
  await db.superuser(`update tenants set settings = settings - 'councilLimitPer' where id = $1`, [tenantId]);
});

describe('what a programme has', () => {
  it('is not gone above by two decisions in the same second, nor by a list and a decision', async () => {
    for (const second of [approve, (who: Signed, caseId: string, amount: number) => approveInBulk(who, [caseId], amount)]) {
      const of = await around(60_000_00);
      const cases = [await waiting(of, 20_000_00), await waiting(of, 20_000_00)];
      const answers = await Promise.all([approve(people.secretary, cases[0]!, 40_000_00), second(otherSecretary, cases[1]!, 40_000_00)]);
      expect(oneOf(answers)).toMatch(LEFT);
      expect(await awardedIn(cases)).toBe(40_000_00);
    }
  });

  it('is held by a call as well, for proposals and for decisions', async () => {
    const of = await around(1_000_000_00);
    await db.superuser('update calls set amount = $2 where programme_id = $1', [of.programme.id, 60_000_00]);
    const cases = [await waiting(of), await waiting(of)];
    const propose = async (caseId: string, amount: number) =>
      complete(of.officer, (await openTask(of, caseId, 'proposal')).id, 'recommend', reasons(amount)).then((answer) => answer);
    expect(oneOf(await Promise.all(cases.map((caseId) => propose(caseId, 40_000_00))))).toMatch(LEFT);
    const [first, second] = [...cases].sort();
    for (const caseId of cases) {
      const [row] = await db.superuser<{ proposed: number | null }>('select proposed from grants where case_id = $1', [caseId]);
      if (row?.proposed == null) expect((await propose(caseId, 20_000_00)).status).toBe(200);
    }
    const answers = await Promise.all([approve(people.secretary, first!, 40_000_00), approve(otherSecretary, second!, 40_000_00)]);
    expect(oneOf(answers)).toMatch(LEFT);
    expect(await awardedIn(cases)).toBe(40_000_00);
  });
});

describe('what an act has reserved', () => {
  const propose = (who: Signed, caseId: string, amount: number) =>
    complete(who, `${caseId}.proposal.1`, 'recommend', reasons(amount)).then((answer) => answer);

  it('is free again when the case refuses the act', async () => {
    const of = await around(60_000_00);
    const [first, second] = [await waiting(of), await waiting(of)];
    await of.officer.agent.post(`/api/cases/${first}/suspend`).set('Idempotency-Key', randomUUID()).send({ reason: 'Spor' }).expect(200);
    // As an api sees it that asked a moment before the suspension.
    await db.superuser('update cases set suspended = false where id = $1', [first]);
    expect((await propose(of.officer, first, 40_000_00)).status).toBe(409);
    expect((await propose(of.officer, second, 40_000_00)).status).toBe(200);
  });

  it('is free again once it is known that the act never took place, and not before', async () => {
    const of = await around(60_000_00);
    const [first, second] = [await waiting(of), await waiting(of)];
    const afar = { ...of.officer, agent: await cutOff.signIn(of.officer.user.email) };
    expect((await propose(afar, first, 40_000_00)).status).toBe(503);
    await endReservations(api.services.temporal);
    expect((await propose(of.officer, second, 40_000_00)).body.errors?.amount).toMatch(LEFT);
    await endReservations(api.services.temporal, 0);
    expect((await propose(of.officer, second, 40_000_00)).status).toBe(200);
  });

  it('is kept while the act may still take place', async () => {
    const of = await around(60_000_00);
    const [first, second] = [await waiting(of), await waiting(of)];
    await temporal.stopWorkers();
    expect((await propose(of.officer, first, 40_000_00)).status).toBe(503);
    await endReservations(api.services.temporal, 0);
    await temporal.startWorkers();
    expect((await propose(of.officer, second, 40_000_00)).body.errors?.amount).toMatch(LEFT);
    for (let tries = 0; tries < 100; tries += 1) {
      const [row] = await db.superuser<{ proposed: number | null }>('select proposed::int from grants where case_id = $1', [first]);
      if (row?.proposed === 40_000_00) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The act did not take place');
  });
});
