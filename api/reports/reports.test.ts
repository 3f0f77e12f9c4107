import { randomUUID } from 'node:crypto';
import { inTenant, writeEvents, type NewEvent } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant, buildUser } from '../../models/testing/factories';
import { buildGrants } from '../../models/testing/grantRows';
import type { SmallValues } from '../../processes/changes';
import { grantRegister } from '../../models/registers/grant';
import { auditParts, figureIds, type Budget, type Comparison, type FigureId, type ProgrammeReport } from '../../processes/reportViews';
import { roleNames } from '../../processes/roles';
import type { CaseRow } from '../../processes/views';
import { testApi, type Agent } from '../testing/api';
import { snapshot } from '../testing/snapshot';

const db = testDatabase();
const api = testApi();

let tenantId: string;
let accountant: Agent;
let programme: string;
let empty: string;
let elsewhere: string;
let cases: string[];

beforeAll(async () => {
  tenantId = await buildTenant();
  const other = await buildTenant();
  ({ agent: accountant } = await api.signedIn(tenantId, ['accountant']));
  ({ id: programme } = await buildProgramme(tenantId, { title: 'Sport', totalAmount: 300_000_00 }));
  ({ id: empty } = await buildProgramme(tenantId, { title: 'Nikdo nežádal' }));
  const draft = await buildProgramme(tenantId, { title: 'Připravuje se', state: 'draft' });
  const second = await buildProgramme(tenantId, { title: 'Kultura' });
  const { id: applicantId } = await buildUser(tenantId);
  const base = { programmeId: programme, applicantId };
  const closed = { closedAt: '2026-09-01T08:00:00.000Z' };
  const done = { ...closed, status: 'settled', result: 'settled', state: 'settled' as const };
  cases = await buildGrants(tenantId, [
    { ...base, ...done, requested: 80_000_00, awarded: 60_000_00, paid: 60_000_00, paidOn: '2026-06-10', accepted: 60_000_00 },
    {
      ...base,
      ...done,
      requested: 50_000_00,
      awarded: 50_000_00,
      paid: 50_000_00,
      paidOn: '2026-07-10',
      accepted: 30_000_00,
      returned: 20_000_00,
    },
    {
      ...base,
      status: 'running',
      requested: 40_000_00,
      awarded: 40_000_00,
      paid: 40_000_00,
      paidOn: '2026-07-20',
      decidedOn: '2026-06-30',
    },
    { ...base, ...closed, status: 'notConcluded', result: 'notConcluded', state: 'ended', requested: 10_000_00, awarded: 10_000_00 },
    { ...base, ...closed, status: 'refused', result: 'refused', state: 'ended', requested: 20_000_00, awarded: 0, proposed: 0 },
    {
      ...base,
      ...closed,
      status: 'rejected',
      result: 'rejected',
      state: 'ended',
      requested: 5_000_00,
      awarded: null,
      proposed: null,
      decidedOn: null,
    },
    {
      ...base,
      ...closed,
      status: 'withdrawn',
      result: 'withdrawn',
      state: 'ended',
      requested: 7_000_00,
      awarded: null,
      proposed: null,
      decidedOn: null,
    },
    {
      ...base,
      status: 'deciding',
      state: 'running',
      requested: 9_000_00,
      awarded: null,
      proposed: 8_000_00,
      decidedOn: null,
      applicantName: '=CMD()',
    },
  ]);
  await buildGrants(tenantId, [
    { applicantId, programmeId: second.id, year: 2025, awarded: 1_000_00, decidedOn: '2025-05-05' },
    { applicantId, programmeId: draft.id, year: 2025, awarded: 2_000_00, decidedOn: '2025-05-05' },
  ]);
  const stranger = await buildUser(other);
  ({ id: elsewhere } = await buildProgramme(other, { title: 'Cizí' }));
  await buildGrants(other, [{ applicantId: stranger.id, programmeId: elsewhere, awarded: 999_999_00 }]);
});

const report = async (id = programme): Promise<ProgrammeReport> => (await accountant.get(`/api/reports/programmes/${id}`).expect(200)).body;
const compared = async (query: object = {}): Promise<Comparison> =>
  (await accountant.get('/api/reports/comparison').query(query).expect(200)).body;
