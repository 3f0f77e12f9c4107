/** The shapes in which the api shows evaluations. Points with at most two decimals, amounts in haléř, moments ISO. */
import type { PersonRef } from '../views';
import type { Words } from '../words';
import type { Criterion } from './criteria';
import type { Spread } from './evaluation';
import type { Rankable } from './ranking';

/** By what applications of a programme are scored, in the last version. */
export interface CriteriaView {
  /** 0: the common set, nobody has made one. */
  readonly version: number;
  readonly criteria: readonly Criterion[];
  /** Null: they may be changed; otherwise why not any more. */
  readonly frozen: Words | null;
  /** A change is told why: the programme was published with other ones. */
  readonly needsReason: boolean;
  /** How many evaluations of an application should count; never more than the programme has evaluators. */
  readonly needed: number;
  /** Of the programme: the version that a change of `needed` names. */
  readonly programmeVersion: number;
}

export type EvaluationState = 'open' | 'submitted' | 'conflict' | 'cancelled';

export interface OneEvaluation {
  readonly taskId: string;
  readonly evaluator: PersonRef;
  readonly state: EvaluationState;
  readonly dueAt: string | null;
  readonly closedAt: string | null;
  /** From here on null as long as an evaluation is open: they are independent. */
  readonly points: number | null;
  readonly recommendedAmount: number | null;
  readonly scores: Readonly<Record<string, number>> | null;
  readonly comment: string | null;
  readonly internalComment: string | null;
  readonly conflictReason: string | null;
}

/** How far the evaluation of an application has come. */
export interface Standing {
  readonly needed: number;
  /** Of those that count. */
  readonly in: number;
  readonly open: number;
  readonly conflicts: number;
  /** Null as long as any is open, and where none counts. */
  readonly mean: number | null;
  readonly spread: Spread | null;
}

/** Who evaluates a case, and why they: the group through which they came; null: chosen by name. */
export interface ChosenEvaluator extends PersonRef {
  readonly group: string | null;
}

export interface CaseEvaluationView extends Standing {
  /** Of the case. */
  readonly id: string;
  readonly criteria: readonly Criterion[];
  readonly evaluations: readonly OneEvaluation[];
  /** Who evaluates it, or will; `own`: by the case's own list, not by the programme's. */
  readonly evaluators: readonly ChosenEvaluator[];
  readonly own: boolean;
  /** Does the programme leave the choice to groups? */
  readonly byGroups: boolean;
  /** Nobody was asked, though the evaluation has opened: the officer decides in the proposal. */
  readonly nobodyAsked: boolean;
  /** Of them, who was not asked yet. */
  readonly left: readonly ChosenEvaluator[];
  /** May the reader change who evaluates it now? */
  readonly mayAssign: boolean;
}

/** What one evaluator has to do in one programme. */
export interface CommitteeProgramme {
  readonly id: string;
  readonly title: string;
  readonly open: number;
  readonly done: number;
}

export interface CommitteeRow {
  /** Of the task. */
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly applicantName: string;
  readonly requested: number;
  readonly criteriaVersion: number;
  readonly state: EvaluationState;
  readonly dueAt: string | null;
  /** Suspended or closed: nobody can act on it. */
  readonly standing: Words | null;
  /** What was typed, or sent. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Of what was typed; 0 where nothing was. */
  readonly version: number;
}

/** All that one evaluator evaluates in a programme. */
export interface CommitteeView {
  /** Of the programme. */
  readonly id: string;
  readonly title: string;
  readonly maxAmount: number;
  readonly sets: readonly { readonly version: number; readonly criteria: readonly Criterion[] }[];
  readonly rows: readonly CommitteeRow[];
}

export interface RankedApplication extends Standing, Rankable {
  /** Of the case. */
  readonly id: string;
  readonly title: string;
  readonly applicantName: string;
  readonly statusTitle: Words;
  readonly tone: 'waiting' | 'working' | 'good' | 'bad' | 'neutral';
  readonly requested: number;
  /** Mean of what evaluators recommend, whole haléř. */
  readonly recommended: number | null;
  readonly proposed: number | null;
  readonly awarded: number | null;
  /** Ended without a grant. */
  readonly ended: boolean;
  /** The open proposal. */
  readonly taskId: string | null;
  /** Of the reader, in the open proposal. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly version: number;
  /** May evaluators still be given to it in bulk? */
  readonly mayAssign: boolean;
}

export interface RankingView {
  /** Of the programme. */
  readonly id: string;
  readonly totalAmount: number;
  readonly maxAmount: number;
  /** In the order of the ranking. */
  readonly rows: readonly RankedApplication[];
}

/** Evaluators given to a case. */
export interface Given {
  readonly caseId: string;
  readonly number: string;
  readonly evaluatorIds: readonly string[];
}
