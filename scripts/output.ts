/** How commands speak: lines for people, or one JSON document with --json; errors are a sentence on the error output. */
import type { Command } from 'commander';
import { say } from './words';

/** A command cannot do what was asked; the message is the sentence that the operator reads. */
export class CommandError extends Error {}

export function wantsJson(command: Command): boolean {
  return command.optsWithGlobals<{ json?: boolean }>().json === true;
}

/** Prints the result: `lines` for people, `data` where JSON was asked for. */
export function report(command: Command, data: unknown, lines: readonly string[]): void {
  if (wantsJson(command)) console.log(JSON.stringify(data, null, 2));
  else for (const line of lines) console.log(line);
}

/** What went wrong, as one sentence: the message, or where there is none (a refused connection to several addresses), its causes. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(sentenceOf).join('; ');
  if (!(error instanceof Error)) return String(error);
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return say(
      `Na zadané adrese nikdo neodpovídá (${sentenceOf(error.cause)}).`,
      `Nobody answers at that address (${sentenceOf(error.cause)}).`,
    );
  }
  return error.message;
}

/** Nothing runs on this data folder, and no variable says where else to look. */
export function notRunning(dataDir: string): string {
  return say(
    `Nad složkou ${dataDir} Postup neběží. Spusťte jej (npm start), zvolte složku (DATA_DIR), nebo nastavte DATABASE_URL a TEMPORAL_ADDRESS.`,
    `Postup does not run on the folder ${dataDir}. Start it (npm start), choose the folder (DATA_DIR), or set DATABASE_URL and TEMPORAL_ADDRESS.`,
  );
}
