/** The worker as it runs in a town hall: a process of its own on a real Temporal server and a real database. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Workflow } from '@temporalio/common';
import { Client, Connection, ScheduleOverlapPolicy, WithStartWorkflowOperation } from '@temporalio/client';
import { createActivities } from '../activities';
import { closeDatabase, connectDatabase, Event, Incident, inTenant, Letter, Seal, unconfirmedActs, verifyChains } from '../models';
import { migrate } from '../models/migrate';
import { buildDraft, buildTenant, buildUser } from '../models/testing/factories';
import type { Actor } from '../processes/changes';
import { ACT, CASES_QUEUE, MACHINE_EVENT, STANDING, type Act, type CaseInput, type Rested, type Standing } from '../workflows/messages';
import { startServers, type Servers } from './start/testServers';
import { STANDSTILL, Watch } from './watch';

jest.setTimeout(180_000);

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'postup-worker-'));
let servers: Servers;
let connection: Connection;
let client: Client;
let worker: ChildProcess;
let tenantId: string;
let output = '';

function startWorker(): void {
  worker = spawn(process.execPath, ['--import', 'tsx', path.join('workers', 'main.ts')], {
    cwd: path.resolve(__dirname, '..'),
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  worker.stdout?.on('data', (text: Buffer) => {
    output += text.toString('utf8');
  });
}

async function eventually<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  for (const until = Date.now() + 100_000; ;) {
    const answer = await ask();
    if (holds(answer) || Date.now() > until) return answer;
    await sleep(200);
  }
}

const ready = (): Promise<unknown> =>
  client.workflow.execute('readiness', { taskQueue: CASES_QUEUE, workflowId: `readiness-${randomUUID()}`, args: [] });

interface Begun {
  readonly id: string;
  /** Grant officer and evaluator in one. */
  readonly officerId: string;
  readonly begin: () => Promise<Rested>;
}

async function prepareCase(): Promise<Begun> {
  const officer = await buildUser(tenantId, { roles: ['grantOfficer', 'evaluator'] });
  const { draft, submission } = await buildDraft(tenantId);
  const input: CaseInput = {
    caseId: draft.id,
    tenantId,
    processId: 'grant',
    data: { requested: 40_000_00 },
    settings: { decisionDays: 90, evaluators: [officer.id], councilLimit: 50_000_00, settlementDueOn: '2027-01-31' },
  };
  const act: Act = {
    kind: 'begin',
    submissionId: submission.id,
    actor: { id: draft.userId, role: 'applicant' },
    requestId: `req-${draft.id}`,
  };
  const begin = (): Promise<Rested> =>
    client.workflow.executeUpdateWithStart<Workflow, Rested, [Act]>(ACT, {
      updateId: randomUUID(),
      args: [act],
      startWorkflowOperation: new WithStartWorkflowOperation('grant', {
        taskQueue: CASES_QUEUE,
        workflowId: draft.id,
        workflowIdConflictPolicy: 'USE_EXISTING',
        args: [input],
      }),
    });
  return { id: draft.id, officerId: officer.id, begin };
}

/** Completes the first task of the step, with no values. */
function complete(id: string, step: string, outcome: string, actor: Actor): Promise<Rested> {
  const act: Act = { kind: 'complete', taskKey: `${id}.${step}.1`, outcome, submissionId: null, values: {}, actor, requestId: 'r' };
  return client.workflow.getHandle(id).executeUpdate<Rested, [Act]>(ACT, { updateId: randomUUID(), args: [act] });
}

beforeAll(async () => {
  servers = await startServers({ dataDir });
  Object.assign(process.env, {
    DATABASE_URL: servers.databaseUrl,
    DATABASE_APP_PASSWORD: servers.databaseAppPassword,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_NAMESPACE: servers.namespace,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
  });
  startWorker();
  await migrate();
  await connectDatabase();
  tenantId = await buildTenant({ slug: 'zkusebnov' });
  connection = await Connection.connect({ address: servers.temporalAddress });
  client = new Client({ connection, namespace: servers.namespace });
});

