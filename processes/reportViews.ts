/** Reports of the back office: programmes in numbers, compared, and against their budget. Money in integers of haléř, days as calendar days with a fraction. */
import type { Words } from './words';

/**
 * What is counted. Every case of the grant is in exactly one of `approved`, `refused`, `dropped` and `undecided`; every approved one in exactly one of
 * `granted` and `lapsed`.
 */
export const figureIds = [
  /** Every application, by what it asks for. */
  'asked',
  /** The council or the assembly approved it, whatever came of it. */
  'approved',
  /** Refused by the body, or rejected in the formal check. */
  'refused',
  /** Closed before a decision, by withdrawal above all. */
  'dropped',
  /** Not decided yet. */
  'undecided',
  /** Approved, and the contract is concluded or may still be. */
  'granted',
  /** Approved, and came to no contract. */
  'lapsed',
  /** Proposed to the body that has not decided yet, by what is proposed. */
  'proposed',
  'paid',
  /** Settled, by what was recognised. */
  'settled',
  /** Paid and not settled yet, by what was paid. */
  'unsettled',
  'returned',
] as const;
export type FigureId = (typeof figureIds)[number];

export interface Figure {
  readonly count: number;
  readonly amount: number;
}
export type Figures = Readonly<Record<FigureId, Figure>>;

export interface ProgrammeFigures {
  readonly id: string;
  readonly title: string;
  /** Null in a town without funds. */
  readonly fund: string | null;
  readonly area: string;
  /** To be given away. */
  readonly totalAmount: number;
  readonly figures: Figures;
}

export interface YearFigures {
  /** Of the decision; of the application where there is none yet. */
  readonly year: number;
  readonly figures: Figures;
}

export interface Comparison {
  readonly programmes: readonly ProgrammeFigures[];
  readonly years: readonly YearFigures[];
  readonly total: Figures;
}

export interface StatusCount {
  readonly status: string;
  readonly title: Words;
  /** The case ended with it. */
  readonly final: boolean;
  readonly count: number;
}

/**
 * A phase is the time that a case has a status, all its visits together, counted once the case has left it. Days on which the case was suspended are not
 * counted; days on which the legal clock stood for the applicant are, and are the phase of their own in which the applicant completes.
 */
export interface Phase {
  /** A status, or `decision` for all from the submission to the decision. */
  readonly id: string;
  readonly title: Words;
  /** Cases that have left it. */
  readonly count: number;
  readonly median: number;
  /** Nine cases of ten were quicker. */
  readonly ninetieth: number;
}

export interface Month {
  /** `yyyy-MM` */
  readonly month: string;
  /** In that month, by the day of the decision. */
  readonly granted: number;
  /** In that month, by the day of the (last) payment. */
  readonly paid: number;
}

export interface ProgrammeReport extends ProgrammeFigures {
  readonly statuses: readonly StatusCount[];
  readonly phases: readonly Phase[];
  readonly months: readonly Month[];
}

export interface BudgetFund {
  /** Null: programmes of no fund. */
  readonly name: string | null;
  /** Of the fund in a calendar year; null where it is not stated. */
  readonly yearBudget: number | null;
  readonly programmes: readonly ProgrammeFigures[];
}

export interface Budget {
  readonly funds: readonly BudgetFund[];
  readonly months: readonly Month[];
}

/** Files of the export for internal audit, one a kind of act. */
export const auditParts = ['cases', 'decisions', 'contracts', 'payments', 'settlements', 'steps'] as const;
export type AuditPart = (typeof auditParts)[number];
