import { randomUUID } from 'node:crypto';
import { pdfText } from '../../documents/testing/pdfText';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { verdictsFor } from '../../processes/grant/settlement';
import type { AcceptedSettlementView, PublicationView } from '../../processes/publicSettlement/views';
import { lastEvent } from '../officersSection/testing/cases';
import { testApi, type Agent } from '../testing/api';
import { PNG } from '../testing/files';
import { grantPeople, openTask, pass, submitted, upTo, type GrantPeople } from '../testing/grantPeople';
import { snapshot } from '../testing/snapshot';
import { testTemporal } from '../testing/temporal';
import { today } from '../today';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

const HIDDEN = [
  'Jan Tajný',
  '855412/1234',
  '12. 4. 1985',
  'jan@posta.example',
  '601 123 456',
  '123456/0100',
  'Dlouhá 12',
  'Tajná 7',
  '1980-02-29',
  '19-2000145399',
  'Příkaz č. 7 Jan',
  'Chválíme Evu Skrytou',
  'Není způsobilé',
];

const first = [
  {
    description: 'Honorář Jan Tajný, r. č. 855412/1234, nar. 12. 4. 1985',
    documentNumber: 'DPP 1',
    amount: 12_000_00,
    fromGrant: 10_000_00,
  },
  {
    description: 'Ozvučení, Dlouhá 12, tel. 601 123 456, jan@posta.example, účet 123456/0100',
    documentNumber: 'Příkaz č. 7 Jan',
    amount: 13_000_00,
    fromGrant: 10_000_00,
  },
].map((item) => ({ ...item, paidOn: today() }));
const second = [
  { description: 'Nájem sálu, Školní 3', documentNumber: 'FV-2026/0012', amount: 20_000_00, fromGrant: 20_000_00, paidOn: today() },
];

let slug: string;
let tenantId: string;
let people: GrantPeople;
let stranger: Agent;
let caseId: string;
let documentId: string;

const officer = (): Agent => people.officer.agent;
const list = async (agent = officer()): Promise<AcceptedSettlementView[]> =>
  (await agent.get(`/api/cases/${caseId}/public-settlements`).expect(200)).body;
const begin = (ordinal: unknown, agent = officer()) => agent.post(`/api/cases/${caseId}/public-settlements`).send({ ordinal });
const change = (of: PublicationView, texts: unknown, agent = officer()) =>
  agent.patch(`/api/public-settlements/${of.id}`).set('If-Match', `"${of.version}"`).send({ texts });
const publish = (of: PublicationView, body: object = {}, agent = officer()) =>
  agent.post(`/api/public-settlements/${of.id}/publish`).set('If-Match', `"${of.version}"`).send(body);
const withdraw = (of: PublicationView, body: object = { reason: 'Zůstalo v něm jméno' }, agent = officer()) =>
  agent.post(`/api/public-settlements/${of.id}/withdraw`).set('If-Match', `"${of.version}"`).send(body);
const wordings = ({ texts }: PublicationView) => texts.map(({ choice, spans }) => ({ choice, spans }));
const open = (path: string, at = slug) => api.browser().get(`/api/public/${at}/register/${path}`).buffer(true);
const pdf = (path: string) =>
  open(path).parse((response, done) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => done(null, Buffer.concat(parts)));
  });
/** Everything that anybody reads of the grant. */
const everything = async (): Promise<string> => {
  const texts = await Promise.all([
    ...[caseId, `${caseId}/settlements`].map(async (path) => (await open(path)).text),
    ...['', '.csv', '.json', '.360giving.json'].map(
      async (ending) => (await api.browser().get(`/api/public/${slug}/register${ending}`).expect(200)).text,
    ),
  ]);
  return texts.join('\n');
};

/** The applicant sends a settlement, the officer approves it; the check of sums stays open. */
async function checked(items: typeof first, report: string, refuse = 0): Promise<void> {
  const documented = items.map((item) => ({ ...item, document: documentId }));
  await pass(people, people.applicant, caseId, 'settlement', 'submit', { items: documented, report });
  const verdicts = verdictsFor({ items }).map((row, index) =>
    index === 0 && refuse > 0 ? { ...row, verdict: 'partly', accepted: Number(row.fromGrant) - refuse, reason: 'Není způsobilé' } : row,
  );
  await pass(people, people.officer, caseId, 'settlementCheck', 'approve', { items: verdicts });
}
const confirmed = (total: number) => pass(people, people.accountant, caseId, 'sumsCheck', 'confirm', { total });
const pay = (amount: number) =>
  pass(people, people.accountant, caseId, 'payment', 'paid', { paidOn: today(), amount, variableSymbol: '20260001' });

