import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { errorCode } from '../errorCode';
import { FileMissingError, type ByteStore } from './store';

/** Makes what was written to the folder (a new name) survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Files under `<dataDir>/files/ab/cd/<sha256>`. */
export function diskStore(dataDir: string): ByteStore {
  const fileOf = (sha256: string): string => path.join(dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  return {
    size: async (sha256) => {
      try {
        return (await stat(fileOf(sha256))).size;
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return null;
        throw error;
      }
    },
    write: async (sha256, bytes) => {
      const file = fileOf(sha256);
      const folder = path.dirname(file);
      await mkdir(folder, { recursive: true });
      const temporary = `${file}.${randomBytes(6).toString('hex')}.new`;
      try {
        const handle = await open(temporary, 'wx');
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(folder);
    },
    read: async (sha256) => {
      const stream = createReadStream(fileOf(sha256));
      try {
        await once(stream, 'open');
      } catch (error) {
        throw errorCode(error) === 'ENOENT' ? new FileMissingError(sha256, error) : error;
      }
      return stream;
    },
  };
}
