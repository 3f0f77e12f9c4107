/** Cells of a table that is filled in like a spreadsheet. Pure but for `moveTo`, which looks for the cell in the page. */
import type { Criterion } from '../../../processes/grant/criteria';
import { isScored } from '../../../processes/grant/evaluation';
import { parseMoney } from '../../../processes/money';

type Values = Readonly<Record<string, unknown>>;

/** What was typed as points: a whole number, otherwise the text as it is; nothing typed is undefined. */
export function pointsTyped(text: string): number | string | undefined {
  const plain = text.trim();
  if (plain === '') return undefined;
  return /^\d{1,6}$/.test(plain) ? Number(plain) : text;
}

/** What was typed as an amount in Kč, in haléř; otherwise the text as it is. */
export function amountTyped(text: string): number | string | undefined {
  if (text.trim() === '') return undefined;
  return parseMoney(text.trim()) ?? text;
}

export const isPoints = (value: unknown, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;

/** @param most haléř */
export const isAmount = (value: unknown, most: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;

const said = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** May the row be submitted? @param most of the amount that may be recommended, haléř */
export function isComplete(criteria: readonly Criterion[], data: Values, most: number): boolean {
  return isScored(criteria, data) && isAmount(data.recommendedAmount, most) && said(data.comment);
}

/** The row as it is sent: without what is empty. */
export function sentRow(data: Values): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}

/** Where a key leads from a cell: up and down by arrows and Enter; left and right only from the end of the text. Null: the key is not ours. */
export function stepOf(
  key: string,
  shift: boolean,
  caret: { readonly start: number | null; readonly end: number | null; readonly length: number },
): { readonly row: number; readonly column: number } | null {
  if (key === 'ArrowUp' || (key === 'Enter' && shift)) return { row: -1, column: 0 };
  if (key === 'ArrowDown' || key === 'Enter') return { row: 1, column: 0 };
  const whole = caret.start === 0 && caret.end === caret.length;
  if (key === 'ArrowLeft' && (whole || (caret.start === 0 && caret.end === 0))) return { row: 0, column: -1 };
  if (key === 'ArrowRight' && (whole || (caret.start === caret.length && caret.end === caret.length))) return { row: 0, column: 1 };
  return null;
}

/** Goes to a cell of the table, if it is there. */
export function moveTo(table: Element, row: number, column: number): boolean {
  const cell = table.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`);
  if (!cell) return false;
  cell.focus();
  cell.select();
  return true;
}
