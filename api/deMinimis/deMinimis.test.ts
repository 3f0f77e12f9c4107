import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant } from '../../models/testing/factories';
import { assign, buildCase, buildOffice, lastEvent, type Built, type Office } from '../officersSection/testing/cases';
import { testApi, type Agent } from '../testing/api';
import { snapshot } from '../testing/snapshot';
import { today } from '../today';

const db = testDatabase();
const api = testApi();

let office: Office;
let stranger: Agent;

beforeAll(async () => {
  office = await buildOffice(api, await buildTenant());
  stranger = (await api.signedIn(await buildTenant(), ['grantOfficer'])).agent;
});

const address = ({ id }: Built): string => `/api/cases/${id}/de-minimis`;
const record = (of: Built, body: object, agent: Agent = office.officer) =>
  agent.post(address(of)).set('Idempotency-Key', randomUUID()).send(body);
/** At 25 CZK for 1 EUR: 2 500 000 Kč are 100 000 EUR. */
const own = (amount: number, more: object = {}) => ({
  by: 'office',
  grantedOn: today(),
  amount,
  rate: 250_000,
  rateSource: 'cnb',
  ...more,
});
const other = (cents: number, more: object = {}) => ({ by: 'other', grantedOn: today(), cents, provider: 'Kraj Vzorový', ...more });
const yearsAgo = (years: number, days = 0): string => DateTime.fromISO(today()).minus({ years }).plus({ days }).toFormat('yyyy-MM-dd');
const link = (of: Built, ico: string, agent: Agent = office.officer) =>
  agent.post(`/api/cases/${of.id}/undertaking-links`).send({ ico, reason: 'Většina hlasů podle obchodního rejstříku' });

it('is recorded with its EUR, until the ceiling; over it is refused with the provision and what is left', async () => {
  const grant = await buildCase(office.tenantId, { ico: '00000027', awarded: 2_500_000_00 });
  expect((await office.officer.get(address(grant)).expect(200)).body).toMatchObject({
    applies: true,
    total: 0,
    headroom: 300_000_00,
    ceiling: 300_000_00,
    members: ['00000027'],
    awarded: 2_500_000_00,
  });
  const { body } = await record(grant, own(2_500_000_00)).expect(201);
  expect(body).toMatchObject({ total: 100_000_00, headroom: 200_000_00 });
  expect(body.supports).toMatchObject([
    { cents: 100_000_00, amount: 2_500_000_00, rate: 250_000, rateSource: 'cnb', provider: null, recordedBy: { id: office.officerId } },
  ]);
  // Another provider's, three years ago to the day: it still counts today; a day older does not.
  await record(grant, other(150_000_00, { grantedOn: yearsAgo(3) })).expect(201);
  expect((await record(grant, other(300_000_00, { grantedOn: yearsAgo(3, -1) }))).status).toBe(422);
  await record(grant, other(150_000_00, { grantedOn: yearsAgo(3, -1) })).expect(201);
  const before = await snapshot(db);
  const refused = await record(grant, own(1_250_000_25));
  expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['amount']]);
  expect(refused.body.detail.replace(/\u00a0/g, ' ')).toMatch(
    /^Podpora 50 000,01 EUR by překročila strop 300 000 EUR .*čl\. 3 odst\. 2 nařízení Komise \(EU\) 2023\/2831.*nejvýš 50 000 EUR\./,
  );
  expect(refused.body).toMatchObject({ provision: 'čl. 3 odst. 2 nařízení Komise (EU) 2023/2831', headroom: 50_000_00 });
  expect(await snapshot(db)).toEqual(before);
  await record(grant, own(1_250_000_00)).expect(201);
  expect((await office.officer.get(address(grant)).expect(200)).body.headroom).toBe(0);
  // Tomorrow the oldest has ceased to count.
  const { body: later } = await office.officer.get(address(grant)).query({ on: DateTime.fromISO(today()).plus({ days: 1 }).toISODate() });
  expect(later).toMatchObject({ total: 150_000_00, headroom: 150_000_00 });
  expect(await lastEvent(db, grant.id, 'deMinimisRecorded')).toMatchObject({ what: { ico: '00000027', cents: 50_000_00 } });
});

