/** Evaluation over HTTP: criteria in their versions, five evaluators, conflicts of interest, the ranked list, the programme's total. */
import { randomUUID } from 'node:crypto';
import { inTenant, query } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant } from '../../models/testing/factories';
import type { Criterion } from '../../processes/grant/criteria';
import type { CaseEvaluationView, CommitteeView, RankingView } from '../../processes/grant/evaluationViews';
import type { CaseView } from '../../processes/views';
import { testApi, type Agent } from '../testing/api';
import {
  complete,
  grantPeople,
  openTask,
  pass,
  SCORES,
  submitted,
  upTo,
  VOTES,
  type GrantPeople,
  type Signed,
} from '../testing/grantPeople';
import { reviewed, takeFile } from '../testing/programmeFiles';
import { testTemporal } from '../testing/temporal';

testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

let tenantId: string;
let people: GrantPeople;
let five: readonly Signed[];
let stranger: Agent;

beforeAll(async () => {
  tenantId = await buildTenant();
  people = await grantPeople(api, tenantId);
  const more = ['třetí', 'čtvrtá', 'pátý'].map((name) => api.signedIn(tenantId, ['evaluator'], { name: `Hodnotitel ${name}` }));
  five = [...people.evaluators, ...(await Promise.all(more))];
  stranger = (await api.signedIn(await buildTenant(), ['grantOfficer'])).agent;
});

const reach: Criterion = { id: 'k1', title: 'Dosah', help: 'Kolika lidem to pomůže', maxPoints: 10, weight: 3 };
const plan: Criterion = { id: 'k2', title: 'Promyšlenost', maxPoints: 5, weight: 1 };

/** A programme of its own, with these people. */
async function withProgramme(evaluators: readonly Signed[], change: object = {}): Promise<GrantPeople> {
  const programme = await buildProgramme(tenantId, {
    evaluatorIds: evaluators.map(({ user }) => user.id),
    settlementDueOn: '2028-01-31',
    ...change,
  });
  return { ...people, programme };
}

const at = ({ programme }: GrantPeople, part: string): string => `/api/programmes/${programme.id}/${part}`;
const keep = (of: GrantPeople, criteria: readonly object[], version: number, more: object = {}, agent: Agent = of.officer.agent) =>
  agent
    .put(at(of, 'criteria'))
    .set('If-Match', `"${version}"`)
    .send({ criteria, ...more });
/** An applicant who was given nothing yet, and with whom nobody was in conflict. */
const another = { ico: '00000019' };
const because = { reason: 'Chybělo kritérium z usnesení' };

async function evaluationOf({ officer }: GrantPeople, caseId: string): Promise<CaseEvaluationView> {
  return (await officer.agent.get(`/api/cases/${caseId}/evaluation`).expect(200)).body as CaseEvaluationView;
}
async function rankingOf(of: GrantPeople): Promise<RankingView> {
  return (await of.officer.agent.get(at(of, 'ranking')).expect(200)).body as RankingView;
}
async function caseSeenBy({ agent }: Signed, caseId: string): Promise<CaseView> {
  return (await agent.get(`/api/cases/${caseId}`).expect(200)).body as CaseView;
}

