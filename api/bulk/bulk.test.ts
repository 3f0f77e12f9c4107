/** Bulk acts as officers send them: on a real Temporal server with its workers. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChains } from '../../models';
import { testDatabase } from '../../models/testing/database';
import { buildProgramme, buildTenant } from '../../models/testing/factories';
import type { BulkView } from '../../processes/bulk';
import type { EventView, LetterView } from '../../processes/views';
import { testApi, type Agent } from '../testing/api';
import { complete, grantPeople, openTask, pass, submitted, upTo, type GrantPeople, type Signed } from '../testing/grantPeople';
import { quiet, snapshot } from '../testing/snapshot';
import { testTemporal } from '../testing/temporal';
import { today } from '../today';

jest.setTimeout(180_000);

const db = testDatabase();
const temporal = testTemporal();
const api = testApi({ temporalAddress: temporal.address });

let tenantId: string;
let people: GrantPeople;

beforeAll(async () => {
  tenantId = await buildTenant();
  people = await funded(50_000_000_00);
});

/** People around a programme with so much money, haléř. */
async function funded(totalAmount: number): Promise<GrantPeople> {
  const around = await grantPeople(api, tenantId);
  const evaluatorIds = around.evaluators.map(({ user }) => user.id);
  return { ...around, programme: await buildProgramme(tenantId, { evaluatorIds, totalAmount, settlementDueOn: '2028-01-31' }) };
}

const RESOLUTION = {
  body: 'council',
  resolutionNumber: 'RM/7/2026',
  decidedOn: today(),
  votesFor: 7,
  votesAgainst: 1,
  votesAbstained: 0,
} as const;

let serial = 0;
/** An IČO of its own for each, so that limits of one applicant do not meet. */
function ownIco(): string {
  serial += 1;
  const digits = String(1_000_000 + serial * 13).slice(-7);
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (8 - index), 0);
  return `${digits}${(11 - (sum % 11)) % 10}`;
}

/** A case that waits for the council or, with more proposed than its limit, for the assembly. */
async function waiting(change: object = {}, of = people, proposed = 40_000_00): Promise<string> {
  const { caseId } = await submitted(of, { ico: ownIco(), ...change });
  await upTo(of, caseId, 'proposal');
  await pass(of, of.officer, caseId, 'proposal', 'recommend', { amount: proposed, justification: 'Podle hodnocení' });
  return caseId;
}

const waitingForAssembly = (): Promise<string> => waiting({ requestedAmount: 70_000_00 }, people, 70_000_00);

const send = (agent: Agent, path: string, body: object, key: string = randomUUID()) =>
  agent.post(`/api/bulk-acts/${path}`).set('Idempotency-Key', key).send(body);

const approved = (caseId: string, amount = 40_000_00) => ({ caseId, outcome: 'approve', amount });

async function ended(id: string, who: Signed = people.secretary): Promise<BulkView> {
  for (let tries = 0; tries < 300; tries += 1) {
    const { body } = await who.agent.get(`/api/bulk-acts/${id}`).expect(200);
    if (body.endedAt !== null) return body as BulkView;
    await sleep(100);
  }
  throw new Error('The bulk act does not end');
}

/** Nothing is on its way: no letter, and no act of which Temporal's word is not noted. */
async function still(): Promise<void> {
  await quiet(db);
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await db.superuser('select from unconfirmed_acts')).length === 0) return;
    await sleep(100);
  }
  throw new Error('An act stays unconfirmed');
}

/** Refused, in Czech, with nothing changed. @returns errors by field */
async function refused(ask: () => ReturnType<typeof send>, status: number): Promise<Record<string, string>> {
  await still();
  const before = await snapshot(db);
  const { status: got, body } = await ask();
  expect([got, body.errors, body.detail]).toEqual([status, body.errors, expect.any(String)]);
  expect(await snapshot(db)).toEqual(before);
  return (body.errors ?? {}) as Record<string, string>;
}

async function lettersOf(caseId: string, part: string): Promise<LetterView[]> {
  await quiet(db);
  const { body } = await people.officer.agent.get(`/api/cases/${caseId}/letters`).expect(200);
  return (body as LetterView[]).filter(({ subject }) => subject?.includes(part));
}

