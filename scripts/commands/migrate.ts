import type { Command } from 'commander';
import { migrate } from '../../models/migrate';
import { report } from '../output';
import { say } from '../words';

export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description(say('připraví tabulky databáze z DATABASE_URL pro tuto verzi', 'brings the tables of DATABASE_URL to this version'))
    .action(async (_options: unknown, command: Command) => {
      const applied = await migrate();
      const lines =
        applied.length === 0
          ? [say('Tabulky jsou aktuální.', 'The tables are up to date.')]
          : applied.map((name) => say(`provedeno: ${name}`, `applied: ${name}`));
      report(command, { applied }, lines);
    });
}
