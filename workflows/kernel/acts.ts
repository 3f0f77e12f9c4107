/** Acts of people: what is refused (synchronously, before anything is recorded in the history) and what each does. */
import { ApplicationFailure, currentUpdateInfo } from '@temporalio/workflow';
import { DateTime } from 'luxon';
import { ZONE } from '../../processes/calendar';
import type { Act, Rested, RefusalType } from '../messages';
import type { CaseRun } from './run';

function refuse(type: RefusalType, message: string, details?: object): never {
  throw ApplicationFailure.create({ type, message, nonRetryable: true, details: details ? [details] : [] });
}

/** Refuses an act that cannot be. @throws ApplicationFailure of a RefusalType */
export function checkAct(run: CaseRun, act: Act): void {
  if (act.kind === 'begin') return;
  if (!run.begun) refuse('NotNow', 'The case has not begun');
  if (act.kind === 'retry') {
    if (!run.effects.isIncident(act.incidentKey)) refuse('NotNow', 'There is no such incident any more');
    return;
  }
  if (act.kind === 'complete') {
    const decided = run.decided.get(act.taskKey);
    if (decided) refuse('AlreadyDone', 'The task is done', decided);
  }
  if (run.result !== null) refuse('CaseClosed', 'The case is closed');
  if (run.suspended && act.kind !== 'resume') refuse('CaseSuspended', 'The case is suspended');
  switch (act.kind) {
    case 'complete': {
      const task = run.open.get(act.taskKey);
      if (!task) return refuse('NoSuchTask', 'There is no such open task');
      const outcome = task.step.outcomes[act.outcome];
      if (!outcome || outcome.byTime === true) refuse('NoSuchOutcome', `Step '${task.id}' has no outcome '${act.outcome}'`);
      return;
    }
    case 'withdraw':
      if (!(run.definition.withdrawableIn ?? []).includes(run.status)) refuse('NotNow', 'The procedure does not allow withdrawal now');
      return;
    case 'suspend':
      return;
    case 'resume':
      if (!run.suspended) refuse('NotNow', 'The case is not suspended');
      return;
    case 'moveDeadline': {
      if (!run.hasClock(act.taskKey)) refuse('NotNow', 'There is no such running deadline');
      const day = DateTime.fromISO(act.until, { zone: ZONE });
      const today = DateTime.fromMillis(Date.now(), { zone: ZONE }).startOf('day');
      if (!/^\d{4}-\d{2}-\d{2}$/.test(act.until) || !day.isValid || day < today)
        refuse('BadDate', 'The new last day must be a day that exists, today or later');
    }
  }
}

const deeds: { readonly [K in Act['kind']]: (run: CaseRun, act: Extract<Act, { kind: K }>) => void } = {
  begin: (run, { actor, submissionId }) => run.begin(actor, submissionId),
  complete: (run, { taskKey, outcome, values, submissionId, actor }) => run.complete(taskKey, { outcome, values, submissionId, actor }),
  withdraw: (run, { actor, reason }) => run.withdraw(actor, reason),
  suspend: (run, { actor, reason }) => run.suspend(actor, reason),
  resume: (run, { actor }) => run.resume(actor),
  moveDeadline: (run, { actor, taskKey, until, reason }) => run.moveDeadline(actor, taskKey, until, reason),
  retry: (run, { actor, incidentKey }) => run.retry(actor, incidentKey),
};

/** Does the act and answers when the case has come to rest with it in the tables. */
export async function doAct(run: CaseRun, act: Act): Promise<Rested> {
  run.requestId = act.requestId;
  run.ledger.acted(currentUpdateInfo()?.id ?? '', act);
  (deeds[act.kind] as (run: CaseRun, act: Act) => void)(run, act);
  await run.ledger.settled();
  return run.rested();
}
