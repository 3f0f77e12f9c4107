import type { Actor, Change } from '../../processes/changes';
import { startClock, stopClock } from '../../processes/clock';
import { calendarDays } from '../../processes/calendar';
import {
  Case,
  closeDatabase,
  connectDatabase,
  DatabaseUnavailableError,
  Document,
  Draft,
  Event,
  Grant,
  Incident,
  inTenant,
  Letter,
  Submission,
  Task,
  TaskDraft,
  verifyChains,
  confirmAct,
  unconfirmedActs,
} from '../../models';
import { testDatabase } from '../../models/testing/database';
import { applicationData, buildDraft, buildTenant, buildUser } from '../../models/testing/factories';
import type { CommitInput } from '../../workflows/messages';
import { CaseForkedError } from './cases';
import { commit } from './commit';
import { lookup } from '../lookup';

const db = testDatabase();
const at = '2026-03-02T09:00:00.000Z';
const clock = startClock(new Date(at), calendarDays(90), '§ 10c');
let tenantId: string;
let officer: Actor;

beforeAll(async () => {
  tenantId = await buildTenant();
  officer = { id: (await buildUser(tenantId, { roles: ['grantOfficer'] })).id, role: 'grantOfficer' };
});

type Inside = Change extends infer C ? (C extends Change ? Omit<C, 'at' | 'id'> & { at?: string; id?: string } : never) : never;
const rest = (caseId: string, number: number, ...changes: Inside[]): CommitInput => ({
  tenantId,
  caseId,
  processId: 'grant',
  rest: number,
  changes: changes.map((change, index) => ({ id: `${change.type}/${number}/${index}`, at, ...change })),
  acts: [],
});

interface Begun {
  id: string;
  taskKey: string;
  opening: CommitInput;
}

async function begin(application: Record<string, unknown> = {}, userId?: string): Promise<Begun> {
  const { draft, submission } = await buildDraft(tenantId, {
    data: { ...applicationData, ...application },
    ...(userId !== undefined && { userId }),
  });
  const taskKey = `${draft.id}.formalCheck.1`;
  const opening = rest(
    draft.id,
    1,
    {
      type: 'caseOpened',
      submissionId: submission.id,
      values: { requested: 40_000_00 },
      actor: { id: draft.userId, role: 'applicant' },
      requestId: 'r-7',
    },
    { type: 'clockStarted', clock, dueAt: '2026-06-01T21:59:59.999Z' },
    { type: 'letterQueued', key: 'received.1', template: 'received', to: { kind: 'applicant' }, values: {} },
    { type: 'statusSet', status: 'checking' },
    {
      type: 'taskOpened',
      taskKey,
      step: 'formalCheck',
      ordinal: 1,
      assignee: null,
      params: { note: 'x' },
      clock,
      dueAt: '2026-03-16T22:59:59.999Z',
    },
  );
  await commit(opening);
  return { id: draft.id, taskKey, opening };
}

/** Everything of a case, as the tables have it. */
async function read(id: string) {
  return inTenant(tenantId, async () => ({
    row: await Case.findByPk(id, { rejectOnEmpty: true, raw: true }),
    tasks: await Task.findAll({ where: { caseId: id }, order: ['openedAt', 'id'], raw: true }),
    letters: await Letter.findAll({ where: { caseId: id }, raw: true }),
    documents: await Document.findAll({ where: { caseId: id }, raw: true }),
    incidents: await Incident.findAll({ where: { caseId: id }, raw: true }),
    grant: await Grant.findByPk(id, { rejectOnEmpty: true }),
    events: await Event.findAll({ where: { chainId: id }, order: ['seq'], raw: true }),
  }));
}

