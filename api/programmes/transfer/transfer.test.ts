import { createHash, randomUUID } from 'node:crypto';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { exampleTemplate } from '../../../documents/exampleTemplates';
import { openDocx } from '../../../documents/docx/openDocx';
import { zipParts } from '../../../documents/docx/zipDocx';
import { testDatabase } from '../../../models/testing/database';
import { buildTenant } from '../../../models/testing/factories';
import type { ProgrammeFile } from '../../../processes/programmeFile/file';
import { testApi, type Agent } from '../../testing/api';
import { checkFile, reviewed, takeFile } from '../../testing/programmeFiles';
import { dayOf } from '../../today';

const db = testDatabase();
const api = testApi();

const inDays = (days: number, hour = 'T08:00:00.000Z'): string => `${dayOf(new Date(Date.now() + days * 86_400_000))}${hour}`;

/** One of every kind, so that what a form may hold goes along. */
const items = [
  { id: 'q1', kind: 'section', title: 'O projektu' },
  { id: 'q2', kind: 'note', title: 'Čtěte pozorně', help: 'Podklady posílejte na dotace@obec.example.' },
  { id: 'q3', kind: 'text', title: 'Motto', maxLength: 80 },
  { id: 'q4', kind: 'longText', title: 'Popis', required: true },
  { id: 'q5', kind: 'number', title: 'Členů', min: 1, max: 500 },
  { id: 'q6', kind: 'money', title: 'Z toho mzdy', max: 5_000_00 },
  { id: 'q7', kind: 'day', title: 'Den akce' },
  { id: 'q8', kind: 'yesNo', title: 'Vybíráte vstupné' },
  { id: 'q9', kind: 'choice', title: 'Kde', options: [{ id: 'a', title: 'Uvnitř' }, { id: 'b', title: 'Venku' }], shownIf: { item: 'q8', is: true } }, // prettier-ignore
  { id: 'q10', kind: 'choices', title: 'Pro koho', options: [{ id: 'a', title: 'Děti' }, { id: 'b', title: 'Senioři' }] }, // prettier-ignore
  { id: 'q11', kind: 'files', title: 'Fotky', most: 3 },
  { id: 'q12', kind: 'table', title: 'Rozpočet', columns: [{ id: 'a', title: 'Položka', kind: 'text' }, { id: 'b', title: 'Kč', kind: 'money' }], total: { column: 'b', is: 'totalCost' } }, // prettier-ignore
  { id: 'q13', kind: 'ico', title: 'IČO partnera' },
  { id: 'q14', kind: 'bankAccount', title: 'Účet partnera' },
  { id: 'q15', kind: 'address', title: 'Místo' },
  { id: 'q16', kind: 'computed', title: 'Podíl', plus: ['requestedAmount'], percentOf: 'totalCost', max: 70 },
];
const criteria = [
  { id: 'k1', title: 'Dosah', help: 'Kolik lidí přijde', maxPoints: 10, weight: 2 },
  { id: 'k2', title: 'Rozpočet', maxPoints: 5, weight: 1 },
];
const terms = {
  paymentParts: [
    { share: 60, when: 'signature', on: null },
    { share: 40, when: 'day', on: inDays(200, '') },
  ],
  twoReviews: true,
  ownShare: 20,
};

/** As Word leaves it: with the name of who wrote it. */
function signedTemplate(): Buffer {
  const parts = new Map(openDocx(exampleTemplate('contract')));
  const core = `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Smlouva</dc:title><dc:creator>Jana Písařová</dc:creator><cp:lastModifiedBy>Karel Opravář</cp:lastModifiedBy></cp:coreProperties>`;
  parts.set('docProps/core.xml', Buffer.from(core));
  return zipParts(parts);
}

let officer: Agent;
let evaluatorId: string;
let tenantId: string;
let programmeId: string;
let text: string;
let file: ProgrammeFile;

const keyed = (agent: Agent, path: string, body: object) => agent.post(path).set('Idempotency-Key', randomUUID()).send(body);
const newTown = async (): Promise<Agent> => (await api.signedIn(await buildTenant(), ['grantOfficer'])).agent;
const exported = async (agent: Agent, id: string): Promise<string> =>
  ((await agent.get(`/api/programmes/${id}/export`).responseType('blob').expect(200)).body as Buffer).toString('utf8');
