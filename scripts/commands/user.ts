import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { UniqueConstraintError } from 'sequelize';
import { z } from 'zod';
import { isRole, roleNames, type Role } from '../../processes/roles';
import { CommandError, report } from '../output';
import { createPerson, tenantBySlug, withDatabase } from '../tenants';
import { say } from '../words';

const SHORTEST_PASSWORD = 10;

interface UserOptions {
  readonly tenant: string;
  readonly email: string;
  readonly name: string;
  readonly roles: string;
  readonly password?: string;
}

function rolesOf(list: string): Role[] {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const wrong = names.filter((name) => !isRole(name));
  if (names.length === 0 || wrong.length > 0) {
    const known = roleNames.join(', ');
    throw new CommandError(
      say(
        `Neznámá role: ${wrong.join(', ') || '(žádná)'}. Role jsou: ${known}.`,
        `Unknown role: ${wrong.join(', ') || '(none)'}. Roles are: ${known}.`,
      ),
    );
  }
  return names.filter(isRole);
}

async function createAction(options: UserOptions, command: Command): Promise<void> {
  const roles = rolesOf(options.roles);
  if (!z.email().safeParse(options.email).success)
    throw new CommandError(say(`${options.email} není e-mailová adresa.`, `${options.email} is no e-mail address.`));
  const name = options.name.trim();
  if (name === '') throw new CommandError(say('Jméno chybí.', 'The name is missing.'));
  const given = options.password;
  if (given !== undefined && given.length < SHORTEST_PASSWORD) {
    throw new CommandError(
      say(`Heslo musí mít aspoň ${SHORTEST_PASSWORD} znaků.`, `A password has at least ${SHORTEST_PASSWORD} characters.`),
    );
  }
  const password = given ?? randomBytes(12).toString('base64url');
  const id = await withDatabase(async () => {
    const tenant = await tenantBySlug(options.tenant);
    return createPerson(tenant.id, { email: options.email, name, roles, password });
  }).catch((error: unknown) => {
    if (!(error instanceof UniqueConstraintError)) throw error;
    throw new CommandError(
      say(`${options.email} už v úřadu ${options.tenant} účet má.`, `${options.email} has an account in ${options.tenant} already.`),
    );
  });
  const made = given === undefined ? { password } : {};
  report(command, { id, email: options.email.toLowerCase(), roles, ...made }, [
    say(`Přidáno: ${name} <${options.email}>, role ${roles.join(', ')}.`, `Added: ${name} <${options.email}>, roles ${roles.join(', ')}.`),
    ...(given === undefined
      ? [say(`Heslo pro první přihlášení (jinde se neukáže): ${password}`, `Password for the first sign-in (shown only here): ${password}`)]
      : []),
  ]);
}

export function addUserCommands(program: Command): void {
  const user = program.command('user').description(say('lidé', 'people'));
  user
    .command('create')
    .description(say('přidá člověka do úřadu', 'adds a person to a tenant'))
    .requiredOption('--tenant <slug>', say('značka úřadu', 'slug of the tenant'))
    .requiredOption('--email <email>', 'e-mail')
    .requiredOption('--name <name>', say('jméno a příjmení, nebo název', 'name'))
    .requiredOption(
      '--roles <roles>',
      say(`role oddělené čárkou: ${roleNames.join(', ')}`, `roles, comma-separated: ${roleNames.join(', ')}`),
    )
    .option('--password <password>', say('heslo; jinak se vytvoří a vypíše', 'password; otherwise one is made and printed'))
    .action(createAction);
}
