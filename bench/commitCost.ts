/** What the one transaction of a rest costs by itself: the kernel's commit, called as the worker calls it. */
import { randomUUID } from 'node:crypto';
import { commit } from '../activities/commit/commit';
import type { Change } from '../processes/changes';
import { percentiles, timed, type Times } from './measure';
import type { PreparedCase } from './ways';

/** Commits `rests` rests of one case, each a task done, the next opened and a status set. */
export async function measureCommit(prepared: PreparedCase, rests: number): Promise<Times> {
  const { input, submissionId, applicantId } = prepared;
  const now = (): string => new Date().toISOString();
  const actor = { id: applicantId, role: 'applicant' } as const;
  const taskKey = (ordinal: number): string => `${input.caseId}.formalCheck.${ordinal}`;
  const opened = (ordinal: number): Change => ({
    id: `taskOpened/${taskKey(ordinal)}/1`,
    type: 'taskOpened',
    taskKey: taskKey(ordinal),
    step: 'formalCheck',
    ordinal,
    assignee: null,
    params: {},
    clock: null,
    dueAt: null,
    at: now(),
  });
  const send = (rest: number, changes: readonly Change[]): Promise<void> =>
    commit({ tenantId: input.tenantId, caseId: input.caseId, processId: input.processId, rest, changes, acts: [] });
  await send(1, [
    { id: 'caseOpened//1', type: 'caseOpened', submissionId, values: input.data, actor, at: now() },
    { id: 'statusSet//1', type: 'statusSet', status: 'checking', at: now() },
    opened(1),
  ]);
  const samples: number[] = [];
  for (let rest = 2; rest <= rests + 1; rest += 1) {
    const done: Change = {
      id: `taskDone/${taskKey(rest - 1)}/1`,
      type: 'taskDone',
      taskKey: taskKey(rest - 1),
      step: 'formalCheck',
      outcome: 'pass',
      submissionId: null,
      values: {},
      actor,
      requestId: randomUUID(),
      at: now(),
    };
    const changes: readonly Change[] = [
      done,
      { id: `statusSet//${rest}`, type: 'statusSet', status: rest % 2 === 0 ? 'evaluating' : 'checking', at: now() },
      opened(rest),
    ];
    samples.push(await timed(() => send(rest, changes)));
  }
  return percentiles(samples);
}
