import { randomUUID } from 'node:crypto';
import { Call, inTenant, type Programme } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { buildCall, buildProgramme, buildTenant } from '../../models/testing/factories';
import type { ProgrammeView } from '../../processes/views';
import { findSubject } from '../subjects';
import { testApi, type Agent } from '../testing/api';
import { application, grantPeople, submitted, type GrantPeople } from '../testing/grantPeople';
import { testTemporal } from '../testing/temporal';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

const DAY = 24 * 3600 * 1000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const date = (days: number): Date => new Date(Date.now() + days * DAY);

let tenantId: string;
let slug: string;
let people: GrantPeople;
let officer: Agent;

beforeAll(async () => {
  tenantId = await buildTenant();
  [{ slug } = { slug: '' }] = await db.superuser<{ slug: string }>('select slug from tenants where id = $1', [tenantId]);
  people = await grantPeople(api, tenantId);
  officer = people.officer.agent;
});

const fields = (change: object = {}) => ({
  intakeOpensAt: inDays(40),
  intakeClosesAt: inDays(80),
  settlementDueOn: inDays(600).slice(0, 10),
  ...change,
});
const add = (programmeId: string, change: object = {}) => officer.post(`/api/programmes/${programmeId}/calls`).send(fields(change));
const shown = async (id: string): Promise<ProgrammeView> => (await officer.get(`/api/programmes/${id}`).expect(200)).body;
const publicly = async (id: string): Promise<ProgrammeView> =>
  (await api.browser().get(`/api/public/${slug}/programmes/${id}`).expect(200)).body;
/** A published programme whose first call is over. */
const past = (change: object = {}): Promise<Programme> =>
  buildProgramme(tenantId, {
    evaluatorIds: people.evaluators.map(({ user }) => user.id),
    intakeOpensAt: date(-60),
    intakeClosesAt: date(-5),
    settlementDueOn: '2028-01-31',
    ...change,
  });

