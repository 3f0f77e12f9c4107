/** Makes the file of an export of what is read a batch at a time, so that this process serves others meanwhile. */
import { beginWorkbook, type Workbook } from '../../documents/spreadsheet/workbook';
import type { Cell } from '../../documents/spreadsheet/cells';
import { czechDay, wallClock } from '../../documents/spreadsheet/wallClock';
import { EXPORT_LIMITS } from '../../processes/exports/views';
import { words, type Language } from '../../processes/words';
import { csvMoney, guarded } from '../lists';
import { invalid } from '../problems';
import type { Column } from './column';
import type { CaseFacts } from './facts';

/** A cell in a file for a Czech Excel: money and numbers with a comma, days and moments as it knows them, texts that are never run (see `guarded`). */
export function csvText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return guarded(cell);
  if ('money' in cell) return csvMoney(cell.money) ?? '';
  if ('number' in cell) return guarded(cell.number);
  if ('day' in cell) return czechDay(cell.day);
  const at = wallClock(cell.moment);
  return `${czechDay(at)} ${at.slice(11, 16)}`;
}

const CASES = words('Spisy', 'Cases');
const ROWS = words('řádků', 'rows');
const NUMBER = words('Číslo', 'Number');

interface Apart {
  readonly column: Column;
  readonly sheet: NonNullable<Column['sheet']>;
}

/**
 * A workbook with the cases on its first sheet. With tables apart, each chosen table has a sheet of its own with the number of the case in front, and the first
 * sheet says how many rows there are.
 * @param batches cases in their order
 * @throws ProblemError 422 when the tables have more cells than a workbook should; Error when it could not be written
 */
export async function workbookOf(
  columns: readonly Column[],
  batches: AsyncIterable<readonly CaseFacts[]>,
  { tablesApart, language }: { readonly tablesApart: boolean; readonly language: Language },
): Promise<Workbook> {
  const apart = columns.flatMap((column): Apart[] => (tablesApart && column.sheet ? [{ column, sheet: column.sheet }] : []));
  const isApart = (column: Column): boolean => apart.some((one) => one.column === column);
  const workbook = beginWorkbook([
    {
      name: CASES[language],
      columns: columns.map((column) => ({
        title: isApart(column) ? `${column.title[language]} (${ROWS[language]})` : column.title[language],
        width: isApart(column) ? 12 : column.width,
      })),
    },
    ...apart.map(({ column, sheet }) => ({
      name: column.title[language],
      columns: [{ title: NUMBER[language], width: 14 }, ...sheet.columns.map(({ title }) => ({ title, width: 24 }))],
    })),
  ]);
  let cells = 0;
  const count = (added: number): void => {
    cells += added;
    if (cells > EXPORT_LIMITS.cells) throw invalid({ tablesApart: tooManyRows });
  };
  try {
    for await (const batch of batches) {
      const tables = apart.map(({ sheet }) => batch.map((facts) => sheet.rows(facts)));
      workbook.add(
        0,
        batch.map((facts, place) => {
          const rowsOf = (column: Column): number => tables[apart.findIndex((one) => one.column === column)]?.[place]?.length ?? 0;
          return columns.map((column) => (isApart(column) ? { number: rowsOf(column) } : column.value(facts, language)));
        }),
      );
      count(batch.length * columns.length);
      apart.forEach(({ sheet }, index) => {
        const rows = (tables[index] ?? []).flatMap((own, place): Cell[][] =>
          own.map((row) => [batch[place]?.record.number ?? null, ...sheet.columns.map(({ id }) => row[id] ?? null)]),
        );
        count(rows.length * (sheet.columns.length + 1));
        workbook.add(index + 1, rows);
      });
    }
  } catch (error) {
    await workbook.abandon();
    throw error;
  }
  return workbook;
}

const MOST = EXPORT_LIMITS.cells.toLocaleString('cs-CZ');
const tooManyRows = words(
  `Tabulky vybraných žádostí mají dohromady víc než ${MOST} políček. Vyberte méně spisů, nebo nechte tabulky v buňkách.`,
  `The tables of these applications have more than ${EXPORT_LIMITS.cells} cells. Choose fewer cases, or keep the tables in cells.`,
);
