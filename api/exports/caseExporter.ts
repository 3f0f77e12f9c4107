/** Exports cases by chosen columns: what the person may read of each, in one file, recorded before it is given out. */
import type { Response } from 'express';
import { inTenant } from '../../models/database';
import { EXPORT_LIMITS } from '../../processes/exports/views';
import { words, type Words } from '../../processes/words';
import { conditions, findPage } from '../cases/caseQuery';
import type { Asking, Person } from '../context';
import { invalid, tooMany } from '../problems';
import { actorFor, record } from '../record';
import { streamCsv } from '../reports/csvStream';
import { today } from '../today';
import type { Column } from './column';
import type { ExportAsked } from './exportSchemas';
import type { CaseFacts, Need } from './facts';
import { csvText, workbookOf } from './files';
import { offerOf, type Offer } from './offer';
import { readFacts } from './readFacts';

/** Few enough that shaping a batch is no pause that others feel, many enough that ten thousand cases are not thousands of questions. */
const BATCH = 200;
/** Each workbook has a thread and its memory; more at once would be slower for all. */
const AT_ONCE = 2;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const NOT_OFFERED = words(
  'Tento sloupec vybrané spisy nemají, nebo ho nesmíte číst.',
  'These cases have no such column, or you may not read it.',
);

/** The columns in the order in which they were asked. @throws ProblemError 422 naming those that are not offered */
function chosen(ids: readonly string[], { groups }: Offer): Column[] {
  const offered = new Map(groups.flatMap(({ columns }) => columns.map((column) => [column.id, column] as const)));
  const wrong = ids.flatMap((id, place): [string, Words][] => (offered.has(id) ? [] : [[`columns.${place}`, NOT_OFFERED]]));
  if (wrong.length > 0) throw invalid(Object.fromEntries(wrong));
  return ids.flatMap((id) => offered.get(id) ?? []);
}

const many = (count: number): string => count.toLocaleString('cs-CZ');

/** @throws ProblemError 422 saying what to do about it */
function checkSize(cases: number, columns: number): void {
  if (cases > EXPORT_LIMITS.cases) {
    throw invalid({
      filter: words(
        `Filtru odpovídá ${many(cases)} spisů a do jednoho souboru se jich vejde ${many(EXPORT_LIMITS.cases)}. Zužte filtr, třeba na jeden rok.`,
        `${cases} cases pass the filter and a file bears ${EXPORT_LIMITS.cases}. Narrow the filter, to one year for example.`,
      ),
    });
  }
  if (cases * columns > EXPORT_LIMITS.cells) {
    const most = Math.floor(EXPORT_LIMITS.cells / cases);
    throw invalid({
      columns: words(
        `${many(cases)} spisů po ${columns} sloupcích je na jeden soubor moc. Pro tolik spisů vyberte nejvýš ${many(most)} sloupců, nebo zužte filtr.`,
        `${columns} columns of ${cases} cases are too much for one file. Choose ${most} columns at most, or narrow the filter.`,
      ),
    });
  }
}

async function* factsOf(
  person: Person,
  ids: readonly string[],
  columns: readonly Column[],
  response: Response,
): AsyncIterable<CaseFacts[]> {
  const needs = new Set<Need>(columns.flatMap((column) => column.needs));
  for (let from = 0; from < ids.length; from += BATCH) {
    // Who asked has gone: nobody waits for the rest.
    if (response.destroyed) return;
    yield await readFacts(person, ids.slice(from, from + BATCH), needs);
  }
}

let underway = 0;

async function sendWorkbook(context: Exporting, columns: readonly Column[], ids: readonly string[]): Promise<void> {
  const { tenantId, person, language, response, body } = context;
  const { tablesApart } = body;
  // One snapshot, so that the rows of a long file belong together; the file is written after it, when nothing is held any more.
  const workbook = await inTenant(tenantId, () => workbookOf(columns, factsOf(person, ids, columns, response), { tablesApart, language }), {
    snapshot: true,
  });
  if (response.destroyed) {
    await workbook.abandon();
    return;
  }
  const bytes = await workbook.finish();
  response.set('Content-Disposition', `attachment; filename="${fileName()}.xlsx"`).type(XLSX).send(Buffer.from(bytes.buffer));
}

async function sendCsvFile(context: Exporting, columns: readonly Column[], ids: readonly string[]): Promise<void> {
  const { tenantId, person, language, response } = context;
  const titled = columns.map((column) => ({
    title: column.title,
    value: (facts: CaseFacts) => csvText(column.value(facts, language)),
  }));
  await inTenant(tenantId, () => streamCsv(response, fileName(), titled, language, factsOf(person, ids, columns, response)), {
    snapshot: true,
  });
}

const fileName = (): string => `spisy-${today()}`;

type Exporting = Asking & { readonly response: Response; readonly body: ExportAsked };

/** Which columns of which cases, in their order; recorded as exported. */
function prepared(context: Exporting): Promise<{ readonly columns: readonly Column[]; readonly ids: readonly string[] }> {
  const { person, body } = context;
  const { filter, sort, format, tablesApart } = body;
  return context.inTenant(async () => {
    const offer = await offerOf(person, filter);
    const columns = chosen(body.columns, offer);
    checkSize(offer.cases, columns.length);
    const page = { sort: { field: sort[0], direction: sort[1] }, offset: 0, limit: EXPORT_LIMITS.cases, filter };
    const { ids } = await findPage(conditions(person, filter), page);
    await record(context, {
      type: 'exported',
      what: { list: 'cases', format, rows: ids.length, filter, sort, columns: body.columns, ...(tablesApart && { tablesApart }) },
      actor: actorFor(person, ['cases', 'export']),
    });
    return { columns, ids };
  });
}

/**
 * Answers with the file.
 * @throws ProblemError 422 naming columns that are not offered, or what is too much; 429 when too many workbooks are being written
 */
export async function exportCases(context: Exporting): Promise<void> {
  if (context.body.format === 'csv') {
    const { columns, ids } = await prepared(context);
    await sendCsvFile(context, columns, ids);
    return;
  }
  if (underway >= AT_ONCE) throw tooMany(30);
  underway += 1;
  try {
    const { columns, ids } = await prepared(context);
    await sendWorkbook(context, columns, ids);
  } finally {
    underway -= 1;
  }
}