const behind = async (filter: object): Promise<CaseRow[]> =>
  (
    await accountant
      .get('/api/cases')
      .query({ filter: JSON.stringify(filter), range: '[0,199]' })
      .expect(200)
  ).body;

describe('a programme in numbers', () => {
  it('counts and sums what was asked, granted, paid, settled and returned', async () => {
    const { figures, totalAmount } = await report();
    const expected: Record<FigureId, [number, number]> = {
      asked: [8, 221_000],
      approved: [4, 160_000],
      refused: [2, 25_000],
      dropped: [1, 7_000],
      undecided: [1, 9_000],
      granted: [3, 150_000],
      lapsed: [1, 10_000],
      proposed: [1, 8_000],
      paid: [3, 150_000],
      settled: [2, 90_000],
      unsettled: [1, 40_000],
      returned: [1, 20_000],
    };
    const czk = Object.fromEntries(figureIds.map((id) => [id, [figures[id].count, figures[id].amount / 100]]));
    expect(czk).toEqual(expected);
    expect(totalAmount).toBe(300_000_00);
  });

  it.each(figureIds)('%s: the cases behind it are as many as it says', async (figure) => {
    const { figures } = await report();
    expect(await behind({ subjectId: programme, figure })).toHaveLength(figures[figure].count);
  });

  it('counts cases by status and result, in the order of the process', async () => {
    const { statuses } = await report();
    expect(statuses.map(({ status, count, final }) => [status, count, final])).toEqual([
      ['deciding', 1, false],
      ['running', 1, false],
      ['settled', 2, true],
      ['rejected', 1, true],
      ['refused', 1, true],
      ['notConcluded', 1, true],
      ['withdrawn', 1, true],
    ]);
  });

  it('adds up by month: granted by the day of the decision, paid by the day of the payment', async () => {
    expect((await report()).months).toEqual([
      { month: '2026-05', granted: 110_000_00, paid: 0 },
      { month: '2026-06', granted: 40_000_00, paid: 60_000_00 },
      { month: '2026-07', granted: 0, paid: 90_000_00 },
    ]);
    expect(await behind({ subjectId: programme, figure: 'granted', decidedIn: '2026-05' })).toHaveLength(2);
    expect(await behind({ subjectId: programme, figure: 'paid', paidIn: '2026-07' })).toHaveLength(2);
  });

  it('puts each part of a grant that is paid in parts into its own month', async () => {
    const town = await buildTenant();
    const { agent } = await api.signedIn(town, ['accountant']);
    const { id } = await buildProgramme(town, { title: 'Na části' });
    const { id: applicantId } = await buildUser(town);
    const [caseId = ''] = await buildGrants(town, [{ programmeId: id, applicantId, awarded: 50_000_00 }]);
    const record = (values: SmallValues): Promise<void> =>
      inTenant(town, async () => {
        grantRegister.record(caseId, values);
        await Promise.resolve();
      });
    const paidIn = async (month: string): Promise<string[]> => {
      const { body } = await agent
        .get('/api/cases')
        .query({ filter: JSON.stringify({ subjectId: id, paidIn: month }) })
        .expect(200);
      return (body as CaseRow[]).map((row) => row.id);
    };
    await record({ paid: 30_000_00, paidOn: '2027-03-31' });
    // What is recorded again, and what else of the grant changes, is no other payment.
    await record({ paid: 30_000_00, paidOn: '2027-03-31', accepted: 30_000_00 });
    await record({ paid: 50_000_00, paidOn: '2027-11-02' });
    const { months } = (await agent.get(`/api/reports/programmes/${id}`).expect(200)).body as ProgrammeReport;
    expect(months.filter(({ paid }) => paid > 0)).toEqual([
      { month: '2027-03', granted: 0, paid: 30_000_00 },
      { month: '2027-11', granted: 0, paid: 20_000_00 },
    ]);
    expect([await paidIn('2027-03'), await paidIn('2027-04'), await paidIn('2027-11')]).toEqual([[caseId], [], [caseId]]);
  });

  it('is all noughts where nobody applied', async () => {
    const { figures, phases, months, statuses } = await report(empty);
    expect([figures.asked, phases, months, statuses]).toEqual([{ count: 0, amount: 0 }, [], [], []]);
  });

  it('is not found where there is none, or in another office', async () => {
    for (const id of [randomUUID(), elsewhere, 'neni', "1' or '1'='1"]) {
      await accountant.get(`/api/reports/programmes/${encodeURIComponent(id)}`).expect(404);
      await accountant.get(`/api/reports/programmes/${encodeURIComponent(id)}/audit/cases`).expect(404);
    }
    await accountant.get(`/api/reports/programmes/${programme}/audit/passwords`).expect(404);
  });
});

