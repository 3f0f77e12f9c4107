import { randomUUID } from 'node:crypto';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { Area, Fund, inTenant } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { applicationData, buildProgramme, buildTenant, buildUser } from '../../models/testing/factories';
import { buildGrants, buildSubmission } from '../../models/testing/grantRows';
import type { RegisterChoices, RegisterFigures } from '../../processes/registerViews';
import type { RegisterRow } from '../../processes/views';
import { testApi } from '../testing/api';
import { snapshot } from '../testing/snapshot';
import { schemas } from '../viewSchemas';
import { registerChoicesView, registerFiguresView } from './registerViewSchemas';

const db = testDatabase();
const api = testApi();

const slug = `obec-${randomUUID().slice(0, 8)}`;
const secret = { birthDate: '1969-07-21', street: 'Tajná 13', bankAccount: '19-2000145399/0800', postcode: '680 01' };
const ids: Record<string, string> = {};

interface Page {
  readonly rows: readonly RegisterRow[];
  readonly total: number;
  readonly sum: number;
}

const get = (path: string, query: object = {}) => api.browser().get(`/api/public/${slug}/${path}`).query(query);
const page = async (query: object = {}): Promise<Page> => (await get('register', query).expect(200)).body;
const projects = async (query: object): Promise<string[]> => (await page(query)).rows.map(({ projectTitle }) => projectTitle).sort();

beforeAll(async () => {
  const tenantId = await buildTenant({ slug });
  const other = await buildTenant();
  const { id: createdBy } = await buildUser(tenantId, { roles: ['grantOfficer'] });
  const sport = await buildProgramme(tenantId, { title: 'Podpora sportu', area: '', createdBy });
  const culture = await buildProgramme(tenantId, { title: 'Podpora kultury', area: 'Kultura', createdBy });
  await inTenant(tenantId, async () => {
    const fund = await Fund.create({ name: 'Sportovní fond', createdBy });
    const area = await Area.create({ fundId: fund.id, name: 'Sport dětí', createdBy });
    await sport.update({ areaId: area.id });
  });
  const applicant = await buildUser(tenantId, { name: 'Účet žadatele', email: 'tajny@zkusebnov.example' });
  const common = { applicantId: applicant.id };
  const grants = await buildGrants(tenantId, [
    { ...common, programmeId: sport.id, projectTitle: 'Běh', municipality: 'Boskovice', awarded: 50_000_00, paid: 50_000_00 },
    {
      ...common,
      programmeId: sport.id,
      projectTitle: 'Hřiště',
      municipality: ' boskovice',
      awarded: 70_000_00,
      year: 2025,
      decidedOn: '2025-04-01',
    },
    {
      ...common,
      programmeId: culture.id,
      projectTitle: 'Koncert',
      municipality: 'Adamov',
      awarded: 20_000_00,
      state: 'settled',
      paid: 20_000_00,
      accepted: 15_000_00,
      returned: 5_000_00,
    },
    {
      ...common,
      programmeId: culture.id,
      projectTitle: 'Obraz',
      municipality: 'Brno',
      awarded: 10_000_00,
      applicantKind: 'natural',
      applicantName: 'Tajemná Osoba',
      ico: '00000019',
    },
    { ...common, programmeId: culture.id, projectTitle: 'Nesjednáno', municipality: 'Zkušebnov', awarded: 5_000_00, state: 'ended' },
    { ...common, programmeId: culture.id, projectTitle: 'Odmítnuto', municipality: 'Brno', awarded: 0, state: 'ended' },
    {
      ...common,
      programmeId: culture.id,
      projectTitle: 'Rozhoduje se',
      municipality: 'Brno',
      awarded: null,
      decidedOn: null,
      state: 'running',
    },
  ]);
  await buildSubmission(tenantId, grants[3]!, applicant.id, { ...applicationData, ...secret });
  Object.assign(ids, { tenantId, sport: sport.id, culture: culture.id });

  const stranger = await buildUser(other);
  const elsewhere = await buildProgramme(other, { title: 'Cizí program' });
  await buildGrants(other, [{ applicantId: stranger.id, programmeId: elsewhere.id, projectTitle: 'Cizí projekt', municipality: 'Brno' }]);
  ids.elsewhere = elsewhere.id;
});

