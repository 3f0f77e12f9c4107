import { randomUUID } from 'node:crypto';
import type { Programme, User } from '../../models';
import { applicationData, buildProgramme } from '../../models/testing/factories';
import type { CaseView, TaskRow } from '../../processes/views';
import { today } from '../today';
import type { Agent, TestApi } from './api';

export interface Signed {
  readonly user: User;
  readonly agent: Agent;
}

/** Everybody around a grant, signed in, and an open programme. */
export interface GrantPeople {
  readonly applicant: Signed;
  readonly officer: Signed;
  readonly evaluators: readonly [Signed, Signed];
  readonly secretary: Signed;
  readonly accountant: Signed;
  readonly auditor: Signed;
  readonly programme: Programme;
}

export async function grantPeople(api: TestApi, tenantId: string): Promise<GrantPeople> {
  const evaluators = [
    await api.signedIn(tenantId, ['evaluator'], { name: 'Hodnotitelka první' }),
    await api.signedIn(tenantId, ['evaluator'], { name: 'Hodnotitel druhý' }),
  ] as const;
  return {
    applicant: await api.signedIn(tenantId, ['applicant'], { name: 'Žadatelka' }),
    officer: await api.signedIn(tenantId, ['grantOfficer'], { name: 'Referentka' }),
    evaluators,
    secretary: await api.signedIn(tenantId, ['councilSecretary'], { name: 'Tajemnice' }),
    accountant: await api.signedIn(tenantId, ['accountant'], { name: 'Účetní' }),
    auditor: await api.signedIn(tenantId, ['auditor'], { name: 'Auditorka' }),
    programme: await buildProgramme(tenantId, { evaluatorIds: evaluators.map(({ user }) => user.id), settlementDueOn: '2028-01-31' }),
  };
}

/** Dates that are right whenever the test runs: a project of next year. */
export const application = { ...applicationData, from: '2027-01-01', to: '2027-12-31' };

/** Writes and submits an application. @returns the case's id and number */
export async function submitted({ applicant, programme }: GrantPeople, change: object = {}): Promise<{ caseId: string; number: string }> {
  const draft = await applicant.agent.post('/api/drafts').send({ processId: 'grant', subjectId: programme.id }).expect(201);
  await applicant.agent
    .put(`/api/drafts/${draft.body.id}`)
    .set('If-Match', `"${draft.body.version}"`)
    .send({ data: { ...application, ...change } })
    .expect(200);
  const answer = await applicant.agent.post(`/api/drafts/${draft.body.id}/submit`).set('Idempotency-Key', randomUUID()).expect(201);
  return answer.body;
}

export async function openTasks({ officer }: GrantPeople, caseId: string): Promise<TaskRow[]> {
  const { body } = await officer.agent
    .get('/api/tasks')
    .query({ filter: JSON.stringify({ caseId, state: 'open' }) })
    .expect(200);
  return body;
}

/** The open task of the step. */
export async function openTask(people: GrantPeople, caseId: string, step: string, assigneeId?: string): Promise<TaskRow> {
  const task = (await openTasks(people, caseId)).find(
    (one) => one.step === step && (assigneeId === undefined || one.assignee?.id === assigneeId),
  );
  if (!task) throw new Error(`Step '${step}' is not open`);
  return task;
}

/** Sends a completion with a key of its own. */
export function complete({ agent }: Signed, taskId: string, outcome: string, data: object = {}, key: string = randomUUID()) {
  return agent.post(`/api/tasks/${taskId}/complete`).set('Idempotency-Key', key).send({ outcome, data });
}

/** Completes the open task of the step. @returns the case as the actor then reads it */
export async function pass(
  people: GrantPeople,
  who: Signed,
  caseId: string,
  step: string,
  outcome: string,
  data: object = {},
): Promise<CaseView> {
  const task = await openTask(people, caseId, step, step === 'evaluation' ? who.user.id : undefined);
  const answer = await complete(who, task.id, outcome, data);
  if (answer.status !== 200) throw new Error(`${step}.${outcome}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return (await who.agent.get(`/api/cases/${caseId}`).expect(200)).body;
}

export const SCORES = { benefit: 30, quality: 20, economy: 20, recommendedAmount: 40_000_00, comment: 'Dobrý projekt' };
export const VOTES = { resolutionNumber: 'RM/12/2026', decidedOn: today(), votesFor: 7, votesAgainst: 0, votesAbstained: 0 };

/** Takes the case up to the step, by the straight way. */
export async function upTo(
  people: GrantPeople,
  caseId: string,
  step: 'evaluation' | 'proposal' | 'councilDecision' | 'signature' | 'payment' | 'settlement',
): Promise<void> {
  const { officer, evaluators, secretary, accountant } = people;
  const way: [string, () => Promise<unknown>][] = [
    ['formalCheck', () => pass(people, officer, caseId, 'formalCheck', 'pass')],
    [
      'evaluation',
      async () => {
        for (const evaluator of evaluators) await pass(people, evaluator, caseId, 'evaluation', 'submit', SCORES);
      },
    ],
    ['proposal', () => pass(people, officer, caseId, 'proposal', 'recommend', { amount: 40_000_00, justification: 'Podle hodnocení' })],
    ['councilDecision', () => pass(people, secretary, caseId, 'councilDecision', 'approve', { ...VOTES, amount: 40_000_00 })],
    ['signature', () => pass(people, officer, caseId, 'signature', 'signed', { signedOn: today(), contractNumber: 'S-1/2026' })],
    [
      'payment',
      () => pass(people, accountant, caseId, 'payment', 'paid', { paidOn: today(), amount: 40_000_00, variableSymbol: '20260001' }),
    ],
  ];
  for (const [name, go] of way) {
    if (name === step) return;
    await go();
  }
}