describe('deciding by a resolution', () => {
  it('decides each case by its own words, tells each applicant once, and puts the resolution into every case', async () => {
    const [first, second, third] = [await waiting(), await waiting(), await waiting()];
    const upload = await people.secretary.agent
      .post('/api/documents')
      .field('caseId', first)
      .attach('file', Buffer.from('Usnesení'), 'usneseni.txt')
      .expect(201);
    const items = [approved(first), approved(second, 12_345_00), { caseId: third, outcome: 'refuse', reason: 'Nedostatek peněz' }];
    const key = randomUUID();
    const body = { ...RESOLUTION, documentId: upload.body.id, items };
    const answers = await Promise.all([
      send(people.secretary.agent, 'decisions', body, key),
      send(people.secretary.agent, 'decisions', body, key),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    const [{ body: accepted }, { body: again }] = answers;
    expect(again.id).toBe(accepted.id);
    expect(await ended(accepted.id)).toMatchObject({
      act: 'decide',
      by: { name: 'Tajemnice' },
      what: { body: 'council', resolutionNumber: 'RM/7/2026' },
      all: 3,
      done: 3,
      refused: 0,
      items: [
        { caseId: first, state: 'done', amount: 40_000_00, outcome: { cs: 'Poskytnutí schváleno' } },
        { caseId: second, state: 'done', amount: 12_345_00 },
        { caseId: third, state: 'done', amount: null, outcome: { cs: 'Poskytnutí neschváleno' } },
      ],
    });
    for (const [caseId, values] of [
      [first, { awarded: 40_000_00, resolutionNumber: 'RM/7/2026' }],
      [second, { awarded: 12_345_00 }],
      [third, { awarded: 0 }],
    ] as const) {
      const view = (await people.officer.agent.get(`/api/cases/${caseId}`).expect(200)).body;
      expect(view.values).toMatchObject(values);
      const documents = (await people.officer.agent.get(`/api/cases/${caseId}/documents`).expect(200)).body as { sha256: string }[];
      expect(documents.filter(({ sha256 }) => sha256 === upload.body.sha256)).toHaveLength(1);
      const events = (await people.officer.agent.get(`/api/cases/${caseId}/events`).expect(200)).body as EventView[];
      expect(events.filter(({ type, what }) => type === 'taskDone' && (what as { step: string }).step === 'councilDecision')).toHaveLength(
        1,
      );
    }
    expect(await lettersOf(first, 'byla schválena')).toHaveLength(1);
    expect(await lettersOf(second, 'byla schválena')).toMatchObject([{ body: expect.stringContaining('12\u00a0345\u00a0Kč') }]);
    expect(await lettersOf(third, 'nebyla schválena')).toMatchObject([{ body: expect.stringContaining('Nedostatek peněz') }]);
    expect(await verifyChains({ tenantId })).toMatchObject({ ok: true });
    const list = await people.auditor.agent.get('/api/bulk-acts').expect(200);
    expect(list.body[0]).toMatchObject({ id: accepted.id, all: 3, done: 3 });
  });

  it('counts two cases of one applicant together into the limit of the council, naming the case', async () => {
    const ico = ownIco();
    const [first, second] = [await waiting({ ico }), await waiting({ ico })];
    const { body: shown } = await people.secretary.agent.get(`/api/cases/${second}`).expect(200);
    const items = [approved(first, 30_000_00), approved(second, 20_000_01)];
    const errors = await refused(() => send(people.secretary.agent, 'decisions', { ...RESOLUTION, items }), 422);
    expect(Object.keys(errors)).toEqual(['items.1.amount']);
    expect(errors['items.1.amount']).toContain(shown.number);
    expect(errors['items.1.amount']).toContain('zastupitelstvo');
    const { body } = await send(people.secretary.agent, 'decisions', {
      ...RESOLUTION,
      items: [approved(first, 30_000_00), { caseId: second, outcome: 'refer' }],
    }).expect(202);
    expect(await ended(body.id)).toMatchObject({ done: 2, refused: 0 });
    expect((await openTask(people, second, 'assemblyDecision')).step).toBe('assemblyDecision');
  });

  it('counts the whole list against the total of the programme', async () => {
    const of = await funded(60_000_00);
    const [first, second] = [await waiting({}, of, 30_000_00), await waiting({}, of, 30_000_00)];
    const items = [approved(first), approved(second, 20_000_01)];
    const errors = await refused(() => send(of.secretary.agent, 'decisions', { ...RESOLUTION, items }), 422);
    expect(Object.keys(errors)).toEqual(['items.1.amount']);
    expect(errors['items.1.amount']).toMatch(/V programu zbývá jen 20\u00a0000\u00a0Kč/);
  });

  it('does not mix the council with the assembly: each has its own part of the list', async () => {
    const [council, assembly] = [await waiting(), await waitingForAssembly()];
    const items = [approved(council), approved(assembly, 70_000_00)];
    const errors = await refused(() => send(people.secretary.agent, 'decisions', { ...RESOLUTION, items }), 422);
    expect(errors['items.1.caseId']).toContain('O této žádosti rozhoduje zastupitelstvo, ne rada');
    const { body } = await people.secretary.agent
      .post('/api/bulk-acts/preparation')
      .send({ caseIds: [council, assembly] })
      .expect(200);
    expect(body.cases).toMatchObject([
      { caseId: council, body: 'council', proposed: 40_000_00, why: null, councilLimit: 50_000_00 },
      { caseId: assembly, body: 'assembly', proposed: 70_000_00, why: null },
    ]);
    expect(body.programmes).toMatchObject([{ id: people.programme.id, totalAmount: 50_000_000_00 }]);
    const bulks = await Promise.all([
      send(people.secretary.agent, 'decisions', { ...RESOLUTION, items: [approved(council)] }).expect(202),
      send(people.secretary.agent, 'decisions', {
        ...RESOLUTION,
        body: 'assembly',
        resolutionNumber: 'ZM/2/2026',
        items: [approved(assembly, 70_000_00)],
      }).expect(202),
    ]);
    for (const bulk of bulks) expect(await ended(bulk.body.id)).toMatchObject({ done: 1, refused: 0 });
  });

  it('asks of each item what a single decision is asked, and changes nothing when one does not fit', async () => {
    const [first, second] = [await waiting(), await waiting()];
    const decide = (change: object) =>
      refused(() => send(people.secretary.agent, 'decisions', { ...RESOLUTION, items: [approved(first)], ...change }), 422);
    expect(Object.keys(await decide({ items: [approved(first), approved(second, 40_000_01)] }))).toEqual(['items.1.amount']);
    expect(Object.keys(await decide({ items: [approved(first, 0)] }))).toEqual(['items.0.amount']);
    expect(Object.keys(await decide({ items: [approved(first, -1)] }))).toEqual(['items.0.amount']);
    expect(Object.keys(await decide({ items: [approved(first, 10.5)] }))).toEqual(['items.0.amount']);
    expect(Object.keys(await decide({ items: [{ caseId: first, outcome: 'refuse', reason: '  ' }] }))).toEqual(['items.0.reason']);
    expect(Object.keys(await decide({ items: [{ ...approved(first), force: true }] }))).toEqual(['items.0.force']);
    expect(Object.keys(await decide({ items: [approved(first), approved(first)] }))).toEqual(['items.1.caseId']);
    expect(Object.keys(await decide({ items: [] }))).toEqual(['items']);
    expect(Object.keys(await decide({ votesFor: 1, votesAgainst: 1 }))).toEqual(['votesFor']);
    expect(Object.keys(await decide({ decidedOn: '2020-01-01' }))).toEqual(['decidedOn']);
    expect(Object.keys(await decide({ decidedOn: '2199-01-01' }))).toEqual(['decidedOn']);
    expect(Object.keys(await decide({ resolutionNumber: '' }))).toEqual(['resolutionNumber']);
    expect(Object.keys(await decide({ documentId: randomUUID() }))).toEqual(['documentId']);
    expect(Object.keys(await decide({ body: 'mayor' }))).toEqual(['body']);
  });

  it('names who decided before, and refuses a case that is suspended or waits for something else', async () => {
    const [decided, suspended, early] = [await waiting(), await waiting(), (await submitted(people)).caseId];
    await pass(people, people.secretary, decided, 'councilDecision', 'approve', { ...votes(), amount: 1_000_00 });
    await people.officer.agent
      .post(`/api/cases/${suspended}/suspend`)
      .set('Idempotency-Key', randomUUID())
      .send({ reason: 'Spor' })
      .expect(200);
    const items = [decided, suspended, early].map((caseId) => approved(caseId));
    const errors = await refused(() => send(people.secretary.agent, 'decisions', { ...RESOLUTION, items }), 422);
    expect(errors['items.0.caseId']).toContain('Rozhodl(a) už Tajemnice');
    expect(errors['items.1.caseId']).toContain('Spis je pozastaven');
    expect(errors['items.2.caseId']).toContain('na rozhodnutí nečeká');
  });

  it('is for who may decide, in their own tenant', async () => {
    const caseId = await waiting();
    const body = { ...RESOLUTION, items: [approved(caseId)] };
    for (const who of [people.officer, people.accountant, people.auditor, people.applicant, people.evaluators[0]])
      await refused(() => send(who.agent, 'decisions', body), 403);
    const strangers = await grantPeople(api, await buildTenant());
    await refused(() => send(strangers.secretary.agent, 'decisions', body), 404);
    await refused(
      () => send(people.secretary.agent, 'decisions', { ...RESOLUTION, items: [approved(caseId), approved(randomUUID())] }),
      404,
    );
    const both = await api.signedIn(tenantId, ['grantOfficer', 'councilSecretary'], { name: 'Obojí' });
    const { caseId: proposedByThem } = await submitted(people, { ico: ownIco() });
    await upTo(people, proposedByThem, 'proposal');
    await pass(people, both, proposedByThem, 'proposal', 'recommend', { amount: 40_000_00, justification: 'Podle hodnocení' });
    await refused(() => send(both.agent, 'decisions', { ...RESOLUTION, items: [approved(proposedByThem)] }), 403);
    const errors = await refused(
      () => send(both.agent, 'decisions', { ...RESOLUTION, items: [approved(caseId), approved(proposedByThem)] }),
      422,
    );
    expect(errors['items.1.caseId']).toContain('Kontrola čtyř očí');
    const { body: done } = await send(people.secretary.agent, 'decisions', body).expect(202);
    await strangers.secretary.agent.get(`/api/bulk-acts/${done.id}`).expect(404);
    expect((await strangers.secretary.agent.get('/api/bulk-acts').expect(200)).body).toEqual([]);
    await ended(done.id);
  });

  it('tells of an item that was decided on the way, and the rest goes through', async () => {
    const [raced, other] = [await waiting(), await waiting()];
    await quiet(db);
    await temporal.stopWorkers();
    const { body } = await send(people.secretary.agent, 'decisions', { ...RESOLUTION, items: [approved(raced), approved(other)] }).expect(
      202,
    );
    const twice = await send(people.secretary.agent, 'decisions', {
      ...RESOLUTION,
      resolutionNumber: 'RM/8/2026',
      items: [approved(other)],
    });
    expect([twice.status, twice.body.errors['items.0.caseId']]).toEqual([422, expect.stringContaining('jiný hromadný úkon')]);
    // Somebody decides the first one by hand while the list is on its way: who reaches the case first has it.
    const task = `${raced}.councilDecision.1`;
    const byHand = complete(people.secretary, task, 'refuse', { ...votes(), reason: 'Ručně' }).then((answer) => answer);
    await temporal.startWorkers();
    const [answer, bulk] = [await byHand, await ended(body.id)];
    const [first, second] = bulk.items;
    expect(second).toMatchObject({ state: 'done' });
    if (answer.status === 200)
      expect(first).toMatchObject({ state: 'refused', why: { cs: expect.stringContaining('Rozhodl(a) už Tajemnice') } });
    else expect([answer.status, first?.state]).toEqual([409, 'done']);
  });
});

const votes = () => ({ resolutionNumber: 'RM/1/2026', decidedOn: today(), votesFor: 5, votesAgainst: 0, votesAbstained: 0 });

describe('moving deadlines', () => {
  it('moves the settlement of every chosen case and tells each applicant once', async () => {
    const cases = [await waiting(), await waiting()];
    for (const caseId of cases) await upToSettlement(caseId);
    const move = { step: 'settlement', until: '2029-05-31', reason: 'Povodeň', caseIds: cases };
    for (const who of [people.secretary, people.accountant, people.auditor, people.applicant])
      await refused(() => send(who.agent, 'deadlines', move), 403);
    expect(Object.keys(await refused(() => send(people.officer.agent, 'deadlines', { ...move, until: '2020-01-01' }), 422))).toEqual([
      'until',
    ]);
    expect(Object.keys(await refused(() => send(people.officer.agent, 'deadlines', { ...move, reason: '' }), 422))).toEqual(['reason']);
    const notThere = await waiting();
    const errors = await refused(() => send(people.officer.agent, 'deadlines', { ...move, caseIds: [...cases, notThere] }), 422);
    expect(errors['items.2.caseId']).toContain('takový termín neběží');
    const { body } = await send(people.officer.agent, 'deadlines', move).expect(202);
    expect(await ended(body.id, people.officer)).toMatchObject({ act: 'moveDeadline', done: 2, refused: 0 });
    for (const caseId of cases) {
      expect((await openTask(people, caseId, 'settlement')).dueAt?.slice(0, 10)).toBe('2029-05-31');
      expect(await lettersOf(caseId, 'Nový termín')).toMatchObject([
        { to: { kind: 'applicant' }, body: expect.stringContaining('31. 5. 2029') },
      ]);
    }
  });

  it('tells the applicant of a single move too', async () => {
    const caseId = await waiting();
    await upToSettlement(caseId);
    const { id: taskId } = await openTask(people, caseId, 'settlement');
    await people.officer.agent
      .post(`/api/cases/${caseId}/move-deadline`)
      .set('Idempotency-Key', randomUUID())
      .send({ taskId, until: '2029-06-30', reason: 'Na žádost' })
      .expect(200);
    expect(await lettersOf(caseId, 'Nový termín')).toMatchObject([{ to: { kind: 'applicant' } }]);
  });
});

async function upToSettlement(caseId: string): Promise<void> {
  const { officer, secretary, accountant } = people;
  await pass(people, secretary, caseId, 'councilDecision', 'approve', { ...votes(), amount: 40_000_00 });
  await pass(people, officer, caseId, 'signature', 'signed', { signedOn: today(), contractNumber: 'S-1/2026' });
  await pass(people, accountant, caseId, 'payment', 'paid', { paidOn: today(), amount: 40_000_00, variableSymbol: '20260001' });
}

describe('a message', () => {
  it('reaches the applicant of each chosen case once, is in its letters and its history, a closed case included', async () => {
    const open = (await submitted(people)).caseId;
    const closed = (await submitted(people)).caseId;
    await pass(people, people.officer, closed, 'formalCheck', 'reject', { reason: 'Mimo program' });
    const message = {
      subject: 'Seminář pro žadatele',
      text: "Zveme vás.\n'; drop table letters; -- {{number}} <b>x</b>",
      caseIds: [open, closed],
    };
    for (const who of [people.secretary, people.auditor, people.applicant]) await refused(() => send(who.agent, 'messages', message), 403);
    const twoLines = await refused(() => send(people.officer.agent, 'messages', { ...message, subject: 'Dva\r\nBcc: x@y.cz' }), 422);
    expect(Object.keys(twoLines)).toEqual(['subject']);
    const key = randomUUID();
    const [{ body }] = [
      await send(people.officer.agent, 'messages', message, key).expect(202),
      await send(people.officer.agent, 'messages', message, key).expect(202),
    ];
    expect(await ended(body.id, people.officer)).toMatchObject({ act: 'notify', all: 2, done: 2 });
    for (const caseId of [open, closed]) {
      const letters = await lettersOf(caseId, 'Seminář pro žadatele');
      expect(letters).toMatchObject([
        { state: 'kept', toAddresses: [people.applicant.user.email], body: expect.stringContaining(message.text) },
      ]);
      const own = (await people.applicant.agent.get(`/api/cases/${caseId}/letters`).expect(200)).body as LetterView[];
      expect(own.filter(({ subject }) => subject?.includes('Seminář'))).toHaveLength(1);
      const events = (await people.officer.agent.get(`/api/cases/${caseId}/events`).expect(200)).body as EventView[];
      const queued = events.filter(
        ({ type, what }) => type === 'letterQueued' && (what as { template: string }).template === 'kernel.message',
      );
      expect(queued).toMatchObject([{ actor: { name: 'Referentka' } }]);
    }
    expect(await verifyChains({ tenantId })).toMatchObject({ ok: true });
  });
});

it('accepted while Temporal’s workers are away, it is kept and carried out when they come', async () => {
  const caseId = await waiting();
  await temporal.stopWorkers();
  const { body } = await send(people.secretary.agent, 'decisions', { ...RESOLUTION, items: [approved(caseId)] }).expect(202);
  const { body: shown } = await people.secretary.agent.get(`/api/bulk-acts/${body.id}`).expect(200);
  expect(shown).toMatchObject({ endedAt: null, done: 0, items: [{ state: 'waiting' }] });
  await temporal.startWorkers();
  expect(await ended(body.id)).toMatchObject({ done: 1 });
});
