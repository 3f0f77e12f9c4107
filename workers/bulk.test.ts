/** A bulk act whose worker is killed in the middle: a worker process of its own, a real Temporal server, the real api. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { complete, grantPeople, submitted, type GrantPeople, type Signed } from '../api/testing/grantPeople';
import { testApi } from '../api/testing/api';
import { today } from '../api/today';
import { closeDatabase, connectDatabase, Event, inTenant, Letter, unconfirmedActs, verifyChains } from '../models';
import { migrate } from '../models/migrate';
import { buildProgramme, buildTenant } from '../models/testing/factories';
import type { BulkView } from '../processes/bulk';
import { CASES_QUEUE } from '../workflows/messages';
import { startServers, type Servers } from './start/testServers';

jest.setTimeout(400_000);

const CASES = 20;
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'postup-bulk-'));
let servers: Servers;
let worker: ChildProcess;
let tenantId: string;
let people: GrantPeople;

function startWorker(): void {
  worker = spawn(process.execPath, ['--import', 'tsx', path.join('workers', 'main.ts')], {
    cwd: path.resolve(__dirname, '..'),
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function killWorker(): Promise<void> {
  const killed = once(worker, 'exit');
  worker.kill('SIGKILL');
  await killed;
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
  await migrate();
  await connectDatabase();
  startWorker();
});

const api = testApi({ temporalAddress: () => servers.temporalAddress });
/** The same api that cannot reach Temporal. */
const cutOff = testApi();

afterAll(async () => {
  worker.kill('SIGKILL');
  await closeDatabase();
  await servers.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const decision = (items: readonly object[]) => ({
  body: 'council',
  resolutionNumber: 'RM/20/2026',
  decidedOn: today(),
  votesFor: 9,
  votesAgainst: 0,
  votesAbstained: 0,
  items,
});

async function bulkUntil(id: string, holds: (bulk: BulkView) => boolean): Promise<BulkView> {
  for (const until = Date.now() + 120_000; ;) {
    const { body } = await people.secretary.agent.get(`/api/bulk-acts/${id}`).expect(200);
    if (holds(body as BulkView) || Date.now() > until) return body as BulkView;
    await sleep(50);
  }
}

/** Sends a completion again until it is answered: the machine may be busy. */
async function completed(who: Signed, caseId: string, step: string, outcome: string, data: object): Promise<void> {
  const key = randomUUID();
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await complete(who, `${caseId}.${step}.1`, outcome, data, key);
    if (answer.status === 200) return;
    if (answer.status !== 503 && answer.status !== 409) throw new Error(`${step}: ${answer.status} ${JSON.stringify(answer.body)}`);
    await sleep(1_000);
  }
  throw new Error(`${step} is not answered`);
}

/** A case of a programme without evaluators, that waits for the council. */
async function waitingForCouncil(): Promise<string> {
  const { caseId } = await submitted(people, {
    applicantKind: 'natural',
    ico: undefined,
    birthDate: '1980-01-01',
    representative: undefined,
  });
  await completed(people.officer, caseId, 'formalCheck', 'pass', {});
  await completed(people.officer, caseId, 'proposal', 'recommend', { amount: 1_000_00, justification: 'Podle pravidel' });
  return caseId;
}

/** The decision is in the case once, and so is its letter. */
async function expectOnce(caseId: string, template: string): Promise<void> {
  const [events, letters] = await inTenant(tenantId, () =>
    Promise.all([Event.findAll({ where: { chainId: caseId } }), Letter.findAll({ where: { caseId, template } })]),
  );
  expect(events.filter(({ type, what }) => type === 'taskDone' && what.taskKey === `${caseId}.councilDecision.1`)).toHaveLength(1);
  expect(events.filter(({ type, what }) => type === 'letterSent' && what.key === `${template}.1`)).toHaveLength(1);
  expect(letters).toMatchObject([{ key: `${template}.1`, state: 'kept' }]);
}

async function lettersAreOut(cases: readonly string[]): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    const waiting = await inTenant(tenantId, () => Letter.count({ where: { caseId: [...cases], state: 'queued' } }));
    if (waiting === 0) return;
    await sleep(200);
  }
  throw new Error('Letters stay queued');
}

it('killed twice in the middle of a list, each case is decided once and each applicant told once', async () => {
  // The worker has found its servers.
  await api.services.temporal.workflow.execute('readiness', { taskQueue: CASES_QUEUE, workflowId: `readiness-${randomUUID()}`, args: [] });
  tenantId = await buildTenant();
  const around = await grantPeople(api, tenantId);
  people = { ...around, programme: await buildProgramme(tenantId, { totalAmount: 50_000_000_00 }) };
  const cases: string[] = [];
  await Promise.all(
    [1, 2, 3, 4].map(async () => {
      for (let left = CASES / 4; left > 0; left -= 1) cases.push(await waitingForCouncil());
    }),
  );
  await lettersAreOut(cases);

  // Every fourth one is refused: its case closes with the act, so that what was lost on the way must be found in the tables.
  const items = cases.map((caseId, index) =>
    index % 4 === 3 ? { caseId, outcome: 'refuse', reason: 'Nedostatek peněz' } : { caseId, outcome: 'approve', amount: 1_000_00 },
  );
  const { body } = await people.secretary.agent
    .post('/api/bulk-acts/decisions')
    .set('Idempotency-Key', randomUUID())
    .send(decision(items))
    .expect(202);
  const first = await bulkUntil(body.id, ({ done }) => done >= 3);
  await killWorker();
  expect(first.done).toBeLessThan(CASES);
  startWorker();
  const second = await bulkUntil(body.id, ({ done }) => done >= first.done + 5);
  await killWorker();
  expect(second.done).toBeLessThan(CASES);
  startWorker();

  const end = await bulkUntil(body.id, ({ endedAt }) => endedAt !== null);
  expect(end).toMatchObject({ all: CASES, done: CASES, refused: 0, endedAt: expect.any(String) });
  expect(end.items.map(({ why }) => why).filter((why) => why !== null)).toEqual([]);
  await lettersAreOut(cases);
  for (const [index, caseId] of cases.entries()) await expectOnce(caseId, index % 4 === 3 ? 'refused' : 'approved');
  const ended = await inTenant(tenantId, () => Event.findAll({ where: { chainId: tenantId, type: 'bulkEnded' } }));
  expect(ended.map(({ what }) => what)).toEqual([{ bulkId: body.id, done: CASES, refused: 0 }]);
  expect(await unconfirmedActs(tenantId, 30)).toEqual([]);
  expect(await verifyChains({ tenantId })).toMatchObject({ ok: true });
});

it('accepted by an api that could not start it, it is started by a worker', async () => {
  const caseId = await waitingForCouncil();
  const agent = await cutOff.signIn(people.secretary.user.email);
  const { body } = await agent
    .post('/api/bulk-acts/decisions')
    .set('Idempotency-Key', randomUUID())
    .send(decision([{ caseId, outcome: 'approve', amount: 1_000_00 }]))
    .expect(202);
  expect(await bulkUntil(body.id, ({ endedAt }) => endedAt !== null)).toMatchObject({ done: 1, refused: 0 });
  await lettersAreOut([caseId]);
  await expectOnce(caseId, 'approved');
});
