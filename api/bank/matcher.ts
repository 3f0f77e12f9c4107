/**
 * Movements become payments of tasks. One act a task; a match is written down before the act and names it, so that confirming twice, at once or after a crash,
 * brings the same act to its end and does nothing more.
 */
import { randomUUID } from 'node:crypto';
import { query } from '../../models/database';
import { bankStep } from '../../processes/banking/bankSteps';
import type { PairResult } from '../../processes/banking/views';
import { processById } from '../../processes/registry';
import { words, type Words } from '../../processes/words';
import { actId } from '../actKey';
import { findCase, tasksOf } from '../cases/caseRecords';
import { caseIdOf } from '../cases/caseRecords';
import type { Keyed } from '../cases/actSender';
import type { Asking } from '../context';
import { ProblemError } from '../problems';
import { actorFor, record } from '../record';
import { select } from '../sql';
import { completeTask, type Completion } from '../tasks/taskCompleter';
import { actOn, blocked, whyNot } from '../tasks/taskPresenter';
import type { MoneyTask } from './dues';
import type { EntryRow } from './entries';

const actor = (context: Asking) => actorFor(context.person, ['bank', 'act']);

/** A match whose act is to be sent to its case. */
export interface Sending {
  readonly matchId: string;
  readonly entryIds: readonly string[];
  readonly taskId: string;
  readonly completion: Completion;
}

interface NewMatch {
  readonly task: MoneyTask;
  readonly entries: readonly EntryRow[];
  /** Why a person matched what does not fit exactly. */
  readonly reason: string | null;
}

const keyed = (context: Asking, matchId: string): Keyed => ({ ...context, idempotencyKey: `bank-match-${matchId}` });

const sumOf = (entries: readonly { readonly amount: number }[]): number => Math.abs(entries.reduce((sum, { amount }) => sum + amount, 0));

function completionOf(task: Pick<MoneyTask, 'step' | 'variableSymbol'>, entries: readonly EntryRow[]): Completion {
  const step = bankStep(task.step);
  if (!step) throw new Error(`Step '${task.step}' is no step of money`);
  const on =
    entries
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '';
  return { outcome: step.outcome, data: { ...step.completion({ on, amount: sumOf(entries), variableSymbol: task.variableSymbol ?? '' }) } };
}

/** Why this person cannot complete the task, before anything is written; null: they can. Inside inTenant. */
export async function obstacleTo(context: Asking, taskId: string): Promise<Words | null> {
  const of = await findCase(caseIdOf(taskId));
  const tasks = await tasksOf(caseIdOf(taskId));
  const task = tasks.find(({ id }) => id === taskId);
  if (!of || !task) return words('Takový úkol tu není.', 'There is no such task.');
  const stands = blocked(task, of);
  if (stands) return stands;
  const may = actOn(context.person, task, tasks, of);
  return may.allowed ? null : whyNot(may, task, processById(task.processId));
}

/**
 * Writes the match down; inside inTenant, under the lock of the bank.
 * @returns the act to be sent; null where the payment was recorded by hand before and nothing is completed
 */
export async function writeMatch(context: Asking, { task, entries, reason }: NewMatch): Promise<Sending | null> {
  const matchId = randomUUID();
  const recorded = task.state === 'done';
  const completion = completionOf(task, entries);
  const submissions = recorded ? [] : [actId(keyed(context, matchId), { taskId: task.taskId, ...completion })];
  await query(
    `insert into bank_matches (id, tenant_id, task_id, case_id, amount, recorded, submission_ids, reason, matched_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [matchId, context.tenantId, task.taskId, task.caseId, sumOf(entries), recorded, submissions, reason, context.person.id],
  );
  await query('update bank_entries set match_id = $1 where id = any($2::uuid[])', [matchId, entries.map(({ id }) => id)]);
  await record(context, {
    type: 'bankMatched',
    caseId: task.caseId,
    what: {
      matchId,
      taskId: task.taskId,
      entries: entries.map(({ entryId, date, amount }) => ({ entryId, date, amount })),
      on: entries.at(-1)?.date ?? '',
      amount: sumOf(entries),
      ...(reason !== null && { reason }),
    },
    actor: actor(context),
  });
  return recorded ? null : { matchId, entryIds: entries.map(({ id }) => id), taskId: task.taskId, completion };
}

/** A match that was written down and whose act may not have come through: the same act again, or for another person one of their own. Inside inTenant, locked. */
export async function resumeMatch(context: Asking, entry: EntryRow, step: string, variableSymbol: string | null): Promise<Sending | null> {
  if (entry.matchId === null || entry.taskId === null || entry.settled) return null;
  const entries = await select<EntryRow>('select id, amount, booked_on::text as date from bank_entries where match_id = $1', [
    entry.matchId,
  ]);
  const completion = completionOf({ step, variableSymbol }, entries);
  const id = actId(keyed(context, entry.matchId), { taskId: entry.taskId, ...completion });
  await query(
    'update bank_matches set submission_ids = array_append(submission_ids, $2::uuid) where id = $1 and not $2::uuid = any(submission_ids)',
    [entry.matchId, id],
  );
  return { matchId: entry.matchId, entryIds: entries.map((one) => one.id), taskId: entry.taskId, completion };
}

/** Is the task done by one of the match's own acts? Inside inTenant. */
async function cameThrough(matchId: string): Promise<boolean> {
  const rows = await select(
    `select 1 from bank_matches m join tasks t on t.id = m.task_id where m.id = $1 and t.state = 'done' and t.submission_id = any(m.submission_ids)`,
    [matchId],
  );
  return rows.length > 0;
}

/** The case refused: its movements wait again, with what happened in the case's history. */
function withdraw(context: Asking, { matchId, taskId }: Sending, why: string): Promise<void> {
  return context.inTenant(async () => {
    const withdrawn = await select('update bank_matches set withdrawn_at = now() where id = $1 and withdrawn_at is null returning 1', [
      matchId,
    ]);
    if (withdrawn.length === 0) return;
    await query('update bank_entries set match_id = null where match_id = $1', [matchId]);
    await record(context, {
      type: 'bankMatchWithdrawn',
      caseId: caseIdOf(taskId),
      what: { matchId, taskId, reason: why },
      actor: actor(context),
    });
  });
}

/**
 * Sends the act of a match to its case.
 * @returns how it went for each of its movements; where the system was not to be reached the match stays, and confirming again goes on
 */
export async function sendMatch(context: Asking, sending: Sending): Promise<PairResult[]> {
  const { matchId, entryIds, taskId, completion } = sending;
  const results = (why: string | null): PairResult[] => entryIds.map((entryId) => ({ entryId, taskId, done: why === null, why }));
  try {
    await completeTask(keyed(context, matchId), taskId, completion);
    return results(null);
  } catch (error) {
    if (await context.inTenant(() => cameThrough(matchId))) return results(null);
    if (!(error instanceof ProblemError)) throw error;
    const problem = error.toProblem(context.language, context.requestId);
    const why = Object.values(problem.errors ?? {}).join(' ') || problem.detail;
    if (error.status < 500) await withdraw(context, sending, why);
    return results(why);
  }
}
