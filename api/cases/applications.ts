/** What was filled in, as rows of submissions; the application as it stands after its completions. */
import { currentApplication } from '../../processes/currentApplication';
import { select } from '../sql';
import type { TaskRecord } from './caseRecords';

export { currentApplication };

export interface SubmissionRecord {
  readonly id: string;
  readonly step: string;
  readonly taskId: string | null;
  readonly userId: string;
  readonly userName: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

/**
 * Submissions that became part of the case: the application and those of finished tasks. One that lost against a faster act was stored as well and belongs to
 * nothing.
 */
export async function submissionsOf(caseId: string, tasks: readonly TaskRecord[]): Promise<SubmissionRecord[]> {
  const used = tasks.flatMap(({ submissionId }) => submissionId ?? []);
  return select<SubmissionRecord>(
    `select s.id, s.step, s.task_id as "taskId", s.user_id as "userId", u.name as "userName", s.data, s.created_at as "createdAt"
     from submissions s join users u on u.id = s.user_id
     where s.case_id = $1 and (s.id = any($2::uuid[]) or s.id = (
       select (what ->> 'submissionId')::uuid from events where chain_id = $1 and type = 'caseOpened' order by seq limit 1))
     order by s.created_at, s.id`,
    [caseId, used],
  );
}

/** The application of a case as it stands. Inside inTenant. */
export async function applicationNow(
  record: { readonly id: string; readonly processId: string },
  tasks: readonly TaskRecord[],
): Promise<Readonly<Record<string, unknown>>> {
  return currentApplication(record.processId, await submissionsOf(record.id, tasks));
}

/** What was filled in last at each step. */
export const answersOf = (submissions: readonly SubmissionRecord[]): Readonly<Record<string, Readonly<Record<string, unknown>>>> =>
  Object.fromEntries(submissions.map(({ step, data }) => [step, data]));
