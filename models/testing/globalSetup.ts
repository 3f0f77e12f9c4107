import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SHARED_FOLDER } from './server';

/** Makes the folder in which the first suite that needs the database starts it for all. */
export default function setUp(): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postup-test-'));
  chmodSync(folder, 0o755);
  process.env[SHARED_FOLDER] = folder;
}
