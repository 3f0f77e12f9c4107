import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import type { Language } from '../../processes/words';
import { guarded, type Column } from '../lists';

/**
 * Answers with a file for Excel, written while it is read: however many rows there are, few of them are in memory at once.
 * @param batches rows in their order
 * @throws when the reader goes away or the rows cannot be read; the connection is cut then, so that half a file is not taken for a whole one
 */
export async function streamCsv<Row>(
  response: Response,
  name: string,
  columns: readonly Column<Row>[],
  language: Language,
  batches: AsyncIterable<readonly Row[]>,
): Promise<void> {
  response.set('Content-Disposition', `attachment; filename="${name}.csv"`).type('text/csv; charset=utf-8');
  const lines = stringify({ bom: true, delimiter: ';', record_delimiter: 'windows' });
  const sent = pipeline(lines, response);
  try {
    lines.write(columns.map((column) => column.title[language]));
    for await (const rows of batches) {
      for (const row of rows) {
        const line = columns.map((column) => guarded(column.value(row, language)));
        if (!lines.write(line)) await Promise.race([once(lines, 'drain'), sent]);
      }
    }
    lines.end();
  } catch (error) {
    lines.destroy(error instanceof Error ? error : new Error(String(error)));
  }
  await sent;
}
