import { exampleTemplate } from '../../documents/exampleTemplates';
import { openDocx } from '../../documents/docx/openDocx';
import { plainText } from '../../documents/docx/plainText';
import { writeDocx } from '../../documents/docx/writeDocx';
import { pdfText } from '../../documents/testing/pdfText';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { testApi, type Agent } from '../testing/api';
import { docx as strangeDocx, pdf, PNG } from '../testing/files';
import { grantPeople, submitted, upTo, type GrantPeople } from '../testing/grantPeople';
import { testTemporal } from '../testing/temporal';
import { today } from '../today';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });
const slug = 'smluvnikov';

let people: GrantPeople;
let stranger: Agent;
let tenantId: string;

beforeAll(async () => {
  tenantId = await buildTenant({ slug });
  people = await grantPeople(api, tenantId);
  stranger = (await api.signedIn(await buildTenant(), ['grantOfficer'])).agent;
});

const officer = (): Agent => people.officer.agent;
interface Sent {
  readonly kind?: string;
  readonly version?: number;
  readonly programmeId?: string;
  readonly agent?: Agent;
  readonly name?: string;
}
const keep = (bytes: Buffer, { kind = 'contract', version = 0, programmeId, agent = officer(), name = 'smlouva.docx' }: Sent = {}) => {
  const request = agent.post('/api/contract-templates').set('If-Match', `"${version}"`).field('kind', kind);
  if (programmeId !== undefined) void request.field('programmeId', programmeId);
  return request.attach('file', bytes, name);
};
const shown = async (query = {}) => (await officer().get('/api/contract-templates').query(query).expect(200)).body;
const own = (text: string): Buffer => writeDocx([{ style: 'plain', text }], 'Spis {cislo_spisu}');
const rows = () => db.superuser<object>('select id from contract_templates');
const binary = (request: ReturnType<Agent['get']>) =>
  request.buffer(true).parse((response, done) => {
    const pieces: Buffer[] = [];
    response.on('data', (piece: Buffer) => pieces.push(piece));
    response.on('end', () => done(null, Buffer.concat(pieces)));
  });

it('is offered an example and the list of fields', async () => {
  const { body } = await binary(officer().get('/api/contract-templates/example').query({ kind: 'contract' })).expect(200);
  expect((body as Buffer).equals(exampleTemplate('contract'))).toBe(true);
  const fields = (await officer().get('/api/contract-templates/fields').query({ kind: 'amendment' }).expect(200)).body;
  expect(fields).toContainEqual(expect.objectContaining({ name: 'castka_slovy', example: 'šedesát tisíc korun českých' }));
  expect(fields).toContainEqual(expect.objectContaining({ name: 'zmena', inside: 'zmeny' }));
});

