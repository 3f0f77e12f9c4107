import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { testApi } from '../testing/api';
import { catalogueEntry, lacking, type Provider } from './catalogue';

testDatabase();
const api = testApi();

const town: Provider = { slug: 'zkusebnov', name: 'Městys Zkušebnov', ico: '00000019', isvs: '1234', contact: 'data@zkusebnov.example' };
const portal = 'https://postup.zkusebnov.example';

interface Entry {
  readonly iri: string;
  readonly poskytovatel: string;
  readonly distribuce: readonly Readonly<Record<string, unknown>>[];
}
const entry = catalogueEntry(town, portal, { first: 2024, last: 2026 }) as Entry;

describe('the entry of the catalogue', () => {
  it('names the provider, the law, and each file with its schema', () => {
    expect(entry).toMatchObject({
      iri: `${portal}/zkusebnov/otevrena-data/registr-dotaci`,
      poskytovatel: 'ovm:00000019',
      je_zahrnuta_v_isvs: 'isvs:1234',
      časové_pokrytí: { začátek: '2024-01-01', konec: '2026-12-31' },
      kontaktní_bod: { 'e-mail': 'mailto:data@zkusebnov.example' },
    });
    expect(entry.distribuce.map((one) => [one.soubor_ke_stažení, one.formát, one.schéma])).toEqual([
      [`${portal}/api/public/zkusebnov/register.csv`, 'formáty:CSV', undefined],
      [`${portal}/api/public/zkusebnov/register.json`, 'formáty:JSON', `${portal}/api/public/zkusebnov/register.schema.json`],
      [`${portal}/api/public/zkusebnov/register.360giving.json`, 'formáty:JSON', undefined],
    ]);
    for (const { podmínky_užití: use } of entry.distribuce)
      expect(use).toMatchObject({ osobní_údaje: 'https://data.gov.cz/podmínky-užití/obsahuje-osobní-údaje/' });
  });

  it('says no years while there is no grant', () => expect(catalogueEntry(town, portal, null)).not.toHaveProperty('časové_pokrytí'));

  it.each<[Partial<Provider>, string, string]>([
    [{ ico: null }, portal, 'IČO úřadu'],
    [{ isvs: null }, portal, 'číslo informačního systému (ISVS)'],
    [{ contact: null }, portal, 'e-mail pro dotazy k datům'],
    [{}, 'http://localhost:3000', 'adresa portálu začínající https://'],
  ])('is not made by halves: %j', (change, url, missing) => {
    expect(lacking({ ...town, ...change }, url).map(({ cs }) => cs)).toEqual([missing]);
    expect(() => catalogueEntry({ ...town, ...change }, url, null)).toThrow(missing.includes('http') ? /https/ : /./);
  });

  it('is told to be incomplete over the api, in Czech', async () => {
    await buildTenant({ slug: 'bez-udaju' });
    const { body } = await api.browser().get('/api/public/bez-udaju/register.dcat.jsonld').expect(404);
    expect(body.detail).toContain('číslo informačního systému (ISVS), e-mail pro dotazy k datům');
  });
});

describe('what the entry needs is set by the office', () => {
  it('and what is no number of a system or no e-mail is refused', async () => {
    const { agent } = await api.signedIn(await buildTenant(), ['tenantAdmin']);
    const change = (settings: object) => agent.patch('/api/tenant').set('If-Match', '"1"').send({ settings });
    expect(Object.keys((await change({ isvs: 'A-1' }).expect(422)).body.errors)).toEqual(['settings.isvs']);
    expect(Object.keys((await change({ dataContact: 'nikdo' }).expect(422)).body.errors)).toEqual(['settings.dataContact']);
    await change({ isvs: '1234', dataContact: 'data@zkusebnov.example' }).expect(200);
  });
});

// The norm has no licence that would let its schema be kept here: it is read where it lies beside the project.
const norm = path.resolve(__dirname, '../../../shared/data/ofn/dcat-ap-cz-360-2023/2025-08-12/datová-sada');
if (existsSync(norm)) {
  const read = (name: string) => JSON.parse(readFileSync(path.join(norm, name), 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addFormat('iri', (text: string) => URL.canParse(text));
  const validate = ajv.compile({ ...read('schéma.json'), $schema: 'https://json-schema.org/draft/2020-12/schema' });

  describe('by the open formal norm', () => {
    it('the entry is valid', () => {
      validate(entry);
      expect(validate.errors).toBeNull();
    });

    it.each(['popis', 'právní_předpis', 'je_zahrnuta_v_isvs'])('it would not be without %s', (key) =>
      expect(validate(Object.fromEntries(Object.entries(entry).filter(([name]) => name !== key)))).toBe(false),
    );

    it('it would not be with a file over http', () =>
      expect(validate({ ...entry, distribuce: [{ ...entry.distribuce[0], přístupové_url: 'http://postup.example' }] })).toBe(false));

    it('every key of it means something in the context of the norm, and every prefix stands for an address', () => {
      const terms = new Set<string>();
      const collect = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return;
        for (const [key, inner] of Object.entries(value)) {
          terms.add(key);
          collect(inner);
        }
      };
      collect(read('kontext.jsonld'));
      const languages = ['cs', 'en', '@context'];
      const unknown: string[] = [];
      const walk = (value: unknown): void => {
        if (Array.isArray(value)) value.forEach(walk);
        else if (typeof value === 'object' && value !== null) {
          for (const [key, inner] of Object.entries(value)) {
            if (!terms.has(key) && !languages.includes(key)) unknown.push(key);
            walk(inner);
          }
        } else if (typeof value === 'string') {
          const prefix = /^([\p{L}-]+):(?!\/\/)\S+$/u.exec(value)?.[1];
          if (prefix !== undefined && prefix !== 'mailto' && !terms.has(prefix)) unknown.push(value);
        }
      };
      walk(entry);
      expect(unknown).toEqual([]);
    });
  });
} else {
  it('cannot be compared with the norm, which is not beside the project', () => {
    console.warn(`The schema of DCAT-AP-CZ is not at ${norm}`);
    expect(existsSync(norm)).toBe(false);
  });
}
