/** What an accountant decides of movements: confirms what fits, assigns the rest by hand, or puts it away with a reason. */
import { lockBank } from '../../models/banking/accounts';
import { query } from '../../models/database';
import type { MoneyKind } from '../../processes/banking/bankSteps';
import { words, type Words } from '../../processes/words';
import type { PairResult } from '../../processes/banking/views';
import type { Asking } from '../context';
import { invalid, notFound, notNow } from '../problems';
import { actorFor, record } from '../record';
import { moneyTasks } from './dues';
import { entriesById, isDoubtful, judgeWaiting, type EntryRow } from './entries';
import { sightOf } from './sight';
import { obstacleTo, resumeMatch, sendMatch, writeMatch, type Sending } from './matcher';

interface Pair {
  readonly entryId: string;
  readonly taskId: string;
}

/** Acts sent at once: each is a round through its case. */
const AT_ONCE = 4;

async function sendAll(context: Asking, sendings: readonly Sending[]): Promise<PairResult[]> {
  const results: PairResult[] = [];
  for (let from = 0; from < sendings.length; from += AT_ONCE) {
    const part = await Promise.all(sendings.slice(from, from + AT_ONCE).map((sending) => sendMatch(context, sending)));
    results.push(...part.flat());
  }
  return results;
}

/**
 * Confirms offers: of each pair whether it was done, and if not, why. A pair that was confirmed before is done.
 * @throws ProblemError 404 where a movement is not there
 */
export async function confirmOffers(context: Asking, pairs: readonly Pair[]): Promise<PairResult[]> {
  const { settled, sendings } = await context.inTenant(async () => {
    await lockBank(context.tenantId);
    const entries = new Map((await entriesById(pairs.map(({ entryId }) => entryId))).map((entry) => [entry.id, entry]));
    const { verdicts, tasks } = await judgeWaiting();
    const sees = sightOf(context.person);
    const done: PairResult[] = [];
    const toSend: Sending[] = [];
    const say = (pair: Pair, why: Words | null): void => {
      done.push({ ...pair, done: why === null, why: why?.[context.language] ?? null });
    };
    for (const pair of pairs) {
      const entry = entries.get(pair.entryId);
      if (!entry) throw notFound();
      const verdict = verdicts.get(entry.id);
      if (entry.taskId !== null) {
        const task = tasks.get(entry.taskId);
        const again =
          entry.taskId === pair.taskId && task && sees(task) ? await resumeMatch(context, entry, task.step, task.variableSymbol) : null;
        if (again) toSend.push(again);
        else say(pair, entry.taskId === pair.taskId && entry.settled ? null : ELSEWHERE);
        continue;
      }
      const task = tasks.get(pair.taskId);
      if (!task || !sees(task) || !verdict || !('offer' in verdict) || verdict.offer !== pair.taskId) {
        say(pair, NO_LONGER);
        continue;
      }
      const obstacle = task.state === 'open' ? await obstacleTo(context, task.taskId) : null;
      if (obstacle) {
        say(pair, obstacle);
        continue;
      }
      const sending = await writeMatch(context, { task, entries: [entry], reason: null });
      if (sending) toSend.push(sending);
      else say(pair, null);
    }
    return { settled: done, sendings: toSend };
  });
  return [...settled, ...(await sendAll(context, sendings))];
}

const ELSEWHERE = words('Pohyb už je přiřazen jinam.', 'The movement is matched elsewhere.');
const NO_LONGER = words(
  'Pohyb k úkolu už přesně nesedí. Načtěte si nový stav.',
  'The movement no longer fits the task exactly. Load the new state.',
);

export interface Assignment {
  readonly entryIds: readonly string[];
  readonly taskId: string;
  /** Needed where the sum is not what is due. */
  readonly reason?: string;
}

const one = (text: Words): Readonly<Record<string, Words>> => ({ entryIds: text });

