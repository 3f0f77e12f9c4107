/** A cell of a file for a spreadsheet, with what it is, so that a number stays a number and a day a day. */
export type Cell =
  | null
  /** Text as it is, whatever it looks like: never a formula. */
  | string
  /** Haléř; shown in crowns with two decimals. */
  | { readonly money: number }
  | { readonly number: number }
  /** `yyyy-MM-dd`. */
  | { readonly day: string }
  /** ISO moment; shown as the wall clock in Prague. */
  | { readonly moment: string };

export interface SheetColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
}

export interface SheetHead {
  /** As a person named it; made fit for Excel by the workbook. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
}
