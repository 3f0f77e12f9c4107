import { randomUUID } from 'node:crypto';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant } from '../../models/testing/factories';
import { routes } from '../routes';
import { testApi, type Agent } from '../testing/api';
import { application, complete, grantPeople, openTask, pass, SCORES, submitted, upTo, type GrantPeople } from '../testing/grantPeople';
import { quiet, snapshot } from '../testing/snapshot';
import { today } from '../today';
import { testTemporal } from '../testing/temporal';

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

let people: GrantPeople;
let stranger: Agent;
/** Cases at the formal check, returned to the applicant, with the evaluators, before the decision, before the settlement. */
const at: Record<string, { caseId: string; taskId: string }> = {};

beforeAll(async () => {
  const tenantId = await buildTenant();
  people = await grantPeople(api, tenantId);
  stranger = (
    await api.signedIn(await buildTenant(), [
      'applicant',
      'grantOfficer',
      'evaluator',
      'councilSecretary',
      'accountant',
      'inspector',
      'auditor',
      'tenantAdmin',
    ])
  ).agent;
  const { caseId: checked } = await submitted(people);
  at.formalCheck = { caseId: checked, taskId: (await openTask(people, checked, 'formalCheck')).id };
  const { caseId: returned } = await submitted(people);
  await pass(people, people.officer, returned, 'formalCheck', 'return', { defects: ['Chybí příloha'], until: '2027-01-15' });
  at.supplement = { caseId: returned, taskId: (await openTask(people, returned, 'supplement')).id };
  for (const step of ['evaluation', 'councilDecision', 'settlement'] as const) {
    const { caseId } = await submitted(people);
    await upTo(people, caseId, step);
    at[step] = { caseId, taskId: (await openTask(people, caseId, step)).id };
  }
});

const taskAt = (step: string): string => at[step]?.taskId ?? '';

/** The answer is the problem that was expected, names the field, speaks Czech, and nothing in the tables has changed. */
async function refused(
  ask: () => PromiseLike<{ status: number; body: Record<string, unknown>; headers: Record<string, string> }>,
  status: number,
  slug: string,
  fields: readonly string[] = [],
): Promise<string> {
  await quiet(db);
  const before = await snapshot(db);
  const answer = await ask();
  expect([answer.status, answer.body.type]).toEqual([status, `https://postup.otevrenamesta.cz/problems/${slug}`]);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  if (fields.length > 0) expect(Object.keys(answer.body.errors ?? {}).sort()).toEqual([...fields].sort());
  expect(JSON.stringify(answer.body)).not.toMatch(/select |insert into|stack|node_modules|sequelize/i);
  expect(await snapshot(db)).toEqual(before);
  return String(answer.body.detail);
}

const settlementRow = { description: 'x', documentNumber: '1', paidOn: today(), amount: 100, fromGrant: 100 };

