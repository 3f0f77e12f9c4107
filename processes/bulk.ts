/** Bulk acts (hromadné úkony): one act of an officer on many cases. The shapes in which the api shows them; amounts are integers of haléř, moments ISO strings. */
import type { SmallValues } from './changes';
import type { PersonRef } from './views';
import { words, type Words } from './words';

/** What can be done to many cases at once, with its name. */
export const bulkActs = {
  decide: words('Rozhodnutí usnesením', 'Decision by a resolution'),
  moveDeadline: words('Posun termínu', 'Move of a deadline'),
  notify: words('Zpráva žadatelům', 'Message to applicants'),
} as const satisfies Record<string, Words>;

export type BulkAct = keyof typeof bulkActs;

/** Cases of one bulk act at most; a district decides on some 230 a year. */
export const MAX_BULK = 500;

export interface BulkRow {
  readonly id: string;
  readonly act: BulkAct;
  readonly by: PersonRef;
  readonly createdAt: string;
  /** Null while some item is on its way. */
  readonly endedAt: string | null;
  /** What is common to all items: the resolution, the new day, the message. */
  readonly what: SmallValues;
  readonly all: number;
  readonly done: number;
  readonly refused: number;
}

export interface BulkItemView {
  readonly position: number;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly applicantName: string;
  readonly state: 'waiting' | 'done' | 'refused';
  /** How the case was decided; null where the act decides nothing. */
  readonly outcome: Words | null;
  readonly amount: number | null;
  /** Why it had no effect. */
  readonly why: Words | null;
  readonly endedAt: string | null;
}

export interface BulkView extends BulkRow {
  readonly items: readonly BulkItemView[];
}

/** A case as the table of a decision in bulk shows it. */
export interface DecisionCandidate {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly applicantName: string;
  readonly programmeId: string;
  /** The same text for cases of the same person, whose limit is common. */
  readonly recipient: string;
  readonly requested: number;
  readonly proposed: number | null;
  /** Who decides; null: it does not wait for a decision. */
  readonly body: 'council' | 'assembly' | null;
  /** Why it cannot be decided now. */
  readonly why: Words | null;
  /** To one applicant in a calendar year, by the council. */
  readonly councilLimit: number;
  /** Given to the same person in other cases, by calendar year of the decision. */
  readonly givenByYear: Readonly<Record<string, number>>;
}

export interface DecisionPreparation {
  readonly cases: readonly DecisionCandidate[];
  readonly programmes: readonly {
    readonly id: string;
    readonly title: string;
    readonly totalAmount: number;
    /** In all its cases. */
    readonly awarded: number;
  }[];
}
