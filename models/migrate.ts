/**
 * Brings the database to the shape this version of the code knows. Migrations are SQL files, applied in the order of
 * their names, each in one transaction together with the row that records it.
 *
 * There is no way down: an official record is not thrown away to undo a release. A release that went wrong is mended by
 * a further migration, or by restoring the backup taken before it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { Umzug } from 'umzug';
import { environment, type OperatorLanguage } from './environment';
import { errorCode } from './errorCode';
import { availably } from './problems';

const FOLDER = path.join(__dirname, 'migrations');
const ROLES = ['postup_app', 'postup_session'] as const;
/** Any number, the same in every version: two starts at once must not migrate at once. */
const LOCK = 7_263_550_311;
const WRONG_PASSWORD = '28P01';

/** The database does not fit this code, with what to do about it in the operator's language. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

function sentence(words: Record<OperatorLanguage, string>, cause?: unknown): MigrationError {
  return new MigrationError(words[environment().language], { cause });
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(path.join(folder, file), 'utf8');
      return { name: file.slice(0, -'.sql'.length), sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Creates the restricted roles where they are missing; a changed DATABASE_APP_PASSWORD is given to them. */
async function prepareRoles(owner: Client): Promise<void> {
  const password = environment().databaseAppPassword;
  for (const role of ROLES) {
    const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
    if (rowCount !== 0 && (await signsIn(role))) continue;
    const [verb, limits] = rowCount === 0 ? ['create', 'nosuperuser nocreatedb nocreaterole'] : ['alter', ''];
    try {
      await owner.query(`${verb} role ${role} login ${limits} password ${owner.escapeLiteral(password)}`);
    } catch (error) {
      throw sentence(
        {
          cs: `Uživatel z DATABASE_URL nesmí zakládat role databáze. Spusťte migraci jako správce databáze, nebo mu dejte právo CREATEROLE (chybí role ${role}).`,
          en: `The user of DATABASE_URL may not create database roles. Migrate as the database's administrator, or grant CREATEROLE (missing: ${role}).`,
        },
        error,
      );
    }
  }
}

async function signsIn(role: (typeof ROLES)[number]): Promise<boolean> {
  const client = new Client({ connectionString: environment().databaseUrlAs(role), connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (errorCode(error) === WRONG_PASSWORD) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @throws MigrationError when the database was changed by a newer version, or an applied file was changed since. */
function compare(applied: ReadonlyMap<string, string>, known: readonly Migration[]): void {
  const newer = [...applied.keys()].find((name) => !known.some((migration) => migration.name === name));
  if (newer !== undefined) {
    throw sentence({
      cs: `Databázi už upravila novější verze Postupu (krok ${newer}). Spusťte tu novější verzi, nebo obnovte zálohu z doby před ní.`,
      en: `The database was changed by a newer version of Postup (step ${newer}). Start that version, or restore a backup from before it.`,
    });
  }
  const changed = known.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (changed) {
    throw sentence({
      cs: `Soubor migrace ${changed.name} je jiný, než jaký se v databázi provedl. Vraťte ho do původní podoby; změna patří do nového souboru.`,
      en: `The migration file ${changed.name} differs from what was applied to the database. Restore it; a change belongs to a new file.`,
    });
  }
}

async function apply(owner: Client, { name, sql, checksum }: Migration): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(sql);
    await owner.query('insert into migrations (name, checksum) values ($1, $2)', [name, checksum]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/**
 * Applies what is missing, as the owner of DATABASE_URL. Safe to call at every start, and by several processes at once.
 * @param folder where the SQL files are; another one only in tests
 * @returns names of the migrations applied now
 * @throws MigrationError in the operator's words
 * @throws DatabaseUnavailableError
 */
export async function migrate(folder = FOLDER): Promise<string[]> {
  const owner = new Client({
    connectionString: environment().databaseUrl,
    connectionTimeoutMillis: 5_000,
    application_name: 'postup-migrate',
  });
  return availably(async () => {
    await owner.connect();
    try {
      await owner.query('select pg_advisory_lock($1)', [LOCK]);
      await prepareRoles(owner);
      await owner.query(
        'create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
      );
      const { rows } = await owner.query<{ name: string; checksum: string }>('select name, checksum from migrations');
      const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
      const known = readMigrations(folder);
      compare(applied, known);
      const umzug = new Umzug({
        migrations: known.map((migration) => ({ name: migration.name, up: () => apply(owner, migration) })),
        // `apply` records in the same transaction: recording here, after it, could be lost between the two.
        storage: {
          logMigration: () => Promise.resolve(),
          unlogMigration: () => Promise.reject(new Error('There is no way down')),
          executed: () => Promise.resolve([...applied.keys()].sort()),
        },
        logger: undefined,
      });
      return (await umzug.up()).map(({ name }) => name);
    } finally {
      await owner.end().catch(() => undefined);
    }
  });
}
