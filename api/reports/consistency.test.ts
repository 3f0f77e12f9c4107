/** Cases taken through the real process by plans made at random: what the reports and the register sum is what the cases themselves say. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { inTenant, User } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant, buildUser } from '../../models/testing/factories';
import { figureIds, type Comparison, type FigureId, type ProgrammeReport } from '../../processes/reportViews';
import type { Role } from '../../processes/roles';
import type { CaseView, EventView } from '../../processes/views';
import { Journey, submitApplication, type Cast } from '../../scripts/grant/journey';
import { smoothPlan, type Plan } from '../../scripts/grant/plan';
import { nothing } from '../../scripts/http/answers';
import { signIn, type Person } from '../../scripts/http/people';
import { createApp } from '../app';
import { hashPassword } from '../session/passwords';
import { PASSWORD, testApi, type Agent } from '../testing/api';
import { testTemporal } from '../testing/temporal';

testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

const SEED = Number(process.env.POSTUP_SEED ?? 20261121);
const RUNS = 9;

interface Story {
  readonly plan: Plan;
  /** The case stays before this step. */
  readonly stop: string | null;
  readonly then: 'nothing' | 'withdraw' | 'suspend';
}

const amount = fc.integer({ min: 1, max: 60 }).map((thousands) => thousands * 1000_00);
const story: fc.Arbitrary<Story> = fc
  .record({
    natural: fc.boolean(),
    requested: amount,
    share: fc.integer({ min: 30, max: 100 }),
    accepted: fc.integer({ min: 50, max: 100 }),
    check: fc.constantFrom<Plan['check'][]>('pass', 'pass', 'pass', 'reject'),
    decision: fc.constantFrom<Plan['decision'][]>('approve', 'approve', 'approve', 'refuse'),
    contract: fc.constantFrom<Plan['contract'][]>('signed', 'signed', 'signed', 'notSigned'),
    returns: fc.integer({ min: 0, max: 1 }),
    stop: fc.option(fc.constantFrom('formalCheck', 'proposal', 'signature', 'payment', 'settlement', 'settlementCheck'), { freq: 3 }),
    then: fc.constantFrom<Story['then'][]>('nothing', 'withdraw', 'suspend'),
    serial: fc.integer({ min: 1, max: 900 }),
  })
  .map(({ natural, requested, share, accepted, check, decision, contract, returns, stop, then, serial }) => {
    const proposed = Math.floor((requested * share) / 100);
    const project = {
      applicant: natural ? `Osoba ${serial}` : `Spolek ${serial}`,
      kind: natural ? ('natural' as const) : ('legal' as const),
      serial,
      municipality: 'Boskovice',
      title: `Projekt ${serial}`,
      purpose: 'Nájem sálu',
      reasons: 'Aby bylo kde hrát',
      requested,
      totalCost: requested * 2,
    };
    const settled = Math.floor((proposed * accepted) / 100);
    const late = stop !== null && ['payment', 'settlement', 'settlementCheck'].includes(stop);
    return {
      plan: { ...smoothPlan(project), check, decision, contract, returns, proposed, accepted: settled },
      stop,
      // After the signature there is no withdrawing.
      then: then === 'withdraw' && late ? ('nothing' as const) : then,
    };
  });

let server: Server;
let officer: Agent;
let programmeId: string;
let slug: string;
const cases: CaseView[] = [];
const histories = new Map<string, EventView[]>();

async function person(url: string, tenantId: string, roles: readonly Role[], name: string): Promise<Person> {
  const user = await buildUser(tenantId, { roles: [...roles], name, passwordHash: await hashPassword(PASSWORD) });
  return signIn(url, { tenant: slug, email: user.email, password: PASSWORD, name, roles });
}

async function live({ plan, stop, then }: Story, cast: Cast): Promise<string> {
  const begun = await submitApplication(cast.applicant, programmeId, plan.project);
  const journey = new Journey(begun, cast, plan);
  await journey.run((task) => task.step === stop);
  if (await journey.isClosed()) return begun.caseId;
  const { client } = then === 'withdraw' ? cast.applicant : cast.officer;
  const reason = { reason: 'Rozhodli jsme se jinak.' };
  if (then === 'withdraw') await client.post(`api/cases/${begun.caseId}/withdraw`, reason, nothing);
  if (then === 'suspend') {
    await client.post(`api/cases/${begun.caseId}/suspend`, reason, nothing);
    await client.post(`api/cases/${begun.caseId}/resume`, undefined, nothing);
    await journey.run();
  }
  return begun.caseId;
}

