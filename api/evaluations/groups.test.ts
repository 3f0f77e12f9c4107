/** Groups of evaluators over HTTP: kept by officers, asked when the evaluation opens, and why they; assignments that come in the very moment of it. */
import { randomUUID } from 'node:crypto';
import { inTenant, query } from '../../models';
import { readEvaluators } from '../../models/grants/evaluators';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant } from '../../models/testing/factories';
import type { FormItem } from '../../processes/formItems/items';
import type { CaseEvaluationView } from '../../processes/grant/evaluationViews';
import type { EvaluatorGroupView } from '../../processes/grant/evaluatorGroupViews';
import type { CaseView, EventView } from '../../processes/views';
import { testApi, type Agent } from '../testing/api';
import { complete, grantPeople, openTask, openTasks, pass, SCORES, submitted, type GrantPeople, type Signed } from '../testing/grantPeople';
import { testTemporal } from '../testing/temporal';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

let tenantId: string;
let people: GrantPeople;
let four: readonly [Signed, Signed, Signed, Signed];
let stranger: Agent;

beforeAll(async () => {
  tenantId = await buildTenant();
  people = await grantPeople(api, tenantId);
  const another = (name: string) => api.signedIn(tenantId, ['evaluator'], { name });
  four = [...people.evaluators, await another('Hodnotitelka třetí'), await another('Hodnotitel čtvrtý')];
  stranger = (await api.signedIn(await buildTenant(), ['grantOfficer'])).agent;
});

const district: FormItem = {
  id: 'q1',
  kind: 'choice',
  title: 'Městská část',
  required: true,
  options: [
    { id: 'o1', title: 'Žižkov' },
    { id: 'o2', title: 'Karlín' },
  ],
};

let made = 0;
const send = (body: object, agent: Agent = people.officer.agent) =>
  agent.post('/api/evaluator-groups').set('Idempotency-Key', randomUUID()).send(body);
async function group(fields: object): Promise<EvaluatorGroupView> {
  made += 1;
  return (await send({ name: `Skupina ${made}`, ...fields }).expect(201)).body as EvaluatorGroupView;
}
const members = (...who: readonly Signed[]) => who.map(({ user }) => ({ userId: user.id }));
const change = ({ id, version }: EvaluatorGroupView, body: object) =>
  people.officer.agent.patch(`/api/evaluator-groups/${id}`).set('If-Match', `"${version}"`).send(body);

/** A programme of its own; by groups where nothing else is said. */
async function withProgramme(terms: object = { evaluatorsByGroups: true }, items: readonly FormItem[] = []): Promise<GrantPeople> {
  const programme = await buildProgramme(tenantId, { settlementDueOn: '2028-01-31', ...terms });
  if (items.length > 0)
    await people.officer.agent.put(`/api/programmes/${programme.id}/form`).set('If-Match', '"0"').send({ items }).expect(200);
  return { ...people, programme };
}

const evaluationOf = async (caseId: string): Promise<CaseEvaluationView> =>
  (await people.officer.agent.get(`/api/cases/${caseId}/evaluation`).expect(200)).body as CaseEvaluationView;
const eventsOf = async (caseId: string, { agent }: Signed = people.officer): Promise<EventView[]> =>
  (await agent.get(`/api/cases/${caseId}/events`).expect(200)).body as EventView[];
const asked = async (of: GrantPeople, caseId: string): Promise<(string | undefined)[]> =>
  (await openTasks(of, caseId)).filter(({ step }) => step === 'evaluation').map(({ assignee }) => assignee?.id);
const byGroup = (caseId: string, body: object, agent: Agent = people.officer.agent) =>
  agent.post(`/api/cases/${caseId}/evaluators/by-group`).send(body);
const day = (plus: number): string => new Date(Date.now() + plus * 24 * 3600 * 1000).toISOString().slice(0, 10);