describe('bad input into the form of a step names the field and changes nothing', () => {
  it.each([
    ['an unknown field', 'formalCheck', 'pass', { admin: true }, ['admin']],
    ['a wrong type', 'formalCheck', 'return', { defects: 'Chybí', until: '2027-01-15' }, ['defects']],
    ['a missing defect', 'formalCheck', 'return', { until: '2027-01-15' }, ['defects']],
    ['a blank defect', 'formalCheck', 'return', { defects: ['  '], until: '2027-01-15' }, ['defects.0']],
    ['a date that does not exist', 'formalCheck', 'return', { defects: ['x'], until: '2027-02-30' }, ['until']],
    ['a date that has passed', 'formalCheck', 'return', { defects: ['x'], until: '2026-01-01' }, ['until']],
    ['a rejection without its reason', 'formalCheck', 'reject', {}, ['reason']],
    ['a text longer than allowed', 'formalCheck', 'pass', { note: 'x'.repeat(2001) }, ['note']],
    ['an outcome that the step lacks', 'formalCheck', 'approve', {}, ['outcome']],
    ['an outcome named as a part of every object', 'formalCheck', 'constructor', {}, ['outcome']],
    [
      'a fraction of a haléř',
      'councilDecision',
      'approve',
      { resolutionNumber: '1', decidedOn: today(), votesFor: 7, votesAgainst: 0, votesAbstained: 0, amount: 12.5 },
      ['amount'],
    ],
    [
      'a negative amount',
      'councilDecision',
      'approve',
      { resolutionNumber: '1', decidedOn: today(), votesFor: 7, votesAgainst: 0, votesAbstained: 0, amount: -1 },
      ['amount'],
    ],
    [
      'more than was asked for',
      'councilDecision',
      'approve',
      { resolutionNumber: '1', decidedOn: today(), votesFor: 7, votesAgainst: 0, votesAbstained: 0, amount: 40_000_01 },
      ['amount'],
    ],
    [
      'a decision without a majority',
      'councilDecision',
      'approve',
      { resolutionNumber: '1', decidedOn: today(), votesFor: 3, votesAgainst: 3, votesAbstained: 0, amount: 1_00 },
      ['votesFor'],
    ],
    [
      'a negative number of votes',
      'councilDecision',
      'refuse',
      { resolutionNumber: '1', decidedOn: today(), votesFor: -3, votesAgainst: 3, votesAbstained: 0, reason: 'x' },
      ['votesFor'],
    ],
    [
      'an application over the maximum',
      'supplement',
      'submit',
      { application: { ...application, requestedAmount: 80_000_01 }, whatChanged: 'x' },
      ['application.requestedAmount'],
    ],
    [
      'an unknown field inside the application',
      'supplement',
      'submit',
      { application: { ...application, points: 100 }, whatChanged: 'x' },
      ['application.points'],
    ],
    ['points over the scale', 'evaluation', 'submit', { ...SCORES, benefit: 41 }, ['benefit']],
    [
      'a row that claims more than its document',
      'settlement',
      'submit',
      { items: [{ ...settlementRow, fromGrant: 101 }], report: 'x' },
      ['items.0.fromGrant'],
    ],
    [
      'rows that claim more than was paid',
      'settlement',
      'submit',
      { items: [{ ...settlementRow, amount: 40_000_01, fromGrant: 40_000_01 }], report: 'x' },
      ['items'],
    ],
    [
      'a document that is not in the case',
      'settlement',
      'submit',
      { items: [{ ...settlementRow, document: randomUUID() }], report: 'x' },
      ['items.0.document'],
    ],
  ])('%s', async (_name, step, outcome, data, fields) => {
    const { officer, secretary, applicant, evaluators } = people;
    const who = {
      formalCheck: officer,
      councilDecision: secretary,
      supplement: applicant,
      settlement: applicant,
      evaluation: evaluators[0],
    }[step];
    const task =
      step === 'evaluation' ? (await openTask(people, at.evaluation?.caseId ?? '', step, evaluators[0].user.id)).id : taskAt(step);
    if (!who) throw new Error('Nobody to act');
    await refused(() => complete(who, task, outcome, data), 422, 'validation', fields);
  });

  it('refuses a document of another case of the same applicant', async () => {
    const { applicant } = people;
    const other = await applicant.agent
      .post('/api/documents')
      .field('caseId', at.formalCheck?.caseId ?? '')
      .attach('file', Buffer.from('text'), 'a.txt')
      .expect(201);
    await refused(
      () => complete(applicant, taskAt('settlement'), 'submit', { items: [{ ...settlementRow, document: other.body.id }], report: 'x' }),
      422,
      'validation',
      ['items.0.document'],
    );
  });
});

