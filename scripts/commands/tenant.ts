import { UniqueConstraintError } from 'sequelize';
import { Option, type Command } from 'commander';
import { createTenant } from '../../models/index';
import { isIco } from '../../processes/identifiers';
import { CommandError, report } from '../output';
import { allTenants, withDatabase } from '../tenants';
import { say } from '../words';

const SHORTEST_NAME = 2;

interface TenantOptions {
  readonly slug: string;
  readonly name: string;
  readonly kind: 'municipality' | 'association';
  readonly ico?: string;
  readonly address?: string;
}

async function createAction(options: TenantOptions, command: Command): Promise<void> {
  const { slug, kind, ico, address } = options;
  const name = options.name.trim();
  if (!/^[a-z0-9-]{2,40}$/.test(slug)) {
    throw new CommandError(
      say(
        'Značka úřadu smí mít jen malá písmena bez diakritiky, číslice a pomlčky (2 až 40 znaků).',
        'A slug is 2 to 40 small letters, digits and hyphens.',
      ),
    );
  }
  if (name === '') throw new CommandError(say('Úřední název chybí.', 'The official name is missing.'));
  if (name.length < SHORTEST_NAME)
    throw new CommandError(
      say(
        `Úřední název ${name} je příliš krátký, má mít nejméně ${SHORTEST_NAME} znaky.`,
        `The official name ${name} is too short, it needs at least ${SHORTEST_NAME} characters.`,
      ),
    );
  if (ico !== undefined && !isIco(ico)) throw new CommandError(say(`${ico} není IČO (8 číslic).`, `${ico} is no IČO (8 digits).`));
  const id = await withDatabase(() => createTenant({ slug, name, kind, ico, address })).catch((error: unknown) => {
    if (!(error instanceof UniqueConstraintError)) throw error;
    throw new CommandError(say(`Úřad se značkou ${slug} už existuje.`, `A tenant with the slug ${slug} exists already.`));
  });
  report(command, { id, slug, name, kind }, [
    say(
      `Úřad ${name} je založen (${slug}). Prvního správce přidáte takto:`,
      `The tenant ${name} is made (${slug}). Add its first administrator:`,
    ),
    `  npm run postup -- user create --tenant ${slug} --email … --name … --roles tenantAdmin`,
  ]);
}

export function addTenantCommands(program: Command): void {
  const tenant = program.command('tenant').description(say('úřady a sdružení', 'municipalities and associations'));
  tenant
    .command('create')
    .description(say('založí úřad', 'makes a tenant'))
    .requiredOption('--slug <slug>', say('značka v adrese, například ukazkov', 'its part of the address, for example ukazkov'))
    .requiredOption('--name <name>', say('úřední název', 'official name'))
    .addOption(
      new Option('--kind <kind>', say('obec, nebo sdružení', 'municipality or association'))
        .choices(['municipality', 'association'])
        .default('municipality'),
    )
    .option('--ico <ico>', 'IČO')
    .option('--address <address>', say('sídlo', 'seat'))
    .action(createAction);
  tenant
    .command('list')
    .description(say('vypíše úřady', 'lists tenants'))
    .action(async (_options: unknown, command: Command) => {
      const tenants = await withDatabase(allTenants);
      report(
        command,
        tenants,
        tenants.map(({ slug, name }) => `${slug}  ${name}`),
      );
    });
}
