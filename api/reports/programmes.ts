import { grantProcess } from '../../processes/grant/definition';
import type { Budget, BudgetFund, Comparison, Month, ProgrammeFigures, ProgrammeReport, StatusCount } from '../../processes/reportViews';
import { words, type Words } from '../../processes/words';
import { notFound } from '../problems';
import { select, selectWhere, Where } from '../sql';
import { addFigures, FIGURE_COLUMNS, FIGURE_TABLES, figuresOf, noFigures, type FigureRow } from './figures';
import { phasesOf } from './phases';

export interface ReportFilter {
  /** Of the decision; of the application where there is none yet. */
  readonly year?: number | undefined;
}

interface ProgrammeRecord extends Omit<ProgrammeFigures, 'figures'> {
  readonly yearBudget: number | null;
}

/** Published programmes; one that is being prepared has no numbers yet. */
const PROGRAMMES = `
  select p.id, p.title, f.name as fund, f.year_budget as "yearBudget", coalesce(a.name, p.area) as area, p.total_amount as "totalAmount"
  from programmes p left join areas a on a.id = p.area_id left join funds f on f.id = a.fund_id
  where p.state <> 'draft' or exists (select from grants g where g.programme_id = p.id)
  order by f.position nulls last, f.name, area, p.title, p.id`;

/** What is paid in parts belongs to the month of each part. @param which condition on a grant `g`, of our own making */
const months = (which: string): string => `
  select month, sum(granted)::bigint as granted, sum(paid)::bigint as paid from (
    select to_char(g.decided_on, 'YYYY-MM') as month, g.awarded as granted, 0 as paid from grants g
    where g.awarded > 0 and g.state <> 'ended' and g.decided_on is not null and ${which}
    union all
    select to_char(p.paid_on, 'YYYY-MM'), 0, p.amount from grant_payments p join grants g on g.case_id = p.case_id where ${which}
  ) as amounts group by month order by month`;
const MONTHS = months('true');
const MONTHS_OF = months('g.programme_id = $1');

async function programmesWithFigures({ year }: ReportFilter): Promise<(ProgrammeFigures & ProgrammeRecord)[]> {
  const where = new Where().addIf('g.year = ?', year);
  const [programmes, rows] = await Promise.all([
    select<ProgrammeRecord>(PROGRAMMES),
    selectWhere<FigureRow & { id: string }>(
      `select g.programme_id as id, ${FIGURE_COLUMNS} from ${FIGURE_TABLES} where ${where.toString()} group by g.programme_id`,
      where,
    ),
  ]);
  const figures = new Map(rows.map((row) => [row.id, figuresOf(row)]));
  return programmes.flatMap((programme) => {
    const own = figures.get(programme.id);
    // In a report of one year a programme of another has nothing to say.
    return own === undefined && year !== undefined ? [] : [{ ...programme, figures: own ?? noFigures }];
  });
}

const withoutBudget = ({ yearBudget: _fund, ...programme }: ProgrammeFigures & ProgrammeRecord): ProgrammeFigures => programme;

/** Programmes beside one another, and years beside one another. Inside inTenant. */
export async function comparison(filter: ReportFilter): Promise<Comparison> {
  const [programmes, years] = await Promise.all([
    programmesWithFigures(filter),
    select<FigureRow & { year: number }>(`select g.year, ${FIGURE_COLUMNS} from ${FIGURE_TABLES} group by g.year order by g.year desc`),
  ]);
  return {
    programmes: programmes.map(withoutBudget),
    years: years.map((row) => ({ year: row.year, figures: figuresOf(row) })),
    total: programmes.reduce((all, { figures }) => addFigures(all, figures), noFigures),
  };
}

/** Funds with their programmes, and months, for the budget. Inside inTenant. */
export async function budget(filter: ReportFilter): Promise<Budget> {
  const [programmes, all] = await Promise.all([programmesWithFigures(filter), select<Month>(MONTHS)]);
  const funds: (BudgetFund & { programmes: ProgrammeFigures[] })[] = [];
  for (const programme of programmes) {
    const known = funds.find(({ name }) => name === programme.fund);
    if (known) known.programmes.push(withoutBudget(programme));
    else funds.push({ name: programme.fund, yearBudget: programme.yearBudget, programmes: [withoutBudget(programme)] });
  }
  const { year } = filter;
  return { funds, months: year === undefined ? all : all.filter(({ month }) => month.startsWith(`${year}-`)) };
}

const { statuses, results } = grantProcess as { statuses: Record<string, { title: Words }>; results: Record<string, { title: Words }> };

async function statusesOf(programmeId: string): Promise<StatusCount[]> {
  const rows = await select<{ status: string; final: boolean; count: number }>(
    `select coalesce(c.result, c.status) as status, c.result is not null as final, count(*) as count
     from cases c where c.process_id = 'grant' and c.subject_id = $1 group by 1, 2`,
    [programmeId],
  );
  const order = [...Object.keys(statuses), ...Object.keys(results)];
  return rows
    .map((row) => ({ ...row, title: (row.final ? results : statuses)[row.status]?.title ?? words(row.status, row.status) }))
    .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

/**
 * One programme in numbers. Inside inTenant.
 * @throws ProblemError 404
 */
export async function programmeReport(id: string): Promise<ProgrammeReport> {
  const [programmes, [row], statusCounts, phases, byMonth] = await Promise.all([
    select<ProgrammeRecord>(PROGRAMMES),
    select<FigureRow>(`select ${FIGURE_COLUMNS} from ${FIGURE_TABLES} where g.programme_id = $1`, [id]),
    statusesOf(id),
    phasesOf(id),
    select<Month>(MONTHS_OF, [id]),
  ]);
  const programme = programmes.find((one) => one.id === id);
  if (!programme) throw notFound();
  const figures = row ? figuresOf(row) : noFigures;
  return { ...withoutBudget({ ...programme, figures }), statuses: statusCounts, phases, months: byMonth };
}