beforeAll(async () => {
  slug = `obec-${randomUUID().slice(0, 8)}`;
  tenantId = await buildTenant({ slug });
  people = await grantPeople(api, tenantId);
  stranger = (await api.signedIn(await buildTenant(), ['grantOfficer'])).agent;
  const paymentParts = ['signature', 'settlement'].map((when) => ({ share: 50, when, on: null }));
  await db.superuser('update programmes set terms = $2 where id = $1', [
    people.programme.id,
    JSON.stringify({ paymentParts, twoReviews: true, ownShare: 0 }),
  ]);
  const natural = { applicantKind: 'natural', name: 'Žaneta Zkušební', birthDate: '1980-02-29', ico: undefined, representative: undefined };
  ({ caseId } = await submitted(people, { ...natural, street: 'Tajná 7' }));
  await upTo(people, caseId, 'payment');
  await pay(20_000_00);
  const file = await people.applicant.agent
    .post('/api/documents')
    .field('caseId', caseId)
    .attach('file', PNG, 'Účtenka Jan Tajný.png')
    .expect(201);
  documentId = file.body.id;
}, 120_000);

describe('the first settlement of two', () => {
  let made: PublicationView;

  it('can be prepared once it is accepted, by both checks and not a moment before', async () => {
    expect(await list()).toEqual([]);
    await checked(first, 'Chválíme Evu Skrytou', 1_000_00);
    expect(await list()).toEqual([]);
    await pass(people, people.accountant, caseId, 'sumsCheck', 'back', { total: 1, reason: 'Nevychází to' });
    await pass(people, people.officer, caseId, 'settlementCheck', 'approve', {
      items: verdictsFor({ items: first }).map((row, at) =>
        at === 0 ? { ...row, verdict: 'partly', accepted: 8_000_00, reason: 'Není způsobilé' } : row,
      ),
    });
    expect(await list()).toEqual([]);
    expect(Object.keys((await begin(1).expect(422)).body.errors)).toEqual(['ordinal']);
    await confirmed(18_000_00);
    expect(await list()).toMatchObject([
      { ordinal: 1, sums: { amount: 25_000_00, fromGrant: 20_000_00, accepted: 18_000_00 }, publication: null },
    ]);
  }, 60_000);

  it('begins with what can be recognised blackened and the report left out; nothing of it is public', async () => {
    const answers = await Promise.all([begin(1), begin(1)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    made = answers.find(({ status }) => status === 201)?.body;
    expect(made).toMatchObject({ state: 'draft', version: 1, items: [{ accepted: 8_000_00 }, { accepted: 10_000_00 }] });
    expect(made.texts.map(({ of, row, choice, published }) => [of, row, choice, published])).toEqual([
      ['description', 0, 'blackened', 'Honorář Jan Tajný, r. č. [anonymizováno], nar. [anonymizováno]'],
      ['documentNumber', 0, 'asIs', 'DPP 1'],
      ['description', 1, 'blackened', 'Ozvučení, [anonymizováno], tel. [anonymizováno], [anonymizováno], účet [anonymizováno]'],
      ['documentNumber', 1, 'asIs', 'Příkaz č. 7 Jan'],
      ['report', null, 'leftOut', null],
    ]);
    expect(await lastEvent(db, caseId, 'publicSettlementBegun')).toMatchObject({ what: { ordinal: 1, blackened: 2 } });
    expect(JSON.parse((await open(caseId).expect(200)).text)).toMatchObject({ grant: { settlementsUrl: null }, settlements: [] });
    await pdf(`${caseId}/settlements/${made.id}`).expect(404);
    expect(await everything()).not.toMatch(/Honorář|Ozvučení/);
  });

  it('takes the officer’s wording: a name blackened, a number left out, made of the original only', async () => {
    const texts = wordings(made);
    texts[0] = { choice: 'blackened', spans: [...made.texts[0]!.spans, [8, 11], [12, 17]] };
    texts[3] = { choice: 'leftOut', spans: [] };
    const { body } = await change(made, texts).expect(200);
    expect(body.texts[0].published).toBe('Honorář [anonymizováno], r. č. [anonymizováno], nar. [anonymizováno]');
    expect(await lastEvent(db, caseId, 'publicSettlementChanged')).toMatchObject({
      after: { texts: expect.any(Array) },
      before: { texts: expect.any(Array) },
    });
    await change(made, texts).expect(412);
    made = body;
    const preview = await officer().get(`/api/public-settlements/${made.id}/preview`).buffer(true).expect(200);
    expect(pdfText(preview.body as Buffer)).toContain('Návrh – nezveřejněno');
  });

  it.each<[string, (texts: ReturnType<typeof wordings>) => unknown, string]>([
    ['a text too few', (texts) => texts.slice(1), 'texts'],
    ['a wording of one’s own', ([one, ...rest]) => [{ ...one, text: 'Honorář zpěvák' }, ...rest], 'texts.0.text'],
    ['an unknown choice', ([one, ...rest]) => [{ ...one, choice: 'asI' }, ...rest], 'texts.0.choice'],
    ['nothing blackened', ([, ...rest]) => [{ choice: 'blackened', spans: [] }, ...rest], 'texts.0.spans'],
    ['what is not in the text', ([, ...rest]) => [{ choice: 'blackened', spans: [[0, 5_000]] }, ...rest], 'texts.0.spans'],
    ['parts turned round', ([, ...rest]) => [{ choice: 'blackened', spans: [[5, 2]] }, ...rest], 'texts.0.spans'],
    ['a fraction', ([, ...rest]) => [{ choice: 'blackened', spans: [[0.5, 2]] }, ...rest], 'texts.0.spans.0.0'],
    ['a negative place', ([, ...rest]) => [{ choice: 'blackened', spans: [[-1, 2]] }, ...rest], 'texts.0.spans.0.0'],
  ])('refuses %s and changes nothing', async (_what, spoilt, field) => {
    const before = await snapshot(db);
    const answer = await change(made, spoilt(wordings(made)));
    expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, [field]]);
    expect(await snapshot(db)).toEqual(before);
  });

  it('is not published with what looks like personal data, unless the officer confirms that it is none', async () => {
    const texts = wordings(made);
    const spoilt = (await change(made, [...texts.slice(0, 2), { choice: 'asIs', spans: [] }, ...texts.slice(3)]).expect(200))
      .body as PublicationView;
    expect(spoilt.texts[2]?.left).toEqual(['address', 'phone', 'email', 'account']);
    expect(Object.keys((await publish(spoilt).expect(422)).body.errors)).toEqual(['texts.2']);
    expect(JSON.parse((await open(caseId)).text).settlements).toEqual([]);
    made = (await change(spoilt, texts).expect(200)).body;
  });

  it('is public from its publication on, without a trace of what was hidden and without its files', async () => {
    const before = made.version;
    made = (await publish(made).expect(200)).body;
    expect(made).toMatchObject({ state: 'published', publishedBy: { name: 'Referentka' }, version: before + 1 });
    const { grant, settlements } = JSON.parse((await open(caseId).expect(200)).text);
    expect(grant).toMatchObject({
      applicantName: 'Žaneta Zkušební',
      ico: null,
      settlementsUrl: expect.stringMatching(`/${slug}/registr/${caseId}$`),
    });
    expect(settlements).toEqual([
      {
        id: made.id,
        ordinal: 1,
        submittedOn: today(),
        acceptedOn: today(),
        publishedOn: today(),
        items: [
          {
            description: 'Honorář [anonymizováno], r. č. [anonymizováno], nar. [anonymizováno]',
            documentNumber: 'DPP 1',
            amount: 12_000_00,
            fromGrant: 10_000_00,
            accepted: 8_000_00,
          },
          {
            description: 'Ozvučení, [anonymizováno], tel. [anonymizováno], [anonymizováno], účet [anonymizováno]',
            documentNumber: null,
            amount: 13_000_00,
            fromGrant: 10_000_00,
            accepted: 10_000_00,
          },
        ],
        sums: { amount: 25_000_00, fromGrant: 20_000_00, accepted: 18_000_00 },
        own: 7_000_00,
        ownShare: 28_00,
        unspent: null,
        returned: null,
        report: null,
      },
    ]);
    const text = pdfText((await pdf(`${caseId}/settlements/${made.id}`).expect(200)).body as Buffer);
    expect(text).toMatch(/Žaneta Zkušební, Zkušebnov.*Celkem/);
    const all = text + (await everything());
    for (const hidden of HIDDEN) expect([hidden, all.includes(hidden)]).toEqual([hidden, false]);
    for (const id of [documentId, made.documentId]) expect(all).not.toContain(id);
    expect(all).not.toContain('účtenka');
    const { what } = (await lastEvent(db, caseId, 'publicSettlementPublished'))!;
    expect(what).toMatchObject({ ordinal: 1, documentId: made.documentId });
    expect((await people.applicant.agent.get(`/api/cases/${caseId}/events`).expect(200)).text).toContain('zveřejněno v registru dotací');
  });

  it('stays as it is while it is published, and is withdrawn with a reason', async () => {
    const before = await snapshot(db);
    await change(made, wordings(made)).expect(409);
    await publish(made).expect(409);
    for (const body of [{}, { reason: ' ' }, { reason: 'x'.repeat(1_001) }, { reason: 'x', quietly: true }])
      await withdraw(made, body).expect(422);
    await withdraw({ ...made, version: 1 }).expect(412);
    expect(await snapshot(db)).toEqual(before);
    const withdrawn = (await withdraw(made).expect(200)).body as PublicationView;
    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawReason: 'Zůstalo v něm jméno', documentId: null });
    expect(JSON.parse((await open(caseId)).text)).toMatchObject({ grant: { settlementsUrl: null }, settlements: [] });
    await pdf(`${caseId}/settlements/${made.id}`).expect(404);
    expect(await everything()).not.toContain('Honorář');
    await withdraw(withdrawn).expect(409);
    expect(await lastEvent(db, caseId, 'publicSettlementWithdrawn')).toMatchObject({ what: { reason: 'Zůstalo v něm jméno' } });
    made = (await publish(withdrawn).expect(200)).body;
    expect(made).toMatchObject({ state: 'published', withdrawReason: null });
  });
});