describe('a bad request', () => {
  const post = (path: string, body: string | object, headers: Record<string, string> = {}) => {
    const asked = people.officer.agent.post(path).set('Idempotency-Key', randomUUID());
    for (const [name, value] of Object.entries(headers)) asked.set(name, value);
    return asked.send(body);
  };
  const path = (): string => `/api/tasks/${taskAt('formalCheck')}/complete`;

  it('with an unknown member, a wrong type or no outcome', async () => {
    await refused(() => post(path(), { outcome: 'pass', data: {}, force: true }), 422, 'validation', ['force']);
    await refused(() => post(path(), { outcome: 5, data: {} }), 422, 'validation', ['outcome']);
    await refused(() => post(path(), { data: [] }), 422, 'validation', ['outcome', 'data']);
    await refused(() => post(path(), { outcome: 'pass', data: {}, onBehalfOf: 'boss' }), 422, 'validation', ['onBehalfOf']);
  });

  it('that is no JSON, has ten megabytes of text, or a character that cannot be stored', async () => {
    await refused(() => post(path(), '{"outcome": "pass"', { 'Content-Type': 'application/json' }), 400, 'malformed');
    await refused(() => post(path(), { outcome: 'pass', data: { note: 'x'.repeat(10_000_000) } }), 413, 'too-large');
    await refused(() => post(path(), { outcome: 'pass', data: { note: 'a\u0000b' } }), 422, 'validation', ['data.note']);
    // would be read as “cba”
    await refused(() => post(path(), { outcome: 'pass', data: { note: '\u202eabc' } }), 422, 'validation', ['data.note']);
  });

  it('without a key, or in the name of somebody who named no substitute', async () => {
    await refused(() => people.officer.agent.post(path()).send({ outcome: 'pass' }), 400, 'malformed');
    const { secretary, auditor } = people;
    const inNameOf = () => post(path(), { outcome: 'pass', data: {}, onBehalfOf: secretary.user.id });
    expect(await refused(inNameOf, 403, 'forbidden')).toBe('Tento úkol dělá referent dotací.');
    await refused(() => complete(auditor, taskAt('formalCheck'), 'pass'), 403, 'forbidden');
  });

  it('keeps SQL and HTML in every text field as the text that they are', async () => {
    const nasty = `'; drop table cases; -- <script>alert("x")</script> \${7*7} {{7*7}}`;
    const { caseId } = await submitted(people, {
      name: nasty,
      projectTitle: nasty,
      purpose: nasty,
      reasons: nasty,
      street: nasty,
      municipality: nasty,
      representative: nasty,
      owners: nasty,
      shares: nasty,
    });
    const { body } = await people.officer.agent.get(`/api/cases/${caseId}`).expect(200);
    expect(body.title).toBe(nasty);
    expect(body.submissions[0].data.purpose).toBe(nasty);
    for (const [list, q] of [
      ['cases', nasty],
      ['tasks', "%' or 1=1 --"],
      ['applicants', '\\'],
      ['events', nasty],
      ['letters', '_'],
    ] as const) {
      await people[list === 'events' ? 'auditor' : 'officer'].agent
        .get(`/api/${list}`)
        .query({ filter: JSON.stringify({ q }) })
        .expect(200);
    }
    const csv = await people.officer.agent
      .get('/api/cases')
      .query({ format: 'csv', filter: JSON.stringify({ q: 'drop table' }) })
      .expect(200);
    expect(csv.text).toContain(nasty.replaceAll('"', '""'));
  });

  it('for a list by what is no column, no filter or no range', async () => {
    const ask = (query: Record<string, string>) => () => people.officer.agent.get('/api/tasks').query(query);
    await refused(ask({ sort: '["id; drop table tasks","ASC"]' }), 422, 'validation');
    await refused(ask({ filter: '{"tenantId":"x"}' }), 422, 'validation', ['filter.tenantId']);
    await refused(ask({ filter: 'nothing' }), 422, 'validation');
    await refused(ask({ range: '[0,-1]' }), 422, 'validation');
    expect((await people.officer.agent.get('/api/tasks').query({ range: '[0,100000]' }).expect(200)).body.length).toBeLessThan(201);
  });
});

