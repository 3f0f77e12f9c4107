/** The shapes in which the api shows groups of evaluators. Days `yyyy-MM-dd`. */
import type { PersonRef } from '../views';

export interface GroupMember {
  readonly userId: string;
  /** First day of membership; null: from ever. */
  readonly startsOn: string | null;
  /** Last day; null: until further notice. */
  readonly endsOn: string | null;
}

export interface EvaluatorGroupView {
  readonly id: string;
  readonly name: string;
  /** An inactive one gives evaluators to no further case. */
  readonly active: boolean;
  readonly members: readonly GroupMember[];
  /** Of the members, with whether they can evaluate today. */
  readonly people: readonly (PersonRef & { readonly evaluates: boolean })[];
  /** What it is for; with none of both, all programmes. */
  readonly areaIds: readonly string[];
  readonly areaNames: readonly string[];
  readonly programmeIds: readonly string[];
  readonly programmeTitles: readonly string[];
  /** Only applications that answer this choice of the form ... */
  readonly question: string | null;
  /** ... by one of these. */
  readonly answers: readonly string[] | null;
  /** Only cases with this label. */
  readonly labelId: string | null;
  readonly labelName: string | null;
  /** Programmes that leave the choice to groups and may get evaluators of this one. */
  readonly usedIn: readonly { readonly id: string; readonly title: string }[];
  /** Cases whose evaluators came through it. */
  readonly cases: number;
  readonly version: number;
}

/** A choice that programmes ask in their forms. */
export interface GroupQuestion {
  /** Its words. */
  readonly id: string;
  readonly answers: readonly string[];
}
