import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '../../models/testing/database';
import { buildTenant } from '../../models/testing/factories';
import { testApi } from '../testing/api';
import { AresError, createAres } from './aresClient';

/** Answers by the documented contract (Ares REST api 1.3.0); what it answers to which IČO is said below. */
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {};
const asked: string[] = [];
let server: Server;
let address: string;

const json = (status: number, body: unknown) => (response: ServerResponse) =>
  void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
const raw = (status: number, body: string) => (response: ServerResponse) => void response.writeHead(status).end(body);

/** A whole answer, with fields that nobody here reads. */
const sokol = {
  ico: '00000027',
  icoId: '00000027',
  obchodniJmeno: 'Spolek přátel dechovky, z. s.',
  sidlo: {
    kodStatu: 'CZ',
    nazevStatu: 'Česká republika',
    nazevObce: 'Zkušebnov',
    nazevCastiObce: 'Horní Zkušebnov',
    nazevUlice: 'Horní',
    cisloDomovni: 123,
    cisloOrientacni: 5,
    cisloOrientacniPismeno: 'a',
    psc: 10_000,
    textovaAdresa: 'Horní 123/5a, 10000 Zkušebnov',
  },
  pravniForma: '706',
  datumVzniku: '2014-01-01',
  czNace: ['94999'],
  seznamRegistraci: { stavZdrojeVr: 'AKTIVNI' },
  primarniZdroj: 'ros',
};
const notFound = { kod: 'NENALEZENO', popis: 'Ekonomický subjekt 00000051 nebyl nalezen', subKod: 'VYSTUP_SUBJEKT_NENALEZEN' };

Object.assign(answers, {
  '00000027': json(200, sokol),
  '00000019': json(200, {
    ico: '00000019',
    obchodniJmeno: 'Obec',
    sidlo: { nazevObce: 'Lhota', nazevCastiObce: 'Lhota', cisloDomovni: 7, psc: 79_999 },
  }),
  '00000035': json(200, { ico: '00000035', obchodniJmeno: 'Bez sídla', datumZaniku: '2020-05-01' }),
  '00000051': json(404, notFound),
  '00000060': json(500, { kod: 'OBECNA_CHYBA', popis: 'Neočekávaná chyba' }),
  '00000078': raw(200, '<html>Odstávka</html>'),
  '00000086': json(200, { ...sokol, ico: '00000027' }),
  '00000094': raw(200, `{"ico":"00000094","obchodniJmeno":"${'x'.repeat(600_000)}"}`),
  '00000108': () => undefined,
  '00000116': raw(404, 'Not found'),
  '00000124': json(200, { ico: '00000124', obchodniJmeno: 5 }),
  '00000132': (response: ServerResponse) => void response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end(),
  '00000141': (response: ServerResponse) => void response.destroy(),
});

beforeAll(async () => {
  server = createServer((request, response) => {
    const ico = /^\/rest\/ekonomicke-subjekty\/(\d{8})$/.exec(request.url ?? '')?.[1] ?? '';
    asked.push(ico);
    (answers[ico] ?? json(404, notFound))(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rest`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

testDatabase();
const api = testApi({ aresUrl: () => address });

describe('the adapter', () => {
  const ares = () => createAres(address, { timeout: 300 });

  it('reads what is needed of a whole answer, and nothing else', async () => {
    expect(await ares().find('00000027')).toEqual({
      ico: '00000027',
      name: 'Spolek přátel dechovky, z. s.',
      legalForm: '706',
      street: 'Horní 123/5a',
      municipality: 'Zkušebnov',
      postcode: '100 00',
      endedOn: null,
    });
  });

  it('reads addresses without streets, and subjects without a seat', async () => {
    expect(await ares().find('00000019')).toMatchObject({ street: 'č. p. 7', municipality: 'Lhota', postcode: '799 99' });
    expect(await ares().find('00000035')).toMatchObject({
      street: '',
      municipality: '',
      postcode: '',
      legalForm: null,
      endedOn: '2020-05-01',
    });
  });

  it.each([
    ['00000051', 'notFound'],
    ['00000060', 'failed'],
    ['00000078', 'odd'],
    ['00000086', 'odd'],
    ['00000094', 'odd'],
    ['00000108', 'slow'],
    ['00000116', 'odd'],
    ['00000124', 'odd'],
    ['00000132', 'unreachable'],
    ['00000141', 'unreachable'],
  ])('says of %s: %s', async (ico, why) => {
    await expect(ares().find(ico)).rejects.toMatchObject({ name: 'AresError', why });
  });

  it('knows that there is nobody at all', async () => {
    await expect(createAres('http://127.0.0.1:9').find('00000027')).rejects.toMatchObject({ why: 'unreachable' });
  });

  it('asks once for a while, also for what is not there; failures are asked again', async () => {
    let time = 0;
    const one = createAres(address, { keep: 1_000, now: () => time });
    const count = (ico: string): number => asked.filter((was) => was === ico).length;
    const before = { found: count('00000027'), missing: count('00000051'), failed: count('00000060') };
    for (let round = 0; round < 3; round += 1) {
      await one.find('00000027');
      await expect(one.find('00000051')).rejects.toBeInstanceOf(AresError);
      await expect(one.find('00000060')).rejects.toBeInstanceOf(AresError);
    }
    const after = () => [count('00000027') - before.found, count('00000051') - before.missing, count('00000060') - before.failed];
    expect(after()).toEqual([1, 1, 3]);
    time = 1_001;
    await one.find('00000027');
    expect(after()).toEqual([2, 1, 3]);
  });
});

describe('over the api', () => {
  it('answers to who is signed in, in plain words where ARES does not', async () => {
    const { agent } = await api.signedIn(await buildTenant(), ['applicant']);
    expect((await agent.get('/api/ares').query({ ico: '00000027' }).expect(200)).body.name).toBe('Spolek přátel dechovky, z. s.');
    const missing = await agent.get('/api/ares').query({ ico: '00000051' }).expect(404);
    expect(missing.body.detail).toBe('Takové IČO ARES nezná. Zkontrolujte ho. Údaje vyplňte ručně.');
    const failed = await agent.get('/api/ares').query({ ico: '00000060' }).expect(503);
    expect(failed.body.detail).toBe('ARES hlásí vlastní chybu. Údaje vyplňte ručně.');
  });

  it('passes on nothing that is not an IČO', async () => {
    const { agent } = await api.signedIn(await buildTenant(), ['applicant']);
    const before = asked.length;
    for (const ico of ['1', '12345678', '../vyhledat', '00000027/..', '']) {
      const { status, body } = await agent.get('/api/ares').query({ ico });
      expect([ico, status, Object.keys(body.errors)]).toEqual([ico, 422, ['ico']]);
    }
    expect((await api.browser().get('/api/ares').query({ ico: '00000027' })).status).toBe(401);
    expect(asked.length).toBe(before);
  });

  it('is not asked by one person without end', async () => {
    const { agent } = await api.signedIn(await buildTenant(), ['applicant']);
    const statuses = new Set<number>();
    for (let round = 0; round < 61; round += 1) statuses.add((await agent.get('/api/ares').query({ ico: '00000027' })).status);
    expect([...statuses]).toEqual([200, 429]);
  });
});
