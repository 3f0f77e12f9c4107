/** What the reports count, in one place: the sums are made of these conditions, and the list of cases behind a sum is filtered by the same. */
import { z } from 'zod';
import { allows } from '../../processes/policy';
import { figureIds, type FigureId, type Figures } from '../../processes/reportViews';
import type { Role } from '../../processes/roles';
import { says } from '../http/zodWords';
import { forbidden } from '../problems';
import type { Where } from '../sql';

interface Rule {
  /** Of a grant `g`, haléř. */
  readonly amount: string;
  /** Of a grant `g` and its case `c`. */
  readonly when: string;
}

const RULES: Readonly<Record<FigureId, Rule>> = {
  asked: { amount: 'g.requested', when: 'true' },
  approved: { amount: 'g.awarded', when: 'g.awarded > 0' },
  refused: { amount: 'g.requested', when: `g.awarded = 0 or (g.awarded is null and c.result = 'rejected')` },
  dropped: { amount: 'g.requested', when: `g.awarded is null and c.closed_at is not null and c.result is distinct from 'rejected'` },
  undecided: { amount: 'g.requested', when: 'g.awarded is null and c.closed_at is null' },
  granted: { amount: 'g.awarded', when: `g.awarded > 0 and g.state <> 'ended'` },
  lapsed: { amount: 'g.awarded', when: `g.awarded > 0 and g.state = 'ended'` },
  proposed: { amount: 'g.proposed', when: 'g.proposed > 0 and g.awarded is null and c.closed_at is null' },
  paid: { amount: 'g.paid', when: 'g.paid > 0' },
  settled: { amount: 'g.accepted', when: 'g.accepted is not null' },
  unsettled: { amount: 'g.paid', when: 'g.paid > 0 and g.accepted is null' },
  returned: { amount: 'g.returned', when: 'g.returned > 0' },
};

export const FIGURE_TABLES = 'grants g join cases c on c.id = g.case_id join programmes p on p.id = g.programme_id';

/** Columns of a statement over FIGURE_TABLES: count and sum of each figure. */
export const FIGURE_COLUMNS = figureIds
  .map((id) => {
    const { amount, when } = RULES[id];
    return `count(*) filter (where ${when}) as "${id}Count", coalesce(sum(${amount}) filter (where ${when}), 0)::bigint as "${id}Amount"`;
  })
  .join(', ');

export type FigureRow = Readonly<Record<`${FigureId}${'Count' | 'Amount'}`, number>>;

const of = (read: (id: FigureId) => Figures[FigureId]): Figures =>
  Object.fromEntries(figureIds.map((id) => [id, read(id)])) as Record<FigureId, Figures[FigureId]>;

export const noFigures: Figures = of(() => ({ count: 0, amount: 0 }));

export function figuresOf(row: FigureRow): Figures {
  return of((id) => ({ count: row[`${id}Count`], amount: row[`${id}Amount`] }));
}

export function addFigures(one: Figures, other: Figures): Figures {
  return of((id) => ({ count: one[id].count + other[id].count, amount: one[id].amount + other[id].amount }));
}

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, says('Měsíc napište jako 2026-05.', 'Write the month as 2026-05.'));

/** What of a list of cases leads from a figure to what is behind it. */
export const figureFilter = {
  figure: z.enum(figureIds).optional(),
  /** Of the decision; of the application where there is none yet. */
  grantYear: z.int().min(2000).max(2200).optional(),
  /** Month of the decision, and of any payment. */
  decidedIn: month.optional(),
  paidIn: month.optional(),
  /** A status that the case has had and left. */
  passed: z.string().max(40).optional(),
};

interface FigureFilter {
  readonly figure?: FigureId | undefined;
  readonly grantYear?: number | undefined;
  readonly decidedIn?: string | undefined;
  readonly paidIn?: string | undefined;
  readonly passed?: string | undefined;
}

/**
 * Limits a list of cases `c` to those behind a figure.
 * @throws ProblemError 403 for who reads no reports: what is proposed is not told to applicants before it is decided
 */
export function addFigureConditions(where: Where, filter: FigureFilter, roles: readonly Role[]): Where {
  const { figure, grantYear, decidedIn, paidIn, passed } = filter;
  if ([figure, grantYear, decidedIn, paidIn, passed].every((one) => one === undefined)) return where;
  if (!allows(roles, 'reports', 'list')) throw forbidden();
  if (figure !== undefined) where.add(`exists (select from grants g where g.case_id = c.id and (${RULES[figure].when}))`);
  const ofGrant = (condition: string): string => `exists (select from grants g where g.case_id = c.id and ${condition})`;
  where.addIf(ofGrant('g.year = ?'), grantYear);
  where.addIf(ofGrant(`to_char(g.decided_on, 'YYYY-MM') = ?`), decidedIn);
  where.addIf(`exists (select from grant_payments p where p.case_id = c.id and to_char(p.paid_on, 'YYYY-MM') = ?)`, paidIn);
  if (passed !== undefined) {
    where.add(
      `c.status <> ? and exists (select from events e where e.chain_id = c.id and e.type = 'statusSet' and e.what ->> 'status' = ?)`,
      passed,
      passed,
    );
  }
  return where;
}