describe('criteria of a programme', () => {
  it('are the common ones until somebody says otherwise, and versions of them', async () => {
    const of = await withProgramme(five, { state: 'draft', publishedAt: null });
    const before = await of.officer.agent.get(at(of, 'criteria')).expect(200);
    expect(before.body).toMatchObject({ version: 0, frozen: null, needsReason: false, needed: 1 });
    expect(before.body.criteria.map(({ id }: Criterion) => id)).toEqual(['benefit', 'quality', 'economy']);
    expect((await keep(of, [reach, plan], 0).expect(200)).body).toMatchObject({ version: 1, criteria: [reach, plan] });
    expect((await keep(of, [reach, plan], 1).expect(200)).body.version).toBe(1);
    expect((await keep(of, [plan], 0)).status).toBe(412);
    expect((await keep(of, [plan, reach], 1).expect(200)).body).toMatchObject({ version: 2, criteria: [plan, reach] });
    const events = await inTenant(tenantId, () =>
      query(`select what from events where type = 'criteriaChanged' and what ->> 'programmeId' = $1`, [of.programme.id]),
    );
    expect(events).toHaveLength(2);
  });

  it.each<[string, object[], string]>([
    ['none', [], 'criteria'],
    ['a maximum of nothing', [{ ...reach, maxPoints: 0 }], 'criteria.0.maxPoints'],
    ['half a point', [{ ...reach, maxPoints: 1.5 }], 'criteria.0.maxPoints'],
    ['a negative weight', [{ ...reach, weight: -1 }], 'criteria.0.weight'],
    ['a weight as text', [{ ...reach, weight: '3' }], 'criteria.0.weight'],
    ['a name that meets the comment', [{ ...reach, id: 'comment' }], 'criteria.0.id'],
    ['a name of every object', [{ ...reach, id: 'constructor' }], 'criteria.0.id'],
    ['no title', [{ ...reach, title: ' ' }], 'criteria.0.title'],
    ['a long title', [{ ...reach, title: 'x'.repeat(151) }], 'criteria.0.title'],
    ['an unknown part', [{ ...reach, bonus: 5 }], 'criteria.0.bonus'],
    ['two of one name', [reach, { ...plan, id: 'k1' }], 'criteria.1.id'],
    ['two of one title', [reach, { ...plan, title: 'dosah' }], 'criteria.1.title'],
    ['too many', Array.from({ length: 21 }, (_, place) => ({ ...plan, id: `k${place}`, title: `K ${place}` })), 'criteria'],
  ])('refuse %s and stay as they are', async (_name, criteria, field) => {
    const of = people;
    const refused = await keep(of, criteria, 0, because);
    expect([refused.status, Object.keys(refused.body.errors as object)]).toEqual([422, [field]]);
    expect((await of.officer.agent.get(at(of, 'criteria'))).body.version).toBe(0);
  });

  it('are of officers of the town only', async () => {
    for (const { agent } of [people.applicant, people.evaluators[0], people.secretary, people.auditor])
      expect((await keep(people, [reach], 0, because, agent)).status).toBe(403);
    expect((await keep(people, [reach], 0, because, stranger)).status).toBe(404);
    expect((await stranger.get(at(people, 'criteria'))).status).toBe(404);
    expect((await stranger.get(at(people, 'ranking'))).status).toBe(404);
  });

  it('of a published programme change with a reason, and not once an application came', async () => {
    const of = await withProgramme(five.slice(0, 1));
    const silent = await keep(of, [reach, plan], 0);
    expect([silent.status, Object.keys(silent.body.errors as object)]).toEqual([422, ['reason']]);
    await keep(of, [reach, plan], 0, because).expect(200);
    const { caseId } = await submitted(of);
    const late = await keep(of, [reach], 1, because);
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('přišla žádost')]);
    expect((await of.officer.agent.get(at(of, 'criteria'))).body.frozen.cs).toContain('přišla žádost');
    // However the programme goes on, the case keeps the version with which it began.
    await inTenant(tenantId, () =>
      query(`insert into evaluation_criteria (tenant_id, programme_id, version, criteria, created_by) values ($1, $2, 2, $3::jsonb, $4)`, [
        tenantId,
        of.programme.id,
        JSON.stringify([plan]),
        of.officer.user.id,
      ]),
    );
    await pass(of, of.officer, caseId, 'formalCheck', 'pass');
    const task = await openTask(of, caseId, 'evaluation');
    const { body } = await five[0]!.agent.get(`/api/tasks/${task.id}`).expect(200);
    expect(Object.keys(body.form.schema.properties as object).slice(0, 2)).toEqual(['k1', 'k2']);
    expect(body.outcomes[0].requires).toEqual(['recommendedAmount', 'comment', 'k1', 'k2']);
  });

  it('go with a programme that is copied, exported and taken over', async () => {
    const of = await withProgramme(five, { state: 'draft' });
    await keep(of, [reach, plan], 0).expect(200);
    const send = (path: string, body: object) => of.officer.agent.post(path).set('Idempotency-Key', randomUUID()).send(body);
    const copy = await send(at(of, 'copy'), {}).expect(201);
    const { agent } = of.officer;
    expect((await agent.get(`/api/programmes/${copy.body.id}/criteria`)).body).toMatchObject({ version: 1, criteria: [reach, plan] });
    const { body: file } = await agent.get(at(of, 'export')).expect(200);
    const taken = await takeFile(stranger, file as object);
    expect((await stranger.get(`/api/programmes/${taken.body.id}/criteria`)).body.criteria).toEqual([reach, plan]);
    const wrong = await reviewed(stranger, { ...file, criteria: [reach, reach] });
    expect(wrong.faults.map(({ path }) => path)).toEqual(['criteria.1.id', 'criteria.1.title']);
    const before = await takeFile(stranger, { ...file, criteria: undefined });
    expect((await stranger.get(`/api/programmes/${before.body.id}/criteria`)).body.version).toBe(0);
  });

  it('want no more evaluations than there are evaluators', async () => {
    const of = await withProgramme(five);
    const set = (needed: unknown, version: number, agent = of.officer.agent) =>
      agent.put(at(of, 'evaluations-needed')).set('If-Match', `"${version}"`).send({ needed });
    const { programmeVersion } = (await of.officer.agent.get(at(of, 'criteria'))).body as { programmeVersion: number };
    for (const wrong of [6, 0, -1, 2.5, '3', null]) expect((await set(wrong, programmeVersion)).status).toBe(422);
    expect((await set(4, programmeVersion, stranger)).status).toBe(404);
    expect((await set(4, programmeVersion).expect(200)).body.needed).toBe(4);
    expect((await set(3, programmeVersion)).status).toBe(412);
  });
});

