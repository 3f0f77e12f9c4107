/** What the api answers of programmes as files. */
import type { Form } from '../define';
import type { FormItem } from '../formItems/items';
import type { Lack } from '../grant/contract/obligatory';
import type { TemplateKind } from '../grant/contract/fields';
import type { FieldErrors } from '../rules';
import type { ComparisonView } from '../grant/contract/views';
import type { Words } from '../words';
import type { ImportChoices } from './choices';
import type { Difference } from './differences';
import type { ProgrammeFile } from './file';

/** One thing that is wrong with a file. */
export interface FileFault {
  /** Dot path in the file: `items.2.options`. Empty: the file as a whole. */
  readonly path: string;
  /** The same place as a person calls it: `Otázka 3 „Rozpočet“ – možnosti`. */
  readonly place: Words;
  /** From 1; null where it is nowhere in particular. */
  readonly line: number | null;
  readonly what: Words;
}

export interface FileTemplateView {
  readonly kind: TemplateKind;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly lacks: readonly Lack[];
  readonly notes: readonly Words[];
}

/** Two programmes of the same name: the one that is here and the one in the file. */
export interface SameProgramme {
  readonly id: string;
  readonly title: string;
  readonly state: 'draft' | 'published' | 'closed';
  readonly differences: readonly (Difference & { readonly paragraphs: ComparisonView['paragraphs'] | null })[];
}

/** What would come of the file, and what has to be chosen here. */
export interface FileContent {
  /** Without the bytes of the templates. */
  readonly file: Omit<ProgrammeFile, 'contractTemplates'>;
  readonly templates: readonly FileTemplateView[];
  /** The form of the application as the applicant will see it. */
  readonly form: Form;
  readonly items: readonly FormItem[];
  /** Those that were sent, or what is proposed. */
  readonly choices: ImportChoices;
  /** By how many whole years the proposal moves the dates of the file. */
  readonly yearsMoved: number;
  /** Of each call, the last day on which it may be published. */
  readonly publishBy: readonly string[];
  /** What of the choices keeps the draft from being made. */
  readonly errors: FieldErrors;
  /** What does not, and should be known. */
  readonly warnings: FieldErrors;
  readonly same: SameProgramme | null;
}

export interface ProgrammeFileReview {
  /** Of the bytes of the file, in hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly formatVersion: number | null;
  readonly faults: readonly FileFault[];
  /** Programmes that were made of this very file. */
  readonly takenBefore: readonly { readonly id: string; readonly title: string; readonly at: string }[];
  /** Null where the file has faults. */
  readonly content: FileContent | null;
}

/** What the file will be before it is downloaded. */
export interface ProgrammeExportView {
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  /** Places whose texts hold an e-mail or a phone number: whether they are a person's, a person has to see. */
  readonly contacts: readonly { readonly path: string; readonly place: Words; readonly found: string }[];
  /** Templates that are too large to go along. */
  readonly leftOut: readonly string[];
}
