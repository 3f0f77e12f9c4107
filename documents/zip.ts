/** The little of the ZIP format (APPNOTE 6.3) that is needed to look into an office document without unpacking it. */
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRIES = 20_000;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

export interface ZipEntry {
  readonly name: string;
  /** The content, or null where it is longer than `limit` bytes or cannot be unpacked. */
  read(limit: number): Buffer | null;
}

function contentOf(zip: Buffer, offset: number, method: number, packed: number, limit: number): Buffer | null {
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== LOCAL) return null;
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const bytes = zip.subarray(start, start + packed);
  if (method === STORED) return bytes.length <= limit ? bytes : null;
  if (method !== DEFLATED) return null;
  try {
    return inflateRawSync(bytes, { maxOutputLength: limit });
  } catch {
    return null;
  }
}

/** Entries of the archive by its central directory; null for what is no whole, plain archive (encrypted ones are not). */
export function zipEntries(zip: Buffer): ZipEntry[] | null {
  let end = zip.length - 22;
  while (end >= Math.max(0, zip.length - 22 - 65_535) && zip.readUInt32LE(end) !== END) end -= 1;
  if (end < 0 || zip.readUInt32LE(end) !== END) return null;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES) return null;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return null;
    if ((zip.readUInt16LE(at + 8) & ENCRYPTED) !== 0) return null;
    const method = zip.readUInt16LE(at + 10);
    const packed = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const offset = zip.readUInt32LE(at + 42);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      read: (limit) => contentOf(zip, offset, method, packed, limit),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}
