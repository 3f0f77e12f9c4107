/** Where a programme belongs and when it takes applications, as the api answers. Amounts in haléř, moments ISO, days `yyyy-MM-dd`. */

/** Call (výzva) of a programme: one intake of applications with its own periods. */
export interface CallView {
  readonly id: string;
  /** Within the programme, from 1. */
  readonly ordinal: number;
  /** Empty: it is called by its ordinal. */
  readonly title: string;
  readonly intakeOpensAt: string;
  readonly intakeClosesAt: string;
  /** Calendar days from the start of a case to its decision. */
  readonly decisionDays: number;
  readonly settlementDueOn: string;
  /** Of the programme's total; null: what is left of it. */
  readonly amount: number | null;
  /** Null: being prepared. */
  readonly publishedAt: string | null;
  /** When its intake was ended before its time. */
  readonly closedAt: string | null;
  /** Does it take applications at this moment? */
  readonly open: boolean;
  readonly version: number;
  /** Applications that came in it; for the office only. */
  readonly applications?: number;
}

/** Area of support (oblast podpory). */
export interface AreaView {
  readonly id: string;
  readonly fundId: string;
  readonly fundName: string;
  readonly name: string;
  readonly description: string;
  /** An inactive one, or one of an inactive fund, is offered to no new programme. */
  readonly active: boolean;
  readonly position: number;
  /** Programmes that belong to it; one with any is deactivated, not deleted. */
  readonly programmes: number;
  readonly version: number;
}

/** Fund (dotační fond) with its areas in their order. */
export interface FundView {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  /** In a calendar year; null where it is not stated. */
  readonly yearBudget: number | null;
  readonly active: boolean;
  readonly position: number;
  readonly areas: readonly AreaView[];
  readonly version: number;
}
