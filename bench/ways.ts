/** The same case clicked through in three ways: a bare workflow, the kernel's Update, and HTTP as an officer's browser does. */
import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { Call, confirmAct, Draft, inTenant, Programme, Submission } from '../models/index';
import { defaultCriteria } from '../processes/grant/criteria';
import { grantRules } from '../processes/grant/rules';
import type { Role } from '../processes/roles';
import { beginCase, sendAct } from '../api/temporal';
import type { Act, CaseInput } from '../workflows/messages';
import { holders, type Crew } from '../scripts/drill/crew';
import { application, dayFromNow, type Project } from '../scripts/grant/content';
import { submitApplication } from '../scripts/grant/journey';
import { answer, smoothPlan, type Plan } from '../scripts/grant/plan';
import { completedAnswer } from '../scripts/http/answers';
import type { Person } from '../scripts/http/people';
import type { Clicks } from './measure';
import { BARE_QUEUE } from './names';
import { bare, stepDone } from './workflows';

/** The human steps of a case in which everything goes well, in their order, with who does them. */
const STEPS: readonly (readonly [step: string, ordinal: number, role: Role])[] = [
  ['formalCheck', 1, 'grantOfficer'],
  ['evaluation', 1, 'evaluator'],
  ['evaluation', 2, 'evaluator'],
  ['proposal', 1, 'grantOfficer'],
  ['councilDecision', 1, 'councilSecretary'],
  ['signature', 1, 'grantOfficer'],
  ['payment', 1, 'accountant'],
  ['settlement', 1, 'applicant'],
  ['settlementCheck', 1, 'grantOfficer'],
];

export const STEPS_A_CASE = STEPS.length;

let serial = 0;

function planOf(): Plan {
  serial += 1;
  const project: Project = {
    applicant: `Spolek ${serial}`,
    kind: 'legal',
    serial,
    municipality: 'Cvičná',
    title: `Měření ${serial}`,
    purpose: 'Měření.',
    reasons: 'Měření.',
    requested: 20_000_00,
    totalCost: 40_000_00,
  };
  return smoothPlan(project);
}

/** Begins a bare workflow. @returns its clicks */
export async function bareCase(client: Client): Promise<Clicks> {
  const handle = await client.workflow.start(bare, { workflowId: `bare-${randomUUID()}`, taskQueue: BARE_QUEUE, args: [STEPS_A_CASE] });
  return STEPS.map((_step, index) => () => handle.executeUpdate(stepDone, { args: [index + 1], updateId: randomUUID() }));
}

function actorAt(crew: Crew, index: number): { person: Person; role: Role } {
  const [step, ordinal, role] = STEPS[index] ?? STEPS[0] ?? ['', 1, 'grantOfficer'];
  const people = holders(crew, role);
  const person = step === 'evaluation' ? people.find(({ id }) => id === crew.evaluatorIds[ordinal - 1]) : people[0];
  if (!person) throw new Error(`Nobody has the role ${role}`);
  return { person, role };
}

/** A case that can be begun: its rows are there. */
export interface PreparedCase {
  readonly input: CaseInput;
  readonly submissionId: string;
  readonly applicantId: string;
}

/** Writes the rows that the api would have written before the case begins. */
export async function prepareCase(crew: Crew, plan = planOf()): Promise<PreparedCase> {
  const applicant = holders(crew, 'applicant')[0];
  if (!applicant) throw new Error('No applicant');
  const caseId = randomUUID();
  const data = application(plan.project);
  return inTenant(crew.tenantId, async () => {
    const programme = await Programme.findByPk(crew.programmeId, { rejectOnEmpty: true });
    const call = await Call.findOne({ where: { programmeId: programme.id }, rejectOnEmpty: true });
    await Draft.create({ id: caseId, userId: applicant.id, processId: 'grant', subjectId: programme.id, callId: call.id, data });
    const submission = await Submission.create({ caseId, step: 'application', userId: applicant.id, data });
    const { decisionDays, settlementDueOn } = call;
    const subject = { ...programme.get(), decisionDays, settlementDueOn, awardedToOthers: 0 };
    const input: CaseInput = { caseId, tenantId: crew.tenantId, processId: 'grant', ...grantRules.start(data, subject, {}) };
    return { input, submissionId: submission.id, applicantId: applicant.id };
  });
}

/** What goes into the workflow: no letters. */
function isSmall(entry: [string, unknown]): entry is [string, string | number] {
  return typeof entry[1] === 'number' || (typeof entry[1] === 'string' && entry[1].length < 40);
}

/** Begins a case of the product past the api. @returns its clicks, each one Update */
export async function kernelCase(client: Client, crew: Crew): Promise<Clicks> {
  const plan = planOf();
  const { input, submissionId, applicantId } = await prepareCase(crew, plan);
  const begin: Act = { kind: 'begin', actor: { id: applicantId, role: 'applicant' }, requestId: randomUUID(), submissionId };
  await beginCase(client, input, begin, randomUUID());
  return STEPS.map(([step, ordinal], index) => async () => {
    const { person, role } = actorAt(crew, index);
    const { outcome, data } = answer(plan, { step, ordinal, caseNumber: 'DOT-0-0', variableSymbol: '1', evaluator: ordinal - 1 });
    const small = {
      ...Object.fromEntries(Object.entries(data).filter(isSmall)),
      ...grantRules.derived(step, outcome, data, { criteria: defaultCriteria }),
    };
    const act: Act = {
      kind: 'complete',
      actor: { id: person.id, role },
      requestId: randomUUID(),
      taskKey: `${input.caseId}.${step}.${ordinal}`,
      outcome,
      submissionId: null,
      values: small,
    };
    const id = randomUUID();
    await sendAct(client, input.caseId, act, id);
    void confirmAct(crew.tenantId, input.caseId, id); // as the api does, beside the answer; otherwise each act would be sent again
  });
}

/** Applies over HTTP. @returns the clicks, each the request of the person whose turn it is; its answer holds the next tasks. */
export async function httpCase(crew: Crew): Promise<Clicks> {
  const plan = planOf();
  const applicant = holders(crew, 'applicant')[0];
  if (!applicant) throw new Error('No applicant');
  const { caseId, number } = await submitApplication(applicant, crew.programmeId, plan.project);
  return STEPS.map(([step, ordinal], index) => () => {
    const body = answer(plan, { step, ordinal, caseNumber: number, variableSymbol: '1', evaluator: ordinal - 1 });
    return actorAt(crew, index).person.client.post(`api/tasks/${caseId}.${step}.${ordinal}/complete`, body, completedAnswer);
  });
}

/** Today, as the report is dated. */
export const measuredOn = dayFromNow(0);
