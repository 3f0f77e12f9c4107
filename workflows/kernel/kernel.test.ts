import { randomUUID } from 'node:crypto';
import { actor, refusalOf, SkippedTime, type DrivenCase, type RecordingActivities } from '../testing/world';

let time: SkippedTime;
const officer = actor('grantOfficer');
const applicant = actor('applicant');

beforeAll(async () => {
  time = await SkippedTime.start();
}, 240_000);
afterAll(() => time.stop());

/** Runs a test with a sample case that has begun. */
const withCase = async (test: (kase: DrivenCase, world: RecordingActivities) => Promise<void>, workflow = 'sample'): Promise<void> =>
  test(await time.begin(workflow), time.world);
const opinions = async (kase: DrivenCase): Promise<void> => {
  for (const id of ['a', 'b', 'c']) await kase.complete('opinion', id === 'c' ? 'no' : 'yes', actor('evaluator', id));
};

describe('a rest', () => {
  it('commits everything that one act changed at once, and answers with what is then open', () =>
    withCase(async (kase, world) => {
      const commits = () => world.commits.filter(({ caseId }) => caseId === kase.id);
      expect(commits()).toHaveLength(1);
      expect(kase.of('taskOpened').map(({ step }) => step)).toEqual(['check']);
      const rested = await kase.complete('check', 'ok', officer);
      expect(rested.openTasks).toHaveLength(3);
      const last = commits().filter(({ changes }) => changes.some(({ type }) => type === 'taskDone'));
      expect(last).toHaveLength(1);
      expect(last[0]?.changes.map(({ type }) => type)).toEqual(['taskDone', 'taskOpened', 'taskOpened', 'taskOpened']);
      expect(last[0]?.changes[0]).toMatchObject({ actor: officer, outcome: 'ok' });
    }));

  it('numbers rests without a gap', () =>
    withCase(async (kase, world) => {
      await kase.complete('check', 'ok', officer);
      await opinions(kase);
      await kase.signal('p1', 'paid');
      expect(await kase.result()).toBe('done');
      const rests = world.commits.filter(({ caseId }) => caseId === kase.id).map(({ rest }) => rest);
      expect(rests).toEqual(rests.map((_, i) => i + 1));
    }));
});

