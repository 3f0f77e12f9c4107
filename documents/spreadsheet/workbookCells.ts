/** Cells as the library for workbooks wants them. */
import type { CellObject, Row } from 'write-excel-file/node';
import type { Cell, SheetHead } from './cells';
import { wallClock } from './wallClock';

/** The most characters that Excel has in one cell. */
export const MOST_CHARACTERS = 32_767;
const CUT = '… (zkráceno)';

/** Excel counts days from 1900 and takes that year for a leap one: before this day its numbers are one off. */
const FIRST_DAY = '1900-03-01';

const MONEY = '#,##0.00';
const DAY = 'd. m. yyyy';
const MOMENT = 'd. m. yyyy h:mm';

/** `_x0041_` in a text is read by Excel as the character of that code; its underscore is written as one, so that it stays what it is. */
const unescaped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** The library keeps texts as keys of a plain object: one that every object has (`constructor`) would come out as something else. */
const inherited = (text: string): boolean => text in {};

function textOf(text: string): string {
  const whole = unescaped(text);
  const kept = whole.length > MOST_CHARACTERS ? whole.slice(0, MOST_CHARACTERS - CUT.length).replace(/[\uD800-\uDBFF]$/, '') + CUT : whole;
  return inherited(kept) ? `${kept} ` : kept;
}

const textCell = (text: string): CellObject => ({ value: textOf(text), type: String, wrap: text.includes('\n'), alignVertical: 'top' });

/** The wall clock as if it were UTC, which is how the library counts. */
const asUtc = (clock: string): Date => new Date(`${clock.replace(' ', 'T')}Z`);

export function workbookCell(cell: Cell): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return textCell(cell);
  if ('money' in cell) return { value: cell.money / 100, type: Number, format: MONEY, alignVertical: 'top' };
  if ('number' in cell) return { value: cell.number, type: Number, alignVertical: 'top' };
  if ('day' in cell) {
    return cell.day < FIRST_DAY
      ? textCell(cell.day)
      : { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: DAY, alignVertical: 'top' };
  }
  return { value: asUtc(wallClock(cell.moment)), type: Date, format: MOMENT, alignVertical: 'top' };
}

export const headRow = ({ columns }: SheetHead): Row =>
  columns.map(({ title }): CellObject => ({ value: textOf(title), type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' }));
