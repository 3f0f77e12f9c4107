/** People of the demo: invented functions, no persons. They sign in with one password, made anew for each data folder. */
import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Role } from '../../processes/roles';
import type { Account } from '../http/people';

export const TOWN = 'ukazkov';
export const ASSOCIATION = 'otevrena-mesta';
export const PLATFORM = 'platforma';

export interface DemoPerson {
  readonly tenant: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

const of =
  (tenant: string, host: string) =>
  (mailbox: string, name: string, ...roles: Role[]): DemoPerson => ({
    tenant,
    email: `${mailbox}@${host}`,
    name,
    roles,
  });

const town = of(TOWN, 'ukazkov.example');
const association = of(ASSOCIATION, 'otevrena-mesta.example');
const platform = of(PLATFORM, 'postup.example');

export const demoPeople: readonly DemoPerson[] = [
  town('zadatel', 'Spolek Ukázka (žadatel)', 'applicant'),
  town('sokol', 'Oddíl stolního tenisu (žadatel)', 'applicant'),
  town('knihovna', 'Přátelé knihovny (žadatel)', 'applicant'),
  town('referentka', 'Referentka dotací', 'grantOfficer'),
  town('hodnotitelka', 'Hodnotitelka první', 'evaluator'),
  town('hodnotitel', 'Hodnotitel druhý', 'evaluator'),
  town('tajemnice', 'Tajemnice rady a zastupitelstva', 'councilSecretary'),
  town('ucetni', 'Účetní', 'accountant'),
  town('kontrolorka', 'Kontrolorka', 'inspector'),
  town('auditorka', 'Auditorka', 'auditor'),
  town('spravce', 'Správce úřadu', 'tenantAdmin'),
  association('zadatel', 'Členské město (žadatel)', 'applicant'),
  association('referent', 'Referent sdružení', 'grantOfficer'),
  association('hodnotitel', 'Hodnotitel sdružení', 'evaluator'),
  association('tajemnik', 'Tajemník sdružení', 'councilSecretary'),
  association('ucetni', 'Účetní sdružení', 'accountant'),
  association('kontrolor', 'Kontrolor sdružení', 'inspector'),
  association('auditor', 'Auditor sdružení', 'auditor'),
  association('spravce', 'Správce sdružení', 'tenantAdmin'),
  platform('platforma', 'Správce platformy', 'platformAdmin'),
];

const keptSchema = z.object({ password: z.string() });

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'state', 'demo.json');
}

/** No demo has been loaded on this data folder. */
export class NoDemoError extends Error {
  constructor() {
    super('Ukázková data tu nejsou. Nahrajte je příkazem npm run postup -- demo load (se stejným DATA_DIR, s jakým systém běží).');
  }
}

/** The password of the demo accounts of this data folder. @throws NoDemoError */
export function demoPassword(dataDir: string): string {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))).password;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new NoDemoError();
    throw error;
  }
}

/** Makes the password, or gives the one that was made: `ukazka-4711-0815`. A password that everybody knows would be a door once the house is opened to a network. */
export function makeDemoPassword(dataDir: string): string {
  try {
    return demoPassword(dataDir);
  } catch (error) {
    if (!(error instanceof NoDemoError)) throw error;
  }
  const group = (): string => String(randomInt(10_000)).padStart(4, '0');
  const password = `ukazka-${group()}-${group()}`;
  mkdirSync(path.dirname(fileIn(dataDir)), { recursive: true });
  writeFileSync(fileIn(dataDir), JSON.stringify({ password }, null, 2), { mode: 0o600 });
  return password;
}

/** The demo accounts with their password. @throws NoDemoError */
export function demoAccounts(dataDir: string): Account[] {
  const password = demoPassword(dataDir);
  return demoPeople.map((person) => ({ ...person, password }));
}
