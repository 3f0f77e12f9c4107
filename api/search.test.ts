/** Searches by Czech letters of any size, with and without their marks, in a database whose own locale is C. */
import { testDatabase } from '../models/testing/database';
import { buildProgramme, buildTenant, buildUser } from '../models/testing/factories';
import { buildGrants, buildSubmission } from '../models/testing/grantRows';
import { inTenant, query } from '../models';
import { casesOfSameApplicant } from '../models/registers/sameApplicant';
import { folded } from '../processes/folding';
import { testApi, type Agent } from './testing/api';

const db = testDatabase();
const api = testApi();
const NAME = 'Spolek Žďár – ÚVALY ĎÁBEL';
const WRITTEN = ['Žďár', 'žďár', 'ŽĎÁR', 'zdar', 'ZDAR', 'Zďár', 'úvaly ďábel', 'UVALY DABEL'];
let tenantId: string;
let slug: string;
let officer: Agent;
let admin: Agent;
let caseId: string;

beforeAll(async () => {
  slug = `zdar-${Date.now()}`;
  tenantId = await buildTenant({ slug });
  officer = (await api.signedIn(tenantId, ['grantOfficer'], { name: 'Referentka' })).agent;
  admin = (await api.signedIn(tenantId, ['tenantAdmin'], { name: 'Správce' })).agent;
  const { id: applicantId } = await buildUser(tenantId, { name: NAME });
  const programme = await buildProgramme(tenantId, { title: NAME, area: NAME });
  [caseId = ''] = await buildGrants(tenantId, [{ programmeId: programme.id, applicantId, applicantName: NAME }]);
  await officer.post('/api/funds').send({ name: NAME, purpose: '', yearBudget: null, active: true }).expect(201);
  await inTenant(tenantId, () => query(`update cases set title = $2 where id = $1`, [caseId, 'Bez názvu']));
});

it('is really C: the database itself folds no Czech letter', async () => {
  const [row] = await db.superuser<{ lower: string; found: boolean; collate: string }>(
    `select lower('ŽĎÁR') as lower, 'žďár' ilike 'ŽĎÁR' as found, datcollate as collate from pg_database where datname = current_database()`,
  );
  expect(row).toEqual({ lower: 'ŽĎÁr', found: false, collate: 'C' });
});

it('folds in the database as outside of it', async () => {
  const texts = ['PŘÍLIŠ žluťoučký KŮŇ', 'ďábelské ÓDY', 'Łódź', 'ÄÖÜ ß', 'ŽĎÁR'.normalize('NFD'), '100 % _\\', 'I İ ı', ''];
  const rows = await db.superuser<{ folded: string }>(
    'select fold(text) as folded from unnest($1::text[]) with ordinality as t (text, n) order by n',
    [texts],
  );
  expect(rows.map(({ folded: text }) => text)).toEqual(texts.map(folded));
});

describe.each([
  ['cases', '/api/cases', () => officer],
  ['applicants', '/api/applicants', () => officer],
  ['programmes', '/api/programmes', () => officer],
  ['funds', '/api/funds', () => officer],
  ['people', '/api/users', () => admin],
])('of %s', (_what, path, who) => {
  it.each(WRITTEN)('finds it as %s', async (q) => {
    const { body } = await who()
      .get(path)
      .query({ filter: JSON.stringify({ q }) })
      .expect(200);
    expect(body).toHaveLength(1);
  });

  it('does not find what is not there, nor takes wildcards', async () => {
    for (const q of ['Žďas', '%', 'Z_ar'])
      expect(
        (
          await who()
            .get(path)
            .query({ filter: JSON.stringify({ q }) })
            .expect(200)
        ).body,
      ).toEqual([]);
  });
});

it('finds it in the public register', async () => {
  for (const q of WRITTEN) {
    const { body } = await api.browser().get(`/api/public/${slug}/register`).query({ q });
    expect([q, JSON.stringify(body).includes(NAME)]).toEqual([q, true]);
  }
  const { body } = await api.browser().get(`/api/public/${slug}/register`).query({ q: 'Žďás' }).expect(200);
  expect(JSON.stringify(body)).not.toContain(NAME);
});

it('knows the same natural person however the name was written', async () => {
  const { id } = await buildUser(tenantId);
  const { id: programmeId } = await buildProgramme(tenantId);
  const names = ['Ďáblová Žofie', 'ĎÁBLOVÁ ŽOFIE', 'Dablova Zofie', 'Ďáblová Žaneta'];
  const cases = await buildGrants(
    tenantId,
    names.map((applicantName) => ({ programmeId, applicantId: id, applicantKind: 'natural' as const, applicantName })),
  );
  for (const one of cases) await buildSubmission(tenantId, one, id, { birthDate: '1980-05-05' });
  const found = await inTenant(tenantId, () => casesOfSameApplicant(cases[0]!));
  expect(new Set(found.map((one) => one.caseId))).toEqual(new Set([cases[1], cases[2]]));
});
