/** The register and the reports over ten thousand cases with their histories; with POSTUP_MEASURE=1 it tells how long they take (docs/performance.md). */
import { randomUUID } from 'node:crypto';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant, buildUser } from '../../models/testing/factories';
import { buildGrants, type GrantRow } from '../../models/testing/grantRows';
import { testApi, type Agent } from '../testing/api';

const db = testDatabase();
const api = testApi();

const CASES = 10_000;
const PROGRAMMES = 40;
const TIMES = 20;

const TOWNS = ['Boskovice', 'Brno', 'Blansko', 'Adamov', 'Praha 7', 'Zkušebnov', 'Letovice', 'Kunštát', 'Lysice', 'Tišnov'];
const slug = `obec-${randomUUID().slice(0, 8)}`;
let officer: Agent;
let programme: string;

/** The way of a settled case with what stands between: some forty events, of which eight change the status. */
const HISTORY = `
  insert into events (tenant_id, chain_id, seq, case_id, type, at, what, prev_hash, hash)
  select c.tenant_id, c.id, n, c.id,
    case when n % 5 = 1 then 'statusSet' when n = 12 and c.number like '%7' then 'suspended' when n = 13 and c.number like '%7' then 'resumed'
      when n = 40 then 'closed' else 'recorded' end,
    c.opened_at + n * interval '3 days' + (hashtext(c.id::text || n) % 100) * interval '10 minutes',
    jsonb_build_object('status', (array['checking', 'returned', 'checking', 'evaluating', 'deciding', 'contracting', 'paying', 'running'])[1 + n / 5],
      'values', jsonb_build_object('points', n, 'note', repeat('x', 120))), repeat('0', 64), repeat('0', 64)
  from cases c cross join generate_series(1, 40) as n where c.tenant_id = $1`;

beforeAll(async () => {
  const tenantId = await buildTenant({ slug });
  ({ agent: officer } = await api.signedIn(tenantId, ['grantOfficer']));
  const { id: createdBy } = await buildUser(tenantId, { roles: ['grantOfficer'] });
  const { id: applicantId } = await buildUser(tenantId);
  const programmes: string[] = [];
  for (let index = 0; index < PROGRAMMES; index += 1)
    programmes.push((await buildProgramme(tenantId, { title: `Program ${index}`, area: `Oblast ${index % 8}`, createdBy })).id);
  programme = programmes[0]!;
  const rows = Array.from({ length: CASES }, (_, index): GrantRow => {
    const awarded = index % 5 === 0 ? 0 : (1 + (index % 60)) * 1000_00;
    return {
      programmeId: programmes[index < 1000 ? 0 : index % PROGRAMMES]!,
      applicantId,
      number: `DOT-${2020 + (index % 7)}-${String(index).padStart(5, '0')}`,
      applicantName: `Spolek ${index}`,
      projectTitle: `Projekt ${index}`,
      municipality: TOWNS[index % TOWNS.length]!,
      year: 2020 + (index % 7),
      awarded,
      decidedOn: `${2020 + (index % 7)}-0${1 + (index % 9)}-15`,
      paid: awarded > 0 ? awarded : null,
      paidOn: awarded > 0 ? `${2020 + (index % 7)}-0${1 + (index % 9)}-28` : null,
      state: awarded > 0 ? 'settled' : 'ended',
      status: awarded > 0 ? 'settled' : 'refused',
      result: awarded > 0 ? 'settled' : 'refused',
      closedAt: '2026-09-01T08:00:00.000Z',
    };
  });
  await buildGrants(tenantId, rows);
  await db.superuser(HISTORY, [tenantId]);
  await db.superuser('analyze');
}, 120_000);

const publicly = (path: string) => async () => (await api.browser().get(`/api/public/${slug}/${path}`).expect(200)).body;
const office = (path: string) => async () => (await officer.get(path).expect(200)).body;

/** Those without an award are not in the register: every fifth. */
const GRANTED = CASES - CASES / 5;

it.each<[string, () => Promise<unknown>, object]>([
  ['the first page of the register', publicly('register'), { total: GRANTED }],
  // 777 and 7770 to 7779, less 7770 and 7775
  ['the register searched', publicly('register?q=projekt%20777'), { total: 9 }],
  ['the register by district, sorted by amount', publicly('register?district=CZ0641&sort=awarded&order=desc&page=20'), {}],
  ['figures of the register', publicly('register/figures'), {}],
  ['choices of the register', publicly('register/choices'), {}],
  ['the comparison', office('/api/reports/comparison'), {}],
  ['the budget', office('/api/reports/budget'), {}],
  ['a programme of a thousand cases', () => office(`/api/reports/programmes/${programme}`)(), {}],
  ['the cases behind a figure', office('/api/cases?filter={"figure":"granted","grantYear":2024}'), {}],
])('%s is answered over ten thousand cases', async (name, ask, says) => {
  expect(await ask()).toMatchObject(says);
  if (!process.env.POSTUP_MEASURE) return;
  const times: number[] = [];
  for (let index = 0; index < TIMES; index += 1) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  const sorted = times.sort((a, b) => a - b);
  const [median, p95] = [sorted[Math.floor(TIMES / 2)]!, sorted[Math.ceil(TIMES * 0.95) - 1]!];
  console.log(`${name}: p50 ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`);
});