it('counts the whole undertaking, through others too, in whatever case it was recorded', async () => {
  const [mother, daughter, granddaughter] = ['45274649', '00006947', '25596641'];
  const first = await buildCase(office.tenantId, { ico: mother });
  const second = await buildCase(office.tenantId, { ico: granddaughter });
  await record(first, own(5_000_000_00)).expect(201);
  expect((await office.officer.get(address(second)).expect(200)).body).toMatchObject({ total: 0, members: [granddaughter] });
  await link(first, daughter).expect(201);
  const { body } = await link(second, daughter).expect(201);
  expect(body).toMatchObject({ total: 200_000_00, members: [daughter, granddaughter, mother].sort() });
  expect((await record(second, own(2_500_000_01_00))).status).toBe(422);
  await record(second, other(60_000_00, { ico: daughter })).expect(201);
  expect((await record(second, own(2_500_000_00))).status).toBe(422);
  expect((await link(second, mother)).status).toBe(409);
  expect(Object.keys((await link(second, granddaughter).expect(422)).body.errors)).toEqual(['ico']);
  expect(Object.keys((await link(second, '12345678').expect(422)).body.errors)).toEqual(['ico']);
  expect(Object.keys((await record(second, other(1, { ico: '00000027' })).expect(422)).body.errors)).toEqual(['ico']);
  const apart = body.links.find(({ ico }: { ico: string }) => ico === mother);
  const end = (of: Built, agent: Agent) =>
    agent.post(`/api/cases/${of.id}/undertaking-links/${apart.id}/end`).send({ reason: 'Podíl prodán' });
  await end(second, stranger).expect(404);
  await end(await buildCase(office.tenantId, { ico: '00000027' }), office.officer).expect(404);
  await end(second, office.accountant).expect(403);
  expect((await end(second, office.officer).expect(200)).body).toMatchObject({
    total: 60_000_00,
    members: [daughter, granddaughter].sort(),
  });
  expect(await lastEvent(db, second.id, 'undertakingUnlinked')).toMatchObject({ what: { ico: mother, reason: 'Podíl prodán' } });
});

it('lets two officers at once through only as far as the ceiling', async () => {
  const grant = await buildCase(office.tenantId, { ico: '70883521' });
  const answers = await Promise.all(Array.from({ length: 4 }, () => record(grant, own(2_500_000_00))));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 422]);
});

it('is voided with a reason, once, and counts no more', async () => {
  const grant = await buildCase(office.tenantId, { ico: '00064581' });
  const { body } = await record(grant, own(2_500_000_00)).expect(201);
  const path = `/api/de-minimis/${body.supports[0].id}/void`;
  await stranger.post(path).send({ reason: 'Cizí' }).expect(404);
  await office.accountant.post(path).send({ reason: 'Ne' }).expect(403);
  expect(Object.keys((await office.officer.post(path).send({}).expect(422)).body.errors)).toEqual(['reason']);
  const { body: after } = await office.officer.post(path).send({ reason: 'Zapsáno dvakrát' }).expect(200);
  expect(after).toMatchObject({ total: 0, headroom: 300_000_00, supports: [{ voided: { reason: 'Zapsáno dvakrát' } }] });
  await office.officer.post(path).send({ reason: 'Znovu' }).expect(409);
});

it('knows a natural person without IČO by name and birth date', async () => {
  const person = { name: 'Petr Novák', birthDate: '1975-12-31' };
  const one = await buildCase(office.tenantId, person);
  const same = await buildCase(office.tenantId, { ...person, name: 'PETR NOVÁK' });
  const namesake = await buildCase(office.tenantId, { ...person, birthDate: '1976-12-31' });
  await record(one, own(25_000_00)).expect(201);
  expect((await office.officer.get(address(same)).expect(200)).body).toMatchObject({ total: 1_000_00, members: [] });
  expect((await office.officer.get(address(namesake)).expect(200)).body.total).toBe(0);
  expect((await link(one, '00000027')).status).toBe(409);
});