afterAll(async () => {
  worker.kill('SIGKILL');
  await connection.close();
  await closeDatabase();
  await servers.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it('started before the tables are there, it waits for them and becomes ready', async () => {
  expect(await ready()).toBe('ready');
  expect(output).toContain('worker ready');
});

it('opens a case, keeps its letter, and logs both under the id of the request', async () => {
  const { id, begin } = await prepareCase();
  expect(await begin()).toMatchObject({ rest: 1, status: 'checking', openTasks: [`${id}.formalCheck.1`] });
  const letters = await eventually(
    () => inTenant(tenantId, () => Letter.findAll({ where: { caseId: id } })),
    ([letter]) => letter?.state === 'kept',
  );
  expect(letters).toMatchObject([{ state: 'kept', attempts: 1 }]);
  const line = output.split('\n').find((text) => text.includes('letter handed over') && text.includes(id));
  expect(JSON.parse(line ?? '{}')).toMatchObject({ requestId: `req-${id}`, caseId: id, tenantId });
  const events = await eventually(
    () => inTenant(tenantId, () => Event.findAll({ where: { chainId: id } })),
    (rows) => rows.some(({ type }) => type === 'letterSent'),
  );
  expect(events.map(({ type }) => type)).toContain('letterSent');
});

it('killed in the middle, it goes on where it was when it comes back', async () => {
  const { id, begin, officerId } = await prepareCase();
  await begin();
  const killed = once(worker, 'exit');
  worker.kill('SIGKILL');
  await killed;
  const acting = complete(id, 'formalCheck', 'pass', { id: officerId, role: 'grantOfficer' });
  startWorker();
  expect(await acting).toMatchObject({ status: 'evaluating', openTasks: [`${id}.evaluation.1`] });
  expect(await verifyChains({ tenantId })).toMatchObject({ ok: true });
});

it('sends an act again that was committed and then lost, and the case does it without doing it twice', async () => {
  const { id, begin, officerId } = await prepareCase();
  await begin();
  const actor: Actor = { id: officerId, role: 'grantOfficer' };
  const taskKey = `${id}.formalCheck.1`;
  const act: Act = { kind: 'complete', taskKey, outcome: 'pass', submissionId: null, values: {}, actor, requestId: 'lost' };
  // What a worker has done that died before it could tell Temporal, with a server that forgot the Update with it.
  const done = { step: 'formalCheck', taskKey, outcome: 'pass', submissionId: null, values: {}, actor, requestId: 'lost' } as const;
  await createActivities().commit({
    tenantId,
    caseId: id,
    processId: 'grant',
    rest: 2,
    changes: [{ id: `taskDone/${taskKey}/1`, at: new Date().toISOString(), type: 'taskDone', ...done }],
    acts: [{ id: `act-${id}`, act }],
  });
  const standing = await eventually(
    () => client.workflow.getHandle(id).query<Standing>(STANDING),
    ({ openTasks }) => openTasks.includes(`${id}.evaluation.1`),
  );
  expect(standing).toMatchObject({ status: 'evaluating' });
  const events = await inTenant(tenantId, () => Event.findAll({ where: { chainId: id }, order: ['seq'] }));
  expect(events.filter(({ type, what }) => type === 'taskDone' && what.taskKey === taskKey)).toHaveLength(1);
  expect(events.map(({ type }) => type)).toContain('taskOpened');
  expect(
    await eventually(
      () => unconfirmedActs(tenantId, 0),
      (left) => !left.some(({ caseId }) => caseId === id),
    ),
  ).toEqual(expect.anything());
  expect(await verifyChains({ tenantId })).toMatchObject({ ok: true });
});

it('seals every day by the schedule, also days that were missed', async () => {
  const schedule = await eventually(
    () =>
      client.schedule
        .getHandle('daily-seal')
        .describe()
        .catch(() => null),
    (description) => description !== null,
  );
  expect(schedule).toMatchObject({ policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow: 365 * 24 * 3600 * 1000 } });
  // One second after midnight in Prague of four days: three runs at a quarter past.
  await client.schedule.getHandle('daily-seal').backfill({
    start: new Date('2026-03-28T23:00:01Z'),
    end: new Date('2026-03-31T12:00:00Z'),
    overlap: ScheduleOverlapPolicy.BUFFER_ALL,
  });
  const seals = await eventually(
    () => inTenant(tenantId, () => Seal.findAll({ order: ['day'] })),
    (rows) => rows.length >= 3,
  );
  // The night in which summer time begins is among them.
  expect(seals.map(({ day }) => day)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
  expect(await verifyChains({ tenantId })).toMatchObject({ ok: true, seals: 3 });
});

describe('the watch', () => {
  const incidents = (caseId: string): Promise<Incident[]> =>
    inTenant(tenantId, () => Incident.findAll({ where: { caseId, key: STANDSTILL } }));
  const told = async (caseId: string): Promise<string[]> =>
    (await inTenant(tenantId, () => Event.findAll({ where: { chainId: caseId }, order: ['seq'] })))
      .map(({ type }) => type)
      .filter((type) => type.startsWith('incident'));

  it('tells of a case whose run ended under it, once, and takes it back when it runs again', async () => {
    const { id, begin } = await prepareCase();
    await begin();
    const watch = new Watch(client);
    await watch.round();
    expect(await incidents(id)).toEqual([]);
    await client.workflow.getHandle(id).terminate('test');
    await watch.round();
    await watch.round();
    expect(await incidents(id)).toMatchObject([
      { state: 'open', what: 'Postup spisu', error: expect.stringContaining('jeho běh skončil (TERMINATED)') },
    ]);
    await begin();
    await watch.round();
    expect(await incidents(id)).toMatchObject([{ state: 'resolved' }]);
    expect(await told(id)).toEqual(['incidentOpened', 'incidentResolved']);
  });

  it('tells of a case that Temporal does not know', async () => {
    const { draft, submission } = await buildDraft(tenantId);
    const at = new Date().toISOString();
    await createActivities().commit({
      tenantId,
      caseId: draft.id,
      processId: 'grant',
      rest: 1,
      changes: [{ id: 'caseOpened//1', at, type: 'caseOpened', submissionId: submission.id, values: {} }],
      acts: [],
    });
    await new Watch(client).round();
    expect(await incidents(draft.id)).toMatchObject([{ state: 'open', error: expect.stringContaining('v Temporalu jeho běh chybí') }]);
  });

  it('tells of a case whose program fails again and again', async () => {
    const { id, begin } = await prepareCase();
    await begin();
    // A mistake of the program, in which a case waits. (An act that throws would be dropped by the server, and the case would go on.)
    await client.workflow.getHandle(id).signal(MACHINE_EVENT, null);
    const found = await eventually(
      async () => {
        await new Watch(client).round();
        return incidents(id);
      },
      (rows) => rows.length > 0,
    );
    expect(found).toMatchObject([{ error: expect.stringContaining('Spis se zastavil') }]);
  });
});

it('told to stop, it ends by itself within seconds', async () => {
  const ended = once(worker, 'exit');
  const began = Date.now();
  worker.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(Date.now() - began).toBeLessThan(15_000);
});
