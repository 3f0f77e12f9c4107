/** Proceedings on a breach beside the case of a grant, as its readers see them. */
import { z } from 'zod';
import { processes } from '../../processes/registry';
import { hiddenProcesses, readableCase } from '../cases/reading';
import type { Asking } from '../context';
import { notFound } from '../problems';
import { iso, isoOrNull, select } from '../sql';

/** The process that is begun from a grant. */
export const BREACH = 'breach';

export const breachesView = z.object({
  /** Paid out, haléř: the most that a breach can concern. */
  paid: z.int(),
  /** Is the settlement overdue? Then the late settlement is the reason that is offered. */
  settlementOverdue: z.boolean(),
  cases: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      status: z.object({ cs: z.string(), en: z.string() }),
      openedAt: z.string(),
      closedAt: z.string().nullable(),
    }),
  ),
});
export type BreachesView = z.output<typeof breachesView>;

export interface BreachRecord {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** Of the grant's case, the last opened first. Inside inTenant. */
export function breachesOf(grantCaseId: string): Promise<BreachRecord[]> {
  return select<BreachRecord>(
    `select id, number, status, opened_at as "openedAt", closed_at as "closedAt" from cases
     where "values" ? 'parentCaseId' and "values" ->> 'parentCaseId' = $1 and process_id = $2 order by opened_at desc, id`,
    [grantCaseId, BREACH],
  );
}

const wordsOf = (status: string) => {
  const definition = processes[BREACH];
  return (definition?.statuses[status] ?? definition?.results[status])?.title ?? { cs: status, en: status };
};

/** @throws ProblemError 404 where there is no such grant, or who asks may not know of its breaches */
export function showBreaches({ person, inTenant }: Asking, grantCaseId: string): Promise<BreachesView> {
  return inTenant(async () => {
    const { record, tasks } = await readableCase(person, grantCaseId);
    if (record.processId !== processes[BREACH]?.begunFrom || hiddenProcesses(person).includes(BREACH)) throw notFound();
    const found = await breachesOf(grantCaseId);
    return {
      paid: typeof record.values.paid === 'number' ? record.values.paid : 0,
      settlementOverdue: tasks.some(
        ({ step, state, dueAt }) => step === 'settlement' && state === 'open' && dueAt !== null && dueAt.getTime() < Date.now(),
      ),
      cases: found.map(({ id, number, status, openedAt, closedAt }) => ({
        id,
        number,
        status: wordsOf(status),
        openedAt: iso(openedAt),
        closedAt: isoOrNull(closedAt),
      })),
    };
  });
}
