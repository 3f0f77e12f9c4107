/** Where the time-skipping server comes from: the cache, else Maven (a package registry), else the SDK's own download. Only tests need it. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { TestWorkflowEnvironment } from '@temporalio/testing';

const VERSION = '1.32.1';
const run = promisify(execFile);

/** A Temporal in which time passes as fast as nothing happens. One a test file; tear it down. */
export async function timeSkipping(): Promise<TestWorkflowEnvironment> {
  const server = await cachedServer();
  return TestWorkflowEnvironment.createTimeSkipping(
    server === null ? {} : { server: { executable: { type: 'existing-path', path: server } } },
  );
}

async function cachedServer(): Promise<string | null> {
  const cache = process.env.POSTUP_CACHE ?? path.join(homedir(), '.cache', 'postup');
  const home = path.join(cache, `temporal-test-server-${VERSION}`);
  const script = path.join(home, 'run');
  if (await exists(script)) return script;
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(`${home}-`);
  try {
    const pom = path.join(__dirname, 'pom.xml');
    await run('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${path.join(fresh, 'lib')}`], {
      timeout: 180_000,
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