describe('the register', () => {
  it('lists what was awarded, with the sum of what came to a contract', async () => {
    const { rows, total, sum } = await page();
    expect(rows.map((row) => schemas.registerRow.parse(row))).toEqual(rows);
    expect(rows.map(({ projectTitle }) => projectTitle).sort()).toEqual(['Běh', 'Hřiště', 'Koncert', 'Nesjednáno', 'Obraz']);
    expect({ total, sum }).toEqual({ total: 5, sum: 150_000_00 });
    expect(rows.find(({ projectTitle }) => projectTitle === 'Běh')).toMatchObject({
      fund: 'Sportovní fond',
      area: 'Sport dětí',
      ico: '00000027',
    });
  });

  it.each<[string, object, string[]]>([
    ['text', { q: 'konc' }, ['Koncert']],
    ['text taken literally', { q: '%' }, []],
    ['text that looks like SQL', { q: "' or 1=1 --" }, []],
    ['an IČO of a legal person', { q: '00000027' }, ['Běh', 'Hřiště', 'Koncert', 'Nesjednáno']],
    ['the IČO of a natural person finds nothing', { q: '00000019' }, []],
    ['year', { year: '2025' }, ['Hřiště']],
    ['fund', { fund: 'Sportovní fond' }, ['Běh', 'Hřiště']],
    ['area with a record', { area: 'Sport dětí' }, ['Běh', 'Hřiště']],
    ['area by its text', { area: 'Kultura' }, ['Koncert', 'Nesjednáno', 'Obraz']],
    ['municipality, however it is written', { municipality: 'Boskovice' }, ['Běh', 'Hřiště']],
    ['a municipality of which there are several', { municipality: 'Adamov' }, ['Koncert']],
    ['district', { district: 'CZ0641' }, ['Běh', 'Hřiště']],
    ['region', { region: 'CZ064' }, ['Běh', 'Hřiště', 'Obraz']],
    ['district of another region', { district: 'CZ0641', region: 'CZ010' }, []],
    ['state', { state: 'settled' }, ['Koncert']],
    ['amounts', { min: '2000000', max: '5000000' }, ['Běh', 'Koncert']],
    ['kind of applicant', { kind: 'natural' }, ['Obraz']],
    ['several at once', { year: '2026', area: 'Kultura', min: '1500000' }, ['Koncert']],
  ])('is filtered by %s', async (_name, query, expected) => {
    expect(await projects(query)).toEqual(expected);
    const json = (await get('register.json', query).expect(200)).body as RegisterRow[];
    expect(json.map(({ projectTitle }) => projectTitle).sort()).toEqual(expected);
  });

  it('is filtered by programme, and knows none of another office', async () => {
    expect(await projects({ programme: ids.sport })).toEqual(['Běh', 'Hřiště']);
    expect(await projects({ programme: ids.elsewhere })).toEqual([]);
  });

  it('is sorted both ways', async () => {
    const order = async (query: object) => (await page(query)).rows.map(({ awarded }) => awarded / 100_00);
    expect(await order({ sort: 'awarded', order: 'asc' })).toEqual([50, 100, 200, 500, 700]);
    expect(await order({ sort: 'awarded', order: 'desc' })).toEqual([700, 500, 200, 100, 50]);
  });

  it.each<[object, string]>([
    [{ year: 'loni' }, 'year'],
    [{ year: '2026.5' }, 'year'],
    [{ year: '-1' }, 'year'],
    [{ programme: '1; drop table grants' }, 'programme'],
    [{ district: 'CZ06' }, 'district'],
    [{ district: "CZ0641'" }, 'district'],
    [{ region: 'Morava' }, 'region'],
    [{ state: 'running' }, 'state'],
    [{ kind: 'both' }, 'kind'],
    [{ min: '-5' }, 'min'],
    [{ min: '1.5' }, 'min'],
    [{ max: '1e3' }, 'max'],
    [{ min: '9'.repeat(16) }, 'min'],
    [{ min: '500', max: '100' }, 'max'],
    [{ municipality: 'x'.repeat(101) }, 'municipality'],
    [{ municipality: 'Brno\u0000' }, 'municipality'],
    [{ area: '' }, 'area'],
    [{ sort: 'applicant_id' }, 'sort'],
    [{ order: 'desc; select 1' }, 'order'],
    [{ page: '0' }, 'page'],
    [{ q: 'x'.repeat(201) }, 'q'],
  ])('refuses %j in Czech, naming the field', async (query, field) => {
    const { body, headers } = await get('register', query).expect((answer) => expect([400, 422]).toContain(answer.status));
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    if (body.status === 422) expect(Object.keys(body.errors)).toEqual([field]);
  });

  it('refuses what it does not know, and the same twice', async () => {
    await get('register', { obec: 'Brno' }).expect(422);
    await get('register?year=2025&year=2026').expect(422);
    await get('register/figures', { page: 1 }).expect(422);
  });
});