it('of each settlement there is one version of its own; the last one tells what came back', async () => {
  await pay(20_000_00);
  await checked(second, 'Přišlo 200 lidí.');
  await confirmed(20_000_00);
  expect((await list()).map(({ ordinal, publication }) => [ordinal, publication?.state ?? null])).toEqual([
    [1, 'published'],
    [2, null],
  ]);
  const { body } = await begin(2).expect(201);
  const asIs = { choice: 'asIs', spans: [] };
  const withReport = (await change(body, [asIs, asIs, asIs]).expect(200)).body;
  await pass(people, people.accountant, caseId, 'refund', 'received', { receivedOn: today(), amount: 2_000_00 });
  // A school is nobody's address: the officer says so.
  expect(Object.keys((await publish(withReport, { confirmed: false }).expect(422)).body.errors)).toEqual(['texts.0']);
  await publish(withReport, { confirmed: true }).expect(200);
  expect(await lastEvent(db, caseId, 'publicSettlementPublished')).toMatchObject({ what: { ordinal: 2, confirmed: 1 } });
  const { settlements } = JSON.parse((await open(caseId)).text);
  expect(settlements).toMatchObject([
    { ordinal: 1, unspent: null },
    { ordinal: 2, report: 'Přišlo 200 lidí.', unspent: 2_000_00, returned: 2_000_00, items: [{ documentNumber: 'FV-2026/0012' }] },
  ]);
}, 60_000);

