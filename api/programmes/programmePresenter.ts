import type { ProgrammeView } from '../../processes/views';
import { iso, isoOrNull, selectWhere, type Where } from '../sql';

interface ProgrammeRecord extends Omit<ProgrammeView, 'intakeOpensAt' | 'intakeClosesAt' | 'publishedAt' | 'open' | 'counts'> {
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
  p.id, p.title, p.area, p.purpose, p.reasons, p.total_amount as "totalAmount", p.max_amount as "maxAmount", p.eligible, p.criteria, p.conditions,
  p.attachments, p.intake_opens_at as "intakeOpensAt", p.intake_closes_at as "intakeClosesAt", p.decision_days as "decisionDays",
  p.settlement_due_on::text as "settlementDueOn", p.evaluator_ids as "evaluatorIds", p.state, p.published_at as "publishedAt", p.version,
  (select count(*) from grants g where g.programme_id = p.id) as applications, ${sum('requested')}, ${sum('awarded')}, ${sum('paid')}`;

function view({ applications, requested, awarded, paid, ...programme }: ProgrammeRecord): ProgrammeView {
  const now = new Date();
  return {
    ...programme,
    intakeOpensAt: iso(programme.intakeOpensAt),
    intakeClosesAt: iso(programme.intakeClosesAt),
    publishedAt: isoOrNull(programme.publishedAt),
    open: programme.state === 'published' && programme.intakeOpensAt <= now && now <= programme.intakeClosesAt,
    counts: { applications, requested, awarded, paid },
  };
}

/** Inside inTenant. @param order of our own making */
export async function findProgrammes(where: Where, order: string, limit: number, offset: number): Promise<ProgrammeView[]> {
  const rows = await selectWhere<ProgrammeRecord>(
    `select ${COLUMNS} from programmes p where ${where.toString()} order by ${order}, p.id limit ${limit} offset ${offset}`,
    where,
  );
  return rows.map(view);
}

/** As everybody may read it: without who evaluates, and how much was asked for so far. */
export function publicProgramme({ counts: _internal, ...programme }: ProgrammeView): ProgrammeView {
  return { ...programme, evaluatorIds: [] };
}
