import { randomUUID } from 'node:crypto';
import type { GrantTerms } from '../../processes/grant/terms';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { testApi, type Agent } from '../testing/api';
import { grantPeople, type GrantPeople } from '../testing/grantPeople';
import { reviewed, takeFile } from '../testing/programmeFiles';
import { testTemporal } from '../testing/temporal';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

let people: GrantPeople;
let stranger: Agent;
let draftId: string;

const inParts: GrantTerms = {
  paymentParts: [
    { share: 60, when: 'signature', on: null },
    { share: 40, when: 'day', on: '2028-02-29' },
  ],
  twoReviews: true,
  ownShare: 20,
};
const plain = { paymentParts: [{ share: 100, when: 'signature', on: null }], twoReviews: false, ownShare: 0 };

const path = (id: string): string => `/api/programmes/${id}/terms`;
const versionOf = async (id: string): Promise<number> => (await people.officer.agent.get(path(id)).expect(200)).body.version;
const keep = async (terms: object, agent: Agent = people.officer.agent, id = draftId) =>
  agent
    .put(path(id))
    .set('If-Match', `"${await versionOf(id)}"`)
    .send(terms);

beforeAll(async () => {
  people = await grantPeople(api, await buildTenant());
  stranger = (await api.signedIn(await buildTenant(), ['grantOfficer'])).agent;
  const copy = await people.officer.agent
    .post(`/api/programmes/${people.programme.id}/copy`)
    .set('Idempotency-Key', randomUUID())
    .send({})
    .expect(201);
  draftId = copy.body.id;
});

it('begin as one payment after the signature, and are kept with their trace', async () => {
  expect((await people.officer.agent.get(path(draftId)).expect(200)).body).toMatchObject({ terms: plain, editable: true });
  const kept = await keep(inParts);
  expect([kept.status, kept.body.terms]).toEqual([200, inParts]);
  const [event] = await db.superuser<{ before: object; after: object }>(
    `select before, after from events where type = 'programmeChanged' order by seq desc limit 1`,
  );
  expect(event).toEqual({ before: plain, after: inParts });
});

it.each<[string, object, string[]]>([
  ['parts that make 90 %', { ...inParts, paymentParts: [{ share: 90, when: 'signature', on: null }] }, ['paymentParts']],
  ['a settlement of nothing', { ...inParts, paymentParts: [{ share: 100, when: 'settlement', on: null }] }, ['paymentParts.0.when']],
  ['a day that does not exist', { ...inParts, paymentParts: [{ share: 100, when: 'day', on: '2027-02-29' }] }, ['paymentParts.0.on']],
  ['a part of nothing', { ...inParts, paymentParts: [{ share: 0, when: 'signature', on: null }] }, ['paymentParts.0.share']],
  ['half a per cent', { ...inParts, ownShare: 0.5 }, ['ownShare']],
  ['all from own money', { ...inParts, ownShare: 100 }, ['ownShare']],
  ['no parts', { ...inParts, paymentParts: [] }, ['paymentParts']],
  ['something else', { ...inParts, bonus: true }, ['bonus']],
  ['a text for yes', { ...inParts, twoReviews: 'ano' }, ['twoReviews']],
])('refuse %s and name it', async (_name, terms, fields) => {
  const answer = await keep(terms);
  expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, fields]);
  expect((await people.officer.agent.get(path(draftId)).expect(200)).body.terms).toEqual(inParts);
});

it('go with a copy, a year later, and with a file to another town', async () => {
  const { officer } = people;
  const copy = await officer.agent.post(`/api/programmes/${draftId}/copy`).set('Idempotency-Key', randomUUID()).send({}).expect(201);
  const { terms } = (await officer.agent.get(path(copy.body.id)).expect(200)).body;
  expect(terms.paymentParts[1]).toEqual({ share: 40, when: 'day', on: '2029-02-28' });
  const { body: file } = await officer.agent.get(`/api/programmes/${draftId}/export`).expect(200);
  const taken = await takeFile(stranger, file, { paymentDays: inParts.paymentParts.map(({ on }) => on) });
  expect((await stranger.get(path(taken.body.id)).expect(200)).body.terms).toEqual(inParts);
  const broken = { ...file, terms: { ...file.terms, paymentParts: [{ share: 1, when: 'signature', on: null }] } };
  expect((await reviewed(stranger, broken)).faults.map((fault) => fault.path)).toEqual(['terms.paymentParts']);
});

it('are the officers’ business, and stand once the programme is published', async () => {
  const { applicant, auditor, officer, programme } = people;
  await stranger.get(path(draftId)).expect(404);
  expect((await keep(plain, stranger)).status).toBe(404);
  await applicant.agent.get(path(draftId)).expect(403);
  await auditor.agent.get(path(draftId)).expect(200);
  expect((await keep(plain, auditor.agent)).status).toBe(403);
  await officer.agent.put(path(draftId)).send(plain).expect(428);
  await officer.agent.put(path(draftId)).set('If-Match', '"99"').send(plain).expect(412);
  expect((await keep(inParts, officer.agent, programme.id)).status).toBe(409);
});
