/**
 * Checks of a process that a schema cannot say: they compare fields with one another, with the programme, with what the case has decided already.
 * Pure: everything that is compared is passed in. The api asks them by the process's id and knows no process by name.
 */
import type { SmallValues } from './changes';
import type { Criterion } from './grant/criteria';
import type { Words } from './words';

/** What is wrong, by dot path of the field (`items.0.fromGrant`). Empty: nothing. */
export type FieldErrors = Record<string, Words>;

/** The programme that a case belongs to, as the checks need it; amounts in haléř. */
export interface SubjectForRules {
  readonly id: string;
  readonly totalAmount: number;
  readonly maxAmount: number;
  /** Sum awarded in it or being awarded by acts on their way, without the case that is being checked. */
  readonly awardedToOthers: number;
  readonly decisionDays: number;
  readonly settlementDueOn: string;
  readonly evaluatorIds: readonly string[];
  /** Whole per cent of the costs that the applicant must pay from elsewhere; absent: none. */
  readonly ownShare?: number;
}

export interface RulesContext {
  /** Today in Prague, `yyyy-MM-dd`. */
  readonly today: string;
  readonly subject: SubjectForRules | null;
}

export interface StepContext extends RulesContext {
  /** What the procedure told with the task. */
  readonly params: SmallValues;
  /** What the case has recorded so far. */
  readonly values: SmallValues;
  /** The application as it stands: the first one, or the last completed one. */
  readonly application: Readonly<Record<string, unknown>>;
  /** Day of Prague on which the case began, `yyyy-MM-dd`. */
  readonly openedOn: string;
  /** What was filled in last at each step that was done. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Haléř that the same applicant was given, or is being given, in other cases, by calendar year of the decision; asked for steps in `comparesAwards` only. */
  readonly awardedByYear: Readonly<Record<string, number>>;
  /** By what the case is scored; told at steps in `scored` only. */
  readonly criteria?: readonly Criterion[];
  /** Haléř that may still be proposed: what the programme, or its call where that has less, has beside what other cases claim; told at outcomes in `commits` only. */
  readonly leftToPropose?: number;
  /** Evaluators of the case who have not evaluated it; told at outcomes in `asksMore` only. */
  readonly evaluatorsLeft?: number;
}

/** Fields of the act: haléř that it takes and, where it awards them and not only proposes, the day of the decision. */
export interface Commitment {
  readonly amount: string;
  readonly awardedOn?: string;
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
  derived(step: string, outcome: string, data: Readonly<Record<string, unknown>>, context: Pick<StepContext, 'criteria'>): SmallValues;
  /** What the form of a step starts from, where that follows from what was filled in at other steps; null: nothing. */
  startsFrom(step: string, answers: StepContext['answers']): Readonly<Record<string, unknown>> | null;
  /** The small values with which the workflow starts. @param settings the tenant's own, unchecked. */
  start(data: Readonly<Record<string, unknown>>, subject: SubjectForRules | null, settings: Readonly<Record<string, unknown>>): CaseStart;
  /** Steps whose checks look at what the applicant was given elsewhere. */
  readonly comparesAwards: readonly string[];
  /** Steps whose form holds the whole application again, and in which field; such a form starts from the application as it stands. */
  readonly applicationIn: Readonly<Record<string, string>>;
  /** Steps whose lists name rows of the application's budget, where the programme asks for one: step -> the list. */
  readonly budgetIn: Readonly<Record<string, string>>;
  /** Steps with which events are announced; their form offers those that were announced before (processes/grant/announcement). */
  readonly announcesIn: readonly string[];
  /** Values of the case that its applicant reads (and an evaluator before the evaluations are opened). */
  readonly applicantValues: readonly string[];
  /** Fields of officers' forms that are addressed to the applicant, by `step.outcome`. */
  readonly toApplicant: Readonly<Record<string, readonly string[]>>;
  /** Of them, those told only once the case has recorded a value: `step.outcome` -> its name. */
  readonly toApplicantOnce: Readonly<Record<string, string>>;
  /** Steps scored by the criteria of the case's programme -> the outcome with which the scores count. Their form is made of the criteria. */
  readonly scored: Readonly<Record<string, string>>;
  /** Acts that take of the programme's total, by `step.outcome`: two at once, of one programme or of one applicant, wait for each other. */
  readonly commits: Readonly<Record<string, Commitment>>;
  /** Outcomes (`step.outcome`) that ask for more of the scored step. */
  readonly asksMore: readonly string[];
  /** Steps whose answers those who do the step read of each other only after another step is done: step -> that other step. */
  readonly blindUntil: Readonly<Record<string, string>>;
}

/** A process with no checks of its own. */
export const noRules: ProcessRules = {
  subject: null,
  validateApplication: () => ({}),
  validateStep: () => ({}),
  derived: () => ({}),
  startsFrom: () => null,
  start: () => ({ data: {}, settings: {} }),
  comparesAwards: [],
  applicationIn: {},
  budgetIn: {},
  announcesIn: [],
  applicantValues: [],
  toApplicant: {},
  toApplicantOnce: {},
  scored: {},
  commits: {},
  asksMore: [],
  blindUntil: {},
};
