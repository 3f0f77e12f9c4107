/** Amounts inside an application that has items of its own: what a computed item comes to, and the sums of tables. */
import { isRecord } from '../formSchema';
import { formatMoney } from '../money';
import type { FormItem, ItemOf } from './items';

type Data = Readonly<Record<string, unknown>>;

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** The sum of a table's column, haléř or plain numbers; empty cells count nothing. */
export function columnSum(rows: unknown, column: string): number {
  if (!Array.isArray(rows)) return 0;
  return rows.reduce<number>((sum, row) => sum + (isRecord(row) ? numberIn(row[column]) : 0), 0);
}

/** The amount that a reference names: `totalCost`, `q2`, `q3.amount`. */
function amountAt(reference: string, data: Data): number {
  const [field = '', column] = reference.split('.');
  return column === undefined ? numberIn(data[field]) : columnSum(data[field], column);
}

/** Is the item's condition met? @param data without answers that do not apply */
export function applies({ shownIf }: FormItem, data: Data): boolean {
  return !shownIf || data[shownIf.item] === shownIf.is;
}

const sum = (references: readonly string[], data: Data): number => references.reduce((total, one) => total + amountAt(one, data), 0);

/** Which way whole per cent are rounded, so that the limit of the item is never passed by rounding. */
const roundingOf = ({ min, max }: ItemOf<'computed'>): 'up' | 'down' => (min !== undefined && max === undefined ? 'down' : 'up');

/**
 * What the item comes to: haléř, a plain number, or whole per cent where it is a share.
 * @param round up for what may be at most so much, down for what must be at least so much
 * @returns null where it is a share of nothing
 */
export function computed(item: ItemOf<'computed'>, data: Data, round = roundingOf(item)): number | null {
  const value = sum(item.plus, data) - sum(item.minus ?? [], data);
  if (item.percentOf === undefined) return value;
  const whole = amountAt(item.percentOf, data);
  return whole === 0 ? null : Math[round === 'up' ? 'ceil' : 'floor']((value * 100) / whole);
}

/** What a reference leads to: an amount in haléř (an amount of the application, an item, a column of a table), a plain number, or nothing of the kind. */
export function unitOf(reference: string, items: readonly FormItem[]): 'money' | 'number' | null {
  if (reference === 'totalCost' || reference === 'requestedAmount') return 'money';
  const [field, column] = reference.split('.');
  const found = items.find(({ id }) => id === field);
  const kind =
    found?.kind === 'table' ? found.columns.find(({ id }) => id === column)?.kind : column === undefined ? found?.kind : undefined;
  return kind === 'money' || kind === 'number' ? kind : null;
}

/** Is what is computed an amount in haléř? */
export function isMoney(item: ItemOf<'computed'>, items: readonly FormItem[]): boolean {
  return item.percentOf === undefined && unitOf(item.plus[0] ?? '', items) === 'money';
}

/** `70 %`, `1 200 Kč`, `12`. */
export function sayAmount(item: ItemOf<'computed'>, money: boolean, value: number): string {
  if (item.percentOf !== undefined) return `${value} %`;
  return money ? formatMoney(value) : String(value);
}

/** How a computed item is drawn: all that a face needs to work it out as the applicant types. */
export interface ComputedOptions {
  readonly item: ItemOf<'computed'>;
  readonly money: boolean;
}

/**
 * What a field comes to, in words, where its drawing says that it is computed; empty where it is a share of nothing, or does not apply. Null: it is another
 * kind of field.
 * @param data without answers that do not apply
 */
export function computedText(drawing: unknown, data: Data): string | null {
  if (!isRecord(drawing) || drawing['ui:field'] !== 'computed') return null;
  const { item, money } = drawing['ui:options'] as ComputedOptions;
  const value = applies(item, data) ? computed(item, data) : null;
  return value === null ? '' : sayAmount(item, money, value);
}