describe('a case that begins', () => {
  it('has its number, title and applicant, its first task, a queued letter and a row of the register', async () => {
    const { id, taskKey } = await begin();
    const { row, tasks, letters, grant, events } = await read(id);
    expect(row).toMatchObject({
      title: applicationData.projectTitle,
      applicantName: applicationData.name,
      status: 'checking',
      rest: 1,
      values: { requested: 40_000_00 },
      clock,
      result: null,
      closedAt: null,
    });
    expect(row.number).toMatch(/^DOT-2026-\d{4}$/);
    expect(tasks).toMatchObject([{ id: taskKey, role: 'grantOfficer', state: 'open', params: { note: 'x' }, clock, overdue: false }]);
    expect(letters).toMatchObject([{ key: 'received.1', state: 'queued', recipient: { kind: 'applicant' } }]);
    expect(grant).toMatchObject({
      applicantKind: 'legal',
      ico: '00000027',
      municipality: 'Zkušebnov',
      requested: 40_000_00,
      state: 'running',
      year: 2026,
    });
    expect(events.map(({ type }) => type)).toEqual(['caseOpened', 'clockStarted', 'letterQueued', 'statusSet', 'taskOpened']);
    expect(events[0]).toMatchObject({ role: 'applicant', requestId: 'r-7', after: { values: { requested: 40_000_00 } } });
    const draft = await inTenant(tenantId, () => Draft.findByPk(id, { rejectOnEmpty: true }));
    expect(draft.submittedAt?.toISOString()).toBe(at);
    expect(row.subjectId).toBe(draft.subjectId);
  });

  it('is numbered without gaps, also when several begin at once and one fails', async () => {
    const begun = await Promise.all(Array.from({ length: 5 }, () => begin()));
    await expect(commit({ ...begun[0]!.opening, caseId: '0c7fa2b4-0000-4000-8000-000000000000' })).rejects.toThrow(/submission/);
    begun.push(await begin());
    const numbers = await Promise.all(begun.map(async ({ id }) => Number((await read(id)).row.number.slice(-4))));
    const sorted = numbers.sort((a, b) => a - b);
    expect(sorted.map((number) => number - sorted[0]!)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is refused where nothing opens it', async () => {
    await expect(commit(rest('0c7fa2b4-0000-4000-8000-000000000001', 1, { type: 'statusSet', status: 'checking' }))).rejects.toThrow(
      /does not open it/,
    );
  });
});

describe('a rest', () => {
  it('committed twice, or twice at once, is committed once', async () => {
    const { id, opening, taskKey } = await begin();
    const before = await read(id);
    await commit(opening);
    expect(await read(id)).toEqual(before);
    const done = rest(
      id,
      2,
      { type: 'taskDone', taskKey, step: 'formalCheck', outcome: 'pass', submissionId: null, values: {}, actor: officer },
      { type: 'letterQueued', key: 'x.1', template: 'received', to: { kind: 'applicant' }, values: {} },
    );
    await Promise.all([commit(done), commit(done), commit(done)]);
    const after = await read(id);
    expect(after.events.length).toBe(before.events.length + 2);
    expect(after.letters.length).toBe(2);
    expect(await verifyChains({ tenantId })).toMatchObject({ ok: true });
  });

  it('comes again beside something new: what was committed stays once, what is new is added', async () => {
    const { id, taskKey } = await begin();
    const done = {
      id: `taskDone/${taskKey}/1`,
      type: 'taskDone',
      taskKey,
      step: 'formalCheck',
      outcome: 'pass',
      submissionId: null,
      values: {},
      actor: officer,
    } as const;
    const act = {
      id: 'u-1',
      act: { kind: 'complete', taskKey, outcome: 'pass', submissionId: null, values: {}, actor: officer, requestId: 'r' },
    } as const;
    const status = { id: 'statusSet//2', type: 'statusSet', status: 'evaluating' } as const;
    const queued = {
      id: 'letterQueued/overdue.1/1',
      type: 'letterQueued',
      key: 'overdue.1',
      template: 'received',
      to: { kind: 'applicant' },
      values: {},
    } as const;
    await commit({ ...rest(id, 2, done, status), acts: [act] });
    // The act was lost to the case, which then came to rest with the letter, and with the act when it was sent again.
    await commit(rest(id, 2, queued));
    await commit({ ...rest(id, 3, done, status, { type: 'recorded', values: { points: 7 } }), acts: [act] });
    const { row, events } = await read(id);
    expect(events.map(({ type }) => type).slice(5)).toEqual(['taskDone', 'statusSet', 'letterQueued', 'recorded']);
    expect(row).toMatchObject({ status: 'evaluating', rest: 3, values: { points: 7 } });
    expect((await unconfirmedActs(tenantId, 0)).filter(({ caseId }) => caseId === id)).toEqual([{ caseId: id, ...act }]);
    await confirmAct(tenantId, id, 'u-1');
    expect((await unconfirmedActs(tenantId, 0)).filter(({ caseId }) => caseId === id)).toEqual([]);
    // Another way than the one that people have seen is a mistake to be looked at, never written over.
    await expect(commit(rest(id, 4, { ...done, outcome: 'reject' }))).rejects.toThrow(CaseForkedError);
    expect(await verifyChains({ tenantId })).toMatchObject({ ok: true });
  });

  it('is whole or nothing', async () => {
    const { id, taskKey } = await begin();
    const before = await read(id);
    const broken = rest(
      id,
      2,
      { type: 'statusSet', status: 'evaluating' },
      { type: 'taskCancelled', taskKey, step: 'formalCheck', reason: 'x' },
      { type: 'documentQueued', key: 'd', template: 'noSuchDocument', values: {} },
    );
    await expect(commit(broken)).rejects.toThrow(/noSuchDocument/);
    expect(await read(id)).toEqual(before);
    await commit(rest(id, 2, { type: 'statusSet', status: 'evaluating' }));
    expect((await read(id)).row.status).toBe('evaluating');
  });

  it('can be tried again after the database was away', async () => {
    const { id } = await begin();
    const next = rest(id, 2, { type: 'statusSet', status: 'evaluating' });
    await closeDatabase();
    const port = process.env.DATABASE_URL!;
    await connectDatabase();
    await db.superuser(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'postup' and datname = current_database()",
    );
    await commit(next).catch((error: unknown) => expect(error).toBeInstanceOf(DatabaseUnavailableError));
    await commit(next);
    expect(process.env.DATABASE_URL).toBe(port);
    const { row, events } = await read(id);
    expect(row.status).toBe('evaluating');
    expect(events.filter(({ type }) => type === 'statusSet').length).toBe(2);
  });
});

describe('changes', () => {
  it('of a task: done by whom and on whose behalf, with what was typed thrown away', async () => {
    const { id, taskKey } = await begin();
    const absent = await buildUser(tenantId, { roles: ['grantOfficer'] });
    const submission = await inTenant(tenantId, async () => {
      await TaskDraft.create({ taskId: taskKey, userId: officer.id, data: { note: 'rozepsáno' } });
      return Submission.create({ caseId: id, step: 'formalCheck', taskId: taskKey, userId: officer.id, data: { note: 'v pořádku' } });
    });
    const next = `${id}.evaluation.1`;
    await commit(
      rest(
        id,
        2,
        {
          type: 'taskDone',
          taskKey,
          step: 'formalCheck',
          outcome: 'pass',
          submissionId: submission.id,
          values: {},
          actor: { ...officer, onBehalfOf: absent.id },
        },
        { type: 'statusSet', status: 'evaluating', actor: officer },
        { type: 'taskOpened', taskKey: next, step: 'evaluation', ordinal: 1, assignee: absent.id, params: {}, clock: null, dueAt: null },
      ),
    );
    const { tasks, events } = await read(id);
    expect(tasks.find((task) => task.id === taskKey)).toMatchObject({
      state: 'done',
      doneBy: officer.id,
      doneOnBehalfOf: absent.id,
      outcome: 'pass',
      submissionId: submission.id,
    });
    expect(tasks.find((task) => task.id === next)).toMatchObject({ state: 'open', role: 'evaluator', assigneeId: absent.id, clock: null });
    expect(await inTenant(tenantId, () => TaskDraft.count({ where: { taskId: taskKey } }))).toBe(0);
    expect(events.find(({ type }) => type === 'taskDone')).toMatchObject({
      actorId: officer.id,
      onBehalfOf: absent.id,
      role: 'grantOfficer',
      what: { outcome: 'pass' },
    });
    expect(events.filter(({ type }) => type === 'statusSet').at(-1)).toMatchObject({
      before: { status: 'checking' },
      after: { status: 'evaluating' },
    });
  });

  it('of a task: overdue, moved, opened and gone within one rest', async () => {
    const { id, taskKey } = await begin();
    await commit(
      rest(
        id,
        2,
        { type: 'taskReminded', taskKey, step: 'formalCheck' },
        { type: 'taskOverdue', taskKey, step: 'formalCheck', escalatedTo: 'tenantAdmin' },
      ),
    );
    expect((await read(id)).tasks[0]).toMatchObject({ overdue: true });
    const other = `${id}.supplement.1`;
    await commit(
      rest(
        id,
        3,
        {
          type: 'taskMoved',
          taskKey,
          step: 'formalCheck',
          until: '2026-04-01',
          reason: 'nemoc',
          clock,
          dueAt: '2026-04-01T21:59:59.999Z',
          actor: officer,
        },
        { type: 'taskOpened', taskKey: other, step: 'supplement', ordinal: 1, assignee: null, params: {}, clock, dueAt: null },
        { type: 'taskCancelled', taskKey: other, step: 'supplement', reason: 'vzato zpět' },
      ),
    );
    const { tasks } = await read(id);
    expect(tasks.find((task) => task.id === taskKey)).toMatchObject({ overdue: false, dueAt: new Date('2026-04-01T21:59:59.999Z') });
    expect(tasks.find((task) => task.id === other)).toMatchObject({ state: 'cancelled' });
  });

  it('of the clock, of waits, of suspension', async () => {
    const { id } = await begin();
    const stopped = stopClock(clock, new Date(at), 'doplnění', '§ 10a');
    await commit(
      rest(
        id,
        2,
        { type: 'clockStopped', clock: stopped, reason: 'doplnění', provision: '§ 10a' },
        { type: 'waitStarted', wait: 'publication', until: '2026-05-01T00:00:00.000Z' },
        { type: 'suspended', reason: 'šetření', actor: officer },
      ),
    );
    expect((await read(id)).row).toMatchObject({
      clock: stopped,
      clockDueAt: null,
      waitsFor: 'publication',
      waitsUntil: new Date('2026-05-01T00:00:00.000Z'),
      suspended: true,
    });
    await commit(
      rest(
        id,
        3,
        { type: 'resumed', actor: officer },
        { type: 'waitEnded', wait: 'publication', by: 'time' },
        { type: 'clockResumed', clock, dueAt: '2026-06-02T21:59:59.999Z' },
      ),
    );
    const { row, events } = await read(id);
    expect(row).toMatchObject({
      clock,
      clockDueAt: new Date('2026-06-02T21:59:59.999Z'),
      waitsFor: null,
      waitsUntil: null,
      suspended: false,
    });
    expect(events.filter(({ type }) => type === 'clockResumed').at(-1)).toMatchObject({
      before: { clockDueAt: null },
      after: { clockDueAt: '2026-06-02T21:59:59.999Z' },
    });
  });

  it('of incidents: opened again keeps since when, resolved and opened anew starts anew', async () => {
    const { id } = await begin();
    const incident = { type: 'incidentOpened', key: 'received.1', what: 'Odeslání zprávy', error: 'Poštovní server neodpovídá' } as const;
    await commit(rest(id, 2, incident));
    await commit(rest(id, 3, { type: 'incidentRetried', key: 'received.1', actor: officer }));
    expect((await read(id)).incidents).toMatchObject([{ state: 'retrying' }]);
    await commit(rest(id, 4, { ...incident, error: 'Schránka neexistuje', at: '2026-03-03T09:00:00.000Z' }));
    expect((await read(id)).incidents).toMatchObject([
      { state: 'open', error: 'Schránka neexistuje', openedAt: new Date(at), lastAt: new Date('2026-03-03T09:00:00.000Z') },
    ]);
    await commit(rest(id, 5, { type: 'incidentResolved', key: 'received.1', at: '2026-03-04T09:00:00.000Z' }));
    await commit(rest(id, 6, { ...incident, at: '2026-03-05T09:00:00.000Z' }));
    expect((await read(id)).incidents).toMatchObject([{ state: 'open', openedAt: new Date('2026-03-05T09:00:00.000Z'), resolvedAt: null }]);
  });

  it('of documents: queued with a title and a name that can be saved', async () => {
    const { id } = await begin();
    await commit(rest(id, 2, { type: 'documentQueued', key: 'contract.1', template: 'contract', values: { awarded: 40_000_00 } }));
    const { documents, row } = await read(id);
    expect(documents).toMatchObject([
      {
        key: 'contract.1',
        state: 'queued',
        sha256: null,
        forApplicant: true,
        values: { awarded: 40_000_00 },
        fileName: `verejnopravni-smlouva-o-poskytnuti-dotace-${row.number}.pdf`,
      },
    ]);
  });

  it('that close the case stay when a letter goes out later', async () => {
    const { id } = await begin();
    await commit(
      rest(id, 2, {
        type: 'recorded',
        values: {
          awarded: 30_000_00,
          decidedOn: '2027-01-10',
          decidedBy: 'council',
          resolutionNumber: '5/2027',
          points: 81.25,
          state: 'awarded',
        },
      }),
    );
    expect((await read(id)).grant).toMatchObject({
      awarded: 30_000_00,
      points: 81.25,
      decidedOn: '2027-01-10',
      year: 2027,
      state: 'awarded',
    });
    await commit(
      rest(id, 3, { type: 'recorded', values: { state: 'settled', accepted: 30_000_00 } }, { type: 'closed', result: 'settled' }),
    );
    await commit(rest(id, 4, { type: 'incidentResolved', key: 'received.1' }));
    const { row, grant } = await read(id);
    expect(row).toMatchObject({
      status: 'settled',
      result: 'settled',
      closedAt: new Date(at),
      rest: 4,
      values: { awarded: 30_000_00, accepted: 30_000_00, requested: 40_000_00 },
    });
    expect(grant).toMatchObject({ state: 'settled', accepted: 30_000_00 });
  });
});

it('an application that was sent anew gives the case its title, and the register its facts', async () => {
  const { id } = await begin();
  const application = {
    ...applicationData,
    projectTitle: 'Opravený název',
    name: 'Spolek jiného jména',
    ico: '00006947',
    requestedAmount: 35_000_00,
  };
  const submission = await inTenant(tenantId, () =>
    Submission.create({ caseId: id, step: 'supplement', userId: officer.id, data: { application, whatChanged: 'název' } }),
  );
  const taskKey = `${id}.supplement.1`;
  await commit(
    rest(
      id,
      2,
      { type: 'taskOpened', taskKey, step: 'supplement', ordinal: 1, assignee: null, params: {}, clock: null, dueAt: null },
      { type: 'taskDone', taskKey, step: 'supplement', outcome: 'submit', submissionId: submission.id, values: {} },
    ),
  );
  const { row, grant } = await read(id);
  expect(row).toMatchObject({ title: 'Opravený název', applicantName: 'Spolek jiného jména' });
  expect(grant).toMatchObject({
    projectTitle: 'Opravený název',
    applicantName: 'Spolek jiného jména',
    ico: '00006947',
    requested: 35_000_00,
  });
});

describe('lookups', () => {
  const look = (caseId: string, name: string, values = {}) => lookup({ tenantId, caseId, name, values });

  it('add up what the same applicant was awarded in the year, by IČO or by account', async () => {
    const award = async (begun: Begun, awarded: number, decidedOn: string, state = 'awarded'): Promise<void> =>
      commit(rest(begun.id, 2, { type: 'recorded', values: { awarded, decidedOn, state } }));
    const person = await buildUser(tenantId);
    const [a, b, c, d, e] = [
      await begin({ ico: '27074358' }),
      await begin({ ico: '27074358' }),
      await begin({ ico: '27074358' }),
      await begin({ ico: '27074358' }),
      await begin({ ico: '00006947' }),
    ] as const;
    const natural = { applicantKind: 'natural', ico: undefined };
    const [n1, n2] = [await begin(natural, person.id), await begin(natural, person.id)];
    await award(b, 30_000_00, '2026-02-01');
    await award(c, 50_000_00, '2025-12-31');
    await award(d, 70_000_00, '2026-03-01', 'ended');
    await award(e, 90_000_00, '2026-03-01');
    await award(n1, 11_000_00, '2026-12-31');
    expect(await look(a.id, 'awardedThisYear', { year: 2026 })).toEqual({ awarded: 30_000_00 });
    expect(await look(b.id, 'awardedThisYear', { year: 2026 })).toEqual({ awarded: 0 });
    expect(await look(n2.id, 'awardedThisYear', { year: 2026 })).toEqual({ awarded: 11_000_00 });
  });

  it('tell who evaluates in the programme now, without who cannot any more', async () => {
    const begun = await begin();
    const people = [
      await buildUser(tenantId, { roles: ['evaluator'] }),
      await buildUser(tenantId, { roles: ['evaluator'], active: false }),
      await buildUser(tenantId, { roles: ['accountant'] }),
    ];
    await db.superuser(`update programmes set evaluator_ids = $2::uuid[] where id = (select subject_id from cases where id = $1)`, [
      begun.id,
      people.map(({ id }) => id),
    ]);
    await db.superuser(`update calls set settlement_due_on = '2029-03-31' where id = (select call_id from cases where id = $1)`, [
      begun.id,
    ]);
    expect(await look(begun.id, 'evaluators')).toEqual({ evaluators: [people[0]?.id], byGroups: false });
    const { row } = await read(begun.id);
    expect(await look(begun.id, 'contractTerms')).toEqual({
      variableSymbol: row.number.replace('DOT-', '').replace('-', ''),
      settlementDueOn: '2029-03-31',
      parts: ['100:signature'],
      twoReviews: false,
    });
  });

  it('make the variable symbol of the number', async () => {
    const { id } = await begin();
    const { row } = await read(id);
    expect(await look(id, 'variableSymbol')).toEqual({ variableSymbol: row.number.replace('DOT-', '').replace('-', '') });
  });

  it('refuse what nobody knows', async () => {
    await expect(look('0c7fa2b4-0000-4000-8000-000000000002', 'weather')).rejects.toThrow('weather');
  });
});
