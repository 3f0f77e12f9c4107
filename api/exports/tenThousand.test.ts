/** An export of ten thousand cases; with POSTUP_MEASURE=1 it tells how long it takes and for how long others wait (docs/performance.md). */
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { zipEntries } from '../../documents/zip';
import { inTenant, query } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { applicationData, buildProgramme, buildTenant, buildUser } from '../../models/testing/factories';
import { buildGrants } from '../../models/testing/grantRows';
import type { ExportOffer } from '../../processes/exports/views';
import { testApi, type Agent } from '../testing/api';

const db = testDatabase();
const api = testApi();

const CASES = 10_000;
const TIMES = 3;
let officer: Agent;
let columns: string[];

/** What the applicant sent, and the event that says it began the case. */
const SENT = `
  with sent as (
    insert into submissions (tenant_id, case_id, step, user_id, data)
    select c.tenant_id, c.id, 'application', c.applicant_id, $2::jsonb || jsonb_build_object('name', c.applicant_name) from cases c where c.tenant_id = $1
    returning case_id, id
  )
  insert into events (tenant_id, chain_id, seq, case_id, type, at, what, prev_hash, hash)
  select $1, case_id, 1, case_id, 'caseOpened', now(), jsonb_build_object('submissionId', id), repeat('0', 64), repeat('0', 64) from sent`;

const CRITERIA = JSON.stringify(
  Array.from({ length: 20 }, (_, place) => ({ id: `k${place}`, title: `Kritérium ${place}`, maxPoints: 10, weight: 1 })),
);

beforeAll(async () => {
  const tenantId = await buildTenant();
  ({ agent: officer } = await api.signedIn(tenantId, ['grantOfficer']));
  const { id: createdBy } = await buildUser(tenantId, { roles: ['grantOfficer'] });
  const { id: applicantId } = await buildUser(tenantId);
  const programmes: string[] = [];
  for (let index = 0; index < 10; index += 1)
    programmes.push((await buildProgramme(tenantId, { title: `Program ${index}`, createdBy })).id);
  await buildGrants(
    tenantId,
    Array.from({ length: CASES }, (_, index) => ({
      programmeId: programmes[index % programmes.length]!,
      applicantId,
      number: `DOT-2026-${String(index).padStart(5, '0')}`,
      applicantName: `Spolek ${index}`,
      projectTitle: `Projekt ${index}`,
      awarded: index * 100,
    })),
  );
  await inTenant(tenantId, async () => {
    for (const programmeId of programmes) {
      await query(
        'insert into evaluation_criteria (tenant_id, programme_id, version, criteria, created_by) values ($1, $2, 1, $3::jsonb, $4)',
        [tenantId, programmeId, CRITERIA, createdBy],
      );
    }
  });
  await db.superuser(SENT, [tenantId, JSON.stringify({ ...applicationData, reasons: 'Děti se naučí hrát. '.repeat(50) })]);
  await db.superuser('update cases set criteria_version = 1 where tenant_id = $1', [tenantId]);
  await db.superuser('analyze');
  const { groups } = (await officer.post('/api/case-exports/offer').send({ filter: {} }).expect(200)).body as ExportOffer;
  columns = groups.flatMap((group) => group.columns.map(({ id }) => id));
}, 120_000);

const ask = (wanted: readonly string[], format: string) =>
  officer.post('/api/case-exports').send({ filter: {}, sort: ['number', 'ASC'], columns: wanted, format });

async function workbook(wanted: readonly string[]): Promise<Buffer> {
  const { body } = await ask(wanted, 'xlsx')
    .expect(200)
    .buffer()
    .parse((response, done) => {
      const parts: Buffer[] = [];
      const stream = response as unknown as NodeJS.ReadableStream;
      stream.on('data', (part: Buffer) => parts.push(part));
      void once(stream, 'end').then(() => done(null, Buffer.concat(parts)));
    });
  return body as Buffer;
}

const rowsOf = (file: Buffer): number => {
  const sheet =
    zipEntries(file)
      ?.find(({ name }) => name === 'xl/worksheets/sheet1.xml')
      ?.read(1e9)
      ?.toString('utf8') ?? '';
  return sheet.split('<row ').length - 1;
};

it.each<[string, () => string[]]>([
  ['the usual ten columns', () => columns.slice(0, 10)],
  ['everything that every case has', () => columns.filter((id) => !id.startsWith('criteria.'))],
])(
  'is a whole workbook with %s, and others are served meanwhile',
  async (name, wanted) => {
    const asked = workbook(wanted());
    const meanwhile = await officer.get('/api/session').expect(200);
    expect(meanwhile.body).toHaveProperty('user');
    expect(rowsOf(await asked)).toBe(CASES + 1);
    if (!process.env.POSTUP_MEASURE) return;
    for (const format of ['xlsx', 'csv']) {
      const times: number[] = [];
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      for (let index = 0; index < TIMES; index += 1) {
        const began = performance.now();
        await (format === 'xlsx' ? workbook(wanted()) : ask(wanted(), 'csv').expect(200));
        times.push(performance.now() - began);
      }
      delay.disable();
      const [least, most] = [Math.min(...times), Math.max(...times)];
      console.log(
        `${name} (${wanted().length}), ${format}: ${least.toFixed(0)} to ${most.toFixed(0)} ms; others wait p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms, at most ${(delay.max / 1e6).toFixed(0)} ms`,
      );
    }
  },
  300_000,
);

it('says what to do where a file would be too much', async () => {
  const { status, body } = await ask(columns.slice(0, 150), 'csv');
  expect(columns.length).toBeGreaterThan(150);
  expect([status, (body.errors as { columns: string }).columns.replace(/\s/g, ' ')]).toEqual([
    422,
    '10 000 spisů po 150 sloupcích je na jeden soubor moc. Pro tolik spisů vyberte nejvýš 100 sloupců, nebo zužte filtr.',
  ]);
});
