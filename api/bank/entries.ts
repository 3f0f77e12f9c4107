/** Movements as people see them: where each stands, which task it pays or could pay, and if none, why. */
import { matchMovements, type Verdict } from '../../processes/banking/matching';
import type { Why } from '../../processes/banking/matching';
import type { EntryState, EntryView } from '../../processes/banking/views';
import type { Asking } from '../context';
import { folded } from '../../processes/folding';
import type { Rows } from '../lists';
import { select } from '../sql';
import { moneyTasks, type MoneyTask } from './dues';
import { sightOf } from './sight';

export interface EntryRow {
  readonly id: string;
  readonly entryId: string;
  readonly account: string;
  readonly date: string;
  readonly amount: number;
  readonly currency: string;
  readonly variableSymbol: string | null;
  readonly counterAccount: string | null;
  readonly counterName: string | null;
  readonly message: string | null;
  readonly reversal: boolean;
  readonly duplicateOf: string | null;
  readonly distinctReason: string | null;
  readonly matchId: string | null;
  readonly asideReason: string | null;
  readonly taskId: string | null;
  readonly matchReason: string | null;
  /** How many movements the match has. */
  readonly together: number;
  /** The task is completed by the match, or was recorded by hand. */
  readonly settled: boolean;
}

/** Movements that wait at once: far more than an accountant leaves lying. */
const MOST = 20_000;

const COLUMNS = `e.id, e.entry_id as "entryId", e.account, e.booked_on::text as date, e.amount, e.currency, e.variable_symbol as "variableSymbol",
  e.counter_account as "counterAccount", e.counter_name as "counterName", e.message, e.reversal, e.duplicate_of as "duplicateOf", e.distinct_reason as "distinctReason", e.match_id as "matchId", e.aside_reason as "asideReason",
  m.task_id as "taskId", m.reason as "matchReason",
  (select count(*) from bank_entries o where o.match_id = e.match_id) as together,
  coalesce(m.recorded or (t.state = 'done' and t.submission_id = any(m.submission_ids)), false) as settled`;
const TABLES = 'bank_entries e left join bank_matches m on m.id = e.match_id left join tasks t on t.id = m.task_id';

/** Inside inTenant. */
export function entriesById(ids: readonly string[]): Promise<EntryRow[]> {
  return select<EntryRow>(`select ${COLUMNS} from ${TABLES} where e.id = any($1::uuid[]) order by e.booked_on, e.id`, [ids]);
}

/** May it be a movement that came before? Until a person says that it is another one, it pays nothing. */
export const isDoubtful = (row: Pick<EntryRow, 'duplicateOf' | 'distinctReason'>): boolean =>
  row.duplicateOf !== null && row.distinctReason === null;

/** Of those that somebody or something has dealt with. */
const stateOf = (row: EntryRow): EntryState => {
  if (row.asideReason !== null) return 'setAside';
  // Confirmed, but the case has not heard of it yet: confirming again brings it to its end.
  if (!row.settled) return row.matchId === null ? 'waiting' : 'offered';
  return row.together > 1 ? 'part' : 'matched';
};

export interface Judged {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly tasks: ReadonlyMap<string, MoneyTask>;
}

/** What is said of every movement that waits now. Inside inTenant. */
export async function judgeWaiting(): Promise<Judged & { readonly rows: readonly EntryRow[] }> {
  const [rows, tasks] = [
    await select<EntryRow>(
      `select ${COLUMNS} from ${TABLES} where e.match_id is null and e.aside_reason is null order by e.booked_on, e.entry_id limit ${MOST}`,
    ),
    await moneyTasks(),
  ];
  // A task that waits behind a suspended case cannot be completed, but its money is its money.
  const movements = rows.map((row) => ({ ...row, duplicate: isDoubtful(row) }));
  return { rows, verdicts: matchMovements(movements, tasks), tasks: new Map(tasks.map((task) => [task.taskId, task])) };
}

/** Said without a look at any task. */
const TELLS_NOTHING: readonly Why[] = ['duplicate', 'reversal', 'currency', 'noSymbol', 'unknownSymbol'];

