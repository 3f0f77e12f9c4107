import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sayTo } from '../../workers/start/problem';
import { findTemporalBinaries } from '../../workers/start/temporalBinaries';
import { obtainTestServer } from '../../workflows/testing/obtainTestServer';
import { SHARED_FOLDER } from './server';

const print = (line: string): void => void process.stderr.write(`${line}\n`);
const say = sayTo(print, 'en');

/** Once a machine this takes minutes, longer than a test may. Without them those tests fail that need them, and say why. */
async function obtainServers(): Promise<void> {
  for (const obtain of [() => findTemporalBinaries({ say }), obtainTestServer]) {
    await obtain().catch((error: unknown) => print(String(error)));
  }
}

/** Obtains the servers that tests run, and makes the folder in which the first suite that needs the database starts it for all. */
export default async function setUp(): Promise<void> {
  await obtainServers();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postup-test-'));
  chmodSync(folder, 0o755);
  process.env[SHARED_FOLDER] = folder;
}
