/** Tasks of money: what is to be paid or to come back, to whom, and under which symbol. */
import { czechAccount } from '../../processes/banking/accounts';
import { amountDue, bankStep, bankStepNames, type MoneyKind } from '../../processes/banking/bankSteps';
import type { Due } from '../../processes/banking/matching';
import { plainSymbol } from '../../processes/banking/statement';
import type { DueView } from '../../processes/banking/views';
import type { SmallValues } from '../../processes/changes';
import { rulesOf } from '../../processes/rulesRegistry';
import type { Asking } from '../context';
import { isoOrNull, select } from '../sql';
import { sightOf, type SightOf } from './sight';

interface DueRow extends SightOf {
  readonly taskId: string;
  readonly step: string;
  readonly state: 'open' | 'done';
  readonly outcome: string | null;
  readonly params: SmallValues;
  readonly values: SmallValues;
  readonly dueAt: Date | null;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly applicantName: string;
  readonly suspended: boolean;
  /** The case in which the recipient named their account: of proceedings beside a grant it is the grant's. */
  readonly sideCaseId: string;
  readonly sideProcessId: string;
  readonly ownAccountId: string | null;
  readonly matchId: string | null;
  /** Written down by hand; null while the task is open. */
  readonly recorded: Readonly<Record<string, unknown>> | null;
}

export interface MoneyTask extends Due, SightOf {
  readonly step: string;
  readonly state: 'open' | 'done';
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly name: string;
  readonly suspended: boolean;
  readonly dueAt: Date | null;
  /** From or to which account of the office, by the programme; null: the first one. */
  readonly ownAccountId: string | null;
}

interface ApplicantSide {
  readonly account: string | null;
  readonly name: string | null;
}