beforeAll(async () => {
  slug = 'obec-shody';
  const tenantId = await buildTenant({ slug });
  server = await new Promise<Server>((resolve) => {
    const listening = createApp(api.services).listen(0, '127.0.0.1', () => resolve(listening));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const evaluators = [await person(url, tenantId, ['evaluator'], 'Hodnotitelka'), await person(url, tenantId, ['evaluator'], 'Hodnotitel')];
  const cast: Cast = {
    applicant: await person(url, tenantId, ['applicant'], 'Žadatelka'),
    officer: await person(url, tenantId, ['grantOfficer'], 'Referentka'),
    evaluators,
    secretary: await person(url, tenantId, ['councilSecretary'], 'Tajemnice'),
    accountant: await person(url, tenantId, ['accountant'], 'Účetní'),
  };
  const programme = await buildProgramme(tenantId, {
    evaluatorIds: evaluators.map(({ id }) => id),
    totalAmount: 50_000_000_00,
    settlementDueOn: '2028-01-31',
  });
  programmeId = programme.id;
  officer = await api.signIn((await inTenant(tenantId, () => User.findByPk(cast.officer.id, { rejectOnEmpty: true }))).email);
  for (const one of fc.sample(story, { seed: SEED, numRuns: RUNS })) {
    const id = await live(one, cast);
    cases.push((await officer.get(`/api/cases/${id}`).expect(200)).body);
    histories.set(id, (await officer.get(`/api/cases/${id}/events`).expect(200)).body);
  }
}, 300_000);

afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const valueOf = ({ values }: CaseView, key: string): number | null => (typeof values[key] === 'number' ? values[key] : null);

/** Which figures a case is in, told from the case alone: by what was recorded in it and how it ended. */
function figuresOf(one: CaseView): Partial<Record<FigureId, number>> {
  const [requested, proposed, awarded] = ['requested', 'proposed', 'awarded'].map((key) => valueOf(one, key));
  const [paid, accepted, returned] = ['paid', 'accepted', 'returned'].map((key) => valueOf(one, key));
  const asked = requested ?? 0;
  const given = awarded ?? 0;
  const fell = one.result === 'notConcluded' || one.result === 'withdrawn';
  return {
    asked,
    ...(given > 0 ? { approved: given, [fell ? 'lapsed' : 'granted']: given } : {}),
    ...(one.result === 'refused' || one.result === 'rejected' ? { refused: asked } : {}),
    ...(one.result === 'withdrawn' && given === 0 ? { dropped: asked } : {}),
    ...(one.result === null && given === 0 ? { undecided: asked } : {}),
    ...(one.result === null && given === 0 && (proposed ?? 0) > 0 ? { proposed: proposed ?? 0 } : {}),
    ...(paid ? { paid } : {}),
    ...(paid && typeof accepted !== 'number' ? { unsettled: paid } : {}),
    ...(typeof accepted === 'number' ? { settled: accepted } : {}),
    ...(returned ? { returned } : {}),
  };
}

const report = async (): Promise<ProgrammeReport> => (await officer.get(`/api/reports/programmes/${programmeId}`).expect(200)).body;

it('the stories are of more than one kind', () => {
  expect(cases).toHaveLength(RUNS);
  expect(new Set(cases.map(({ status }) => status)).size).toBeGreaterThan(2);
  for (const id of ['approved', 'paid', 'settled'] as const) expect(cases.some((one) => (figuresOf(one)[id] ?? 0) > 0)).toBe(true);
});

it.each(figureIds)('%s is what the cases say together', async (id) => {
  const own = cases.map(figuresOf).flatMap((figures) => (figures[id] === undefined ? [] : [figures[id]]));
  const expected = { count: own.length, amount: own.reduce((all, one) => all + one, 0) };
  expect((await report()).figures[id]).toEqual(expected);
  const { total } = (await officer.get('/api/reports/comparison').expect(200)).body as Comparison;
  expect(total[id]).toEqual(expected);
});

it('every case is in one figure of the way to the decision', async () => {
  const { figures } = await report();
  const parts = (['approved', 'refused', 'dropped', 'undecided'] as const).map((id) => figures[id].count);
  expect(parts.reduce((all, one) => all + one, 0)).toBe(figures.asked.count);
  expect(figures.granted.count + figures.lapsed.count).toBe(figures.approved.count);
});

it('statuses are those of the cases', async () => {
  const { statuses } = await report();
  const counts = new Map<string, number>();
  for (const one of cases) counts.set(one.result ?? one.status, (counts.get(one.result ?? one.status) ?? 0) + 1);
  expect(new Map(statuses.map(({ status, count }) => [status, count]))).toEqual(counts);
});

/** Days of one case in one phase, by its history as an auditor reads it. */
function daysIn(caseId: string, phase: string): number | null {
  const marks = (histories.get(caseId) ?? []).filter(({ type }) => ['statusSet', 'suspended', 'resumed', 'closed'].includes(type));
  let [status, since, spent, stopped, visited] = ['', 0, 0, false, false];
  for (const { type, at, what } of marks) {
    const moment = new Date(at).getTime();
    if (status === phase && !stopped) spent += moment - since;
    if (type === 'suspended' || type === 'resumed') stopped = type === 'suspended';
    if (type === 'statusSet') status = (what as { status: string }).status;
    if (type === 'closed') status = '';
    visited ||= status === phase;
    since = moment;
  }
  return visited && status !== phase ? spent / 86_400_000 : null;
}

it('the median and the ninetieth percentile of each phase are those of the histories', async () => {
  const { phases } = await report();
  const percentile = (sorted: readonly number[], share: number): number => {
    const place = (sorted.length - 1) * share;
    const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
    return low + (high - low) * (place - Math.floor(place));
  };
  expect(phases.length).toBeGreaterThan(3);
  for (const { id, count, median, ninetieth } of phases.filter((phase) => phase.id !== 'decision')) {
    const days = cases.flatMap((one) => daysIn(one.id, id) ?? []).sort((a, b) => a - b);
    expect([id, count]).toEqual([id, days.length]);
    expect(median).toBeCloseTo(percentile(days, 0.5), 7);
    expect(ninetieth).toBeCloseTo(percentile(days, 0.9), 7);
  }
});

it('the files for internal audit name every act with who did it', async () => {
  const lines = async (part: string): Promise<string[]> =>
    (await officer.get(`/api/reports/programmes/${programmeId}/audit/${part}`).expect(200)).text.trim().split('\r\n').slice(1);
  const withPart = (of: (one: CaseView) => boolean): number => cases.filter(of).length;
  expect(await lines('cases')).toHaveLength(RUNS);
  const payments = await lines('payments');
  expect(payments.filter((line) => line.includes(';Účetní;')).length).toBeGreaterThanOrEqual(
    withPart((one) => (valueOf(one, 'paid') ?? 0) > 0),
  );
  const steps = await lines('steps');
  expect(steps).toHaveLength([...histories.values()].reduce((all, events) => all + events.length, 0));
  for (const line of await lines('decisions')) expect(line).toContain(';Tajemnice;');
});

it('the register sums what came to a contract, and tells nothing more of natural persons', async () => {
  const get = (path: string) => api.browser().get(`/api/public/${slug}/${path}`).expect(200);
  const { figures } = await report();
  const { body } = await get('register');
  expect([body.sum, body.total]).toEqual([figures.granted.amount, figures.approved.count]);
  const secrets = cases.flatMap(({ submissions }) => {
    const data = submissions.find(({ step }) => step === 'application')?.data as Record<string, unknown>;
    return [data.birthDate, data.street, data.bankAccount].filter((text): text is string => typeof text === 'string' && text.length > 4);
  });
  expect(secrets.length).toBeGreaterThan(RUNS);
  for (const path of ['register', 'register/figures', 'register/choices', 'register.csv', 'register.json']) {
    const { text } = await get(path);
    expect([path, secrets.filter((secret) => text.includes(secret))]).toEqual([path, []]);
  }
});
