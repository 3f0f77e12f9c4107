/** What the export for internal audit reads, a batch of cases at a time. Inside inTenant, in one snapshot. */
import { contractSteps } from '../../processes/grant/steps/contract';
import { decisionSteps } from '../../processes/grant/steps/decision';
import { settlementSteps } from '../../processes/grant/steps/settlement';
import type { Step } from '../../processes/define';
import type { AuditPart } from '../../processes/reportViews';
import type { EventView } from '../../processes/views';
import type { Person } from '../context';
import { EVENT_COLUMNS, EVENT_TABLES, eventViews, type EventRecord } from '../events/eventPresenter';
import { select } from '../sql';

/** Few enough that a batch is read at once, many enough that a programme is not thousands of questions. */
const BATCH = 200;

export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly applicantName: string;
  readonly applicantKind: string;
  readonly ico: string | null;
  readonly municipality: string;
  readonly status: string;
  readonly result: string | null;
  readonly suspended: boolean;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly requested: number;
  readonly points: string | null;
  readonly proposed: number | null;
  readonly awarded: number | null;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
  readonly resolutionNumber: string | null;
  readonly contractNumber: string | null;
  readonly signedOn: string | null;
  readonly paid: number | null;
  readonly paidOn: string | null;
  readonly accepted: number | null;
  readonly returned: number | null;
}

/** Cases of the programme by their number. @param reader who evaluates some of them: of those it has no points before the reader's own evaluation is in */
export async function* casesOf(
  programmeId: string,
  reader: Pick<Person, 'id' | 'substitutes'> | null = null,
): AsyncIterable<readonly CaseRow[]> {
  let after = '';
  for (;;) {
    const rows = await select<CaseRow>(
      `select c.id, c.number, c.title, c.applicant_name as "applicantName", g.applicant_kind as "applicantKind", g.ico, g.municipality, c.status, c.result,
         c.suspended, c.opened_at as "openedAt", c.closed_at as "closedAt", g.requested,
         case when exists (select from tasks own where own.case_id = c.id and own.step = 'evaluation' and own.state = 'open' and own.assignee_id = any($3::uuid[]))
           then null else g.points end as points, g.proposed, g.awarded, g.decided_by as "decidedBy",
         g.decided_on::text as "decidedOn", g.resolution_number as "resolutionNumber", g.contract_number as "contractNumber", g.signed_on::text as "signedOn",
         g.paid, g.paid_on::text as "paidOn", g.accepted, g.returned
       from cases c join grants g on g.case_id = c.id where g.programme_id = $1 and c.number > $2 order by c.number limit ${BATCH}`,
      [programmeId, after, reader ? [reader.id, ...reader.substitutes.map(({ id }) => id)] : []],
    );
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.number;
  }
}

export interface ActRow {
  readonly number: string;
  readonly step: string;
  readonly ordinal: number;
  readonly outcome: string | null;
  readonly at: Date;
  readonly by: string | null;
  readonly onBehalfOf: string | null;
  readonly role: string;
  readonly data: Readonly<Record<string, unknown>> | null;
}

const byMoney = (steps: Readonly<Record<string, Step>>, money: boolean): string[] =>
  Object.entries(steps).flatMap(([id, { role }]) => ((role === 'accountant') === money ? [id] : []));

/** Which steps are in which file: what an accountant does with money is a payment, the rest of a phase is its own. */
export const STEPS_OF = {
  decisions: Object.keys(decisionSteps),
  contracts: byMoney(contractSteps, false),
  payments: [...byMoney(contractSteps, true), ...byMoney(settlementSteps, true)],
  settlements: byMoney(settlementSteps, false),
} as const satisfies Partial<Record<AuditPart, readonly string[]>>;

/** Acts done at these steps, with what was filled in, by the number of the case and in the order of time. */
export async function* actsOf(programmeId: string, steps: readonly string[]): AsyncIterable<readonly ActRow[]> {
  for await (const cases of casesOf(programmeId)) {
    yield await select<ActRow>(
      `select c.number, t.step, t.ordinal, t.outcome, t.closed_at as at, by_whom.name as by, for_whom.name as "onBehalfOf", t.role, s.data
       from tasks t join cases c on c.id = t.case_id left join users by_whom on by_whom.id = t.done_by
         left join users for_whom on for_whom.id = t.done_on_behalf_of left join submissions s on s.id = t.submission_id
       where t.case_id = any($1::uuid[]) and t.step = any($2::text[]) and t.state = 'done' order by c.number, t.closed_at, t.id`,
      [cases.map(({ id }) => id), steps],
    );
  }
}

/** The whole history of the cases, as the auditor reads it. */
export async function* historyOf(programmeId: string): AsyncIterable<readonly EventView[]> {
  for await (const cases of casesOf(programmeId)) {
    yield await eventViews(
      await select<EventRecord>(
        `select ${EVENT_COLUMNS} from ${EVENT_TABLES} where e.chain_id = any($1::uuid[]) order by c.number, e.seq`,
        [cases.map(({ id }) => id)],
      ),
    );
  }
}