const paths = (faults: readonly { path: string }[]): string[] => faults.map(({ path }) => path);

beforeAll(async () => {
  tenantId = await buildTenant();
  officer = (await api.signedIn(tenantId, ['grantOfficer'])).agent;
  evaluatorId = (await api.signedIn(tenantId, ['evaluator'])).user.id;
  const fund = (await keyed(officer, '/api/funds', { name: 'Fond kultury' }).expect(201)).body as { id: string };
  const area = (await keyed(officer, '/api/areas', { fundId: fund.id, name: 'Hudba' }).expect(201)).body as { id: string };
  const fields = {
    title: 'Hudba v obci 2026',
    areaId: area.id,
    purpose: 'Koncerty',
    reasons: 'Lidé rádi zpívají.\nA poslouchají.',
    totalAmount: 100_000_00,
    maxAmount: 20_000_00,
    eligible: 'Spolky',
    criteria: 'Dosah a rozpočet',
    conditions: 'Volejte 601 234 567, nejvýš 600 000 000 Kč.',
    asksPastSupport: true,
    deMinimis: true,
    intakeOpensAt: inDays(40),
    intakeClosesAt: inDays(60),
    settlementDueOn: inDays(400, ''),
    evaluatorIds: [evaluatorId],
  };
  programmeId = ((await keyed(officer, '/api/programmes', fields).expect(201)).body as { id: string }).id;
  const at = `/api/programmes/${programmeId}`;
  const call = {
    title: 'Podzim',
    intakeOpensAt: inDays(100),
    intakeClosesAt: inDays(130),
    settlementDueOn: inDays(500, ''),
    amount: 5_000_00,
  };
  await keyed(officer, `${at}/calls`, call).expect(201);
  await officer.put(`${at}/form`).set('If-Match', '"0"').send({ items }).expect(200);
  await officer.put(`${at}/criteria`).set('If-Match', '"0"').send({ criteria }).expect(200);
  const { version } = (await officer.get(`${at}/terms`)).body as { version: number };
  await officer.put(`${at}/terms`).set('If-Match', `"${version}"`).send(terms).expect(200);
  await officer
    .post('/api/contract-templates')
    .set('If-Match', '"0"')
    .attach('file', signedTemplate(), 'smlouva.docx')
    .field('kind', 'contract')
    .field('programmeId', programmeId)
    .expect(201);
  text = await exported(officer, programmeId);
  file = JSON.parse(text) as ProgrammeFile;
});

it('goes whole to another town: what it exports there is the same to the byte', async () => {
  const there = await newTown();
  const made = await takeFile(there, text);
  expect([made.status, made.body]).toEqual([
    201,
    expect.objectContaining({ state: 'draft', evaluatorIds: [], fund: expect.objectContaining({ name: 'Fond kultury' }) as unknown }),
  ]);
  expect(await exported(there, (made.body as { id: string }).id)).toBe(text);
});

it('has its keys in one order, nobody in it, and a schema that everybody may read', async () => {
  expect(Object.keys(file)).toEqual(['format', 'formatVersion', 'programme', 'fund', 'calls', 'items', 'terms', 'criteria', 'evaluationsNeeded', 'contractTemplates']); // prettier-ignore
  expect(file.items.map((item) => Object.keys(item).slice(0, 3).join())).toContain('kind,id,title');
  const words = [...openDocx(Buffer.from(file.contractTemplates[0]?.docx ?? '', 'base64')).values()].map(String).join();
  expect(words).toContain('<dc:title>Smlouva');
  for (const person of [evaluatorId, 'Jana Písařová', 'Karel Opravář']) expect(text + words).not.toContain(person);
  const { body, headers } = await api.browser().get('/api/schemas/programme-file-2.schema.json').expect(200);
  expect(headers['content-type']).toMatch(/^application\/schema\+json/);
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  const fits = ajv.compile(body as object);
  expect([fits(file), fits.errors]).toEqual([true, null]);
  expect(fits({ ...file, items: [{ kind: 'robot', id: 'q1', title: 'x' }] })).toBe(false);
  expect(fits({ ...file, evaluatorIds: [] })).toBe(false);
});

