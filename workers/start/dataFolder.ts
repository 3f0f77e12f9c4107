import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { errorCode, errorText, StartProblem } from './problem';
import { words } from './words';

/** Raised when the arrangement of DATA_DIR itself changes. */
const LAYOUT = 1;

/** Below this the start refuses, because a database that runs out of space in the middle of its work stops. */
const NEEDED_MEGABYTES = 512;

const secretsSchema = z.object({
  postgresPassword: z.string(),
  temporalPassword: z.string(),
  databaseAppPassword: z.string(),
  sessionSecret: z.string(),
  /** Came later than the others: a folder from before gets it at the next start. */
  secretsKey: z.string().optional(),
});

/** Passwords that the one-machine start made for itself; DATA_DIR/secrets.json, readable by its owner only. */
export type Secrets = Required<z.infer<typeof secretsSchema>>;

const versionSchema = z.object({ layout: z.number().int(), migration: z.string().optional() });

/** Paths inside DATA_DIR. */
export interface DataFolder {
  readonly root: string;
  readonly postgres: string;
  readonly temporal: string;
  readonly state: string;
  readonly logs: string;
  readonly secrets: Secrets;
}

function readJson<T>(file: string, schema: z.ZodType<T>): T | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = errorCode(error) ?? errorText(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new StartProblem(words.fileForbidden(file, code), { cause: error });
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new StartProblem(words.damagedFile(file), { cause: error });
  }
}

/** Replaces a file in one step, so that a crash leaves the old or the new one, readable by its owner only. */
export function writePrivateFile(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text, { mode: 0o600 });
  renameSync(temporary, file);
}

/** Room on the disk of a folder, in megabytes, for who is not root. */
export function freeMegabytes(folder: string): number {
  const disk = statfsSync(folder);
  return Math.floor((disk.bavail * disk.bsize) / 1_000_000);
}

/** Step by step: Node's own way of making a whole path tells of a read-only disk that something is missing. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // another start may have made it in the meantime
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

function makeFolders(root: string, folders: readonly string[]): void {
  try {
    makeFolder(root);
    // as root, a folder mounted read-only shows itself only on writing
    const probe = path.join(root, `.probe-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
    folders.forEach(makeFolder);
  } catch (error) {
    if (errorCode(error) === 'ENOSPC') throw new StartProblem(words.diskFull(root, 0, NEEDED_MEGABYTES), { cause: error });
    throw new StartProblem(words.folderNotWritable(root, errorCode(error) ?? errorText(error)), { cause: error });
  }
}

/**
 * Makes DATA_DIR ready and gives its paths and secrets.
 * @throws StartProblem when it cannot be written, its disk is nearly full, or its secrets are damaged.
 */
export function openDataFolder(root: string, neededMegabytes = NEEDED_MEGABYTES): DataFolder {
  const paths = {
    root,
    postgres: path.join(root, 'postgres'),
    temporal: path.join(root, 'temporal'),
    state: path.join(root, 'state'),
    logs: path.join(root, 'logs'),
  };
  makeFolders(root, [paths.temporal, paths.state, paths.logs]);
  const free = freeMegabytes(root);
  if (free < neededMegabytes) throw new StartProblem(words.diskFull(root, free, neededMegabytes));

  const file = path.join(root, 'secrets.json');
  const known = readJson(file, secretsSchema);
  if (known?.secretsKey !== undefined) return { ...paths, secrets: { ...known, secretsKey: known.secretsKey } };
  const secret = (): string => randomBytes(32).toString('base64url');
  // new secrets beside an old database would lock it for good
  if (!known && hasDatabase(paths.postgres)) throw new StartProblem(words.damagedFile(file));
  const secrets: Secrets = {
    postgresPassword: secret(),
    temporalPassword: secret(),
    databaseAppPassword: secret(),
    sessionSecret: secret(),
    ...known,
    secretsKey: secret(),
  };
  writePrivateFile(file, JSON.stringify(secrets, null, 2));
  return { ...paths, secrets };
}

function hasDatabase(folder: string): boolean {
  try {
    return readdirSync(folder).includes('PG_VERSION');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Names of the migrations in a folder, oldest first. They sort by name. */
export function knownMigrations(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d.*\.(sql|ts)$/.test(name) && !name.endsWith('.test.ts'))
      .map((name) => name.replace(/\.(sql|ts)$/, ''))
      .sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Refuses a folder that a newer version has used: one with another arrangement, or with a migration unknown here.
 * @throws StartProblem
 */
export function checkDataVersion(root: string, migrations: readonly string[]): void {
  const recorded = readJson(path.join(root, 'version.json'), versionSchema);
  if (!recorded) return;
  if (recorded.layout > LAYOUT) throw new StartProblem(words.newerDataFolder(root, `uspořádání/layout ${recorded.layout}`));
  if (recorded.migration !== undefined && !migrations.includes(recorded.migration)) {
    throw new StartProblem(words.newerDataFolder(root, recorded.migration));
  }
}

/** Records which version has used the folder; called after its migrations went through. */
export function recordDataVersion(root: string, migrations: readonly string[]): void {
  writePrivateFile(path.join(root, 'version.json'), JSON.stringify({ layout: LAYOUT, migration: migrations.at(-1) }, null, 2));
}