describe('groups', () => {
  it('are made, changed and deleted, each with its record', async () => {
    const first = await group({ members: members(four[0]), programmeIds: [people.programme.id] });
    expect(first).toMatchObject({
      people: [{ id: four[0].user.id, evaluates: true }],
      programmeTitles: [people.programme.title],
      usedIn: [],
      cases: 0,
    });
    const found = await people.auditor.agent
      .get('/api/evaluator-groups')
      .query({ filter: JSON.stringify({ q: first.name.toUpperCase() }) });
    expect((found.body as EvaluatorGroupView[]).map(({ id }) => id)).toEqual([first.id]);
    const renamed = await change(first, {
      name: 'Sport',
      members: [{ userId: four[1].user.id, startsOn: day(-9), endsOn: day(-2) }],
    }).expect(200);
    expect(renamed.body).toMatchObject({ name: 'Sport', people: [{ id: four[1].user.id, evaluates: false }], version: first.version + 1 });
    expect((await change(first, { name: 'Kultura' })).status).toBe(412);
    expect(Object.keys((await send({ name: 'sport' })).body.errors as object)).toEqual(['name']);
    await people.officer.agent.delete(`/api/evaluator-groups/${first.id}`).expect(204);
    const events = await inTenant(tenantId, () =>
      query<{ type: string }>(`select type from events where what ->> 'groupId' = $1 order by seq`, [first.id]),
    );
    expect(events.map(({ type }) => type)).toEqual(['evaluatorGroupCreated', 'evaluatorGroupChanged', 'evaluatorGroupDeleted']);
  });

  it.each<[string, () => object, string]>([
    ['no name', () => ({ name: ' ' }), 'name'],
    ['an unknown part', () => ({ colour: 'red' }), 'colour'],
    ['who does not evaluate', () => ({ members: members(people.officer) }), 'members'],
    ['one twice', () => ({ members: members(four[0], four[0]) }), 'members'],
    ['a period that ends first', () => ({ members: [{ userId: four[0].user.id, startsOn: day(2), endsOn: day(1) }] }), 'members.0.endsOn'],
    ['a programme that is not there', () => ({ programmeIds: [randomUUID()] }), 'programmeIds'],
    ['an area that is not there', () => ({ areaIds: [randomUUID()] }), 'areaIds'],
    ['a question that nobody asks', () => ({ question: 'Barva', answers: ['bílá'] }), 'question'],
    ['a question without an answer', () => ({ question: 'Barva' }), 'answers'],
    ['a label that is not there', () => ({ labelId: randomUUID() }), 'labelId'],
  ])('refuse %s', async (_name, body, field) => {
    const refused = await send({ name: 'Odmítnutá', ...body() });
    expect([refused.status, Object.keys(refused.body.errors as object)]).toEqual([422, [field]]);
  });

  it('are of officers of the town; who else reads them', async () => {
    const mine = await group({ members: members(four[0]) });
    for (const { agent } of [people.applicant, four[0], people.secretary, people.auditor])
      expect((await send({ name: 'x y' }, agent)).status).toBe(403);
    const path = `/api/evaluator-groups/${mine.id}`;
    for (const asking of [stranger.get(path), stranger.patch(path).set('If-Match', '"1"').send({ name: 'Cizí' }), stranger.delete(path)])
      expect((await asking).status).toBe(404);
    expect((await people.auditor.agent.get(path)).status).toBe(200);
    await people.officer.agent.delete(path).expect(204);
  });

  it('offer the choices of forms', async () => {
    const of = await withProgramme({}, [district]);
    const limited = { programmeIds: [of.programme.id], question: 'Městská část', answers: ['Karlín'] };
    expect(Object.keys((await send({ name: 'Jinde', ...limited, answers: ['Brno'] })).body.errors as object)).toEqual(['answers']);
    const { body } = await people.officer.agent.get('/api/evaluator-questions').expect(200);
    expect(body).toContainEqual({ id: 'Městská část', answers: ['Žižkov', 'Karlín'] });
    await group(limited);
  });
});

