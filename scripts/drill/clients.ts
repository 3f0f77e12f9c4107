/** The people of the drill at work: they take cases to their end, race for some tasks, and never give up a request. */
import { randomUUID } from 'node:crypto';
import { complete, Journey, submitApplication } from '../grant/journey';
import type { Answer } from '../grant/plan';
import type { TaskAnswer } from '../http/answers';
import { ApiRefusal } from '../http/client';
import type { Person } from '../http/people';
import { persist } from '../http/persist';
import { Chance } from '../random';
import { castOf, endOf, holders, planOf, type Crew } from './crew';
import type { DrillRecord } from './record';

/** Longer than the whole system takes to start again. */
const PATIENCE_MS = 120_000;
const RACE_PROBABILITY = 0.3;

interface Sent {
  readonly person: Person;
  /** Otherwise somebody else had decided; `named`: who, where the refusal said so. */
  readonly won: boolean;
  readonly named: string | null;
}

/** Sends one act until it is answered, under one key, and notes what came of it. */
async function send(record: DrillRecord, journey: Journey, task: TaskAnswer, person: Person, answer: Answer): Promise<Sent> {
  const key = randomUUID();
  const began = Date.now();
  let attempts = 0;
  let sentAt = began;
  let done = answer;
  try {
    await persist(async () => {
      attempts += 1;
      sentAt = Date.now();
      done = await complete(person, task, answer, key);
    }, PATIENCE_MS);
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.status !== 409) throw error;
    const named = typeof error.more.decidedBy === 'string' ? error.more.decidedBy : null;
    return { person, won: false, named };
  }
  const answeredAt = Date.now();
  record.acts.push({
    caseId: journey.begun.caseId,
    what: task.id,
    outcome: done.outcome,
    actorId: person.id,
    sentAt,
    answeredAt,
    waited: answeredAt - began,
    attempts,
  });
  return { person, won: true, named: null };
}

/** Two people who may both do it, or one. */
function rivals(crew: Crew, journey: Journey, task: TaskAnswer, chance: Chance): Person[] {
  const actor = journey.actorOf(task);
  if (task.assignee !== null || task.role === 'applicant' || !chance.happens(RACE_PROBABILITY)) return [actor];
  return [actor, ...holders(crew, task.role).filter(({ id }) => id !== actor.id)].slice(0, 2);
}

async function doTask(record: DrillRecord, crew: Crew, journey: Journey, task: TaskAnswer, chance: Chance): Promise<void> {
  const answer = await journey.answerTo(task);
  const people = rivals(crew, journey, task, chance);
  const sent = await Promise.all(people.map((person) => send(record, journey, task, person, answer)));
  const winners = sent.filter(({ won }) => won);
  // Nobody: the case would be offered the same task for ever.
  if (winners.length === 0) throw new Error(`${task.id} is offered as open, and refused to everybody who does it`);
  if (winners.length !== 1) record.wrong.push(`${task.id}: ${winners.length} of ${people.length} were told that they had done it`);
  if (people.length > 1) {
    record.races.push({
      taskId: task.id,
      winners: winners.map(({ person }) => person.name),
      namedAsWinner: sent.filter(({ won }) => !won).map(({ named }) => named ?? ''),
    });
  }
  journey.passed(task.step);
}

/** Takes one case from the application to its end. */
export async function runCase(record: DrillRecord, crew: Crew, seed: number, serial: number): Promise<void> {
  const chance = new Chance(seed + serial * 7919);
  const cast = castOf(crew, chance);
  const plan = planOf(chance, serial);
  const began = Date.now();
  const begun = await submitApplication(cast.applicant, crew.programmeId, plan.project, { patience: PATIENCE_MS });
  record.cases.set(begun.caseId, endOf(plan));
  const answeredAt = Date.now();
  record.acts.push({
    caseId: begun.caseId,
    what: 'begin',
    outcome: '',
    actorId: cast.applicant.id,
    sentAt: began,
    answeredAt,
    waited: answeredAt - began,
    attempts: 1,
  });
  const journey = new Journey(begun, cast, plan, { patience: PATIENCE_MS });
  for (let idleSince = Date.now(); ;) {
    const open = await journey.openTasks();
    if (open.length === 0) {
      if (await journey.isClosed()) return;
      // An act that was lost between the two stores is being sent again; then the case goes on.
      if (Date.now() - idleSince > PATIENCE_MS) throw new Error(`${begun.number} is open, and offers nothing to do`);
      await new Promise((resolve) => setTimeout(resolve, 500));
      continue;
    }
    idleSince = Date.now();
    // several open tasks (evaluations) are done at once, by their people
    await Promise.all(open.map((task) => doTask(record, crew, journey, task, chance)));
  }
}