describe('five evaluators', () => {
  let of: GrantPeople;
  let caseId: string;
  const evaluate = (who: Signed, data: object, outcome = 'submit') => pass(of, who, caseId, 'evaluation', outcome, data);
  const say = { recommendedAmount: 30_000_00, comment: 'Dobrý záměr', internalComment: 'Pozor na rozpočet' };

  beforeAll(async () => {
    of = await withProgramme(five.slice(0, 4));
    await keep(of, [reach, plan], 0, because).expect(200);
    const { body } = await of.officer.agent.get(at(of, 'criteria'));
    await of.officer.agent.put(at(of, 'evaluations-needed')).set('If-Match', `"${body.programmeVersion}"`).send({ needed: 4 }).expect(200);
    ({ caseId } = await submitted(of));
    await pass(of, of.officer, caseId, 'formalCheck', 'pass');
  });

  it('score by the criteria of the programme, within their limits, and the server counts', async () => {
    const [first] = five as [Signed];
    const task = await openTask(of, caseId, 'evaluation', first.user.id);
    for (const [scores, field] of [
      [{ k1: 11, k2: 5 }, 'k1'],
      [{ k1: -1, k2: 5 }, 'k1'],
      [{ k1: 1.5, k2: 5 }, 'k1'],
      [{ k1: 5 }, 'k2'],
      [{ k1: 5, k2: 5, benefit: 40 }, 'benefit'],
      [{ k1: 5, k2: 5, points: 100 }, 'points'],
      [{ k1: 5, k2: 5, recommendedAmount: 80_000_01 }, 'recommendedAmount'],
    ] as const) {
      const refused = await complete(first, task.id, 'submit', { ...say, ...scores });
      expect([refused.status, Object.keys(refused.body.errors as object)]).toEqual([422, [field]]);
    }
    await evaluate(first, { ...say, k1: 8, k2: 4 });
    const [row] = await inTenant(tenantId, () => query<{ decided: object }>('select decided from tasks where id = $1', [task.id]));
    expect(row?.decided).toEqual({ points: 80, recommendedAmount: 30_000_00 });
  });

  it('tell nobody their scores while others are at it', async () => {
    const seen = await evaluationOf(of, caseId);
    expect(seen).toMatchObject({ needed: 4, in: 1, open: 3, conflicts: 0, mean: null, spread: null, own: false });
    expect(seen.evaluations.map(({ state, points, scores }) => [state, points, scores])).toEqual([
      ['submitted', null, null],
      ['open', null, null],
      ['open', null, null],
      ['open', null, null],
    ]);
    expect((await rankingOf(of)).rows[0]).toMatchObject({ id: caseId, mean: null, recommended: null, firstCriterion: null });
    for (const { agent } of [five[0]!, of.applicant]) expect((await agent.get(`/api/cases/${caseId}/evaluation`)).status).toBe(403);
    expect((await stranger.get(`/api/cases/${caseId}/evaluation`)).status).toBe(404);
  });

  it('leave out who is in conflict, and show it to the officer with mean and spread', async () => {
    await evaluate(five[1]!, { ...say, k1: 6, k2: 3, recommendedAmount: 20_000_00 });
    await evaluate(five[2]!, { conflictReason: 'Jsem členkou spolku', k1: 10, k2: 5 }, 'conflict');
    await evaluate(five[3]!, { ...say, k1: 9, k2: 5 });
    const seen = await evaluationOf(of, caseId);
    expect(seen).toMatchObject({ needed: 4, in: 3, open: 0, conflicts: 1, mean: 77.5, spread: { min: 60, max: 92.5, deviation: 13.39 } });
    expect(seen.evaluations[2]).toMatchObject({ state: 'conflict', points: null, scores: null, conflictReason: 'Jsem členkou spolku' });
    expect(seen.evaluations[3]).toMatchObject({ points: 92.5, scores: { k1: 9, k2: 5 }, internalComment: 'Pozor na rozpočet' });
    expect((await caseSeenBy(of.officer, caseId)).values.points).toBe(77.5);
  });

  it('become more where fewer count than are needed', async () => {
    const none = await complete(of.officer, (await openTask(of, caseId, 'proposal')).id, 'moreEvaluation', {
      justification: 'Jedna podjatá',
    });
    expect([none.status, Object.keys(none.body.errors as object)]).toEqual([422, ['outcome']]);
    const give = (ids: readonly string[], agent = of.officer.agent) =>
      agent.put(`/api/cases/${caseId}/evaluators`).send({ evaluatorIds: ids });
    const fifth = five[4]!.user.id;
    for (const wrong of [[randomUUID()], [of.officer.user.id], [fifth, fifth]]) expect((await give(wrong)).status).toBe(422);
    expect((await give([fifth], five[0]!.agent)).status).toBe(403);
    expect((await give([fifth], stranger)).status).toBe(404);
    const given = await give([...five.slice(0, 4).map(({ user }) => user.id), fifth]).expect(200);
    expect(given.body).toMatchObject({ own: true, left: [{ id: fifth }] });
    await pass(of, of.officer, caseId, 'proposal', 'moreEvaluation', { justification: 'Jedna podjatá' });
    // Who has scored already learns nothing while somebody scores.
    const others = (await caseSeenBy(five[0]!, caseId)).submissions.filter(({ step }) => step === 'evaluation');
    expect(others).toHaveLength(1);
    expect((await give([])).status).toBe(409);
    await evaluate(five[4]!, { ...say, k1: 4, k2: 2 });
    expect(await evaluationOf(of, caseId)).toMatchObject({ in: 4, conflicts: 1, mean: 68.13 });
    expect((await caseSeenBy(of.officer, caseId)).values.points).toBe(68.13);
  });

  it('say to the applicant what is for the applicant, after the decision and without a name', async () => {
    const toApplicant = async () => (await caseSeenBy(of.applicant, caseId)).submissions.filter(({ step }) => step === 'evaluation');
    await pass(of, of.officer, caseId, 'proposal', 'recommend', { amount: 30_000_00, justification: 'Podle hodnocení' });
    expect(await toApplicant()).toEqual([]);
    await pass(of, of.secretary, caseId, 'councilDecision', 'approve', { ...VOTES, amount: 30_000_00 });
    const read = await toApplicant();
    expect(read).toHaveLength(4);
    for (const one of read) expect([one.data, one.by]).toEqual([{ comment: 'Dobrý záměr' }, { id: '', name: '' }]);
  });
});

