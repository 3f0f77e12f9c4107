/** What the api answers of contracts. Moments are ISO, days `yyyy-MM-dd`, amounts haléř. */
import type { PersonRef } from '../../views';
import type { Words } from '../../words';
import type { ContractDuty } from '../publication';
import type { FieldKind, TemplateKind } from './fields';
import type { Lack } from './obligatory';

export interface ContractFieldView {
  readonly name: string;
  readonly kind: FieldKind;
  readonly meaning: Words;
  readonly example: string;
  readonly inside: string | null;
}

export interface TemplateVersionView {
  readonly id: string;
  readonly programmeId: string | null;
  readonly kind: TemplateKind;
  readonly version: number;
  readonly withdrawn: boolean;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string | null;
  readonly fields: readonly string[];
  readonly lacks: readonly Lack[];
  readonly notes: readonly Words[];
  readonly createdAt: string;
  readonly createdBy: PersonRef;
}

/** Templates of one kind, of a programme or of the municipality. */
export interface TemplatesView {
  readonly kind: TemplateKind;
  /** Version that a writer names; 0 where there is none. */
  readonly version: number;
  /** What holds: the programme's own, the municipality's default, or null where the contract is made in our own words. */
  readonly current: TemplateVersionView | null;
  /** Newest first; only those of this programme (or of the municipality). */
  readonly versions: readonly TemplateVersionView[];
}

export interface ComparisonView {
  readonly before: string;
  readonly after: string;
  readonly paragraphs: readonly {
    readonly change: 'same' | 'added' | 'removed' | 'changed';
    readonly pieces: readonly { readonly change: 'same' | 'added' | 'removed'; readonly text: string }[];
  }[];
}

/** A signed contract and its duty to be published. */
export interface ContractDutyRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly programmeId: string;
  readonly programmeTitle: string;
  readonly applicantName: string;
  readonly amount: number;
  readonly contractNumber: string | null;
  readonly signedOn: string | null;
  /** The last day on which it may be published. */
  readonly publishBy: string | null;
  readonly publishedOn: string | null;
  readonly publishedUntil: string | null;
  readonly duty: ContractDuty;
}

/** A contract on the board: of natural persons the name and the municipality, nothing more. */
export interface PublishedContractRow {
  readonly caseId: string;
  readonly contractNumber: string | null;
  readonly programmeTitle: string;
  readonly applicantName: string;
  readonly ico: string | null;
  readonly municipality: string;
  readonly projectTitle: string;
  readonly amount: number;
  readonly signedOn: string | null;
  readonly publishedOn: string;
  readonly publishedUntil: string;
  readonly documents: readonly { readonly id: string; readonly title: string; readonly size: number }[];
}
