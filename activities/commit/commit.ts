/**
 * The commit of a rest: everything that has become true in a case since it last came to rest, in one transaction: the
 * case, its tasks, letters and documents to be worked off, incidents, the register of its process, and the audit trail.
 * It stands in the way of an officer's click, so it has few statements, and none that waits for other cases (but for
 * the moment when a new case takes its number).
 */
import type { Change, SmallValues } from '../../processes/changes';
import { processById } from '../../processes/registry';
import { inTenant, writeEvents, type NewEvent } from '../../models';
import { withContext } from '../../models/context';
import { registers } from '../../models/registers';
import type { CommitInput } from '../../workflows/messages';
import { afterChange, difference, newCase, type CaseState } from './caseState';
import { amendCase, beginRest, writeCase, openCase } from './cases';
import { writeEffects } from './effects';
import { writeTasks } from './tasks';

/**
 * Commits the changes of one rest. Those that were committed before are left out, so it may be repeated after a lost
 * connection or a killed worker, also with others beside them.
 * @throws CaseForkedError when one was committed with another content
 * @throws DatabaseUnavailableError, and every error of the database; the workflow's retries call again
 * @throws UnknownProcessError
 */
export async function commit(input: CommitInput): Promise<void> {
  const { tenantId, caseId, changes } = input;
  const requestId = changes.find((change) => change.requestId !== undefined)?.requestId;
  await withContext({ tenantId, caseId, requestId }, () =>
    inTenant(tenantId, async () => {
      const begun = await beginRest(input);
      if (begun) await writeEvents(tenantId, await applyChanges({ ...input, changes: begun.fresh }, begun.stored));
    }),
  );
}

/** Writes all rows but the audit trail. @returns its rows, which come last because they hold the chain of the case */
async function applyChanges(input: CommitInput, stored: (CaseState & { number: string }) | null): Promise<NewEvent[]> {
  const { caseId, processId, changes } = input;
  const definition = processById(processId);
  const register = registers[processId];
  const events: NewEvent[] = [];
  let state: CaseState = stored ?? newCase;
  for (const change of changes) {
    const next = afterChange(state, change);
    events.push(eventOf(caseId, change, difference(state, next)));
    state = next;
  }

  let number = stored?.number;
  if (number === undefined) {
    const opened = changes.find((change) => change.type === 'caseOpened');
    if (!opened) throw new Error(`Case ${caseId} is not there, and its rest ${input.rest} does not open it`);
    number = await openCase(input, definition, opened, state);
  } else {
    await amendCase(input, definition);
  }
  if (stored) writeCase(input, state);
  writeTasks(input, definition);
  writeEffects(input, definition, number);
  if (register) {
    const recorded = recordedIn(changes);
    if (recorded) register.record(caseId, recorded);
    for (const change of changes) {
      if (change.type === 'taskDone' && change.submissionId !== null)
        register.answered?.(caseId, change.step, change.submissionId, change.at);
    }
    const closed = changes.find((change) => change.type === 'closed');
    if (closed) register.close(caseId, closed.result);
  }
  return events;
}

/** Everything recorded since the last rest, later values over earlier ones; null where nothing was. */
function recordedIn(changes: readonly Change[]): SmallValues | null {
  const recorded = changes.flatMap((change) => (change.type === 'recorded' ? Object.entries(change.values) : []));
  return recorded.length === 0 ? null : Object.fromEntries(recorded);
}

/** The audit row of a change: the change itself is what happened. */
function eventOf(caseId: string, change: Change, { before, after }: ReturnType<typeof difference>): NewEvent {
  const { id: _id, type, at, actor, requestId, ...what } = change;
  return { chainId: caseId, caseId, type, at, actor, what, before, after, requestId };
}
