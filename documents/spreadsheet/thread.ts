/** Runs in a thread of its own (workbook.ts): gathers rows and writes the workbook, which keeps a processor for seconds. */
import { parentPort, workerData } from 'node:worker_threads';
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import type { Cell, SheetHead } from './cells';
import { sheetNames } from './sheetNames';
import { headRow, workbookCell } from './workbookCells';

/** What the thread is told: rows of a sheet, by its place; null: that was all. */
export type Told = { readonly sheet: number; readonly rows: readonly (readonly Cell[])[] } | null;

const port = parentPort;
if (!port) throw new Error('This file runs in a thread of its own');
const heads = (workerData as { readonly heads: readonly SheetHead[] }).heads;
const sheets: Row[][] = heads.map((head) => [headRow(head)]);
const names = sheetNames(heads.map(({ name }) => name));

async function write(): Promise<void> {
  const made = writeXlsxFile(
    heads.map(({ columns }, place) => ({
      data: sheets[place] ?? [],
      sheet: names[place],
      stickyRowsCount: 1,
      columns: columns.map(({ width }) => ({ width })),
    })),
  );
  const bytes = new Uint8Array(await made.toBuffer());
  port?.postMessage(bytes, [bytes.buffer]);
  port?.close();
}

port.on('message', (told: Told) => {
  // An error here ends the thread, and workbook.ts hears of it.
  if (told === null) void write();
  else for (const row of told.rows) sheets[told.sheet]?.push(row.map(workbookCell));
});