describe('a programme by groups', () => {
  it('gives each application the groups that fit, without who is in conflict, and says why they', async () => {
    const of = await withProgramme({ evaluatorsByGroups: true, evaluatorIds: [four[3].user.id] }, [district]);
    const inIt = { programmeIds: [of.programme.id] };
    const [a, b, c, d] = four;
    const zizkov = await group({ ...inIt, members: members(a, b), question: 'Městská část', answers: ['Žižkov'] });
    const karlin = await group({ ...inIt, members: members(c), question: 'Městská část', answers: ['Karlín'] });
    await group({ members: [{ userId: d.user.id, endsOn: day(-1) }], ...inIt });
    const first = await submitted(of, { q1: 'o1', ico: '00000027' });
    expect((await evaluationOf(first.caseId)).evaluators.map(({ id, group: by }) => [id, by])).toEqual([
      [a.user.id, zizkov.name],
      [b.user.id, zizkov.name],
    ]);
    await pass(of, of.officer, first.caseId, 'formalCheck', 'pass');
    expect(await asked(of, first.caseId)).toEqual([a.user.id, b.user.id]);
    const told = (await eventsOf(first.caseId)).find(({ type }) => type === 'evaluatorsAssigned');
    expect([told?.actor, told?.sentence.cs]).toEqual([null, `Určeni hodnotitelé spisu: 2 (skupina ${zizkov.name}).`]);

    // Who left the group stays asked; who was in conflict with the applicant before is not asked again, whatever the group.
    await change(zizkov, { members: members(c) }).expect(200);
    await pass(of, a, first.caseId, 'evaluation', 'conflict', { conflictReason: 'Jsem členkou' });
    await pass(of, b, first.caseId, 'evaluation', 'submit', SCORES);
    expect((await evaluationOf(first.caseId)).evaluators.map(({ id }) => id)).toEqual([a.user.id, b.user.id]);
    await change(karlin, { members: members(a, c) }).expect(200);
    const second = await submitted(of, { q1: 'o2', ico: '00000027' });
    await pass(of, of.officer, second.caseId, 'formalCheck', 'pass');
    expect(await asked(of, second.caseId)).toEqual([c.user.id]);

    // By group again: as the members are today.
    const added = await byGroup(first.caseId, {}).expect(200);
    expect(added.body).toMatchObject({ left: [{ id: c.user.id, group: zizkov.name }] });
    expect(Object.keys((await byGroup(first.caseId, {})).body.errors as object)).toEqual(['groupId']);
    await pass(of, of.officer, first.caseId, 'proposal', 'moreEvaluation', { justification: 'Jedna podjatá' });
    expect(await asked(of, first.caseId)).toEqual([c.user.id]);

    const used = await people.officer.agent.delete(`/api/evaluator-groups/${zizkov.id}`);
    expect([used.status, used.body.detail]).toEqual([409, expect.stringContaining(of.programme.title)]);
    for (const agent of [four[0].agent, people.auditor.agent]) expect((await byGroup(second.caseId, {}, agent)).status).toBe(403);
    expect((await byGroup(second.caseId, {}, stranger)).status).toBe(404);
  });

  it('goes by labels, and to an officer with a sentence where no group has anybody', async () => {
    const of = await withProgramme();
    const label = await people.officer.agent.post('/api/labels').send({ name: 'Mládež', colour: 'blue' }).expect(201);
    const young = await group({ programmeIds: [of.programme.id], members: members(four[1]), labelId: label.body.id });
    const { caseId } = await submitted(of);
    await pass(of, of.officer, caseId, 'formalCheck', 'pass');
    expect((await openTasks(of, caseId)).map(({ step }) => step)).toEqual(['proposal']);
    expect(await evaluationOf(caseId)).toMatchObject({ nobodyAsked: true, byGroups: true, evaluators: [], mayAssign: true });
    const told = (await eventsOf(caseId)).find(({ type }) => type === 'evaluatorsAssigned');
    expect(told?.sentence.cs).toContain('žádná pro tento spis dnes nikoho nemá');
    const task = await openTask(of, caseId, 'proposal');
    const nobody = await complete(of.officer, task.id, 'moreEvaluation', { justification: 'Nikdo nehodnotil' });
    expect([nobody.status, nobody.body.errors.outcome]).toEqual([422, expect.stringContaining('Není koho požádat')]);

    const section = people.officer.agent.patch(`/api/cases/${caseId}/section`).set('If-Match', '"0"');
    await section.send({ labelIds: [label.body.id] }).expect(200);
    await pass(of, of.officer, caseId, 'proposal', 'moreEvaluation', { justification: 'Přibyl štítek' });
    expect(await asked(of, caseId)).toEqual([four[1].user.id]);
    expect((await evaluationOf(caseId)).evaluators).toMatchObject([{ id: four[1].user.id, group: young.name }]);
  });

  it('is published only with a group that has members, and wants as many evaluations as it says', async () => {
    const intake = {
      intakeOpensAt: new Date(Date.now() + 40 * 24 * 3600 * 1000),
      intakeClosesAt: new Date(Date.now() + 80 * 24 * 3600 * 1000),
    };
    const of = await withProgramme({ state: 'draft', evaluatorsByGroups: true, ...intake });
    const publish = () => people.officer.agent.post(`/api/programmes/${of.programme.id}/publish`).send({});
    // A group for other programmes does not help.
    await group({ programmeIds: [people.programme.id], members: members(four[0]) });
    expect(Object.keys((await publish().expect(422)).body.errors as object)).toEqual(['evaluatorsByGroups']);
    await group({ programmeIds: [of.programme.id], members: members(four[0]) });
    await publish().expect(200);
    const { body } = await people.officer.agent.get(`/api/programmes/${of.programme.id}/criteria`).expect(200);
    const set = people.officer.agent
      .put(`/api/programmes/${of.programme.id}/evaluations-needed`)
      .set('If-Match', `"${body.programmeVersion}"`);
    expect((await set.send({ needed: 3 }).expect(200)).body.needed).toBe(3);
  });

  it('may be chosen for many at once', async () => {
    const of = await withProgramme({ evaluatorIds: [four[0].user.id] });
    const three = await group({ members: members(four[1], four[2], four[3]), programmeIds: [people.programme.id] });
    const cases = [await submitted(of, { ico: '00000019' }), await submitted(of, { ico: '00000019' })];
    const caseIds = cases.map(({ caseId }) => caseId);
    const give = (body: object) => people.officer.agent.post(`/api/programmes/${of.programme.id}/evaluators`).send({ caseIds, ...body });
    expect(Object.keys((await give({ groupId: three.id, evaluatorIds: [four[0].user.id] })).body.errors as object)).toEqual([
      'evaluatorIds',
    ]);
    expect(Object.keys((await give({})).body.errors as object)).toEqual(['evaluatorIds']);
    expect(Object.keys((await give({ groupId: randomUUID() })).body.errors as object)).toEqual(['groupId']);
    expect(Object.keys((await give({ groupId: three.id, each: 4 })).body.errors as object)).toEqual(['each']);
    await give({ groupId: three.id, each: 2 }).expect(200);
    const { evaluators, own } = await evaluationOf(caseIds[0]!);
    expect([own, evaluators.map(({ group: by }) => by)]).toEqual([true, [three.name, three.name]]);
  });
});

