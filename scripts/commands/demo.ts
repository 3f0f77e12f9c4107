import type { Command } from 'commander';
import { environment } from '../../models/environment';
import { roles } from '../../processes/roles';
import { demoAccounts } from '../demo/accounts';
import { loadDistrict } from '../demo/district';
import { loadDemo } from '../demo/load';
import { localUrl } from '../localUrl';
import { CommandError, report } from '../output';
import { withDatabase } from '../tenants';
import { say, text } from '../words';

interface LoadOptions {
  readonly large?: boolean;
  readonly url?: string;
}

function refuseWithoutDemo(): void {
  if (environment().demo) return;
  throw new CommandError(say('Ukázková data jsou vypnuta proměnnou DEMO=off.', 'Demo data is turned off by DEMO=off.'));
}

async function loadAction(options: LoadOptions, command: Command): Promise<void> {
  refuseWithoutDemo();
  const url = (options.url ?? localUrl()).replace(/\/+$/, '');
  const began = performance.now();
  const { dataDir } = environment();
  const loaded = await withDatabase(() => (options.large === true ? loadDistrict(url, dataDir) : loadDemo(url, dataDir)));
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  report(command, { ...loaded, seconds }, [
    say(
      `Nahráno za ${seconds} s: úřady ${loaded.tenants}, lidé ${loaded.people}, programy ${loaded.programmes}, spisy ${loaded.cases}.`,
      `Loaded in ${seconds} s: ${loaded.tenants} tenants, ${loaded.people} people, ${loaded.programmes} programmes, ${loaded.cases} cases.`,
    ),
  ]);
}

function accountsAction(_options: unknown, command: Command): void {
  refuseWithoutDemo();
  const accounts = demoAccounts(environment().dataDir);
  const lines = accounts.map((account) => {
    const functions = account.roles.map((role) => text(roles[role])).join(', ');
    return `  ${account.tenant.padEnd(15)} ${account.email.padEnd(38)} ${functions}`;
  });
  report(command, accounts, [
    ...lines,
    say(`  heslo všech: ${accounts[0]?.password ?? ''}`, `  password of all: ${accounts[0]?.password ?? ''}`),
  ]);
}

export function addDemoCommands(program: Command): void {
  const demo = program.command('demo').description(say('ukázková data', 'demo data'));
  demo
    .command('load')
    .description(
      say(
        'nahraje ukázkové město, sdružení a spisy v každém kroku do běžícího systému',
        'loads a demo town, an association and cases at every step into the running system',
      ),
    )
    .option(
      '--large',
      say(
        'rok jedné městské části: 7 programů, 233 žádostí, 30 milionů Kč',
        'a year of one district: 7 programmes, 233 applications, 30 million CZK',
      ),
    )
    .option(
      '--url <url>',
      say('adresa systému (jinak ten, který běží nad DATA_DIR)', 'address of the system (otherwise the one running on DATA_DIR)'),
    )
    .action(loadAction);
  demo.command('accounts').description(say('vypíše ukázkové účty', 'lists the demo accounts')).action(accountsAction);
}
