import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { readStatements } from '../../models/banking/readStatements';
import { StatementError } from '../../processes/banking/statement';
import { decimalOfAmount } from '../../processes/banking/currencies';
import { CommandError, report } from '../output';
import { say, text } from '../words';

/** Twice as much as the reader takes: what is larger is not even read in. */
const MAX_BYTES = 512 * 1024 * 1024;

async function bytesOf(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw new CommandError(say(`Soubor ${file} je příliš velký.`, `The file ${file} is too large.`));
    return await readFile(file);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(say(`Soubor ${file} se nedá přečíst.`, `The file ${file} cannot be read.`));
  }
}

/** One sentence beside the output, where a reading of a whole file would be, and nothing in it. */
function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

export function addBankCommands(program: Command): void {
  program
    .command('bank')
    .description(say('soubory z banky', 'files from the bank'))
    .command('read <file>')
    .description(
      say(
        'přečte výpis (Fio JSON, GPC/ABO, camt.053), formát pozná z obsahu',
        'reads a statement (Fio JSON, GPC/ABO, camt.053), its format from the content',
      ),
    )
    .action(async (file: string, _options: object, command: Command) => {
      try {
        const bytes = await bytesOf(file);
        const { statements } = readStatements(bytes);
        const lines = statements.flatMap(({ account, currency, entries }) => [
          say(`${account} (${currency}): pohybů ${entries.length}`, `${account} (${currency}): ${entries.length} movements`),
          ...entries.map(
            (entry) =>
              `  ${entry.date}  ${decimalOfAmount(entry.amount, entry.currency).padStart(14)} ${entry.currency}  VS ${entry.variableSymbol ?? '-'}  ${entry.counterAccount ?? ''}  ${entry.counterName ?? ''}${entry.reversal ? say('  STORNO', '  REVERSAL') : ''}`,
          ),
        ]);
        report(command, { statements }, lines);
      } catch (error) {
        if (error instanceof StatementError) return refuse(text(error.why));
        if (error instanceof CommandError) return refuse(error.message);
        throw error;
      }
    });
}
