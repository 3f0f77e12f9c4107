/** Export of cases by columns that a person chooses: what is offered, what is asked, and choices that an office keeps by name. */
import type { PersonRef } from '../views';
import type { Words } from '../words';

/** The most that one file bears: beyond it neither Excel nor the person reading it does. A cell is a case times a column. */
export const EXPORT_LIMITS = { cases: 20_000, columns: 200, cells: 1_000_000, programmes: 30, choices: 100, name: 80 } as const;

export const exportFormats = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** `case.number`, `answers.<programme>.<item>`, `criteria.<programme>.<criterion>`. */
export const COLUMN_ID =
  /^(case|applicant|application|evaluation|decision|payments|settlement|section)\.[a-zA-Z]{1,40}$|^(answers|criteria)\.[0-9a-f-]{36}\.[a-z0-9]{1,20}$/;

export interface ExportColumn {
  readonly id: string;
  readonly title: Words;
  /** Rows of a table: in a workbook they may have a sheet of their own. */
  readonly table: boolean;
}

export interface ExportGroup {
  /** `case`, or `answers.<programme>`. */
  readonly id: string;
  readonly title: Words;
  readonly columns: readonly ExportColumn[];
}

/** What the person may export of the cases that a filter lets through. */
export interface ExportOffer {
  readonly cases: number;
  readonly groups: readonly ExportGroup[];
  /** Columns that a file has where nothing else is chosen. */
  readonly usual: readonly string[];
  /** The cases are of so many programmes that questions of their own are not offered. */
  readonly tooManyProgrammes: boolean;
}

export interface ExportChoiceFields {
  readonly name: string;
  /** Offered to the whole office; otherwise to who made it. */
  readonly shared: boolean;
  /** Ids in their order. */
  readonly columns: readonly string[];
  readonly format: ExportFormat;
  /** Tables on sheets of their own. */
  readonly tablesApart: boolean;
}

export interface ExportChoice extends ExportChoiceFields {
  readonly id: string;
  readonly owner: PersonRef;
  /** May the person who asks change and delete it? */
  readonly mayEdit: boolean;
  readonly version: number;
}