it('is known by its SHA-256 at both ends, and tells what a person should look at before it leaves', async () => {
  const { body, headers } = await officer.get(`/api/programmes/${programmeId}/export/about`).expect(200);
  const sha256 = createHash('sha256').update(text).digest('hex');
  expect(body).toMatchObject({ sha256, size: Buffer.byteLength(text), fileName: 'program-hudba-v-obci-2026.json', leftOut: [] });
  expect(headers).not.toHaveProperty('repr-digest');
  const { contacts } = body as { contacts: { path: string; found: string; place: { cs: string } }[] };
  expect(contacts.map(({ path, found }) => [path, found])).toEqual([
    ['programme.conditions', '601 234 567'],
    ['items.1.help', 'dotace@obec.example'],
  ]);
  expect(contacts[1]?.place.cs).toBe('Otázka 2 „Čtěte pozorně“ – nápověda');
  expect((await reviewed(officer, text)).sha256).toBe(sha256);
});

it('is looked through without a trace', async () => {
  const there = await newTown();
  const rows = async (): Promise<unknown> =>
    db.superuser(
      `select (select count(*) from programmes) p, (select count(*) from calls) c, (select count(*) from funds) f, (select count(*) from areas) a,
         (select count(*) from events) e, (select count(*) from application_forms) i, (select count(*) from contract_templates) t, (select sum(version) from tenants) v`,
    );
  const before = await rows();
  const { content } = await reviewed(there, text);
  expect(content).toMatchObject({ errors: {}, choices: { makeArea: true, areaId: null }, yearsMoved: 0, same: null });
  expect(content?.templates).toEqual([expect.objectContaining({ kind: 'contract', fileName: 'smlouva.docx' })]);
  expect(JSON.stringify(content?.form.schema)).toContain('pastSupport');
  expect(Object.keys(content?.form.schema.properties ?? {})).toEqual(expect.arrayContaining(['q4', 'q12']));
  await reviewed(there, text, content?.choices);
  expect(await rows()).toEqual(before);
});

describe('its faults', () => {
  const faultsOf = async (broken: object | string | Buffer) => {
    const { faults, content } = await reviewed(officer, broken);
    expect(content).toBeNull();
    return faults;
  };

  it('are all told, each with its place in words and its line', async () => {
    const broken = {
      ...file,
      evaluatorIds: [evaluatorId],
      programme: { ...file.programme, purpose: '', maxAmount: 1.5, owner: 'x' },
      items: [{ id: 'q1', kind: 'choice', title: 'Kde', options: [{ id: 'a', title: '' }] }],
      criteria: [criteria[0], criteria[0]],
    };
    const faults = await faultsOf(broken);
    expect(paths(faults).sort()).toEqual(['criteria.1.id', 'criteria.1.title', 'evaluatorIds', 'items.0.options.0.title', 'programme.maxAmount', 'programme.owner', 'programme.purpose']); // prettier-ignore
    const option = faults.find(({ path }) => path === 'items.0.options.0.title');
    expect(option?.place.cs).toBe('Otázka 1 „Kde“ – možnost 1 – název');
    const lines = JSON.stringify(broken, null, 2).split('\n');
    expect(lines[(option?.line ?? 0) - 1]).toContain('"title": ""');
    expect(faults.find(({ path }) => path === 'programme.owner')?.what.cs).toBe('Takový údaj tu nečekáme.');
  });

  it.each<[string, () => object | string | Buffer, string[], RegExp]>([
    ['no JSON', () => 'ahoj', [''], /není soubor s nastavením/],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]), [''], /není text/],
    ['nothing', () => '', [''], /není soubor/],
    ['half a file', () => text.slice(0, text.length / 2), [''], /poškozený na řádku \d+/],
    ['another file', () => ({ format: 'csv' }), [''], /není soubor s nastavením/],
    ['a list', () => '[1]', [''], /není soubor s nastavením/],
    ['a later version', () => ({ ...file, formatVersion: 3 }), ['formatVersion'], /verze 3/],
    ['a version that never was', () => ({ ...file, formatVersion: '2' }), ['formatVersion'], /neznáme/],
    ['what the form cannot be', () => ({ ...file, items: [items[8]] }), ['items.0.shownIf'], /./],
    ['parts that make no hundred', () => ({ ...file, terms: { ...terms, paymentParts: [{ share: 5, when: 'signature', on: null }] } }), ['terms.paymentParts'], /100/], // prettier-ignore
    ['a template that is none', () => ({ ...file, contractTemplates: [{ kind: 'contract', fileName: 'x.docx', docx: 'AAAA' }] }), ['contractTemplates.0.docx'], /./], // prettier-ignore
    ['two templates of a kind', () => ({ ...file, contractTemplates: [file.contractTemplates[0], file.contractTemplates[0]] }), ['contractTemplates'], /jen jedna/], // prettier-ignore
    ['no call', () => ({ ...file, calls: [] }), ['calls'], /./],
    ['a maximum over the total', () => ({ ...file, programme: { ...file.programme, maxAmount: 100_000_01 } }), ['programme.maxAmount'], /vyšší/], // prettier-ignore
    ['a character that is none', () => ({ ...file, fund: 'a\u0000b' }), ['fund'], /znak/],
    ['a name twice', () => text.replace('"fund"', '"format"'), [''], /„format“ je tu dvakrát/],
    ['a turned text', () => ({ ...file, fund: 'a\u202eb' }), ['fund'], /směr psaní/],
  ])('are told of %s', async (_name, broken, where, what) => {
    const faults = await faultsOf(broken());
    expect(paths(faults)).toEqual(where);
    expect(faults[0]?.what.cs).toMatch(what);
  });

  it('keep it from being taken, though somebody asks past the screen', async () => {
    const { content } = await reviewed(officer, text);
    const broken = Buffer.from(JSON.stringify({ ...file, formatVersion: 9 }));
    const send = (bytes: Buffer, sha256: string, choices: unknown = content?.choices) =>
      officer
        .post('/api/programmes/import')
        .set('Idempotency-Key', randomUUID())
        .attach('file', bytes, 'x.json')
        .field('choices', JSON.stringify(choices))
        .field('sha256', sha256);
    const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    const count = async (): Promise<number> => ((await officer.get('/api/programmes').expect(200)).body as unknown[]).length;
    const before = await count();
    expect(Object.keys((await send(broken, hash(broken)).expect(422)).body.errors as object)).toEqual(['formatVersion']);
    expect(Object.keys((await send(Buffer.from(text), hash(broken)).expect(422)).body.errors as object)).toEqual(['file']);
    const other = { ...content?.choices, calls: [], role: 'admin' };
    expect((await send(Buffer.from(text), hash(Buffer.from(text)), other)).status).toBe(422);
    await checkFile(officer, Buffer.alloc(6 * 1024 * 1024 + 1, ' ')).expect(413);
    await officer.post('/api/programmes/import/check').expect(422);
    await checkFile(officer, text, 'nic').expect(422);
    expect(await count()).toBe(before);
  });
});

