/** What the history of a case tells of independent answers: who still has one to give reads nobody else's in it either. */
import { processes } from '../../processes/registry';
import { rulesOf } from '../../processes/rulesRegistry';
import type { Person } from '../context';
import { facesOf } from '../names';
import { select } from '../sql';
import type { EventRecord } from './eventPresenter';

/** Steps of all processes that several people answer without seeing each other. */
const INDEPENDENT = [...new Set(Object.keys(processes).flatMap((id) => Object.keys(rulesOf(id).blindUntil)))];

interface Open {
  readonly caseId: string;
  readonly processId: string;
  readonly step: string;
  readonly assigneeId: string;
}

/** Case -> independent steps that the person, or one in whose place they act, still has open there. Inside inTenant. */
export async function awaitedOf(person: Person, caseIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const open = await select<Open>(
    `select case_id as "caseId", process_id as "processId", step, assignee_id as "assigneeId" from tasks
     where case_id = any($1::uuid[]) and state = 'open' and step = any($2::text[]) and assignee_id = any($3::uuid[])`,
    [caseIds, INDEPENDENT, [person.id, ...person.substitutes.map(({ id }) => id)]],
  );
  const awaited = new Map<string, string[]>();
  for (const { caseId, processId, step, assigneeId } of open) {
    if (step in rulesOf(processId).blindUntil && facesOf(person, processId).some(({ id }) => id === assigneeId))
      awaited.set(caseId, [...(awaited.get(caseId) ?? []), step]);
  }
  return awaited;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without those of its `values` and `params` that are not in `kept`. */
function withFew(of: unknown, kept: readonly string[]): unknown {
  if (!isFields(of)) return of;
  const few = (part: 'values' | 'params'): Fields => {
    const whole = of[part];
    return isFields(whole) ? { [part]: Object.fromEntries(Object.entries(whole).filter(([key]) => kept.includes(key))) } : {};
  };
  return { ...of, ...few('values'), ...few('params') };
}

/** The event without what others answered at these steps, and without what the case recorded of it. @param own ids of the reader and of those in whose place they act */
export function withoutAnswers(event: EventRecord, steps: readonly string[], own: readonly (string | null)[]): EventRecord {
  const { applicantValues, blindUntil } = rulesOf(event.processId ?? '');
  const step = String(event.what.step);
  const isOthers = event.type === 'taskDone' && steps.includes(step) && !own.includes(event.actorId);
  // What they came to: recorded in the case, and told with the task that follows.
  const isSum = event.type === 'recorded' || (event.type === 'taskOpened' && Object.values(blindUntil).includes(step));
  if (!isOthers && !isSum) return event;
  const kept = isOthers ? [] : applicantValues;
  return {
    ...event,
    what: withFew(event.what, kept) as EventRecord['what'],
    before: withFew(event.before, kept),
    after: withFew(event.after, kept),
  };
}
