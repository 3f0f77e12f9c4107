/**
 * Checks of a process that a schema cannot say: they compare fields with one another, with the programme, with what the case has decided already.
 * Pure: everything that is compared is passed in. The api asks them by the process's id and knows no process by name.
 */
import type { SmallValues } from './changes';
import type { Words } from './words';

/** What is wrong, by dot path of the field (`items.0.fromGrant`). Empty: nothing. */
export type FieldErrors = Record<string, Words>;

/** The programme that a case belongs to, as the checks need it; amounts in haléř. */
export interface SubjectForRules {
  readonly id: string;
  readonly totalAmount: number;
  readonly maxAmount: number;
  /** Sum already awarded in it, without the case that is being checked. */
  readonly awardedToOthers: number;
  readonly decisionDays: number;
  readonly settlementDueOn: string;
  readonly evaluatorIds: readonly string[];
}

export interface RulesContext {
  /** Today in Prague, `yyyy-MM-dd`. */
  readonly today: string;
  readonly subject: SubjectForRules | null;
}

export interface StepContext extends RulesContext {
  /** What the case has recorded so far. */
  readonly values: SmallValues;
  /** The application as it stands: the first one, or the last completed one. */
  readonly application: Readonly<Record<string, unknown>>;
  /** Day of Prague on which the case began, `yyyy-MM-dd`. */
  readonly openedOn: string;
  /** What was filled in last at each step that was done. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Haléř that the same applicant was given in other cases, by calendar year of the decision; asked for steps in `comparesAwards` only. */
  readonly awardedByYear: Readonly<Record<string, number>>;
}

export interface CaseStart {
  readonly data: SmallValues;
  readonly settings: SmallValues;
}

export interface ProcessRules {
  /** What a case is begun under; null where it stands alone. */
  readonly subject: 'programme' | null;
  /** @param data an application that has passed its schema. */
  validateApplication(data: Readonly<Record<string, unknown>>, context: RulesContext): FieldErrors;
  /** @param data a form that has passed the schema of the step. */
  validateStep(step: string, outcome: string, data: Readonly<Record<string, unknown>>, context: StepContext): FieldErrors;
  /**
   * Small values that follow from what was filled in (a weighted total, a sum over items); the procedure gets them with the fields that the step names in
   * `decides`, and they overrule those. @param data a form that has passed schema and validateStep.
   */
  derived(step: string, outcome: string, data: Readonly<Record<string, unknown>>, context: StepContext): SmallValues;
  /** The small values with which the workflow starts. @param settings the tenant's own, unchecked. */
  start(data: Readonly<Record<string, unknown>>, subject: SubjectForRules | null, settings: Readonly<Record<string, unknown>>): CaseStart;
  /** Steps whose checks look at what the applicant was given elsewhere. */
  readonly comparesAwards: readonly string[];
  /** Steps whose form holds the whole application again, and in which field; such a form starts from the application as it stands. */
  readonly applicationIn: Readonly<Record<string, string>>;
  /** Values of the case that its applicant reads (and an evaluator before the evaluations are opened). */
  readonly applicantValues: readonly string[];
  /** Fields of officers' forms that are addressed to the applicant, by `step.outcome`. */
  readonly toApplicant: Readonly<Record<string, readonly string[]>>;
  /** Steps whose answers those who do the step read of each other only after another step is done: step -> that other step. */
  readonly blindUntil: Readonly<Record<string, string>>;
}

/** A process with no checks of its own. */
export const noRules: ProcessRules = {
  subject: null,
  validateApplication: () => ({}),
  validateStep: () => ({}),
  derived: () => ({}),
  start: () => ({ data: {}, settings: {} }),
  comparesAwards: [],
  applicationIn: {},
  applicantValues: [],
  toApplicant: {},
  blindUntil: {},
};