describe('what is chosen here', () => {
  it('is proposed by whole years, so that the first call may still be published in time', async () => {
    const years = 3;
    const old = (iso: string): string => `${Number(iso.slice(0, 4)) - years}${iso.slice(4)}`.replace('-02-29', '-02-28');
    const calls = file.calls.map((call) => ({ ...call, intakeOpensAt: old(call.intakeOpensAt), intakeClosesAt: old(call.intakeClosesAt), settlementDueOn: old(call.settlementDueOn) })); // prettier-ignore
    const { content } = await reviewed(officer, { ...file, programme: { ...file.programme, title: 'Hudba 2023' }, calls });
    expect([content?.yearsMoved, content?.choices.title]).toEqual([years, 'Hudba 2026']);
    expect(content?.choices.calls[0]?.intakeOpensAt.slice(0, 10)).toBe(file.calls[0]?.intakeOpensAt.slice(0, 10));
    expect(content?.warnings).not.toHaveProperty(['calls.0.intakeOpensAt']);
  });

  it('is held to the rules of the import itself, and what only breaks the thirty days is a warning', async () => {
    const there = await newTown();
    const { content } = await reviewed(there, text);
    const [first, second] = content!.choices.calls;
    const choose = (change: object) => reviewed(there, text, { ...content!.choices, ...change });
    const soon = await choose({ calls: [{ ...first, intakeOpensAt: inDays(20) }, second] });
    expect(soon.content?.errors).toEqual({});
    expect(soon.content?.warnings['calls.0.intakeOpensAt']?.cs).toMatch(/nejpozději 30 dnů.*§ 10c.*nejdřív/);
    const crossed = { calls: [first, { ...second, intakeOpensAt: inDays(50) }] };
    expect(Object.keys((await choose(crossed)).content?.errors ?? {})).toEqual(['calls.1.intakeOpensAt']);
    expect(Object.keys((await takeFile(there, text, crossed as never)).body.errors as object)).toEqual(['calls.1.intakeOpensAt']);
    expect(Object.keys((await choose({ evaluatorIds: [evaluatorId] })).content?.errors ?? {})).toEqual(['evaluatorIds']);
    expect(Object.keys((await choose({ calls: [{ ...first, intakeClosesAt: inDays(39) }, second] })).content?.errors ?? {})).toEqual(['calls.0.intakeClosesAt']); // prettier-ignore
    expect(Object.keys((await choose({ paymentDays: [null, null] })).content?.errors ?? {})).toEqual(['paymentDays.1']);
    const one = await takeFile(there, text, { calls: [first!, { ...second!, take: false }], templates: false, title: 'Jen jaro' });
    expect(one.body).toMatchObject({ title: 'Jen jaro', calls: [expect.objectContaining({ ordinal: 1 })] });
    const { body: templates } = await there.get('/api/contract-templates').query({ programmeId: (one.body as { id: string }).id });
    expect((templates as { version: number }[]).map(({ version }) => version)).toEqual([0, 0]);
  });
});