describe('days in a phase', () => {
  const statusSet = (day: number, status: string) => ({ type: 'statusSet' as const, day, what: { status } });
  const write = (caseId: string, events: { type: NewEvent['type']; day: number; what: object }[]) =>
    inTenant(tenantId, () =>
      writeEvents(
        tenantId,
        events.map(({ type, day, what }) => ({
          chainId: caseId,
          caseId,
          type,
          what,
          at: new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString(),
        })),
      ),
    );

  it('are those between the changes of the status, all visits together, without the days of a suspension', async () => {
    const closed = (day: number) => ({ type: 'closed' as const, day, what: { result: 'settled' } });
    // checking 10 days, of which 4 suspended; returned 5; checking again 2; evaluating 20; deciding 10
    await write(cases[0]!, [
      statusSet(0, 'checking'),
      { type: 'suspended', day: 3, what: { reason: 'nemoc' } },
      { type: 'resumed', day: 7, what: {} },
      statusSet(10, 'returned'),
      statusSet(15, 'checking'),
      statusSet(17, 'evaluating'),
      statusSet(37, 'deciding'),
      statusSet(47, 'contracting'),
      closed(50),
    ]);
    await write(cases[1]!, [
      statusSet(0, 'checking'),
      statusSet(4, 'evaluating'),
      statusSet(14, 'deciding'),
      statusSet(20, 'contracting'),
      closed(30),
    ]);
    // still being decided: counted in the phases that it has left, not in the one in which it is
    await write(cases[7]!, [statusSet(0, 'checking'), statusSet(6, 'evaluating'), statusSet(12, 'deciding')]);
    const { phases } = await report();
    const days = Object.fromEntries(
      phases.map(({ id, count, median, ninetieth }) => [id, [count, median, ninetieth].map((n) => Math.round(n * 100) / 100)]),
    );
    expect(days).toEqual({
      checking: [3, 6, 7.6], // 8, 4, 6
      returned: [1, 5, 5],
      evaluating: [3, 10, 18], // 20, 10, 6
      deciding: [2, 8, 9.6], // 10, 6
      contracting: [2, 6.5, 9.3], // 3, 10
      decision: [2, 31.5, 40.7], // 8 + 5 + 20 + 10 = 43, 4 + 10 + 6 = 20
    });
  });

  it('and the cases behind a phase are those that have left it', async () => {
    const { phases } = await report();
    for (const { id, count } of phases.filter((phase) => phase.id !== 'decision'))
      expect([id, (await behind({ subjectId: programme, passed: id })).length]).toEqual([id, count]);
  });
});

describe('programmes and years beside one another', () => {
  it('add up to the whole', async () => {
    const { programmes, years, total } = await compared();
    expect(programmes.map(({ title }) => title).sort()).toEqual(['Kultura', 'Nikdo nežádal', 'Připravuje se', 'Sport']);
    for (const id of figureIds) {
      const sum = (list: readonly { figures: Comparison['total'] }[]) =>
        list.reduce((all, { figures }) => ({ count: all.count + figures[id].count, amount: all.amount + figures[id].amount }), {
          count: 0,
          amount: 0,
        });
      expect([id, sum(programmes)]).toEqual([id, total[id]]);
      expect([id, sum(years)]).toEqual([id, total[id]]);
    }
  });

  it('of one year, with the cases of that year behind them', async () => {
    const { programmes, total } = await compared({ year: 2025 });
    expect(programmes.map(({ title }) => title).sort()).toEqual(['Kultura', 'Připravuje se']);
    expect(total.granted).toEqual({ count: 2, amount: 3_000_00 });
    expect(await behind({ figure: 'granted', grantYear: 2025 })).toHaveLength(2);
  });

  it('as a file for Excel, which is recorded', async () => {
    const before = await db.superuser(`select 1 from events where tenant_id = $1 and type = 'exported'`, [tenantId]);
    const { text, headers } = await accountant.get('/api/reports/comparison.csv?year=2026').expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename="programy-v-cislech.csv"');
    expect(text.split('\r\n')[1]).toBe(';Kultura;Sport;300000,00;8;221000,00;3;150000,00;2;1;150000,00;90000,00;20000,00');
    const after = await db.superuser(`select 1 from events where tenant_id = $1 and type = 'exported'`, [tenantId]);
    expect(after.length).toBe(before.length + 1);
  });

  it('against the budget', async () => {
    const body = (await accountant.get('/api/reports/budget').query({ year: 2026 }).expect(200)).body as Budget;
    expect(body.funds).toHaveLength(1);
    expect(body.funds[0]).toMatchObject({ name: null, yearBudget: null, programmes: [{ title: 'Sport' }] });
    expect(body.months.map(({ month }) => month)).toEqual(['2026-05', '2026-06', '2026-07']);
  });
});

