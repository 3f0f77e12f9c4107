/** The operator's tool: `npm run postup -- <command>`. Exit code 0: done; 1: it could not be done, or a check did not hold; 2: wrongly asked. */
import { Command, CommanderError } from 'commander';
import { addAuditCommands } from './commands/audit';
import { addBankCommands } from './commands/bank';
import { addDemoCommands } from './commands/demo';
import { addHistoryCommands } from './commands/history';
import { addMigrateCommand } from './commands/migrate';
import { addSmokeCommands } from './commands/smoke';
import { addTenantCommands } from './commands/tenant';
import { addUserCommands } from './commands/user';
import { speakToOperator, wronglyAsked } from './operatorWords';
import { sentenceOf } from './output';
import { say } from './words';

const WRONGLY_ASKED = 2;

const program = new Command('postup')
  .description(say('Nástroj správce systému Postup', 'The operator’s tool of Postup'))
  .option('--json', say('výsledek jako JSON', 'result as JSON'))
  .helpOption('-h, --help', say('nápověda', 'help'))
  .helpCommand('help [command]', say('nápověda k příkazu', 'help for a command'))
  .exitOverride();
speakToOperator(program);

for (const add of [
  addMigrateCommand,
  addTenantCommands,
  addUserCommands,
  addDemoCommands,
  addAuditCommands,
  addBankCommands,
  addHistoryCommands,
  addSmokeCommands,
])
  add(program);

async function main(): Promise<number> {
  try {
    await program.parseAsync();
    return 0;
  } catch (error) {
    const asked = error instanceof CommanderError;
    // help, too, comes as an error; it has been printed
    const sentence = asked ? wronglyAsked(error) : sentenceOf(error);
    if (sentence !== undefined) {
      if (process.argv.includes('--json')) console.log(JSON.stringify({ error: sentence }));
      console.error(sentence);
    }
    if (asked) return error.exitCode === 0 ? 0 : WRONGLY_ASKED;
    return 1;
  }
}

// a reader that has seen enough (`| head`) closes the pipe; that is no failure
process.stdout.on('error', () => undefined);

void main().then((code) => {
  process.exitCode = process.exitCode ?? code;
});