/** The account and the name in each case's application as it stands now, for many cases in one statement. */
async function applicantSides(rows: readonly DueRow[]): Promise<ReadonlyMap<string, ApplicantSide>> {
  const ids = [...new Set(rows.map(({ sideCaseId }) => sideCaseId))];
  if (ids.length === 0) return new Map();
  const processOf = new Map(rows.map(({ sideCaseId, sideProcessId }) => [sideCaseId, sideProcessId]));
  const bringing = [...new Set([...processOf.values()].flatMap((id) => Object.keys(rulesOf(id).applicationIn)))];
  const submissions = await select<{ caseId: string; step: string; data: Readonly<Record<string, unknown>> }>(
    `select s.case_id as "caseId", s.step, s.data from submissions s
     where s.case_id = any($1::uuid[]) and (
       (s.step = 'application' and exists (select from events e where e.chain_id = s.case_id and e.type = 'caseOpened' and e.what ->> 'submissionId' = s.id::text))
       or (s.step = any($2::text[]) and exists (select from tasks t where t.submission_id = s.id)))
     order by s.created_at, s.id`,
    [ids, bringing],
  );
  const sides = new Map<string, ApplicantSide>();
  const textIn = (data: object, key: string): string | null => {
    const value: unknown = Reflect.get(data, key);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  for (const { caseId, step, data } of submissions) {
    const field = rulesOf(processOf.get(caseId) ?? '').applicationIn[step];
    const application = step === 'application' ? data : field === undefined ? undefined : data[field];
    if (typeof application === 'object' && application !== null)
      sides.set(caseId, { account: textIn(application, 'bankAccount'), name: textIn(application, 'name') });
  }
  return sides;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function moneyTask(row: DueRow, side: ApplicantSide | undefined): MoneyTask | null {
  const step = bankStep(row.step);
  if (!step) return null;
  const written = row.recorded?.[step.recordedIn];
  // Done without money: the rest was remitted.
  if (row.state === 'done' && row.outcome !== step.outcome) return null;
  const amount = row.state === 'done' && typeof written === 'number' ? written : amountDue(row.step, row.params, row.values);
  if (amount === null) return null;
  return {
    taskId: row.taskId,
    kind: step.kind,
    amount,
    variableSymbol: plainSymbol(textOf(row.recorded?.variableSymbol) ?? textOf(row.params.variableSymbol)),
    account: side?.account ?? null,
    paid: row.matchId !== null,
    step: row.step,
    state: row.state,
    caseId: row.caseId,
    caseNumber: row.caseNumber,
    caseTitle: row.caseTitle,
    name: side?.name ?? row.applicantName,
    suspended: row.suspended,
    dueAt: row.dueAt,
    ownAccountId: row.ownAccountId,
    processId: row.processId,
    role: row.role,
    assigneeId: row.assigneeId,
    claimedBy: row.claimedBy,
    doneBy: row.doneBy,
  };
}

/**
 * Tasks that money on the account can belong to: open ones, and those of which somebody wrote down the payment, in the order of their opening. Inside inTenant.
 * @param only these tasks; all of them where nothing is said
 */
export async function moneyTasks(only?: readonly string[]): Promise<MoneyTask[]> {
  const rows = await select<DueRow>(
    `select t.id as "taskId", t.step, t.state, t.outcome, t.params, t.due_at as "dueAt", t.role, t.assignee_id as "assigneeId", t.claimed_by as "claimedBy",
       t.done_by as "doneBy", c.id as "caseId", c.number as "caseNumber", c.title as "caseTitle", c.process_id as "processId",
       c.applicant_name as "applicantName", c.suspended, c."values", side.id as "sideCaseId", side.process_id as "sideProcessId",
       p.bank_account_id as "ownAccountId", m.id as "matchId", s.data as recorded
     from tasks t join cases c on c.id = t.case_id
     join cases side on side.id = coalesce((c."values" ->> 'parentCaseId')::uuid, c.id)
     left join programmes p on p.id = side.subject_id
     left join bank_matches m on m.task_id = t.id and m.withdrawn_at is null
     left join submissions s on s.id = t.submission_id
     where t.step = any($1::text[]) and t.state in ('open', 'done') and ($2::text[] is null or t.id = any($2::text[]))
     order by t.opened_at, t.step, t.ordinal, t.id`,
    [bankStepNames, only ?? null],
  );
  const sides = await applicantSides(rows);
  return rows.flatMap((row) => moneyTask(row, sides.get(row.sideCaseId)) ?? []);
}

function obstacle({ account, variableSymbol, suspended }: MoneyTask): DueView['obstacle'] {
  if (suspended) return 'suspended';
  if (account === null || !czechAccount(account)) return 'account';
  return variableSymbol !== null && /^\d{1,10}$/.test(variableSymbol) ? null : 'symbol';
}

/** Open tasks of one kind as the accountant chooses among them, those that they may know of. Inside inTenant. */
export async function openDues(
  { person }: Pick<Asking, 'person'>,
  kind: MoneyKind | undefined,
  only?: readonly string[],
): Promise<DueView[]> {
  const sees = sightOf(person);
  const open = (await moneyTasks(only)).filter(
    (task) => task.state === 'open' && !task.paid && task.amount > 0 && (kind === undefined || task.kind === kind) && sees(task),
  );
  const ordered = await select<{ taskId: string; orderId: string }>(
    `select i.task_id as "taskId", o.id as "orderId" from bank_order_items i join bank_orders o on o.id = i.order_id
     where o.cancelled_at is null and i.task_id = any($1::text[]) order by o.created_at`,
    [open.map(({ taskId }) => taskId)],
  );
  return open.map((task) => ({
    id: task.taskId,
    kind: task.kind,
    caseId: task.caseId,
    caseNumber: task.caseNumber,
    caseTitle: task.caseTitle,
    name: task.name,
    account: task.account,
    amount: task.amount,
    variableSymbol: task.variableSymbol,
    dueAt: isoOrNull(task.dueAt),
    ownAccountId: task.ownAccountId,
    orderIds: ordered.filter(({ taskId }) => taskId === task.taskId).map(({ orderId }) => orderId),
    obstacle: obstacle(task),
  }));
}