/** What is said of the movement to who may not know of its task: that its symbol is unknown. */
const hiddenWhy = (why: Why | null): Why => (why !== null && TELLS_NOTHING.includes(why) ? why : 'unknownSymbol');

function view(row: EntryRow, { verdicts, tasks }: Judged, sees: (task: MoneyTask) => boolean): EntryView {
  const verdict = verdicts.get(row.id);
  const settled = stateOf(row);
  const offered = verdict && 'offer' in verdict ? verdict.offer : null;
  const about = row.taskId ?? offered ?? (verdict && 'near' in verdict ? verdict.near : null);
  const found = about === null ? undefined : tasks.get(about);
  const hidden = found !== undefined && !sees(found);
  const task = hidden ? undefined : found;
  const why = verdict && 'why' in verdict ? verdict.why : null;
  const waits = settled === 'waiting' || (hidden && settled === 'offered');
  return {
    id: row.id,
    entryId: row.entryId,
    account: row.account,
    date: row.date,
    amount: row.amount,
    currency: row.currency,
    variableSymbol: row.variableSymbol,
    counterAccount: row.counterAccount,
    counterName: row.counterName,
    message: row.message,
    reversal: row.reversal,
    duplicateOf: isDoubtful(row) ? row.duplicateOf : null,
    state: !waits ? settled : offered !== null && !hidden ? 'offered' : 'waiting',
    why: hidden && waits ? hiddenWhy(why) : why,
    taskId: hidden ? null : about,
    caseId: task?.caseId ?? null,
    caseNumber: task?.caseNumber ?? null,
    name: task?.name ?? null,
    dueAmount: task?.amount ?? null,
    reason: row.asideReason ?? (hidden ? null : row.matchReason) ?? row.distinctReason,
  };
}

export interface EntryFilter {
  readonly state?: EntryState;
  readonly statementId?: string;
  readonly q?: string;
}

/** Every movement as the person may know of it. Inside inTenant. */
export async function viewEntries({ person }: Pick<Asking, 'person'>): Promise<EntryView[]> {
  const waiting = await judgeWaiting();
  const dealt = await select<EntryRow>(
    `select ${COLUMNS} from ${TABLES} where (e.match_id is not null or e.aside_reason is not null) order by e.booked_on desc, e.id limit ${MOST}`,
  );
  const sees = sightOf(person);
  return [...waiting.rows, ...dealt].map((row) => view(row, waiting, sees));
}

/** Newest first. Inside inTenant. */
export async function findEntries(
  asking: Pick<Asking, 'person'>,
  { state, statementId, q }: EntryFilter,
  limit: number,
  offset: number,
): Promise<Rows<EntryView>> {
  const inStatement =
    statementId === undefined
      ? null
      : new Set((await select<{ id: string }>('select id from bank_entries where statement_id = $1', [statementId])).map(({ id }) => id));
  const said = folded(q ?? '');
  const fits = (entry: EntryView): boolean =>
    (state === undefined || entry.state === state) &&
    (inStatement === null || inStatement.has(entry.id)) &&
    (said === '' ||
      [entry.variableSymbol, entry.counterName, entry.counterAccount, entry.message, entry.caseNumber].some((text) =>
        folded(text ?? '').includes(said),
      ));
  const views = (await viewEntries(asking))
    .filter(fits)
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));
  return { rows: views.slice(offset, offset + limit), total: views.length };
}

export interface StateSum {
  readonly count: number;
  readonly amount: number;
}

/** How many movements stand where, and what they make together (haléř of the account's currency). Inside inTenant. */
export async function countEntries(asking: Pick<Asking, 'person'>): Promise<Record<EntryState, StateSum>> {
  const counts = { offered: none(), waiting: none(), matched: none(), part: none(), setAside: none() };
  const { rows } = await findEntries(asking, {}, Number.MAX_SAFE_INTEGER, 0);
  for (const { state, amount } of rows) {
    counts[state].count += 1;
    counts[state].amount += amount;
  }
  return counts;
}

const none = () => ({ count: 0, amount: 0 });