describe('the register in numbers', () => {
  const figures = async (query: object = {}): Promise<RegisterFigures> => {
    const { body } = await get('register/figures', query).expect(200);
    return registerFiguresView.parse(body);
  };

  it('sums by year and area what the list sums', async () => {
    const { years, areas, places, districts, unplaced } = await figures();
    for (const sums of [years, areas, [...places, ...unplaced], [...districts, ...unplaced]]) {
      expect(sums.reduce((all, { awarded }) => all + awarded, 0)).toBe(150_000_00);
      expect(sums.reduce((all, { count }) => all + count, 0)).toBe(5);
    }
    expect(years).toEqual([
      { name: '2025', count: 1, awarded: 70_000_00, paid: 0 },
      { name: '2026', count: 4, awarded: 80_000_00, paid: 70_000_00 },
    ]);
  });

  it('puts on the map only names that belong to one municipality', async () => {
    const { places, districts, unplaced } = await figures();
    expect(places).toMatchObject([
      { name: 'Boskovice', districtCode: 'CZ0641', count: 2, awarded: 120_000_00 },
      { name: 'Brno', count: 1 },
    ]);
    expect(districts).toMatchObject([
      { name: 'Blansko', count: 2 },
      { name: 'Brno-město', count: 1 },
    ]);
    expect(unplaced).toMatchObject([
      { name: 'Adamov', why: 'ambiguous' },
      { name: 'Zkušebnov', why: 'unknown', awarded: 0, count: 1 },
    ]);
  });

  it('offers what occurs', async () => {
    const choices: RegisterChoices = registerChoicesView.parse((await get('register/choices').expect(200)).body);
    expect(choices).toMatchObject({
      years: [2026, 2025],
      funds: ['Sportovní fond'],
      areas: ['Kultura', 'Sport dětí'],
      districts: [{ title: 'Blansko' }, { title: 'Brno-město' }],
      regions: [{ id: 'CZ064' }],
      tilesUrl: null,
    });
    expect(choices.programmes.map(({ title }) => title)).toEqual(['Podpora kultury', 'Podpora sportu']);
  });
});

describe('of a natural person', () => {
  it('nothing but the name and the municipality is in any public answer', async () => {
    const paths = ['register', 'register/choices', 'register/figures', 'register.csv', 'register.json', 'register.360giving.json'];
    for (const path of paths) {
      const { text } = await get(path).expect(200);
      const hidden = [...Object.values(secret), 'tajny@', 'Účet žadatele', '00000019"', 'CZ-ICO-00000019"', applicationData.representative];
      // the office's own number is the provider's, and stands in the package of 360Giving by right
      const looked = path === 'register.360giving.json' ? hidden.filter((one) => !one.includes('00000019')) : hidden;
      expect([path, looked.filter((one) => text.includes(one))]).toEqual([path, []]);
      if (path.startsWith('register.')) expect(text).toContain('Tajemná Osoba');
    }
    expect((await page({ kind: 'natural' })).rows).toMatchObject([{ applicantName: 'Tajemná Osoba', municipality: 'Brno', ico: null }]);
  });
});

describe('as data', () => {
  it('is what its own schema says, which describes every field', async () => {
    const schema = (
      await get('register.schema.json')
        .expect(200)
        .expect('Content-Type', /^application\/schema\+json/)
    ).body;
    const ajv = new Ajv2020({ allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    const data = (await get('register.json').expect(200)).body as RegisterRow[];
    expect(data).toHaveLength(5);
    validate(data);
    expect(validate.errors).toBeNull();
    expect(validate([{ ...data[0], birthDate: '1969-07-21' }])).toBe(false);
    expect(validate([{ ...data[0], awarded: 1.5 }])).toBe(false);
    expect(schema.$id).toBe(`http://postup.example/api/public/${slug}/register.schema.json`);
  });

  it('may be read by pages of other sites, is named, and is not sent twice', async () => {
    for (const [path, name] of [
      ['register.csv', `dotace-${slug}.csv`],
      ['register.json', `dotace-${slug}.json`],
      ['register.360giving.json', `dotace-${slug}-360giving.json`],
    ] as const) {
      const { headers } = await get(path).expect(200);
      expect(headers).toMatchObject({
        'access-control-allow-origin': '*',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'public, max-age=300',
        vary: expect.stringContaining('Accept-Language'),
      });
      expect(headers['set-cookie']).toBeUndefined();
      if (path.endsWith('360giving.json')) continue; // it says when it was made
      const again = await get(path).set('If-None-Match', headers.etag!).expect(304);
      expect(again.text).toBe('');
    }
    const { headers } = await get('register').expect(200);
    expect(headers['cache-control']).toBe('public, no-cache');
    expect((await get('register', { year: 2025 }).expect(200)).headers.etag).not.toBe(headers.etag);
  });

  it('as CSV has a row a grant, for Excel', async () => {
    const { text } = await get('register.csv', { sort: 'awarded', order: 'asc' }).expect(200);
    expect(text.startsWith('\ufeffFond;Oblast;Program;')).toBe(true);
    expect(text.trim().split('\r\n')).toHaveLength(6);
    expect(text).toContain('Podpora kultury;Tajemná Osoba;fyzická osoba;;Brno;Obraz;2026;10000,00;');
  });

  it('asks nobody who is not there', async () => {
    for (const path of ['register', 'register/choices', 'register/figures', 'register.schema.json', 'register.dcat.jsonld'])
      await api.browser().get(`/api/public/nikde/${path}`).expect(404);
  });

  it('changes nothing when it is read', async () => {
    const before = await snapshot(db);
    for (const path of ['register', 'register/figures', 'register.csv']) await get(path).expect(200);
    expect(await snapshot(db)).toEqual(before);
  });
});