it('tells when this very file was taken already, and in what the programme that is here differs', async () => {
  const there = await newTown();
  const key = randomUUID();
  const { body: taken } = await takeFile(there, text, {}, key);
  const again = await reviewed(there, text);
  expect(again.takenBefore).toEqual([{ id: (taken as { id: string }).id, title: 'Hudba v obci 2026', at: expect.any(String) as unknown }]);
  expect(again.content?.warnings.title?.cs).toContain('tu už je');
  expect(again.content?.same).toMatchObject({ title: 'Hudba v obci 2026', differences: [] });
  const changed = {
    ...file,
    programme: { ...file.programme, title: 'Hudba v obci 2027', maxAmount: 30_000_00, reasons: 'Lidé rádi tančí.\nA poslouchají.' },
    items: [{ id: 'q4', kind: 'longText', title: 'Popis akce', required: true }, ...items.filter(({ id }) => id !== 'q4' && id !== 'q3')],
    criteria: null,
  };
  const { content, takenBefore } = await reviewed(there, changed);
  expect(takenBefore).toEqual([]);
  const told = (content?.same?.differences ?? []).map(({ part, field, before, after }) => [part, field, before, after]);
  const nbsp = (amount: string): string => amount.replaceAll(' ', '\u00a0');
  expect(told).toEqual(
    expect.arrayContaining([
      ['programme', 'title', 'Hudba v obci 2026', 'Hudba v obci 2027'],
      ['programme', 'maxAmount', nbsp('20 000 Kč'), nbsp('30 000 Kč')],
      ['form', 'questionTitle', 'Popis', 'Popis akce'],
      ['form', 'question', 'Motto', null],
      ['form', 'order', expect.any(String), expect.any(String)],
      ['criteria', 'criterion', 'Dosah', null],
    ]),
  );
  const reasons = content?.same?.differences.find(({ field }) => field === 'reasons');
  expect(reasons?.paragraphs?.[0]?.pieces).toEqual(expect.arrayContaining([{ change: 'removed', text: 'zpívají' }, { change: 'added', text: 'tančí' }])); // prettier-ignore
});

it('is read also as version 1, which knew one call and no templates', async () => {
  const [call] = file.calls;
  const { title: _title, amount: _amount, ...times } = call!;
  const { calls: _calls, contractTemplates: _templates, ...rest } = file;
  const first = { ...rest, formatVersion: 1, programme: { ...file.programme, ...times } };
  const there = await newTown();
  const { content, formatVersion } = await reviewed(there, first);
  expect([formatVersion, content?.choices.calls.length, content?.templates]).toEqual([1, 1, []]);
  expect((await takeFile(there, first)).body).toMatchObject({ title: 'Hudba v obci 2026', intakeOpensAt: call?.intakeOpensAt });
});

it('goes along into the next year with its templates', async () => {
  const { body } = await keyed(officer, `/api/programmes/${programmeId}/copy`, {}).expect(201);
  const { body: templates } = await officer.get('/api/contract-templates').query({ programmeId: (body as { id: string }).id });
  expect((templates as { versions: { fileName: string }[] }[])[0]?.versions).toEqual([
    expect.objectContaining({ fileName: 'smlouva.docx', version: 1 }),
  ]);
});
