/** A workbook of Excel (XLSX, ECMA-376) made of rows as they come. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Cell, SheetHead } from './cells';
import type { Told } from './thread';

/** Enough for a million cells; a workbook that wants more fails by itself and takes nothing with it. */
const MOST_MEMORY_MB = 1_024;

/** What the thread loads first: tsx, because our files are TypeScript, then its own file. */
const START = `const { workerData } = require('node:worker_threads'); require(workerData.loader); require(workerData.file);`;

export interface Workbook {
  /** Adds rows under those before. @param sheet its place, from 0 */
  add(sheet: number, rows: readonly (readonly Cell[])[]): void;
  /** Writes the file. @throws Error when the thread failed, or has no memory left */
  finish(): Promise<Uint8Array<ArrayBuffer>>;
  /** Nobody wants it any more. After `finish` it does nothing. */
  abandon(): Promise<void>;
}

/**
 * Begins a workbook in a thread of its own: writing one of ten thousand rows takes seconds, in which this one has others to serve. Each sheet has a bold
 * first row that stays in sight; money is a number of crowns with two decimals, days and moments are dates (in Prague), and a text is a text.
 */
export function beginWorkbook(heads: readonly SheetHead[]): Workbook {
  const thread = new Worker(START, {
    eval: true,
    workerData: { heads, loader: require.resolve('tsx/cjs'), file: path.join(__dirname, 'thread.ts') },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    // Of this process it needs nothing: neither what it loads at its start nor what it is told.
    execArgv: [],
    env: {},
  });
  // Of its last word and its end, which may come at the same moment, the first settles it. Listened to at once, or a failure before `finish` would end the process.
  const written = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`The thread of the workbook ended with ${code} before it was written`)));
  });
  void written.catch(() => undefined);
  const tell = (told: Told): void => thread.postMessage(told);
  return {
    add: (sheet, rows) => tell({ sheet, rows }),
    finish: () => {
      tell(null);
      return written;
    },
    abandon: async () => {
      await thread.terminate();
    },
  };
}