describe('an assignment in the very moment when the evaluation opens', () => {
  const waiting = async (count: number): Promise<void> => {
    for (let tried = 0; ; tried += 1) {
      const [row] = await db.superuser<{ count: number }>('select count(*)::int as count from pg_locks where not granted');
      if ((row?.count ?? 0) >= count) return;
      if (tried > 400) throw new Error(`only ${row?.count} wait`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const assign = (caseId: string, who: Signed) =>
    people.officer.agent.put(`/api/cases/${caseId}/evaluators`).send({ evaluatorIds: [who.user.id] });

  it('that is first is waited for: who it names is asked', async () => {
    const of = await withProgramme({ evaluatorIds: [four[0].user.id] });
    const { caseId } = await submitted(of);
    const check = await openTask(of, caseId, 'formalCheck');
    // The assignment has written its list and waits for its place in the trail; the case opens its evaluation meanwhile.
    await db.superuser('begin');
    await db.superuser('select from chain_heads where chain_id = $1 for update', [caseId]);
    const assigning = assign(caseId, four[1]).then(({ status }) => status);
    await waiting(1);
    const passing = complete(of.officer, check.id, 'pass').then(({ status }) => status);
    await waiting(2);
    await db.superuser('commit');
    expect(await Promise.all([assigning, passing])).toEqual([200, 200]);
    expect(await asked(of, caseId)).toEqual([four[1].user.id]);
  });

  it('that comes after the case has read who evaluates is refused, not lost, and possible again with the proposal', async () => {
    const of = await withProgramme({ evaluatorIds: [four[0].user.id] });
    const { caseId } = await submitted(of);
    expect(await inTenant(tenantId, () => readEvaluators(tenantId, caseId))).toEqual({ evaluators: [four[0].user.id], byGroups: false });
    const late = await assign(caseId, four[1]);
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('právě otvírá')]);
    await pass(of, of.officer, caseId, 'formalCheck', 'pass');
    expect(await asked(of, caseId)).toEqual([four[0].user.id]);
    await pass(of, four[0], caseId, 'evaluation', 'submit', SCORES);
    await assign(caseId, four[1]).expect(200);
    await inTenant(tenantId, () => readEvaluators(tenantId, caseId));
    expect((await assign(caseId, four[2])).status).toBe(409);
    await pass(of, of.officer, caseId, 'proposal', 'moreEvaluation', { justification: 'Ještě jedno' });
    expect(await asked(of, caseId)).toEqual([four[1].user.id]);
  });
});

describe('an officer who evaluates as well', () => {
  it('reads the officers’ section and nobody’s evaluation before handing in their own', async () => {
    const both = await api.signedIn(tenantId, ['grantOfficer', 'evaluator', 'tenantAdmin', 'auditor'], { name: 'Referent i hodnotitel' });
    const of = await withProgramme({ evaluatorIds: [four[0].user.id] });
    const { caseId } = await submitted(of);
    await pass(of, of.officer, caseId, 'formalCheck', 'pass');
    await pass(of, four[0], caseId, 'evaluation', 'submit', { ...SCORES, internalComment: 'Tajné slovo' });
    await people.officer.agent
      .put(`/api/cases/${caseId}/evaluators`)
      .send({ evaluatorIds: [both.user.id] })
      .expect(200);
    const proposal = await openTask(of, caseId, 'proposal');
    await complete(of.officer, proposal.id, 'moreEvaluation', { justification: 'Ještě jedno' }).expect(200);

    /** Everything that tells of the case, in every face. */
    const read = async (): Promise<string> => {
      const trail = new URLSearchParams({ filter: JSON.stringify({ caseId }) });
      const paths = [
        `cases/${caseId}`,
        `cases/${caseId}/events`,
        `cases/${caseId}/evaluation`,
        `cases/${caseId}/letters`,
        `cases/${caseId}/comments`,
        `events?${trail}`,
        `programmes/${of.programme.id}/ranking`,
        `tasks?${trail}`,
        `reports/programmes/${of.programme.id}/audit/cases`,
        `committee/${of.programme.id}`,
        `tasks/${proposal.id}`,
      ];
      const answers = await Promise.all(paths.map((path) => both.agent.get(`/api/${path}`)));
      const refused = answers.flatMap(({ status }, at) => (status === 200 ? [] : [`${paths[at]}: ${status}`]));
      expect(refused).toEqual([]);
      return answers.map(({ text }) => text).join('\n');
    };
    const TOLD = ['"points":70', '"recommendedAmount":4000000', '"benefit":30', 'Tajné slovo', 'Dobrý projekt'];
    const MEAN = /;70(,00)?;/;
    const before = await read();
    expect([TOLD.filter((told) => before.includes(told)), MEAN.test(before)]).toEqual([[], false]);
    const { text: audit } = await people.officer.agent.get(`/api/reports/programmes/${of.programme.id}/audit/cases`).expect(200);
    expect(MEAN.test(audit)).toBe(true);
    for (const part of ['section', 'notes', 'other-applications']) await both.agent.get(`/api/cases/${caseId}/${part}`).expect(200);
    // Another officer reads on.
    expect(JSON.stringify(await eventsOf(caseId))).toContain('"points":70');
    await pass(of, both, caseId, 'evaluation', 'submit', { ...SCORES, benefit: 20, comment: 'Také dobrý' });
    const after = await read();
    expect(TOLD.filter((told) => !after.includes(told))).toEqual([]);
    const seen = (await both.agent.get(`/api/cases/${caseId}`).expect(200)).body as CaseView;
    expect(seen.submissions.filter(({ step }) => step === 'evaluation')).toHaveLength(2);
  });
});