/** What is wrong with movements that are to pay a task together. */
function errorsIn(
  entries: readonly EntryRow[],
  kind: MoneyKind,
  due: number,
  reason: string | undefined,
): Readonly<Record<string, Words>> | null {
  if (entries.some((entry) => entry.matchId !== null || entry.asideReason !== null))
    return one(words('Některý z pohybů už je přiřazen nebo odložen.', 'One of the movements is matched or put away already.'));
  if (entries.some(isDoubtful))
    return one(
      words(
        'Některý z pohybů může být týž, který už přišel z jiného výpisu. Nejdřív potvrďte, že jde o jiný, nebo ho odložte.',
        'One of the movements may be one that came from another statement before. First say that it is another one, or put it away.',
      ),
    );
  if (entries.some(({ currency }) => currency !== 'CZK'))
    return one(words('Přiřadit lze jen pohyby v korunách.', 'Only movements in crowns can be assigned.'));
  const sum = entries.reduce((total, { amount }) => total + amount, 0);
  if (kind === 'payment' ? sum >= 0 : sum <= 0)
    return one(
      kind === 'payment'
        ? words('K výplatě patří peníze, které z účtu odešly.', 'A payment is money that went out.')
        : words('Sem patří peníze, které na účet přišly.', 'This takes money that came in.'),
    );
  if (Math.abs(sum) !== due && reason === undefined)
    return {
      reason: words(
        'Částka není ta, která se čeká; napište proč ji přiřazujete.',
        'The amount is not what is due; write why you assign it.',
      ),
    };
  return null;
}

/**
 * A person says that these movements together are the payment of the task.
 * @throws ProblemError 404, 409, 422 naming what does not fit; also what the case itself refuses
 */
export async function assignEntries(context: Asking, { entryIds, taskId, reason }: Assignment): Promise<PairResult[]> {
  const sending = await context.inTenant(async () => {
    await lockBank(context.tenantId);
    const entries = await entriesById(entryIds);
    const [task] = await moneyTasks([taskId]);
    if (!task || !sightOf(context.person)(task) || entries.length !== new Set(entryIds).size) throw notFound();
    if (entries.every((entry) => entry.taskId === taskId)) return { resumed: await resumeAll(context, entries, task), written: null };
    if (task.paid) throw notNow(words('Tento úkol už svůj pohyb má.', 'The task has its movement already.'));
    const errors = errorsIn(entries, task.kind, task.amount, reason);
    if (errors) throw invalid(errors);
    const obstacle = task.state === 'open' ? await obstacleTo(context, taskId) : null;
    if (obstacle) throw notNow(obstacle);
    return { resumed: null, written: await writeMatch(context, { task, entries, reason: reason ?? null }) };
  });
  const next = sending.written ?? sending.resumed;
  return next ? sendMatch(context, next) : entryIds.map((entryId) => ({ entryId, taskId, done: true, why: null }));
}

async function resumeAll(
  context: Asking,
  entries: readonly EntryRow[],
  task: { step: string; variableSymbol: string | null },
): Promise<Sending | null> {
  const [first] = entries;
  return first ? resumeMatch(context, first, task.step, task.variableSymbol) : null;
}

const actor = (context: Asking) => actorFor(context.person, ['bank', 'act']);

/** Puts a movement away, or back among those that wait (`reason` null). @throws ProblemError 404, 409 */
export function setAside(context: Asking, id: string, reason: string | null): Promise<void> {
  return context.inTenant(async () => {
    await lockBank(context.tenantId);
    const [entry] = await entriesById([id]);
    if (!entry) throw notFound();
    if (entry.matchId !== null) throw notNow(words('Pohyb už je přiřazen k platbě.', 'The movement is matched with a payment.'));
    if ((entry.asideReason !== null) === (reason !== null))
      throw notNow(
        reason === null
          ? words('Pohyb odložený není.', 'The movement is not put away.')
          : words('Pohyb už odložený je.', 'The movement is put away already.'),
      );
    await query('update bank_entries set aside_reason = $2, aside_by = $3 where id = $1', [
      id,
      reason,
      reason === null ? null : context.person.id,
    ]);
    await record(context, {
      type: reason === null ? 'bankEntryReturned' : 'bankEntrySetAside',
      what: { entryId: entry.entryId, on: entry.date, amount: entry.amount, ...(reason !== null && { reason }) },
      actor: actor(context),
    });
  });
}

/** A person says that the movement is not the one that came before: from now on it is matched as any other. @throws ProblemError 404, 409 */
export function sayDistinct(context: Asking, id: string, reason: string): Promise<void> {
  return context.inTenant(async () => {
    await lockBank(context.tenantId);
    const [entry] = await entriesById([id]);
    if (!entry) throw notFound();
    if (!isDoubtful(entry)) throw notNow(words('Tento pohyb nečeká na posouzení shody.', 'The movement is not in doubt.'));
    await query('update bank_entries set distinct_reason = $2, distinct_by = $3 where id = $1', [id, reason, context.person.id]);
    await record(context, {
      type: 'bankEntryDistinct',
      what: { entryId: entry.entryId, duplicateOf: entry.duplicateOf, on: entry.date, amount: entry.amount, reason },
      actor: actor(context),
    });
  });
}
