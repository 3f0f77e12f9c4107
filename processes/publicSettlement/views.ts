/** Public versions of settlements as the api gives them. Amounts are integers of haléř, days `yyyy-MM-dd` in Prague, moments ISO. */
import type { PersonRef, RegisterRow } from '../views';
import type { PublicWording, Span } from './blackening';
import type { PersonalKind } from './personalData';

/** Sums of one settlement. */
export interface SettlementSums {
  /** All documents. */
  readonly amount: number;
  /** Of them from the grant, as the applicant claimed. */
  readonly fromGrant: number;
  /** What of it the office accepted. */
  readonly accepted: number;
}

/** One free text of a settlement beside what is to be read of it. */
export interface PublicTextView extends PublicWording {
  readonly of: 'description' | 'documentNumber' | 'report';
  /** Place of the item from 0; null for the report. */
  readonly row: number | null;
  readonly original: string;
  /** What the recogniser would blacken. */
  readonly proposed: readonly Span[];
  /** What would be read; null: nothing. */
  readonly published: string | null;
  /** Personal data that can still be recognised in what would be read. */
  readonly left: readonly PersonalKind[];
}

export type PublicationState = 'draft' | 'published' | 'withdrawn';

/** The public version of one settlement while an officer has it in hand. */
export interface PublicationView {
  readonly id: string;
  readonly caseId: string;
  readonly ordinal: number;
  readonly state: PublicationState;
  readonly items: readonly SettlementSums[];
  readonly texts: readonly PublicTextView[];
  /** The PDF of what is published now. */
  readonly documentId: string | null;
  readonly publishedAt: string | null;
  readonly publishedBy: PersonRef | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: PersonRef | null;
  readonly withdrawReason: string | null;
  readonly version: number;
}

/** A settlement that the office accepted, with its public version where one was begun. */
export interface AcceptedSettlementView {
  /** Of what the applicant sent. */
  readonly id: string;
  readonly ordinal: number;
  readonly submittedOn: string;
  readonly acceptedOn: string;
  readonly sums: SettlementSums;
  readonly publication: PublicationView | null;
}

export interface PublishedItem extends SettlementSums {
  /** Null: left out. */
  readonly description: string | null;
  readonly documentNumber: string | null;
}

/** What everybody reads of one settlement. Nothing else of it is public, its files never. */
export interface PublishedSettlement {
  readonly id: string;
  readonly ordinal: number;
  readonly submittedOn: string;
  readonly acceptedOn: string;
  readonly publishedOn: string;
  readonly items: readonly PublishedItem[];
  readonly sums: SettlementSums;
  /** What was paid from other money than the grant. */
  readonly own: number;
  /** The same in hundredths of a per cent of all documents, rounded down. */
  readonly ownShare: number;
  /** Of the last settlement of a grant: what was paid and not accepted, and what of it had come back on the day of the publication; null for the others. */
  readonly unspent: number | null;
  readonly returned: number | null;
  readonly report: string | null;
}

/** One grant of the public register. */
export interface PublicGrant {
  readonly grant: RegisterRow;
  readonly settlements: readonly PublishedSettlement[];
}