it('is kept in versions, of the town and of a programme; what holds is the programme’s, then the town’s', async () => {
  const programmeId = people.programme.id;
  expect((await shown({ programmeId }))[0]).toMatchObject({ kind: 'contract', version: 0, current: null, versions: [] });
  const town = (await keep(exampleTemplate('contract')).expect(201)).body;
  expect(town).toMatchObject({ version: 1, current: { version: 1, lacks: [], notes: [], createdBy: { name: 'Referentka' } } });
  expect((await shown({ programmeId }))[0]).toMatchObject({ version: 0, current: { id: town.current.id, programmeId: null } });

  const ours = (await keep(own('Platí se {castka}.'), { programmeId }).expect(201)).body;
  expect(ours.current).toMatchObject({ programmeId, version: 1, fields: ['castka', 'cislo_spisu'] });
  expect(ours.current.lacks.map(({ provision }: { provision: string }) => provision)).toContain(
    '§ 10a odst. 5 písm. e) zákona č. 250/2000 Sb.',
  );
  // the same bytes are no other version; another writer saw less
  expect((await keep(own('Platí se {castka}.'), { programmeId, version: 1 }).expect(201)).body.version).toBe(1);
  await keep(own('Jinak'), { programmeId, version: 0 }).expect(412);
  const race = await Promise.all(['A {castka}', 'B {castka}'].map((text) => keep(own(text), { kind: 'amendment', programmeId })));
  expect(race.map(({ status }) => status).sort()).toEqual([201, 412]);
  const second = (await keep(own('Platí se {castka} ({castka_slovy}).'), { programmeId, version: 1 }).expect(201)).body;
  expect(second.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);

  const compared = (
    await officer().get('/api/contract-templates/comparison').query({ before: ours.current.id, after: second.current.id }).expect(200)
  ).body;
  expect(compared.paragraphs[0]).toMatchObject({
    change: 'changed',
    pieces: expect.arrayContaining([{ change: 'added', text: ' ({castka_slovy})' }]),
  });
  const { body } = await binary(officer().get(`/api/contract-templates/${ours.current.id}/content`)).expect(200);
  expect(plainText(openDocx(body as Buffer))[0]).toBe('Platí se {castka}.');

  const withdraw = (version: number) =>
    officer().post('/api/contract-templates/withdraw').set('If-Match', `"${version}"`).send({ kind: 'contract', programmeId });
  await withdraw(1).expect(412);
  expect((await withdraw(2).expect(200)).body).toMatchObject({ version: 3, current: { id: town.current.id } });
  await withdraw(3).expect(409);
  const events = await db.superuser<{ type: string; what: { version: number } }>(
    `select type, what from events where type like 'contractTemplate%' and what->>'kind' = 'contract' order by seq`,
  );
  expect(events.map(({ type, what }) => [type, what.version])).toEqual([
    ['contractTemplateKept', 1],
    ['contractTemplateKept', 1],
    ['contractTemplateKept', 2],
    ['contractTemplateWithdrawn', 3],
  ]);
});

it.each<[string, Buffer, string, RegExp]>([
  ['a text called a DOCX', Buffer.from('ahoj'), 'a.docx', /neodpovídá/],
  ['a PDF', pdf(), 'a.pdf', /příponou \.docx/],
  ['a picture', PNG, 'a.png', /příponou \.docx/],
  ['a document with macros', strangeDocx({ 'word/vbaProject.bin': 'x' }), 'a.docx', /makra/],
  ['an unknown field', own('{rodne_cislo}'), 'a.docx', /\{rodne_cislo\}/],
  ['a mistake in braces', own('platí {castka'), 'a.docx', /odstavec 1/],
  ['raw markup', own('{@castka}'), 'a.docx', /./],
])('refuses %s and keeps nothing', async (_what, bytes, name, why) => {
  const before = await rows();
  const { status, body } = await keep(bytes, { name, programmeId: people.programme.id, version: 3 });
  expect([status, body.type]).toEqual([422, 'https://postup.otevrenamesta.cz/problems/file-refused']);
  expect(body.detail).toMatch(why);
  expect(await rows()).toEqual(before);
});

it('refuses bad input, other roles and other towns', async () => {
  const before = await rows();
  const file = exampleTemplate('contract');
  await keep(file, { kind: 'robot' }).expect(422);
  await keep(file, { programmeId: 'x' }).expect(422);
  await keep(file).field('note', '<script>').expect(422);
  await officer().post('/api/contract-templates').field('kind', 'contract').attach('file', file, 'a.docx').expect(428);
  await officer().post('/api/contract-templates').set('If-Match', '"1"').field('kind', 'contract').expect(422);
  await keep(file, { programmeId: people.programme.id, agent: stranger }).expect(404);
  await stranger.get('/api/contract-templates').query({ programmeId: people.programme.id }).expect(404);
  await officer().get('/api/contract-templates').query({ programmeId: "'; drop table users" }).expect(422);
  for (const agent of [people.applicant.agent, people.auditor.agent]) await keep(file, { agent }).expect(403);
  await people.applicant.agent.get('/api/contract-templates').expect(403);
  await people.auditor.agent.get('/api/contract-templates').expect(200);
  const [{ current }] = await shown();
  for (const path of ['content', 'preview']) await stranger.get(`/api/contract-templates/${current.id}/${path}`).expect(404);
  await stranger.get('/api/contract-templates/comparison').query({ before: current.id, after: current.id }).expect(404);
  expect(await rows()).toEqual(before);
});

