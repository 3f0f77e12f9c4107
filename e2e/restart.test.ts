/** The one-machine system stopped and started again: every case is where it was, with its timers, and goes on. */
import { Client, Connection } from '@temporalio/client';
import { demoAccounts, TOWN } from '../scripts/demo/accounts';
import { Journey, submitApplication } from '../scripts/grant/journey';
import { smoothPlan } from '../scripts/grant/plan';
import { caseAnswer, programmeAnswer } from '../scripts/http/answers';
import { ApiClient } from '../scripts/http/client';
import { holder, signIn, type Person } from '../scripts/http/people';
import { freePort, makeDataDir, removeDataDir, RunningSystem, type SystemOptions } from '../scripts/system';
import { z } from 'zod';

const SECOND_START_SECONDS = 15;

/** Timers of the case that have been started, and neither fired nor cancelled. */
async function pendingTimers(system: RunningSystem, caseId: string): Promise<string[]> {
  const variables = system.variables();
  const connection = await Connection.connect({ address: variables.TEMPORAL_ADDRESS });
  try {
    const { events } = await new Client({ connection, namespace: variables.TEMPORAL_NAMESPACE }).workflow.getHandle(caseId).fetchHistory();
    const timers = new Map<string, string>();
    for (const event of events ?? []) {
      const started = event.timerStartedEventAttributes;
      if (started?.timerId) timers.set(started.timerId, `${started.timerId} ${String(started.startToFireTimeout?.seconds)}`);
      const over = event.timerFiredEventAttributes?.timerId ?? event.timerCanceledEventAttributes?.timerId;
      if (over) timers.delete(over);
    }
    return [...timers.values()].sort();
  } finally {
    await connection.close();
  }
}

describe('stopping and starting again', () => {
  const dataDir = makeDataDir('restart');
  let system: RunningSystem | undefined;

  afterAll(async () => {
    await system?.stop();
    removeDataDir(dataDir);
  });

  async function townspeople(running: RunningSystem): Promise<Person[]> {
    const people: Person[] = [];
    for (const account of demoAccounts(dataDir).filter(({ tenant }) => tenant === TOWN)) people.push(await signIn(running.url, account));
    return people;
  }

  it('finds every case where it was, within 15 seconds', async () => {
    const options: SystemOptions = { port: await freePort(), dataDir };
    system = await RunningSystem.start(options);
    const people = await townspeople(system);
    const officer = holder(people, 'grantOfficer');
    const cast = {
      applicant: holder(people, 'applicant'),
      officer,
      evaluators: people.filter(({ roles }) => roles.includes('evaluator')),
      secretary: holder(people, 'councilSecretary'),
      accountant: holder(people, 'accountant'),
    };
    const programmes = await new ApiClient(system.url).get(`api/public/${TOWN}/programmes`, z.array(programmeAnswer));
    const programme = programmes.find(({ open }) => open);
    expect(programme).toBeDefined();
    const plan = {
      ...smoothPlan({
        applicant: 'Spolek Restart',
        kind: 'legal',
        serial: 77,
        municipality: 'Ukázkov',
        title: 'Přes noc',
        purpose: 'Zkouška.',
        reasons: 'Zkouška.',
        requested: 10_000_00,
        totalCost: 20_000_00,
      } as const),
      returns: 1,
    };
    const begun = await submitApplication(cast.applicant, programme!.id, plan.project);
    const journey = new Journey(begun, cast, plan);
    // the applicant's turn: a stopped clock, a due day, reminders
    await journey.run((task) => task.step === 'supplement');
    const before = await officer.client.get(`api/cases/${begun.caseId}`, caseAnswer);
    const timersBefore = await pendingTimers(system, begun.caseId);
    expect(timersBefore.length).toBeGreaterThan(0);
    const casesBefore = await officer.client.get('api/cases', z.array(caseAnswer.omit({ openTasks: true })), {
      sort: ['number', 'ASC'],
      range: [0, 199],
    });
    expect(casesBefore.length).toBeGreaterThan(10);

    expect(await system.stop()).toBe(0);
    const began = Date.now();
    system = await RunningSystem.start(options);
    const seconds = (Date.now() - began) / 1000;
    expect(seconds).toBeLessThan(SECOND_START_SECONDS);

    // the officer is still signed in: sessions live in the database
    const after = await officer.client.get(`api/cases/${begun.caseId}`, caseAnswer);
    expect(after).toEqual(before);
    expect(after.status).toBe('returned');
    expect(await pendingTimers(system, begun.caseId)).toEqual(timersBefore);
    const casesAfter = await officer.client.get('api/cases', z.array(caseAnswer.omit({ openTasks: true })), {
      sort: ['number', 'ASC'],
      range: [0, 199],
    });
    expect(casesAfter).toEqual(casesBefore);

    await journey.run();
    const end = await officer.client.get(`api/cases/${begun.caseId}`, caseAnswer);
    expect(end.result).toBe('settled');
    expect(await system.stop()).toBe(0);
  }, 400_000);
});