describe('somebody else’s', () => {
  it('task of another role is 403 with the reason', async () => {
    const { accountant, applicant } = people;
    expect(await refused(() => complete(accountant, taskAt('formalCheck'), 'pass'), 403, 'forbidden')).toBe(
      'Tento úkol dělá referent dotací.',
    );
    await refused(() => complete(applicant, taskAt('formalCheck'), 'pass'), 403, 'forbidden');
    await refused(() => complete(people.evaluators[0], taskAt('formalCheck'), 'pass'), 403, 'forbidden');
  });

  it('case of another applicant is 404', async () => {
    const other = await api.signedIn(
      (await db.superuser<{ tenant_id: string }>('select tenant_id from cases limit 1'))[0]?.tenant_id ?? '',
      ['applicant'],
    );
    const id = at.supplement?.caseId ?? '';
    for (const path of ['', '/events', '/documents', '/letters', '/verify'])
      await refused(() => other.agent.get(`/api/cases/${id}${path}`), 404, 'not-found');
    await refused(() => complete(other, taskAt('supplement'), 'submit', { application, whatChanged: 'x' }), 404, 'not-found');
    expect((await other.agent.get('/api/cases').expect(200)).body).toEqual([]);
    expect((await other.agent.get('/api/tasks').expect(200)).body).toEqual([]);
    expect((await other.agent.get('/api/letters').expect(200)).body).toEqual([]);
  });

  it('record of another tenant is 404 on every route, whatever roles one has at home', async () => {
    const { applicant, programme } = people;
    const upload = await applicant.agent
      .post('/api/documents')
      .field('caseId', at.supplement?.caseId ?? '')
      .attach('file', Buffer.from('text'), 'b.txt')
      .expect(201);
    const draft = await applicant.agent.post('/api/drafts').send({ processId: 'grant', subjectId: programme.id }).expect(201);
    await db.superuser(
      `insert into incidents (tenant_id, case_id, key, what, error, opened_at, last_at) select tenant_id, id, 'x', 'x', 'x', now(), now() from cases where id = $1`,
      [at.formalCheck?.caseId],
    );
    const [incident] = await db.superuser<{ id: string }>('select id from incidents limit 1');
    const ids: Record<string, string> = {
      tasks: taskAt('formalCheck'),
      cases: at.formalCheck?.caseId ?? '',
      documents: upload.body.id,
      drafts: draft.body.id,
      programmes: programme.id,
      incidents: incident?.id ?? '',
      applicants: applicant.user.id,
      users: applicant.user.id,
    };
    const bodies: Record<string, object> = {
      'POST complete': { outcome: 'pass', data: {} },
      'POST reassign': { userId: randomUUID(), reason: 'xxx' },
      'PUT follow-up': { on: null },
      'PUT draft': { data: {} },
      'POST comments': { text: 'x' },
      'POST withdraw': { reason: 'xxx' },
      'POST suspend': { reason: 'xxx' },
      'POST move-deadline': { taskId: null, until: '2027-01-01', reason: 'xxx' },
      'PUT drafts': { data: {} },
      'PUT form': { items: [] },
      'PUT criteria': { criteria: [{ id: 'k1', title: 'Jiné', maxPoints: 10, weight: 1 }], reason: 'xxx' },
      'PUT evaluations-needed': { needed: 1 },
      'POST evaluators': { caseIds: [randomUUID()], evaluatorIds: [randomUUID()] },
      'PUT evaluators': { evaluatorIds: [] },
      'PATCH programmes': { title: 'Jiný název' },
      'POST close': { reason: 'xxx' },
      'PATCH users': { name: 'Jiné jméno' },
      'POST notes': { text: 'x' },
      'POST breach': { reason: 'lateSettlement', finding: 'x', amount: 1 },
      'POST de-minimis': { by: 'office', grantedOn: '2026-01-01', amount: 100, rate: 250_000, rateSource: 'cnb' },
      'POST undertaking-links': { ico: '00006947', reason: 'xxx' },
      'POST calls': {
        intakeOpensAt: '2027-03-01T08:00:00.000Z',
        intakeClosesAt: '2027-04-01T22:00:00.000Z',
        decisionDays: 90,
        settlementDueOn: '2028-01-31',
      },
      'PUT terms': { paymentParts: [{ share: 100, when: 'signature', on: null }], twoReviews: false, ownShare: 0 },
      'POST papers': { paperId: randomUUID() },
      'POST public-settlements': { ordinal: 1 },
      'POST movements': { entryIds: [randomUUID()] },
      'PUT bank-account': { bankAccountId: null },
    };
    const queries: Record<string, object> = {
      'document-comparison': { before: randomUUID(), after: randomUUID() },
      check: { sha256: 'a'.repeat(64) },
    };
    await quiet(db);
    const before = await snapshot(db);
    const tried: string[] = [];
    const wrong: unknown[] = [];
    for (const { method, path } of routes) {
      const [, , resource = ''] = path.split('/');
      const id = ids[resource];
      if (id === undefined || !path.includes(':id')) continue;
      const last = path.split('/').at(-1) ?? '';
      const body = bodies[`${method.toUpperCase()} ${last === ':id' ? resource : last}`] ?? (method === 'get' ? undefined : {});
      const answer = await stranger[method](path.replace(':id', id))
        .query(method === 'get' ? (queries[last] ?? {}) : {})
        .set('Idempotency-Key', randomUUID())
        .set('If-Match', '"1"')
        .send(body);
      tried.push(path);
      if (answer.status !== 404) wrong.push([method, path, answer.status]);
    }
    expect(wrong).toEqual([]);
    expect(tried.length).toBeGreaterThan(25);
    expect(await snapshot(db)).toEqual(before);
    for (const list of ['tasks', 'cases', 'programmes', 'applicants', 'letters', 'incidents']) {
      const { body } = await stranger.get(`/api/${list}`).expect(200);
      expect([list, body.filter(({ id }: { id: string }) => Object.values(ids).includes(id))]).toEqual([list, []]);
    }
    await refused(
      () =>
        stranger
          .post('/api/documents')
          .field('caseId', at.formalCheck?.caseId ?? '')
          .attach('file', Buffer.from('text'), 'c.txt'),
      404,
      'not-found',
    );
    await refused(() => stranger.post('/api/drafts').send({ processId: 'grant', subjectId: programme.id }), 422, 'validation', [
      'subjectId',
    ]);
    await refused(() => stranger.post('/api/drafts').send({ processId: 'constructor' }), 422, 'validation', ['processId']);
  });
});

