import type { Cell } from '../../documents/spreadsheet/cells';
import type { ExportColumn } from '../../processes/exports/views';
import type { Action, Resource } from '../../processes/policy';
import { words, type Language, type Words } from '../../processes/words';
import type { CaseFacts, Need } from './facts';

/** Rows of a table that one cell holds, for a sheet of their own. */
export interface CellRows {
  /** Cells by the ids of the table's columns. */
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

export interface Column extends ExportColumn {
  readonly needs: readonly Need[];
  /** In characters. */
  readonly width: number;
  /** Offered only to who may do this; what of each case they see is the facts' question. */
  readonly may?: readonly [Resource, Action];
  value(facts: CaseFacts, language: Language): Cell;
  /** Of a table: its columns, and its rows in a case. */
  readonly sheet?: {
    readonly columns: readonly { readonly id: string; readonly title: string }[];
    rows(facts: CaseFacts): CellRows['rows'];
  };
}

const WIDTHS = { short: 12, money: 16, day: 13, moment: 17, name: 30, long: 50 } as const;

interface More {
  readonly needs?: readonly Need[];
  readonly may?: readonly [Resource, Action];
}

export function column(
  id: string,
  title: Words | readonly [string, string],
  width: keyof typeof WIDTHS,
  value: Column['value'],
  { needs = [], may }: More = {},
): Column {
  const said = 'cs' in title ? title : words(title[0], title[1]);
  return { id, title: said, table: false, width: WIDTHS[width], needs, ...(may && { may }), value };
}

export const moneyCell = (value: unknown): Cell => (typeof value === 'number' ? { money: value } : null);
export const numberCell = (value: unknown): Cell => (typeof value === 'number' ? { number: value } : null);
export const textCell = (value: unknown): Cell => (typeof value === 'string' && value !== '' ? value : null);
/** A day; anything else that stands there is said as it is. */
export const dayCell = (value: unknown): Cell => {
  if (typeof value !== 'string' || value === '') return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { day: value } : value;
};
export const momentCell = (value: string | null): Cell => (value === null ? null : { moment: value });