it('shows what a contract would look like: with an example, and with a case', async () => {
  const [{ current }] = await shown();
  const preview = `/api/contract-templates/${current.id}/preview`;
  const example = await binary(officer().get(preview)).expect(200);
  expect(pdfText(example.body as Buffer)).toContain('Žofie Ďáblíková');
  const { caseId, number } = await submitted(people, { name: 'Spolek přátel náhledu' });
  const real = await binary(officer().get(preview).query({ caseId })).expect(200);
  expect(pdfText(real.body as Buffer)).toMatch(new RegExp(`spisová značka: ${number}.*Spolek přátel náhledu.*40 000 Kč`));
  const [event] = await db.superuser(`select type from events where case_id = $1 and type = 'documentViewed'`, [caseId]);
  expect(event).toBeDefined();
  await stranger.get(preview).query({ caseId }).expect(404);
  await officer().get(preview).query({ caseId: people.programme.id }).expect(404);
});

describe('a contract of a case', () => {
  let caseId: string;
  let documents: { id: string; title: string; mediaType: string; fileName: string; state: string }[];

  beforeAll(async () => {
    ({ caseId } = await submitted(people, {
      applicantKind: 'natural',
      name: 'Žaneta Zkušební',
      birthDate: '1980-02-29',
      ico: undefined,
      representative: undefined,
      street: 'Tajná 7',
    }));
    await upTo(people, caseId, 'signature');
    for (let left = 100; left > 0; left -= 1) {
      documents = (await officer().get(`/api/cases/${caseId}/documents`).expect(200)).body;
      if (documents.length >= 3 && documents.every(({ state }) => state === 'ready')) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await upTo(people, caseId, 'payment').catch(() => undefined);
  });

  it('is kept as PDF, as DOCX and as what is to be published; the applicant sees what is signed', async () => {
    expect(documents.map(({ fileName }) => fileName.replace(/DOT-\d+-\d+/, 'N')).sort()).toEqual([
      'verejnopravni-smlouva-o-poskytnuti-dotace-N-zverejneni.pdf',
      'verejnopravni-smlouva-o-poskytnuti-dotace-N.docx',
      'verejnopravni-smlouva-o-poskytnuti-dotace-N.pdf',
    ]);
    const seen = (await people.applicant.agent.get(`/api/cases/${caseId}/documents`).expect(200)).body;
    expect(seen.map(({ fileName }: { fileName: string }) => /\d\.pdf$/.test(fileName))).toEqual([true]);
    const source = documents.find(({ mediaType }) => mediaType.includes('wordprocessingml'))!;
    const other = documents.find(({ fileName }) => fileName.endsWith('zverejneni.pdf'))!;
    const compare = (before: string, after: string, agent = officer()) =>
      agent.get(`/api/cases/${caseId}/document-comparison`).query({ before, after });
    expect(
      (await compare(source.id, source.id).expect(200)).body.paragraphs.every(({ change }: { change: string }) => change === 'same'),
    ).toBe(true);
    expect(Object.keys((await compare(source.id, other.id).expect(422)).body.errors)).toEqual(['after']);
    await compare(source.id, source.id, people.applicant.agent).expect(404);
    await compare(source.id, source.id, stranger).expect(404);
  });

  it('is a duty over 50 000 CZK until it is on the board, and then anybody reads it without personal data', async () => {
    const list = async (query = {}) => (await officer().get('/api/contract-duties').query(query).expect(200)).body;
    const published = async () => (await api.browser().get(`/api/public/${slug}/contracts`).expect(200)).body;
    const file = documents.find(({ fileName }) => fileName.endsWith('zverejneni.pdf'))!;
    const open = (id: string) => binary(api.browser().get(`/api/public/${slug}/contracts/${id}`));
    expect(await list()).toEqual([]);
    expect(await published()).toEqual([]);
    await open(file.id).expect(404);
    await db.superuser(`update grants set awarded = 6000000, signed_on = '2026-01-05', contract_number = 'S-1/2026' where case_id = $1`, [
      caseId,
    ]);
    expect(await list({ programmeId: people.programme.id })).toMatchObject([{ caseId, duty: 'overdue', publishBy: '2026-02-04' }]);
    expect((await stranger.get('/api/contract-duties').expect(200)).body).toEqual([]);
    await people.applicant.agent.get('/api/contract-duties').expect(403);

    const record = (values: object) =>
      db.superuser(`update cases set values = values || $2::jsonb where id = $1`, [caseId, JSON.stringify(values)]);
    await record({ contractPublishedOn: today(), contractPublishedUntil: '2099-01-01' });
    expect(await list()).toEqual([]);
    expect(await list({ all: '1' })).toMatchObject([{ duty: 'publishedLate' }]);
    expect(await published()).toMatchObject([
      { caseId, applicantName: 'Žaneta Zkušební', ico: null, amount: 6_000_000, documents: [{ id: file.id }] },
    ]);
    const text = pdfText((await open(file.id).expect(200)).body as Buffer);
    expect(text).toContain('Žaneta Zkušební');
    for (const hidden of ['Tajná 7', '29. 2. 1980', '19-2000145399']) expect(text).not.toContain(hidden);
    // nothing else of the case, and nothing of it in another town
    for (const { id } of documents.filter((one) => one !== file)) await open(id).expect(404);
    await api.browser().get(`/api/public/neni-tu/contracts`).expect(404);
    const csv = (await api.browser().get(`/api/public/${slug}/contracts.csv`).expect(200)).text;
    expect(csv).toMatch(/S-1\/2026;.*60000/);

    await record({ contractPublishedUntil: '2026-01-31' });
    expect(await published()).toEqual([]);
    await open(file.id).expect(404);
  });

  it('becomes an entry for the register of contracts once it is signed', async () => {
    const entry = (agent = officer()) => agent.get(`/api/cases/${caseId}/contract-register.xml`);
    await db.superuser(`update cases set values = values - 'signedOn' where id = $1`, [caseId]);
    await entry().expect(409);
    await db.superuser(`update cases set values = values || '{"signedOn": "2026-01-05", "contractNumber": "S-1/2026"}' where id = $1`, [
      caseId,
    ]);
    const { body } = await binary(entry()).expect(200);
    const xml = (body as Buffer).toString('utf8');
    expect(xml).toContain('<datumUzavreni>2026-01-05</datumUzavreni><cisloSmlouvy>S-1/2026</cisloSmlouvy>');
    expect(xml).toContain('<nazev>Žaneta Zkušební</nazev>');
    expect(xml).not.toContain('Tajná 7');
    await entry(people.applicant.agent).expect(403);
    await entry(stranger).expect(404);
  });

  it('shows that an uploaded file carries a signature, and says nothing of its validity', async () => {
    const upload = async (bytes: Buffer, name: string) =>
      (await officer().post('/api/documents').field('caseId', caseId).attach('file', bytes, name).expect(201)).body.signature;
    expect(await upload(pdf(), 'sken.pdf')).toBeNull();
    const signed = pdf(
      '/AcroForm << /SigFlags 3 >> /V << /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 10 20 30] /Contents <00> >>',
    );
    expect(await upload(signed, 'podepsana.pdf')).toBe('pdf');
    const content = Buffer.from('06092a864886f70d010702a0820002', 'hex');
    expect(await upload(Buffer.concat([Buffer.from([0x30, content.length]), content]), 'smlouva.p7s')).toBe('detached');
  });
});