describe('what is over', () => {
  it('a finished task is 409 and names who decided', async () => {
    const done = await db.superuser<{ id: string }>(`select id from tasks where case_id = $1 and step = 'formalCheck'`, [
      at.supplement?.caseId,
    ]);
    const detail = await refused(() => complete(people.officer, done[0]?.id ?? '', 'pass'), 409, 'already-done');
    expect(detail).toMatch(/^Rozhodl\(a\) už Referentka .*: Vrátit k doplnění\. Vaše rozhodnutí se nezapsalo\.$/);
  });

  it('a closed or not yet open programme takes no application', async () => {
    const { applicant } = people;
    const tenantId = (await db.superuser<{ tenant_id: string }>('select tenant_id from cases limit 1'))[0]?.tenant_id ?? '';
    const day = 24 * 3600 * 1000;
    const evaluatorIds = people.evaluators.map(({ user }) => user.id);
    const future = await buildProgramme(tenantId, {
      evaluatorIds,
      intakeOpensAt: new Date(Date.now() + day),
      intakeClosesAt: new Date(Date.now() + 2 * day),
    });
    const past = await buildProgramme(tenantId, {
      evaluatorIds,
      intakeOpensAt: new Date(Date.now() - 2 * day),
      intakeClosesAt: new Date(Date.now() - day),
    });
    const ended = await buildProgramme(tenantId, { evaluatorIds });
    for (const [programme, slug] of [
      [future, 'intake-not-open'],
      [past, 'intake-closed'],
      [ended, 'intake-closed'],
    ] as const) {
      const draft = await applicant.agent.post('/api/drafts').send({ processId: 'grant', subjectId: programme.id }).expect(201);
      await applicant.agent.put(`/api/drafts/${draft.body.id}`).set('If-Match', '"1"').send({ data: application }).expect(200);
      if (programme === ended)
        await people.officer.agent.post(`/api/programmes/${ended.id}/close`).send({ reason: 'Peníze došly' }).expect(200);
      await refused(() => applicant.agent.post(`/api/drafts/${draft.body.id}/submit`).set('Idempotency-Key', randomUUID()), 422, slug);
    }
  });

  it('an application with errors is not submitted, and all of them are named at once', async () => {
    const { applicant, programme } = people;
    const draft = await applicant.agent.post('/api/drafts').send({ processId: 'grant', subjectId: programme.id }).expect(201);
    const data = { ...application, ico: '12345678', from: '2027-02-30', requestedAmount: 0.5, name: undefined };
    await applicant.agent.put(`/api/drafts/${draft.body.id}`).set('If-Match', '"1"').send({ data }).expect(200);
    const fields = ['ico', 'from', 'requestedAmount', 'name'];
    const { body } = await applicant.agent.post(`/api/drafts/${draft.body.id}/check`).expect(200);
    expect(Object.keys(body.errors).sort()).toEqual([...fields].sort());
    await refused(
      () => applicant.agent.post(`/api/drafts/${draft.body.id}/submit`).set('Idempotency-Key', randomUUID()),
      422,
      'validation',
      fields,
    );
  });
});
