/** The table of a decision in bulk: what stands in its rows, what they sum up to. Amounts are integers of haléř. */
import type { DecisionCandidate, DecisionPreparation } from '../../../processes/bulk';
import { bodyAt, type DecidingBody } from '../../../processes/grant/bodies';
import type { CaseView } from '../../../processes/views';

export type Outcome = 'approve' | 'refuse' | 'refer' | 'defer';

/** In the order of frequency; the assembly has nobody to refer to. */
export const outcomesOf: Readonly<Record<DecidingBody, readonly Outcome[]>> = {
  council: ['approve', 'refuse', 'refer', 'defer'],
  assembly: ['approve', 'refuse', 'defer'],
};

export interface DecisionRow {
  readonly candidate: DecisionCandidate;
  /** Is it in the list that will be sent? */
  readonly chosen: boolean;
  readonly outcome: Outcome;
  readonly amount: number | null;
  readonly reason: string;
}

/** Begins with what was proposed; nothing proposed is a refusal. */
export function rowOf(candidate: DecisionCandidate): DecisionRow {
  const { proposed } = candidate;
  const approve = proposed !== null && proposed > 0;
  return { candidate, chosen: true, outcome: approve ? 'approve' : 'refuse', amount: approve ? proposed : null, reason: '' };
}

export interface Parts {
  readonly council: readonly DecisionRow[];
  readonly assembly: readonly DecisionRow[];
  /** Those that cannot be decided now. */
  readonly others: readonly DecisionCandidate[];
}

/** A mixed choice is two resolutions: each body decides on its own. */
export function partsOf({ cases }: DecisionPreparation): Parts {
  const rows = cases.filter(({ why }) => why === null).map(rowOf);
  const at = (body: DecidingBody): DecisionRow[] => rows.filter(({ candidate }) => candidate.body === body);
  return { council: at('council'), assembly: at('assembly'), others: cases.filter(({ why }) => why !== null) };
}

export const sentRows = (rows: readonly DecisionRow[]): DecisionRow[] => rows.filter(({ chosen }) => chosen);

const isApproved = ({ chosen, outcome }: DecisionRow): boolean => chosen && outcome === 'approve';

export interface Approved {
  readonly sum: number;
  readonly count: number;
}

export function approvedIn(rows: readonly DecisionRow[]): Approved {
  const approved = rows.filter(isApproved);
  return { sum: approved.reduce((sum, { amount }) => sum + (amount ?? 0), 0), count: approved.length };
}

/** What the programme will have left after the rows; negative when they give more than there is. */
export function leftIn(programme: DecisionPreparation['programmes'][number], rows: readonly DecisionRow[]): number {
  const own = rows.filter(({ candidate }) => candidate.programmeId === programme.id);
  return programme.totalAmount - programme.awarded - approvedIn(own).sum;
}

/** Rows by which the council would give one applicant more than it may in the year; with what it would be in all. */
export function overLimit(rows: readonly DecisionRow[], year: string): ReadonlyMap<string, number> {
  const over = new Map<string, number>();
  const given = new Map<string, number>();
  for (const row of rows.filter(isApproved)) {
    const { caseId, recipient, givenByYear, councilLimit } = row.candidate;
    const total = (given.get(recipient) ?? givenByYear[year] ?? 0) + (row.amount ?? 0);
    given.set(recipient, total);
    if (total > councilLimit) over.set(caseId, total);
  }
  return over;
}

export type DecisionItem =
  | { readonly caseId: string; readonly outcome: 'approve'; readonly amount: number }
  | { readonly caseId: string; readonly outcome: 'refuse'; readonly reason: string }
  | { readonly caseId: string; readonly outcome: 'refer' | 'defer' };

/** What is sent of a row; null while something is missing in it. */
export function itemOf({ candidate: { caseId }, outcome, amount, reason }: DecisionRow): DecisionItem | null {
  switch (outcome) {
    case 'approve':
      return amount === null || amount <= 0 ? null : { caseId, outcome, amount };
    case 'refuse':
      return reason.trim() === '' ? null : { caseId, outcome, reason: reason.trim() };
    default:
      return { caseId, outcome };
  }
}

/** Of these cases the ones that wait for the council or the assembly. */
export const waitingForDecision = (cases: readonly CaseView[]): string[] =>
  cases.filter(({ openTasks }) => openTasks.some(({ step }) => bodyAt(step) !== null)).map(({ id }) => id);
