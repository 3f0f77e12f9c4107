import type { Readable } from 'node:stream';

/** Where bytes are kept; the name is their SHA-256. */
export interface ByteStore {
  /** Size in bytes, or null when there is no such file. */
  size(sha256: string): Promise<number | null>;
  /** Stores the bytes so that they survive a crash right after. */
  write(sha256: string, bytes: Buffer): Promise<void>;
  /** @throws FileMissingError */
  read(sha256: string): Promise<Readable>;
}

/** The file is listed in the database, but its bytes are not there. */
export class FileMissingError extends Error {
  override readonly name = 'FileMissingError';

  constructor(sha256: string, cause?: unknown) {
    super(`Soubor ${sha256} v úložišti chybí`, { cause });
  }
}

/** The bytes are not those that were stored. */
export class FileDamagedError extends Error {
  override readonly name = 'FileDamagedError';

  constructor(sha256: string) {
    super(`Soubor ${sha256} je v úložišti poškozený`);
  }
}
