import { stringify } from 'csv-stringify/sync';
import { DateTime } from 'luxon';
import { ZONE } from '../processes/calendar';
import type { Response } from 'express';
import { z } from 'zod';
import { allows, type Action, type Resource } from '../processes/policy';
import type { Language, Words } from '../processes/words';
import type { SessionContext } from './context';
import { forbidden } from './problems';
import { actorFor, record } from './record';
import { ANSWERED, jsonParameter, route, type Route } from './route';

const MAX_ROWS = 200;
const DEFAULT_ROWS = 25;
/** An export takes everything that the filter lets through, up to this. */
const MAX_EXPORTED = 20_000;

/** A column of the exported file. Money goes through `csvMoney`, so that Excel counts with it. */
export interface Column<Row> {
  readonly title: Words;
  value(row: Row, language: Language): string | number | null;
}

/** What a list is asked for; `field` is one of the allowed ones, so it may choose a column, and the numbers are within limits. */
export interface Page<Field extends string, Filter> {
  readonly sort: { readonly field: Field; readonly direction: 'ASC' | 'DESC' };
  readonly offset: number;
  readonly limit: number;
  readonly filter: Filter;
}

export interface Rows<Row> {
  readonly rows: readonly Row[];
  /** Without the range. */
  readonly total: number;
}

export interface ListDeclaration<Row, Field extends string, F extends z.ZodObject, P extends z.ZodObject> {
  /** The unit of Content-Range and the name of the exported file. */
  readonly name: string;
  readonly path: `/${string}`;
  readonly summary: string;
  readonly may: readonly [Resource, Action];
  readonly params?: P;
  readonly sortable: readonly [Field, ...Field[]];
  readonly defaultSort: readonly [Field, 'ASC' | 'DESC'];
  /** Strict object of what may be filtered; `id` with several ids is how react-admin asks for named records. */
  readonly filter: F;
  readonly row: z.ZodType<Row>;
  /** Absent: the list cannot be exported. */
  readonly columns?: readonly Column<Row>[];
  find(page: Page<Field, z.output<F>>, context: SessionContext<z.output<P>, unknown, unknown>): Promise<Rows<Row>>;
}

/** Haléř as crowns with a decimal comma: a number in a Czech Excel. */
export function csvMoney(amount: number | null): string | null {
  if (amount === null) return null;
  const sign = amount < 0 ? '-' : '';
  const absolute = Math.abs(amount);
  return `${sign}${Math.floor(absolute / 100)},${String(absolute % 100).padStart(2, '0')}`;
}

const NUMBER = /^-?\d+(,\d+)?$/;

const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** A moment as day and time in Prague, which a Czech Excel takes for one; a text that it would run as a formula gets an apostrophe; numbers stay numbers. */
export function guarded(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (MOMENT.test(value)) return DateTime.fromISO(value, { zone: ZONE }).toFormat('dd.MM.yyyy HH:mm');
  return /^[=+\-@\t\r＝＋－＠]/.test(value) && !NUMBER.test(value) ? `'${value}` : value;
}

/** The file: UTF-8 with BOM and semicolons, as a Czech Excel opens it by a double click. */
export function csv<Row>(columns: readonly Column<Row>[], rows: readonly Row[], language: Language): string {
  const lines = rows.map((row) => columns.map((column) => guarded(column.value(row, language))));
  return stringify([columns.map((column) => column.title[language]), ...lines], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
  });
}

/** Answers with a file of that name to be saved. */
export function sendCsv(response: Response, name: string, text: string): typeof ANSWERED {
  response.set('Content-Disposition', `attachment; filename="${name}.csv"`).type('text/csv; charset=utf-8').send(text);
  return ANSWERED;
}

export function contentRange(name: string, offset: number, count: number, total: number): string {
  return count === 0 ? `${name} */${total}` : `${name} ${offset}-${offset + count - 1}/${total}`;
}

const range = z.tuple([z.int().min(0), z.int().min(0)]);

/**
 * A list in the dialect of ra-data-simple-rest: `?sort=["name","ASC"]&range=[0,24]&filter={"q":"…"}`, answered with Content-Range.
 * With `Accept: text/csv` or `?format=csv` it is an export: everything that the filter lets through, recorded as an event.
 */
export function list<Row, const Field extends string, F extends z.ZodObject, P extends z.ZodObject>(
  declaration: ListDeclaration<Row, Field, F, P>,
): Route {
  const { name, columns, may } = declaration;
  const sort = z.tuple([z.enum(declaration.sortable), z.enum(['ASC', 'DESC'])]);
  const query = z.strictObject({
    sort: jsonParameter(sort).optional(),
    range: jsonParameter(range).optional(),
    filter: jsonParameter(declaration.filter).optional(),
    format: z.enum(['json', 'csv']).optional(),
  });

  return route({
    method: 'get',
    path: declaration.path,
    summary: declaration.summary,
    auth: 'session',
    may,
    params: declaration.params,
    query,
    response: z.array(declaration.row),
    async handler(context) {
      const asked = context.query;
      const exporting =
        asked.format === 'csv' || (asked.format === undefined && context.request.accepts('application/json', 'text/csv') === 'text/csv');
      const [field, direction] = asked.sort ?? declaration.defaultSort;
      const [from, to] = asked.range ?? [0, DEFAULT_ROWS - 1];
      const filter = asked.filter ?? declaration.filter.parse({});
      const readonlyContext = context as unknown as SessionContext<z.output<P>, unknown, unknown>;

      if (exporting) {
        if (!columns || !allows(context.person.roles, may[0], 'export')) throw forbidden();
        const { rows } = await declaration.find({ sort: { field, direction }, offset: 0, limit: MAX_EXPORTED, filter }, readonlyContext);
        await context.inTenant(() =>
          record(context, {
            type: 'exported',
            what: { list: name, rows: rows.length, filter },
            actor: actorFor(context.person, [may[0], 'export']),
          }),
        );
        return sendCsv(context.response, name, csv(columns, rows, context.language));
      }
      const limit = Math.min(Math.max(to - from + 1, 0), MAX_ROWS);
      const { rows, total } = await declaration.find({ sort: { field, direction }, offset: from, limit, filter }, readonlyContext);
      context.response.setHeader('Content-Range', contentRange(name, from, rows.length, total));
      return [...rows];
    },
  });
}