it.each<[string, object, string]>([
  ['a day that is yet to come', own(1_00, { grantedOn: DateTime.fromISO(today()).plus({ days: 1 }).toISODate() }), 'grantedOn'],
  ['a day that is none', own(1_00, { grantedOn: '2026-02-30' }), 'grantedOn'],
  ['a fraction of a haléř', own(1.5), 'amount'],
  ['a negative amount', own(-1), 'amount'],
  ['nothing', own(0), 'amount'],
  ['less than a cent', own(1), 'amount'],
  ['no rate', own(100, { rate: undefined }), 'rate'],
  ['a rate of nothing', own(100, { rate: 0 }), 'rate'],
  ['a source of the rate that is none', own(100, { rateSource: 'směnárna' }), 'rateSource'],
  ['an unknown field', own(100, { cents: 5 }), 'cents'],
  ['another’s without its provider', other(100, { provider: ' ' }), 'provider'],
  ['an IČO that is none', other(100, { ico: '12345678' }), 'ico'],
  ['nobody’s', { ...own(100), by: 'nobody' }, 'by'],
])('refuses %s and names it', async (_what, body, field) => {
  const grant = await buildCase(office.tenantId, { ico: '00000019' });
  const answer = await record(grant, body);
  expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, [field]]);
  expect((await office.officer.get(address(grant)).expect(200)).body.supports).toEqual([]);
});

it('is only of programmes that say so', async () => {
  const programme = await buildProgramme(office.tenantId);
  const grant = await buildCase(office.tenantId, { programmeId: programme.id, ico: '00000019' });
  expect((await office.officer.get(address(grant)).expect(200)).body.applies).toBe(false);
  await record(grant, own(100_00)).expect(409);
  const { body } = await office.officer.get(`/api/programmes/${programme.id}`).expect(200);
  expect(body.deMinimis).toBe(false);
  await office.officer.patch(`/api/programmes/${programme.id}`).set('If-Match', `"${body.version}"`).send({ deMinimis: true }).expect(200);
  await record(grant, own(100_00)).expect(201);
});

it('is exported for the central register: what this office granted, for a time, and nothing of others', async () => {
  const grant = await buildCase(office.tenantId, { ico: '29029210', name: '=Podnik; s. r. o.' });
  await record(grant, own(2_431_50, { rate: 243_150, rateSource: 'ecb' })).expect(201);
  await record(grant, other(77_00)).expect(201);
  const filter = JSON.stringify({ q: '29029210', from: today(), until: today() });
  const { body } = await office.accountant.get('/api/de-minimis').query({ filter }).expect(200);
  expect(body).toMatchObject([{ caseNumber: grant.number, cents: 100_00, municipality: 'Zkušebnov' }]);
  const csv = await office.accountant.get('/api/de-minimis').query({ filter, format: 'csv' }).expect(200);
  const [head, line] = csv.text.replace('\ufeff', '').split('\r\n');
  expect(head).toMatch(/^IČO příjemce;Příjemce;Datum narození;Obec;Datum poskytnutí;Částka \(Kč\);Částka \(EUR\);Kurz/);
  expect(line).toContain(`29029210;"'=Podnik; s. r. o.";;Zkušebnov;${today()};2431,50;100,00;24,315;ECB;2023/2831;dotace;Koncert na návsi`);
  await office.secretary.get('/api/de-minimis').query({ format: 'csv' }).expect(403);
  expect((await stranger.get('/api/de-minimis').expect(200)).body).toEqual([]);
});

it('is read by the office and written by officers; neither applicant nor evaluator reads it', async () => {
  const grant = await buildCase(office.tenantId, { applicantId: office.applicantId });
  await assign(office.tenantId, grant.id, office.evaluatorId);
  for (const agent of [office.accountant, office.secretary, office.auditor, office.admin]) {
    await agent.get(address(grant)).expect(200);
    await record(grant, own(100_00), agent).expect(403);
  }
  for (const agent of [office.applicant, office.evaluator]) {
    await agent.get(address(grant)).expect(403);
    await agent.get('/api/de-minimis').expect(403);
    await record(grant, own(100_00), agent).expect(403);
  }
  await stranger.get(address(grant)).expect(404);
  await record(grant, own(100_00), stranger).expect(404);
});