describe('two who decide the same task', () => {
  it('lets one win; the other learns who decided, when and what', () =>
    withCase(async (kase) => {
      const [taskKey = ''] = await kase.openTasks('check');
      const complete = (by: string, outcome: string) =>
        kase.act({ kind: 'complete', actor: actor('grantOfficer', by), requestId: 'r', taskKey, outcome, values: {}, submissionId: null });
      const both = await Promise.allSettled([complete('eva', 'ok'), complete('jan', 'back')]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const winner = kase.of('taskDone')[0];
      const loser = both[0].status === 'rejected' ? complete('eva', 'ok') : complete('jan', 'back');
      expect(await refusalOf(loser)).toMatchObject({ type: 'AlreadyDone', details: { by: winner?.actor?.id, outcome: winner?.outcome } });
      expect(kase.of('taskDone')).toHaveLength(1);
    }));

  it('gives the same key the same answer and one effect', () =>
    withCase(async (kase) => {
      const [taskKey = ''] = await kase.openTasks('check');
      const key = randomUUID();
      const act = { kind: 'complete', actor: officer, requestId: 'r', taskKey, outcome: 'ok', values: {}, submissionId: null } as const;
      const answers = [await kase.act(act, key), await kase.act(act, key)];
      expect(answers[0]).toEqual(answers[1]);
      expect(kase.of('taskDone')).toHaveLength(1);
    }));

  it('refuses outcomes that the step lacks, those of the clock, unknown tasks and impossible days', () =>
    withCase(async (kase) => {
      expect((await refusalOf(kase.complete('check', 'maybe', officer))).type).toBe('NoSuchOutcome');
      expect((await refusalOf(kase.complete('nowhere', 'ok', officer))).type).toBe('NoSuchTask');
      await kase.complete('check', 'back', officer);
      expect((await refusalOf(kase.complete('supplement', 'expired', applicant))).type).toBe('NoSuchOutcome');
      for (const until of ['2026-02-30', '2020-01-01', 'soon']) {
        expect(
          (await refusalOf(kase.act({ kind: 'moveDeadline', actor: officer, requestId: 'r', taskKey: null, until, reason: 'x' }))).type,
        ).toBe('BadDate');
      }
    }));
});

describe('deadlines', () => {
  it('reminds before the due day and escalates after it, once', () =>
    withCase(async (kase) => {
      await time.sleep('30 days');
      expect(kase.of('taskReminded')).toHaveLength(1);
      expect(kase.of('taskOverdue')).toMatchObject([{ step: 'check', escalatedTo: 'tenantAdmin' }]);
      const due = Date.parse(kase.of('taskOpened')[0]?.dueAt ?? '');
      expect(Date.parse(kase.of('taskReminded')[0]?.at ?? '')).toBeLessThan(due);
      expect(Date.parse(kase.of('taskOverdue')[0]?.at ?? '')).toBeGreaterThan(due);
      expect(time.world.sent.filter((key) => key.startsWith(kase.id)).length).toBe(3);
    }));

  it('waits for a moved day instead of the first one', () =>
    withCase(async (kase) => {
      const [taskKey = ''] = await kase.openTasks('check');
      const until = new Date((await time.env.currentTimeMs()) + 60 * 86_400_000).toISOString().slice(0, 10);
      await kase.act({ kind: 'moveDeadline', actor: officer, requestId: 'r', taskKey, until, reason: 'nemoc' });
      await time.sleep('40 days');
      expect(kase.of('taskOverdue')).toHaveLength(0);
      await time.sleep('25 days');
      expect(kase.of('taskOverdue')).toHaveLength(1);
    }));

  it('stops the legal clock in the applicant’s turn and takes the clock’s outcome when nothing comes', () =>
    withCase(async (kase) => {
      await kase.complete('check', 'back', officer);
      expect(kase.of('clockStopped')).toMatchObject([{ provision: '§ 64' }]);
      await time.sleep('20 days');
      expect(kase.of('taskDone').at(-1)).toMatchObject({ step: 'supplement', outcome: 'expired' });
      expect(kase.of('taskDone').at(-1)?.actor).toBeUndefined();
      const [first, second] = [kase.of('clockStarted')[0]?.dueAt, kase.of('clockResumed')[0]?.dueAt];
      expect(Date.parse(second ?? '')).toBeGreaterThan(Date.parse(first ?? ''));
      expect(await kase.openTasks('check')).toHaveLength(1);
    }));

  it('tells the escalation role when the legal period runs out', () =>
    withCase(async (kase) => {
      await time.sleep('60 days');
      expect(kase.of('clockExpired')).toHaveLength(1);
    }));
});

describe('suspension and withdrawal', () => {
  it('lets nobody act on a suspended case and runs no deadline of it', () =>
    withCase(async (kase) => {
      await kase.act({ kind: 'suspend', actor: officer, requestId: 'r', reason: 'předběžná otázka' });
      expect((await refusalOf(kase.complete('check', 'ok', officer))).type).toBe('CaseSuspended');
      await time.sleep('60 days');
      expect(kase.of('taskOverdue')).toHaveLength(0);
      expect(kase.of('clockExpired')).toHaveLength(0);
      await kase.act({ kind: 'resume', actor: officer, requestId: 'r' });
      expect((await refusalOf(kase.act({ kind: 'resume', actor: officer, requestId: 'r' }))).type).toBe('NotNow');
      await kase.complete('check', 'ok', officer);
      expect(kase.of('taskDone')).toHaveLength(1);
    }));

  it('withdraws where the procedure allows: open tasks end, the case closes', () =>
    withCase(async (kase) => {
      await kase.complete('check', 'ok', officer);
      await kase.act({ kind: 'withdraw', actor: applicant, requestId: 'r', reason: 'rozmyslel jsem si to' });
      expect(await kase.result()).toBe('withdrawn');
      expect(kase.of('taskCancelled')).toHaveLength(3);
      expect(kase.of('closed')).toMatchObject([{ result: 'withdrawn' }]);
    }));

  it('refuses withdrawal where it does not', () =>
    withCase(async (kase) => {
      await kase.complete('check', 'ok', officer);
      await opinions(kase);
      expect((await refusalOf(kase.act({ kind: 'withdraw', actor: applicant, requestId: 'r', reason: 'x' }))).type).toBe('NotNow');
    }));
});

describe('waits and machine events', () => {
  it('takes an event that came early, and a second one with its key is nothing', () =>
    withCase(async (kase) => {
      await kase.signal('p1', 'paid');
      await kase.signal('p1', 'paid');
      await kase.complete('check', 'ok', officer);
      await opinions(kase);
      expect(await kase.result()).toBe('done');
      expect(kase.of('waitEnded')).toMatchObject([{ wait: 'payment', by: 'signal' }]);
    }));

  it('goes on when the time came first', () =>
    withCase(async (kase) => {
      await kase.complete('check', 'cool', officer);
      await time.sleep('31 days');
      expect(kase.of('waitEnded')).toMatchObject([{ wait: 'coolingOff', by: 'time' }]);
      await opinions(kase);
      expect(await kase.result()).toBe('unpaid');
    }));
});

describe('effects', () => {
  it('turns a letter that keeps failing into an incident, and mends it on request', () =>
    withCase(async (kase, world) => {
      world.failures.set(kase.id, 7);
      await kase.complete('check', 'ok', officer);
      await opinions(kase);
      await time.sleep('2 minutes');
      expect(kase.of('incidentOpened')).toMatchObject([{ key: 'hello.1', what: 'Odeslání zprávy', error: 'Poštovní server neodpovídá' }]);
      await kase.act({ kind: 'retry', actor: officer, requestId: 'r', incidentKey: 'hello.1' });
      await time.sleep('2 minutes');
      expect(kase.of('incidentResolved')).toHaveLength(1);
      expect(world.sent.filter((letter) => letter.startsWith(kase.id))).toEqual([`${kase.id}/hello.1`]);
      expect((await refusalOf(kase.act({ kind: 'retry', actor: officer, requestId: 'r', incidentKey: 'hello.1' }))).type).toBe('NotNow');
      await kase.signal('p', 'paid');
      expect(await kase.result()).toBe('done');
    }));
});

describe('ways', () => {
  it('sees a way that is taken and not declared', () =>
    withCase(async (kase) => {
      await kase.complete('check', 'ok', officer);
      await kase.complete('supplement', 'sent', applicant);
      await kase.result();
      expect((await kase.standing()).undeclared).toEqual([
        { from: 'check.ok', to: 'supplement' },
        { from: 'supplement.sent', to: 'close:done' },
      ]);
    }, 'strayed'));
});
