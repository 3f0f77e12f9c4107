import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PartContext, PartPlan } from './part';
import { errorCode, StartProblem } from './problem';
import { ROOT, runNode, spawnNode, type Variables } from './program';
import { RotatingLog } from './rotatingLog';
import { words } from './words';

/** The two faces of the system, each a workspace of its own. */
export const FACES = ['admin', 'portal'] as const;
export type Face = (typeof FACES)[number];

/** Beside what was built: from which sources. A name with a dot is never served. */
const STAMP = '.sources';
const SKIPPED = new Set(['node_modules', 'dist']);

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIPPED.has(entry.name) || entry.name.includes('.test.')) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(file);
    else if (entry.isFile()) yield file;
  }
}

/** A hash of everything a face is built from: its folder, the definitions of processes, the exact packages. */
export function sourcesHash(root: string, face: Face): string {
  const hash = createHash('sha256');
  const files = [...filesIn(path.join(root, face)), ...filesIn(path.join(root, 'processes')), path.join(root, 'package-lock.json')];
  for (const file of files) {
    hash.update(`${path.relative(root, file)}\n`);
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** From which sources the built face was made; undefined when none was, or its build was interrupted. */
export function builtFrom(root: string, face: Face): string | undefined {
  try {
    return readFileSync(path.join(root, face, 'dist', STAMP), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function viteProgram(face: Face): string {
  const manifest = createRequire(path.join(ROOT, face, 'package.json')).resolve('vite/package.json');
  return path.join(path.dirname(manifest), 'bin', 'vite.js');
}

/**
 * Builds the faces whose sources have changed since, one after the other, since each takes much memory.
 * @throws StartProblem with what the build said.
 */
export async function buildFaces(context: PartContext, logs: string): Promise<void> {
  for (const face of FACES) {
    const hash = sourcesHash(ROOT, face);
    if (builtFrom(ROOT, face) === hash) continue;
    context.say(words.faceBuilding(face));
    const log = new RotatingLog(path.join(logs, `build-${face}.log`));
    const { ok } = await runNode(
      `build ${face}`,
      [viteProgram(face), 'build'],
      { NODE_ENV: 'production' },
      context,
      log,
      path.join(ROOT, face),
    );
    if (!ok) throw new StartProblem(words.faceFailed(face, log.tail()));
    writeFileSync(path.join(ROOT, face, 'dist', STAMP), hash);
  }
}

/** A development server of a face: changed sources show in the browser at once. */
export function devFace(face: Face, port: number, variables: Variables, log: RotatingLog): PartPlan {
  const args = [viteProgram(face), '--host', '127.0.0.1', '--port', String(port), '--strictPort', '--clearScreen', 'false'];
  return {
    name: face,
    log,
    stopSignal: 'SIGTERM',
    patience: 5_000,
    spawn: () => spawnNode(args, variables, path.join(ROOT, face)),
    ready: async () => undefined,
  };
}
