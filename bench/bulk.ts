/** Deciding on all applications of a district's year by one resolution, from the request to the last case. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { concurrently } from '../scripts/concurrently';
import { holders, type Crew } from '../scripts/drill/crew';
import { submitApplication } from '../scripts/grant/journey';
import { smoothPlan, answer } from '../scripts/grant/plan';
import { completedAnswer } from '../scripts/http/answers';
import type { Person } from '../scripts/http/people';
import type { Role } from '../processes/roles';
import { measuredOn } from './ways';

/** Applications that one district decides on in a year. */
export const DECIDED = 233;
const WIDTH = 8;
const AMOUNT = 20_000_00;

export interface BulkFigures {
  readonly cases: number;
  /** From the request to its answer, in which every item was asked and stored. */
  readonly acceptedAfterMs: number;
  readonly casesPerSecond: number;
}

function one(crew: Crew, role: Role): Person {
  const [person] = holders(crew, role);
  if (!person) throw new Error(`Nobody has the role ${role}`);
  return person;
}

const STEPS: readonly (readonly [step: string, ordinal: number, role: Role])[] = [
  ['formalCheck', 1, 'grantOfficer'],
  ['evaluation', 1, 'evaluator'],
  ['evaluation', 2, 'evaluator'],
  ['proposal', 1, 'grantOfficer'],
];

/** Takes an application up to the council. @returns the case */
async function waitingCase(crew: Crew, serial: number): Promise<string> {
  const project = {
    applicant: `Usnesení ${serial}`,
    kind: 'legal',
    serial: 10_000 + serial,
    municipality: 'Cvičná',
    title: `Usnesení ${serial}`,
    purpose: 'Měření.',
    reasons: 'Měření.',
    requested: AMOUNT,
    totalCost: 2 * AMOUNT,
  } as const;
  const plan = smoothPlan(project);
  const { caseId, number } = await submitApplication(one(crew, 'applicant'), crew.programmeId, project);
  for (const [step, ordinal, role] of STEPS) {
    const evaluator = crew.people.find(({ id }) => id === crew.evaluatorIds[ordinal - 1]);
    const person = step === 'evaluation' && evaluator ? evaluator : one(crew, role);
    const body = answer(plan, { step, ordinal, caseNumber: number, variableSymbol: '1', evaluator: ordinal - 1 });
    await person.client.post(`api/tasks/${caseId}.${step}.${ordinal}/complete`, body, completedAnswer);
  }
  return caseId;
}

const accepted = z.object({ id: z.string() });
const progress = z.object({ done: z.int(), refused: z.int(), endedAt: z.string().nullable() });

/** Begins the cases, then decides on all of them at once. @throws Error when one of them was refused */
export async function measureBulk(crew: Crew, count = DECIDED): Promise<BulkFigures> {
  const cases: string[] = [];
  await concurrently([...Array(count).keys()], WIDTH, async (serial) => {
    cases.push(await waitingCase(crew, serial));
  });
  await sleep(5_000); // letters of the beginnings
  const { client } = one(crew, 'councilSecretary');
  const decision = {
    body: 'council',
    resolutionNumber: 'RM/233/2026',
    decidedOn: measuredOn,
    votesFor: 9,
    votesAgainst: 0,
    votesAbstained: 0,
    items: cases.map((caseId) => ({ caseId, outcome: 'approve', amount: AMOUNT })),
  };
  const began = performance.now();
  const { id } = await client.post('api/bulk-acts/decisions', decision, accepted);
  const acceptedAfterMs = performance.now() - began;
  for (;;) {
    const { done, refused, endedAt } = await client.get(`api/bulk-acts/${id}`, progress);
    if (refused > 0) throw new Error(`${refused} of ${count} were refused`);
    if (endedAt !== null) return { cases: done, acceptedAfterMs, casesPerSecond: done / ((performance.now() - began) / 1000) };
    await sleep(250);
  }
}
