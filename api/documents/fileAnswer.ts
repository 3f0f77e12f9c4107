/** How the bytes of a file leave: whatever is in them gets no rights of our origin. */
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { get as storedBytes } from '../../models/files';
import { showsInline } from './fileKinds';

/** RFC 6266 with the name in UTF-8 (RFC 8187), and a plain one for who cannot read it. */
function disposition(fileName: string, download: boolean): string {
  const plain = fileName
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${download ? 'attachment' : 'inline'}; filename="${plain || 'dokument'}"; filename*=UTF-8''${encoded}`;
}

/** Even a harmless file gets no rights of our origin. A PDF cannot be shown by a browser in a sandbox; it gets no sources instead. */
function contentPolicy(mediaType: string): string {
  return mediaType === 'application/pdf'
    ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    : "sandbox; default-src 'none'; frame-ancestors 'self'";
}

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

export interface FileToSend {
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
}

/** Does it go as a download, asked for or because a browser must not show it? */
export const goesAsDownload = (mediaType: string, asked: boolean): boolean => asked || !showsInline(mediaType);

function head(response: Response, { fileName, mediaType, size }: FileToSend, download: boolean): void {
  response.set({
    'Content-Type': mediaType,
    'Content-Length': String(size),
    'Content-Disposition': disposition(fileName, download),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': contentPolicy(mediaType),
    'Cache-Control': 'private, no-store',
  });
}

/** @param read what was found under the hash, opened before anything was recorded */
export async function sendStored(response: Response, file: FileToSend, read: Readable, download: boolean): Promise<void> {
  head(response, file, download);
  await pipeline(read, response).catch((error: unknown) => {
    // The reader went away; a damaged file, however, is an error of ours.
    if (!isGone(error)) throw error;
  });
}

/** A file that was made just now and is kept nowhere. */
export function sendMade(response: Response, file: Omit<FileToSend, 'size'>, bytes: Buffer, download = false): void {
  head(response, { ...file, size: bytes.length }, download);
  response.end(bytes);
}

export { storedBytes };
