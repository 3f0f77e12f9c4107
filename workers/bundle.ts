/** The workflows as one piece of code for Temporal's sandbox, made once for each state of their sources. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleWorkflowCode, type Logger } from '@temporalio/worker';

const ROOT = path.resolve(__dirname, '..');
/** What the bundle is made of, besides packages. */
const SOURCES = ['workflows', 'processes'];
/** Packages whose code is in the bundle, or which make it. */
const PACKAGES = ['@temporalio/worker', '@temporalio/workflow', '@temporalio/common', 'luxon', '@swc/core'];

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of PACKAGES) hash.update(name).update(readFileSync(require.resolve(`${name}/package.json`)));
  for (const folder of SOURCES) {
    for (const file of sourceFiles(path.join(ROOT, folder))) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 32);
}

/**
 * The bundle, from DATA_DIR/cache where it was made before (making it takes seconds).
 * @returns path of its code
 */
export async function workflowBundle(dataDir: string, logger: Logger): Promise<{ codePath: string }> {
  const folder = path.join(dataDir, 'cache');
  const name = `workflows-${fingerprint()}.js`;
  const codePath = path.join(folder, name);
  if (existsSync(codePath)) return { codePath };
  const workflows = (file: string): string => path.join(ROOT, 'workflows', file);
  const { code } = await bundleWorkflowCode({
    workflowsPath: workflows('index.ts'),
    preloadModules: [workflows('withoutStacks.ts')],
    logger,
  });
  mkdirSync(folder, { recursive: true });
  const temporary = `${codePath}.${process.pid}.new`;
  writeFileSync(temporary, code);
  for (const old of readdirSync(folder)) {
    // Only whole ones: another worker may be writing its own right now.
    if (/^workflows-.*\.js$/.test(old) && old !== name) rmSync(path.join(folder, old), { force: true });
  }
  renameSync(temporary, codePath);
  return { codePath };
}
