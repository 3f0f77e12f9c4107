/** Answers to the programme's own questions as cells. Czech only, as the questions are. */
import { DateTime } from 'luxon';
import type { Cell } from '../../documents/spreadsheet/cells';
import type { JsonSchema } from '../../processes/define';
import { computed, isMoney } from '../../processes/formItems/amounts';
import type { FormItem, FormOption, ItemOf, TableColumn } from '../../processes/formItems/items';
import { isRecord, propertiesOf } from '../../processes/formSchema';
import { formatMoney } from '../../processes/money';
import { dayCell, moneyCell, numberCell, textCell } from './column';
import type { CaseFacts } from './facts';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const optionTitle = (options: readonly FormOption[], value: unknown): string =>
  options.find(({ id }) => id === value)?.title ?? (typeof value === 'string' ? value : '');

/** A cell inside a text. */
function said(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if ('money' in cell) return formatMoney(cell.money);
  if ('number' in cell) return String(cell.number).replace('.', ',');
  if ('day' in cell) return DateTime.fromISO(cell.day).toFormat('d. M. yyyy');
  return cell.moment;
}

function plainCell({ kind }: Pick<TableColumn, 'kind'>, value: unknown): Cell {
  switch (kind) {
    case 'text':
      return textCell(value);
    case 'number':
      return numberCell(value);
    case 'money':
      return moneyCell(value);
    case 'day':
      return dayCell(value);
  }
}

/** Rows of a table, by the ids of its columns. */
export function tableRows(columns: readonly TableColumn[], value: unknown): Readonly<Record<string, Cell>>[] {
  return listOf(value)
    .filter(isRecord)
    .map((row) => Object.fromEntries(columns.map((column) => [column.id, plainCell(column, row[column.id])])));
}

/** A line a row: `Položka: nájem; Částka: 1 000 Kč`. */
function rowsText(
  columns: readonly { readonly id: string; readonly title: string }[],
  rows: readonly Readonly<Record<string, Cell>>[],
): Cell {
  const lines = rows.map((row) =>
    columns
      .map(({ id, title }) => [title, said(row[id] ?? null)] as const)
      .filter(([, text]) => text !== '')
      .map(([title, text]) => `${title}: ${text}`)
      .join('; '),
  );
  return lines.length === 0 ? null : lines.join('\n');
}

/** The same of a list that a form's schema describes. */
export function tableText(schema: JsonSchema, value: unknown): Cell {
  const columns = Object.entries(isRecord(schema.items) ? propertiesOf(schema.items) : {}).map(([id, column]): TableColumn => {
    const kind = column.format === 'money' ? 'money' : column.format === 'date' ? 'day' : column.type === 'integer' ? 'number' : 'text';
    return { id, title: typeof column.title === 'string' ? column.title : id, kind };
  });
  return rowsText(columns, tableRows(columns, value));
}

function filesCell(value: unknown, files: CaseFacts['files']): Cell {
  const ids = listOf(value).filter((one) => typeof one === 'string');
  if (ids.length === 0) return null;
  // Who may not list documents learns how many there are, as in the application itself.
  return files ? ids.map((id) => files.get(id) ?? 'soubor, který tu už není').join('\n') : { number: ids.length };
}

function computedCell(item: ItemOf<'computed'>, items: readonly FormItem[], data: Readonly<Record<string, unknown>>): Cell {
  const value = computed(item, data);
  return isMoney(item, items) ? moneyCell(value) : numberCell(value);
}

/** The answer to an item, as the form of this very case has it; null where it does not ask it, or nothing was answered. */
export function answerCell(id: string, { application, items, files }: Pick<CaseFacts, 'application' | 'items' | 'files'>): Cell {
  const item = items.find((one) => one.id === id);
  if (!item || !application) return null;
  const value = application[id];
  switch (item.kind) {
    case 'section':
    case 'note':
      return null;
    case 'longText':
    case 'ico':
    case 'bankAccount':
      return textCell(value);
    case 'text':
    case 'number':
    case 'money':
    case 'day':
      return plainCell(item, value);
    case 'yesNo':
      return typeof value === 'boolean' ? (value ? 'ano' : 'ne') : null;
    case 'choice':
      return optionTitle(item.options, value) || null;
    case 'choices':
      return (
        listOf(value)
          .map((one) => optionTitle(item.options, one))
          .join(', ') || null
      );
    case 'files':
      return filesCell(value, files);
    case 'table':
      return rowsText(item.columns, tableRows(item.columns, value));
    case 'address': {
      const parts = isRecord(value) ? value : {};
      const town = [parts.postcode, parts.municipality].filter((part) => typeof part === 'string').join(' ');
      return [parts.street, town].filter((part) => typeof part === 'string' && part !== '').join(', ') || null;
    }
    case 'computed':
      return computedCell(item, items, application);
  }
}