it('is prepared by officers, read by those who oversee, and unknown to others and elsewhere', async () => {
  const [{ publication: of }] = (await list()) as [AcceptedSettlementView & { publication: PublicationView }];
  const elsewhere = `obec-${randomUUID().slice(0, 8)}`;
  await buildTenant({ slug: elsewhere });
  const before = await snapshot(db);
  for (const { agent } of [people.secretary, people.accountant, people.auditor]) {
    expect(await list(agent)).toHaveLength(2);
    for (const answer of [begin(1, agent), change(of, wordings(of), agent), publish(of, {}, agent), withdraw(of, undefined, agent)])
      await answer.expect(403);
  }
  for (const { agent } of [people.applicant, people.evaluators[0]]) await agent.get(`/api/cases/${caseId}/public-settlements`).expect(403);
  for (const answer of [
    stranger.get(`/api/cases/${caseId}/public-settlements`),
    stranger.get(`/api/public-settlements/${of.id}/preview`),
    begin(1, stranger),
    change(of, wordings(of), stranger),
    publish(of, {}, stranger),
    withdraw(of, undefined, stranger),
  ])
    await answer.expect(404);
  await open(caseId, elsewhere).expect(404);
  await open(`${caseId}/settlements/${of.id}`, elsewhere).expect(404);
  await open(`${randomUUID()}/settlements/${of.id}`).expect(404);
  expect(await snapshot(db)).toEqual(before);
});

it('of a case that is not in the register nothing is said, whatever was published', async () => {
  const other = await submitted(people);
  await openTask(people, other.caseId, 'formalCheck');
  await open(other.caseId).expect(404);
  await open('nesmysl').expect(404);
});