describe('the total of a programme', () => {
  it('is not gone above by two proposals at once', async () => {
    const of = await withProgramme(five.slice(0, 2), { totalAmount: 60_000_00 });
    const cases = [await submitted(of), await submitted(of)];
    for (const { caseId } of cases) await upTo(of, caseId, 'proposal');
    const tasks = await Promise.all(cases.map(({ caseId }) => openTask(of, caseId, 'proposal')));
    const answers = await Promise.all(
      tasks.map(({ id }) => complete(of.officer, id, 'recommend', { amount: 35_000_00, justification: 'Souběžně' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.body.errors).toEqual({ amount: expect.stringMatching(/zbývá jen 25.000.Kč/) });
    const loser = tasks[answers.findIndex(({ status }) => status === 422)]!;
    await complete(of.officer, loser.id, 'recommend', { amount: 25_000_00, justification: 'Zbytek' }).expect(200);
    const { rows, totalAmount } = await rankingOf(of);
    expect([rows.reduce((sum, { proposed }) => sum + (proposed ?? 0), 0), totalAmount]).toEqual([60_000_00, 60_000_00]);
  });

  it('gets back what a refused application was proposed', async () => {
    const of = await withProgramme(five.slice(0, 2), { totalAmount: 45_000_00, maxAmount: 45_000_00 });
    const [first, second] = [await submitted(of, another), await submitted(of, another)];
    await upTo(of, first.caseId, 'councilDecision');
    await upTo(of, second.caseId, 'proposal');
    const task = await openTask(of, second.caseId, 'proposal');
    const propose = () => complete(of.officer, task.id, 'recommend', { amount: 40_000_00, justification: 'x' });
    expect((await propose()).status).toBe(422);
    await pass(of, of.secretary, first.caseId, 'councilDecision', 'refuse', { ...VOTES, reason: 'Málo bodů' });
    expect((await propose()).status).toBe(200);
  });
});

describe('giving evaluators to many', () => {
  const give = (of: GrantPeople, body: object, agent = of.officer.agent) => agent.post(at(of, 'evaluators')).send(body);

  it('shares them evenly, past who was in conflict with the applicant before, and they get the cases', async () => {
    const of = await withProgramme(five.slice(0, 2));
    const before = await submitted(of, another);
    await pass(of, of.officer, before.caseId, 'formalCheck', 'pass');
    await pass(of, five[0]!, before.caseId, 'evaluation', 'conflict', { conflictReason: 'Podnikáme spolu' });
    const ids = five.map(({ user }) => user.id);
    const cases: string[] = [];
    for (let count = 0; count < 4; count += 1) cases.push((await submitted(of, another)).caseId);

    const tooMany = await give(of, { caseIds: cases, evaluatorIds: ids.slice(0, 2), each: 2 });
    expect([tooMany.status, Object.keys(tooMany.body.errors as object)]).toEqual([422, ['evaluatorIds']]);
    const { body } = await give(of, { caseIds: cases, evaluatorIds: ids, each: 2 }).expect(200);
    const loads = ids.map((id) => (body as { evaluatorIds: string[] }[]).filter(({ evaluatorIds }) => evaluatorIds.includes(id)).length);
    expect(loads).toEqual([0, 2, 2, 2, 2]);

    await pass(of, of.officer, cases[0]!, 'formalCheck', 'pass');
    const seen = await evaluationOf(of, cases[0]!);
    expect(seen.evaluations.map(({ evaluator }) => evaluator.id)).toEqual(body[0].evaluatorIds);
    const late = await give(of, { caseIds: cases, evaluatorIds: ids });
    expect([late.status, late.body.errors.caseIds]).toEqual([422, expect.stringContaining('v hodnocení')]);
    const other = await evaluationOf(of, cases[1]!);
    expect([other.own, other.evaluators.length]).toEqual([true, 2]);
  });

  it('takes all or nothing, and only what is of the programme and the town', async () => {
    const of = await withProgramme(five.slice(0, 2));
    const { caseId } = await submitted(of);
    const evaluatorIds = [five[2]!.user.id];
    const elsewhere = await submitted(await withProgramme(five));
    expect((await give(of, { caseIds: [caseId, elsewhere.caseId], evaluatorIds })).status).toBe(404);
    expect((await give(of, { caseIds: [caseId], evaluatorIds }, stranger)).status).toBe(404);
    for (const { agent } of [of.applicant, five[0]!, of.secretary, of.auditor])
      expect((await give(of, { caseIds: [caseId], evaluatorIds }, agent)).status).toBe(403);
    for (const body of [
      { caseIds: [], evaluatorIds },
      { caseIds: [caseId], evaluatorIds: [] },
      { caseIds: [caseId], evaluatorIds, each: 2 },
      { caseIds: [caseId], evaluatorIds, each: 0 },
      { caseIds: ["'; drop table cases; --"], evaluatorIds },
      { caseIds: [caseId], evaluatorIds, extra: 1 },
    ])
      expect((await give(of, body)).status).toBe(422);
    expect(await evaluationOf(of, caseId)).toMatchObject({ own: false });
  });
});

describe('the table of the committee', () => {
  it('holds one’s own applications with what was typed, and nobody else’s', async () => {
    const of = await withProgramme(five.slice(0, 2));
    const cases = [await submitted(of), await submitted(of)];
    for (const { caseId } of cases) await pass(of, of.officer, caseId, 'formalCheck', 'pass');
    const [me, other] = five as [Signed, Signed];
    const read = async (who: Signed): Promise<CommitteeView> =>
      (await who.agent.get(`/api/committee/${of.programme.id}`).expect(200)).body as CommitteeView;
    const { rows } = await read(me);
    expect(rows.map(({ caseId, state, data, version }) => [caseId, state, data, version])).toEqual(
      cases.map(({ caseId }) => [caseId, 'open', {}, 0]),
    );
    await me.agent
      .put(`/api/tasks/${rows[0]!.id}/draft`)
      .set('If-Match', '"0"')
      .send({ data: { benefit: 12 } })
      .expect(200);
    await complete(me, rows[1]!.id, 'submit', SCORES).expect(200);
    expect((await read(me)).rows.map(({ state, data, version }) => [state, data, version])).toEqual([
      ['open', { benefit: 12 }, 1],
      ['submitted', SCORES, 0],
    ]);
    expect((await read(other)).rows.every(({ data }) => Object.keys(data).length === 0)).toBe(true);
    const { body } = await me.agent.get('/api/committee').expect(200);
    expect(body).toContainEqual({ id: of.programme.id, title: of.programme.title, open: 1, done: 1 });
    expect((await five[3]!.agent.get(`/api/committee/${of.programme.id}`)).status).toBe(404);
    for (const { agent } of [of.officer, of.applicant]) expect((await agent.get(`/api/committee/${of.programme.id}`)).status).toBe(403);
  });
});

describe('the ranked list', () => {
  it('goes by points and the written rule, and is exported', async () => {
    const of = await withProgramme(five.slice(0, 1));
    const scores = [
      { benefit: 30, quality: 20, economy: 20 },
      { benefit: 35, quality: 15, economy: 20 },
      { benefit: 40, quality: 30, economy: 29 },
    ];
    const cases: string[] = [];
    for (const one of scores) {
      const { caseId } = await submitted(of);
      cases.push(caseId);
      await pass(of, of.officer, caseId, 'formalCheck', 'pass');
      await pass(of, five[0]!, caseId, 'evaluation', 'submit', { ...SCORES, ...one });
    }
    const waiting = await submitted(of);
    const { rows } = await rankingOf(of);
    expect(rows.map(({ id }) => id)).toEqual([cases[2], cases[1], cases[0], waiting.caseId]);
    expect(rows.map(({ mean }) => mean)).toEqual([99, 70, 70, null]);
    expect(rows[1]).toMatchObject({
      firstCriterion: 8750,
      recommended: SCORES.recommendedAmount,
      proposed: null,
      taskId: expect.any(String),
    });
    expect(rows[3]).toMatchObject({ taskId: null, mayAssign: true });
    const file = await of.officer.agent.get(`${at(of, 'ranking')}?format=csv`).expect(200);
    expect(file.headers['content-type']).toMatch(/text\/csv/);
    expect(file.text.split('\r\n')[1]).toContain(`1;${rows[0]!.number};`);
    for (const { agent } of [five[0]!, of.applicant]) expect((await agent.get(at(of, 'ranking'))).status).toBe(403);
  });
});