it('is added, changed by the version that was seen, and published thirty days ahead', async () => {
  const programme = await past();
  const { body: call } = await add(programme.id, { title: 'Podzimní', amount: 100_000_00, decisionDays: 60 }).expect(201);
  expect(call).toMatchObject({ ordinal: 2, title: 'Podzimní', amount: 100_000_00, decisionDays: 60, publishedAt: null, open: false });
  const path = `/api/programmes/${programme.id}/calls/${call.id}`;
  expect((await officer.patch(path).send({ amount: null })).status).toBe(428);
  const { body: changed } = await officer
    .patch(path)
    .set('If-Match', '"1"')
    .send({ amount: null, intakeOpensAt: inDays(29) })
    .expect(200);
  expect(changed).toMatchObject({ amount: null, version: 2 });
  expect((await officer.patch(path).set('If-Match', '"1"').send({ title: 'Pozdě' })).status).toBe(412);

  // Prepared: the office sees it, the public does not, and the programme still presents its first call.
  expect((await shown(programme.id)).calls.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  const before = await publicly(programme.id);
  expect(before.calls.map(({ ordinal }) => ordinal)).toEqual([1]);
  expect(before.calls[0]).not.toHaveProperty('applications');
  expect(before.callId).toBe(before.calls[0]?.id);

  const early = await officer.post(`${path}/publish`);
  expect([early.status, early.body.type]).toEqual([422, 'https://postup.otevrenamesta.cz/problems/before-publication']);
  expect(early.body.detail).toMatch(/^Výzva se zveřejňuje nejpozději 30 dnů.*§ 10c.*nejdřív \d+\. \d+\. \d{4}/);
  await officer
    .patch(path)
    .set('If-Match', '"2"')
    .send({ intakeOpensAt: inDays(31) })
    .expect(200);
  const { body: published } = await officer.post(`${path}/publish`).expect(200);
  expect(published.publishedAt).toEqual(expect.any(String));
  await officer.post(`${path}/publish`).expect(200);
  expect(await publicly(programme.id)).toMatchObject({
    callId: call.id,
    state: 'published',
    open: false,
    calls: [{ ordinal: 1 }, { ordinal: 2 }],
  });

  const events = await db.superuser<{ type: string; what: { ordinal: number; publishedUntilAtLeast?: string } }>(
    `select type, what from events where chain_id = $1 and type like 'call%' and what ->> 'callId' = $2 order by seq`,
    [tenantId, call.id],
  );
  expect(events.map(({ type }) => type)).toEqual(['callCreated', 'callChanged', 'callChanged', 'callPublished']);
  // Readable for at least 90 days from its own publication.
  expect(events[3]?.what.publishedUntilAtLeast).toBe(
    new Date(Date.now() + 90 * DAY).toLocaleDateString('sv', { timeZone: 'Europe/Prague' }),
  );
});

it('can after publication only be prolonged', async () => {
  const programme = await past();
  const call = await buildCall(programme, { intakeOpensAt: date(-1), intakeClosesAt: date(30), settlementDueOn: '2028-03-31' });
  const patch = (change: object, version: number) =>
    officer.patch(`/api/programmes/${programme.id}/calls/${call.id}`).set('If-Match', `"${version}"`).send(change);
  const refused = await patch({ amount: 1_00, decisionDays: 30, intakeClosesAt: inDays(20), settlementDueOn: '2028-02-28' }, 1);
  expect([refused.status, Object.keys(refused.body.errors).sort()]).toEqual([
    422,
    ['amount', 'decisionDays', 'intakeClosesAt', 'settlementDueOn'],
  ]);
  expect((await patch({ intakeClosesAt: inDays(45), settlementDueOn: '2028-04-30' }, 1).expect(200)).body.version).toBe(2);
  // The programme presents its open call, and its own editing reaches that one.
  const { version, settlementDueOn, open } = await shown(programme.id);
  expect([settlementDueOn, open, version]).toEqual(['2028-04-30', true, 2]);
  const over = await officer
    .patch(`/api/programmes/${programme.id}`)
    .set('If-Match', `"${version}"`)
    .send({ settlementDueOn: '2028-05-31' })
    .expect(200);
  expect(over.body.calls.map((one: { settlementDueOn: string }) => one.settlementDueOn)).toEqual(['2028-01-31', '2028-05-31']);
});

describe('of bad input', () => {
  let programme: Programme;
  let state: unknown;
  const kept = () => db.superuser('select * from calls where programme_id = $1 order by ordinal', [programme.id]);
  beforeAll(async () => {
    programme = await past({ totalAmount: 500_000_00 });
    await buildCall(programme, { intakeOpensAt: date(100), intakeClosesAt: date(120), amount: 450_000_00 });
    state = await kept();
  });

  it.each<[string, object, string]>([
    ['an unknown field', { ordinal: 7 }, 'ordinal'],
    ['a publication of one’s own', { publishedAt: '2026-01-01T00:00:00Z' }, 'publishedAt'],
    ['an intake that ends before it begins', { intakeClosesAt: inDays(39) }, 'intakeClosesAt'],
    ['a settlement during the intake', { settlementDueOn: inDays(50).slice(0, 10) }, 'settlementDueOn'],
    ['an intake within another call', { intakeOpensAt: inDays(110), intakeClosesAt: inDays(115) }, 'intakeOpensAt'],
    ['an intake that runs into another call', { intakeClosesAt: inDays(101) }, 'intakeClosesAt'],
    ['an intake over the past call', { intakeOpensAt: inDays(-10) }, 'intakeOpensAt'],
    ['more than is left of the programme', { amount: 50_000_01 }, 'amount'],
    ['a negative amount', { amount: -1 }, 'amount'],
    ['an amount with a fraction', { amount: 0.5 }, 'amount'],
    ['no days to decide', { decisionDays: 0 }, 'decisionDays'],
    ['three years to decide', { decisionDays: 731 }, 'decisionDays'],
    ['no moment', { intakeOpensAt: "1'; drop table calls" }, 'intakeOpensAt'],
    ['a day that does not exist', { settlementDueOn: '2029-02-30' }, 'settlementDueOn'],
    ['a title of two lines', { title: 'Jarní\nvýzva' }, 'title'],
    ['a long title', { title: 'x'.repeat(201) }, 'title'],
  ])('%s is refused, named, and changes nothing', async (_what, change, field) => {
    const { status, body } = await add(programme.id, change);
    expect([status, Object.keys(body.errors ?? {})]).toEqual([422, [field]]);
    expect(await kept()).toEqual(state);
  });

  it('a programme of another town, or a call of another programme, is not found; another role may not', async () => {
    const stranger = (await api.signedIn(await buildTenant(), ['grantOfficer'])).agent;
    const call = await inTenant(tenantId, () => Call.findOne({ where: { programmeId: programme.id, ordinal: 2 }, rejectOnEmpty: true }));
    const path = `/api/programmes/${programme.id}/calls/${call.id}`;
    await stranger.post(`/api/programmes/${programme.id}/calls`).send(fields()).expect(404);
    await stranger.patch(path).set('If-Match', '"1"').send({ title: 'Cizí' }).expect(404);
    await stranger.post(`${path}/publish`).expect(404);
    await stranger.post(`${path}/close`).send({ reason: 'Jen tak' }).expect(404);
    const other = await past();
    await officer.patch(`/api/programmes/${other.id}/calls/${call.id}`).set('If-Match', '"1"').send({ title: 'Jiný' }).expect(404);
    await officer.post(`/api/programmes/${other.id}/calls/${call.id}/publish`).expect(404);
    const { agent } = people.secretary;
    await agent.post(`/api/programmes/${programme.id}/calls`).send(fields()).expect(403);
    await agent.post(`${path}/publish`).expect(403);
    await agent.post(`${path}/close`).send({ reason: 'Jen tak' }).expect(403);
    expect(await kept()).toEqual(state);
  });

  it('a call of a programme that is not published, or has ended, is not published', async () => {
    const draft = await buildProgramme(tenantId, { state: 'draft', intakeOpensAt: date(40), intakeClosesAt: date(60) });
    const { body: call } = await add(draft.id, { intakeOpensAt: inDays(70), intakeClosesAt: inDays(90) }).expect(201);
    const refused = await officer.post(`/api/programmes/${draft.id}/calls/${call.id}/publish`).expect(409);
    expect(refused.body.detail).toMatch(/^Nejdřív zveřejněte program/);
    // A draft presents its first call, whatever is prepared after it.
    expect((await shown(draft.id)).calls[0]?.id).toBe((await shown(draft.id)).callId);
    const ended = await past({ state: 'closed' });
    await add(ended.id).expect(409);
  });
});

describe('takes applications under its own deadline', () => {
  const begin = async (programme: Programme) => {
    const { agent } = people.applicant;
    const { body } = await agent.post('/api/drafts').send({ processId: 'grant', subjectId: programme.id }).expect(201);
    await agent.put(`/api/drafts/${body.id}`).set('If-Match', `"${body.version}"`).send({ data: application }).expect(200);
    return { id: String(body.id), callId: String(body.callId) };
  };
  const submit = (id: string) => people.applicant.agent.post(`/api/drafts/${id}/submit`).set('Idempotency-Key', randomUUID());

  it('a draft stays in the call in which it was begun; a new one is taken in the next, with its periods', async () => {
    const programme = await buildProgramme(tenantId, {
      evaluatorIds: people.evaluators.map(({ user }) => user.id),
      settlementDueOn: '2028-01-31',
    });
    const old = await begin(programme);
    const closesAt = new Date('2026-11-20T11:00:05Z');
    await inTenant(tenantId, () =>
      Call.update({ intakeOpensAt: new Date('2026-11-01T07:00:00Z'), intakeClosesAt: closesAt }, { where: { id: old.callId } }),
    );
    const next = await buildCall(programme, { decisionDays: 45, settlementDueOn: '2029-06-30' });

    const late = await submit(old.id).expect(422);
    expect(late.body.type).toMatch(/intake-closed$/);
    expect(late.body.detail).toContain('Příjem žádostí skončil 20. 11. 2026 v 12:00:05');
    expect(late.body.detail).toContain('Další výzva přijímá žádosti od');
    expect((await people.applicant.agent.get(`/api/drafts/${old.id}`)).body).toMatchObject({
      callId: old.callId,
      intakeClosesAt: closesAt.toISOString(),
    });

    const { caseId } = await submitted({ ...people, programme });
    const [row] = await db.superuser<{ call_id: string }>('select call_id from cases where id = $1', [caseId]);
    expect(row?.call_id).toBe(next.id);
    expect((await officer.get(`/api/cases/${caseId}`).expect(200)).body.clock.reading.of).toBe(45);
    expect(await inTenant(tenantId, () => findSubject(programme.id, caseId))).toMatchObject({
      decisionDays: 45,
      settlementDueOn: '2029-06-30',
    });
    const counts = (await shown(programme.id)).calls.map(({ applications }) => applications);
    expect(counts).toEqual([0, 1]);
  });

  it('an intake ended before its time refuses, and the next call goes on', async () => {
    const programme = await buildProgramme(tenantId, { evaluatorIds: people.evaluators.map(({ user }) => user.id) });
    const { id, callId } = await begin(programme);
    const close = `/api/programmes/${programme.id}/calls/${callId}/close`;
    await officer.post(close).send({}).expect(422);
    await officer.post(close).send({ reason: 'Peníze jsou rozdělené' }).expect(200);
    await officer.post(close).send({ reason: 'Podruhé' }).expect(200);
    expect(await shown(programme.id)).toMatchObject({ state: 'published', open: false });
    const refused = await submit(id).expect(422);
    expect(refused.body.detail).toMatch(/^Úřad příjem žádostí v této výzvě ukončil \d+\. \d+\. \d{4} v /);
    await buildCall(programme);
    expect((await shown(programme.id)).open).toBe(true);
    await submitted({ ...people, programme });
    expect(await db.superuser(`select 1 from events where type = 'callClosed' and what ->> 'callId' = $1`, [callId])).toHaveLength(1);
  });

  it('a call with its own amount gives no more than that', async () => {
    const programme = await past({ totalAmount: 500_000_00 });
    const call = await buildCall(programme, { amount: 60_000_00 });
    const { caseId } = await submitted({ ...people, programme });
    const { caseId: other } = await submitted({ ...people, programme });
    await db.superuser(`update grants set awarded = 40_000_00, state = 'awarded' where case_id = $1`, [other]);
    expect(await inTenant(tenantId, () => findSubject(programme.id, caseId))).toMatchObject({
      totalAmount: 60_000_00,
      awardedToOthers: 40_000_00,
    });
    await inTenant(tenantId, () => call.update({ amount: null }));
    expect(await inTenant(tenantId, () => findSubject(programme.id, caseId))).toMatchObject({
      totalAmount: 500_000_00,
      awardedToOthers: 40_000_00,
    });
  });
});
