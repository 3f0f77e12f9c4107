/** What the api shows of the officers' own section of a case. Dates are ISO strings, days `yyyy-MM-dd`; money integers of haléř, or of EUR cents where said. */
import type { PersonRef } from '../views';
import type { Words } from '../words';
import type { ColourName } from './palette';

export interface LabelView {
  readonly id: string;
  readonly name: string;
  readonly colour: ColourName;
  /** No longer offered; cases that have it keep it. */
  readonly retired: boolean;
  /** Cases that have it. */
  readonly cases: number;
  readonly version: number;
}

/** A label as a case shows it. */
export type LabelMark = Pick<LabelView, 'id' | 'name' | 'colour'>;

export interface CaseSectionView {
  /** Number of the records service (číslo jednací, spisová značka); null where none was written. */
  readonly ownNumber: string | null;
  readonly labels: readonly LabelMark[];
  /** 0: nobody has filled anything in. */
  readonly version: number;
  readonly updatedBy: PersonRef | null;
  readonly updatedAt: string | null;
}

export interface NoteView {
  readonly id: string;
  readonly author: PersonRef;
  readonly text: string;
  readonly writtenAt: string;
  /** When it was last changed; null where it stands as it was written. */
  readonly changedAt: string | null;
  readonly version: number;
}

export interface OtherApplication {
  readonly caseId: string;
  readonly number: string;
  readonly projectTitle: string;
  readonly programmeTitle: string;
  readonly year: number;
  readonly statusTitle: Words;
  readonly requested: number;
  readonly awarded: number | null;
}

export interface OtherApplicationsView {
  /** By what they were found; null where there are none. */
  readonly knownBy: 'applicant' | 'ico' | 'nameAndBirth' | null;
  readonly applications: readonly OtherApplication[];
  /** Awarded by calendar year of the decision, this case included; `limit` is the council's, null where the office does not add up a year. */
  readonly years: readonly { readonly year: number; readonly inOthers: number; readonly here: number; readonly limit: number | null }[];
}

export interface SupportView {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly ico: string | null;
  readonly name: string;
  readonly bornOn: string | null;
  readonly grantedOn: string;
  /** Last day on which it counts. */
  readonly countsUntil: string;
  /** EUR cents. */
  readonly cents: number;
  readonly amount: number | null;
  /** CZK for 1 EUR in ten-thousandths. */
  readonly rate: number | null;
  readonly rateSource: 'ecb' | 'cnb' | null;
  /** Null: this office. */
  readonly provider: string | null;
  readonly recordedBy: PersonRef;
  readonly recordedAt: string;
  readonly voided: { readonly by: PersonRef; readonly at: string; readonly reason: string } | null;
}

export interface UndertakingLinkView {
  readonly id: string;
  readonly ico: string;
  readonly otherIco: string;
  readonly reason: string;
  readonly by: PersonRef;
  readonly at: string;
}

/** How the undertaking of the case's applicant stands on a day. */
export interface DeMinimisView {
  /** Is support of the case's programme de minimis at all? */
  readonly applies: boolean;
  readonly day: string;
  /** First day whose support counts on `day`. */
  readonly from: string;
  readonly recipient: { readonly ico: string | null; readonly name: string; readonly bornOn: string | null };
  /** All IČOs of the undertaking, the recipient's own included. */
  readonly members: readonly string[];
  readonly links: readonly UndertakingLinkView[];
  /** EUR cents that count on `day`. */
  readonly total: number;
  /** EUR cents; with what was granted after `day` in view too. */
  readonly headroom: number;
  readonly ceiling: number;
  readonly provision: string;
  /** All of the undertaking, the newest first, voided ones too. */
  readonly supports: readonly SupportView[];
  /** Awarded in the case, in haléř: what is usually to be recorded; null while nothing is. */
  readonly awarded: number | null;
}

export interface Measure {
  readonly what: string;
  /** By when, `yyyy-MM-dd`. */
  readonly dueOn: string;
}

export interface InspectionView {
  readonly id: string;
  readonly caseId: string;
  /** Of the case: 1, 2, … */
  readonly ordinal: number;
  readonly state: 'draft' | 'finished';
  readonly heldOn: string | null;
  readonly place: string;
  readonly inspectors: readonly string[];
  readonly present: readonly string[];
  readonly subject: string;
  readonly findings: string;
  readonly measures: readonly Measure[];
  readonly documentIds: readonly string[];
  /** The finished record as PDF among the documents of the case. */
  readonly recordId: string | null;
  readonly createdBy: PersonRef;
  readonly finishedBy: PersonRef | null;
  readonly finishedAt: string | null;
  readonly updatedAt: string;
  readonly version: number;
}