describe('the export for internal audit', () => {
  it.each(auditParts)('%s is a file for Excel, and that it was taken out is recorded', async (part) => {
    const { text, headers } = await accountant.get(`/api/reports/programmes/${programme}/audit/${part}`).expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="audit-[a-z-]+-[0-9a-f]{8}\.csv"$/);
    expect(text.startsWith('\ufeffČíslo;')).toBe(true);
    const [event] = await db.superuser<{ what: object }>(
      `select what from events where tenant_id = $1 and type = 'exported' order by at desc, seq desc limit 1`,
      [tenantId],
    );
    expect(event?.what).toMatchObject({ list: `audit.${part}`, programmeId: programme });
  });

  it('has every case, and no formula', async () => {
    const { text } = await accountant.get(`/api/reports/programmes/${programme}/audit/cases`).expect(200);
    expect(text.trim().split('\r\n')).toHaveLength(9);
    expect(text).toContain(";'=CMD();");
  });
});

describe('who reads reports', () => {
  it('grant officers, accountants, auditors and administrators; nobody else, and no figure leads round it', async () => {
    const paths = ['comparison', 'comparison.csv', 'budget', `programmes/${programme}`, `programmes/${programme}/audit/cases`];
    for (const role of roleNames) {
      const { agent } = await api.signedIn(tenantId, [role]);
      const expected = ['grantOfficer', 'accountant', 'auditor', 'tenantAdmin'].includes(role) ? 200 : 403;
      for (const path of paths) expect([role, path, (await agent.get(`/api/reports/${path}`)).status]).toEqual([role, path, expected]);
      if (role === 'applicant' || role === 'evaluator') {
        for (const filter of [{ figure: 'proposed' }, { passed: 'deciding' }, { grantYear: 2026 }, { paidIn: '2026-05' }])
          await agent
            .get('/api/cases')
            .query({ filter: JSON.stringify(filter) })
            .expect(403);
      }
    }
  });

  it('only their own office', async () => {
    const { agent } = await api.signedIn(await buildTenant(), ['auditor']);
    const { body } = await agent.get('/api/reports/comparison').expect(200);
    expect(body).toMatchObject({ programmes: [], years: [], total: { asked: { count: 0 } } });
    await agent.get(`/api/reports/programmes/${programme}`).expect(404);
    await agent.get(`/api/reports/programmes/${programme}/audit/steps`).expect(404);
  });

  it.each([{ year: 'loni' }, { year: '1' }, { year: '2026; drop' }, { tenantId: randomUUID() }, { rok: '2026' }])(
    'is refused %j, and nothing changes',
    async (query) => {
      const before = await snapshot(db);
      for (const path of ['comparison', 'comparison.csv', 'budget']) await accountant.get(`/api/reports/${path}`).query(query).expect(422);
      expect(await snapshot(db)).toEqual(before);
    },
  );

  it.each([{ figure: 'everything' }, { decidedIn: '2026-13' }, { paidIn: "2026-05' or '1" }, { grantYear: '2026' }, { passed: 5 }])(
    'no list of cases by %j',
    async (filter) => {
      await accountant
        .get('/api/cases')
        .query({ filter: JSON.stringify(filter) })
        .expect(422);
    },
  );
});
