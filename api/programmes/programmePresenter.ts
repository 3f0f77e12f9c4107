import type { CallView } from '../../processes/programmeViews';
import type { ProgrammeView } from '../../processes/views';
import { iso, isoOrNull, selectWhere, type Where } from '../sql';
import { findCalls, publicCall } from './callPresenter';

interface ProgrammeRecord extends Omit<
  ProgrammeView,
  'intakeOpensAt' | 'intakeClosesAt' | 'publishedAt' | 'open' | 'counts' | 'fund' | 'calls'
> {
  readonly fundId: string | null;
  readonly fundName: string | null;
  readonly intakeOpensAt: Date;
  readonly intakeClosesAt: Date;
  readonly publishedAt: Date | null;
  readonly applications: number;
  readonly requested: number;
  readonly awarded: number;
  readonly paid: number;
}

const sum = (column: string): string =>
  `coalesce((select sum(g.${column})::bigint from grants g where g.programme_id = p.id), 0) as ${column}`;

const COLUMNS = `
  p.id, p.title, coalesce(a.name, p.area) as area, p.area_id as "areaId", f.id as "fundId", f.name as "fundName", p.purpose, p.reasons, p.total_amount as "totalAmount", p.max_amount as "maxAmount", p.eligible, p.criteria, p.conditions,
  p.attachments, p.de_minimis as "deMinimis", p.asks_past_support as "asksPastSupport", k.id as "callId", k.intake_opens_at as "intakeOpensAt", k.intake_closes_at as "intakeClosesAt", k.decision_days as "decisionDays",
  k.settlement_due_on::text as "settlementDueOn", p.evaluator_ids as "evaluatorIds", p.evaluators_by_groups as "evaluatorsByGroups", p.state, k.published_at as "publishedAt", p.version,
  (select count(*) from grants g where g.programme_id = p.id) as applications, ${sum('requested')}, ${sum('awarded')}, ${sum('paid')}`;

/** Programmes with the call that each presents and where it belongs. */
export const PROGRAMME_TABLES =
  'programmes p join current_calls k on k.programme_id = p.id left join areas a on a.id = p.area_id left join funds f on f.id = a.fund_id';

function view(record: ProgrammeRecord, calls: readonly CallView[]): ProgrammeView {
  const { applications, requested, awarded, paid, fundId, fundName, ...programme } = record;
  return {
    ...programme,
    fund: fundId === null ? null : { id: fundId, name: fundName ?? '' },
    calls,
    intakeOpensAt: iso(programme.intakeOpensAt),
    intakeClosesAt: iso(programme.intakeClosesAt),
    publishedAt: isoOrNull(programme.publishedAt),
    open: calls.some((call) => call.open),
    counts: { applications, requested, awarded, paid },
  };
}

/** Inside inTenant. @param order of our own making */
export async function findProgrammes(where: Where, order: string, limit: number, offset: number): Promise<ProgrammeView[]> {
  const rows = await selectWhere<ProgrammeRecord>(
    `select ${COLUMNS} from ${PROGRAMME_TABLES} where ${where.toString()} order by ${order}, p.id limit ${limit} offset ${offset}`,
    where,
  );
  const calls = await findCalls(rows.map(({ id }) => id));
  return rows.map((row) => view(row, calls.get(row.id) ?? []));
}

/** As everybody may read it: without who evaluates, how much was asked for so far, and calls that are not published. */
export function publicProgramme({ counts: _internal, ...programme }: ProgrammeView): ProgrammeView {
  return { ...programme, evaluatorIds: [], calls: programme.calls.filter(({ publishedAt }) => publishedAt !== null).map(publicCall) };
}
