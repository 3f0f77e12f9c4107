/**
 * The bytes of documents, named by their content: a file is found by the SHA-256 of what is in it, so the same file is
 * stored once, cannot be overwritten, and shows damage when it is read. On the disk of this machine, or in S3.
 */
import { createHash } from 'node:crypto';
import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { environment } from './environment';
import { diskStore } from './stores/disk';
import { FileDamagedError, type ByteStore } from './stores/store';

export { FileDamagedError, FileMissingError } from './stores/store';

let chosen: Promise<ByteStore> | undefined;

async function choose(): Promise<ByteStore> {
  const settings = environment().objectStore;
  if (!settings) return diskStore(environment().dataDir);
  // Loaded where it is used: the library is large, and most installations have a disk.
  const { objectStore } = await import('./stores/objects');
  return objectStore(settings);
}

function store(): Promise<ByteStore> {
  chosen ??= choose();
  return chosen;
}

/** Stores the bytes; the same bytes again are nothing new. @returns their name and size in bytes. */
export async function put(bytes: Buffer): Promise<{ sha256: string; size: number }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const files = await store();
  if ((await files.size(sha256)) !== bytes.length) await files.write(sha256, bytes);
  return { sha256, size: bytes.length };
}

/**
 * The bytes as a stream. They are checked on the way: the last piece is held back until all of them are known to be
 * right, so nobody ever gets a damaged file whole; the stream ends with FileDamagedError instead.
 * @throws FileMissingError
 */
export async function get(sha256: string): Promise<Readable> {
  const source = await (await store()).read(sha256);
  const checked = checking(sha256);
  source.once('error', (error) => checked.destroy(error));
  checked.once('close', () => source.destroy());
  return source.pipe(checked);
}

function checking(sha256: string): Transform {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  return new Transform({
    transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      hash.update(piece);
      const before = held;
      held = piece;
      done(null, before);
    },
    flush(done: TransformCallback) {
      if (hash.digest('hex') !== sha256) done(new FileDamagedError(sha256));
      else done(null, held);
    },
  });
}
