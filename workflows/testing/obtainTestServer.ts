import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const VERSION = '1.32.1';
const run = promisify(execFile);

/**
 * The program of the time-skipping server, fetched where it is not in the cache yet.
 * @returns its path, or null where there is no Maven: then the SDK downloads its own
 */
export async function obtainTestServer(): Promise<string | null> {
  // The same folder as the start's, spelled out: the workflows are tested without the host that runs them.
  const cache = process.env.POSTUP_CACHE ?? path.join(homedir(), '.cache', 'postup');
  const home = path.join(cache, `temporal-test-server-${VERSION}`);
  const script = path.join(home, 'run');
  if (await exists(script)) return script;
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(`${home}-`);
  try {
    const pom = path.join(__dirname, 'pom.xml');
    await run('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${path.join(fresh, 'lib')}`], {
      timeout: 600_000,
    });
    await writeFile(path.join(fresh, 'run'), `#!/bin/sh\nexec java -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"\n`);
    await chmod(path.join(fresh, 'run'), 0o755);
    await rename(fresh, home);
    return script;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (await exists(script)) return script; // another test file was faster
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
