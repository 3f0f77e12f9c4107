import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { errorText } from './problem';

/** Silence after which a download counts as impossible, so that a closed network costs seconds. */
const SILENCE_MS = 5_000;

/** The archive is about 80 MB; whatever is far larger is something else. */
const LARGEST_BYTES = 400_000_000;

/** Name of the release archive for a platform, as the project publishes them; undefined when it publishes none. */
export function archiveName(version: string, platform: NodeJS.Platform, arch: string): string | undefined {
  const cpu = arch === 'x64' ? 'amd64' : arch === 'arm64' ? 'arm64' : undefined;
  if (!cpu || (platform !== 'linux' && platform !== 'darwin')) return undefined;
  return `temporal_${version}_${platform}_${cpu}.tar.gz`;
}

/** The reason below a failed fetch: `fetch failed` alone helps nobody. */
function reasonOf(error: unknown, url: string): Error {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
  return new Error(`${new URL(url).host}: ${errorText(cause ?? error)}`, { cause: error });
}

async function download(url: string, consume: (body: Readable) => Promise<void>, stop?: AbortSignal): Promise<void> {
  const controller = new AbortController();
  const giveUp = (): void => controller.abort(stop?.reason);
  stop?.addEventListener('abort', giveUp);
  let timer: NodeJS.Timeout | undefined;
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(new Error(`${SILENCE_MS / 1000} s bez odpovědi / without an answer`)), SILENCE_MS);
  };
  heard();
  try {
    const response = await fetch(url, { signal: controller.signal });
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
    const body = Readable.fromWeb(response.body as ReadableStream);
    const watch = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        heard();
        done(null, chunk);
      },
    });
    const [finished] = await Promise.allSettled([consume(watch), pipeline(body, watch, { signal: controller.signal })]);
    if (controller.signal.aborted) throw controller.signal.reason;
    if (finished.status === 'rejected') throw finished.reason;
  } catch (error) {
    throw reasonOf(controller.signal.aborted ? controller.signal.reason : error, url);
  } finally {
    stop?.removeEventListener('abort', giveUp);
    clearTimeout(timer);
  }
}

async function downloadText(url: string, stop?: AbortSignal): Promise<string> {
  let text = '';
  await download(
    url,
    async (body) => {
      for await (const chunk of body) {
        text += String(chunk);
        if (text.length > 1_000_000) throw new Error('příliš dlouhá odpověď / answer too long');
      }
    },
    stop,
  );
  return text;
}

async function downloadFile(url: string, file: string, stop?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await download(
    url,
    async (body) => {
      let size = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          hash.update(chunk);
          done(size > LARGEST_BYTES ? new Error('příliš velký soubor / file too large') : null, chunk);
        },
      });
      await pipeline(body, measure, createWriteStream(file));
    },
    stop,
  );
  return hash.digest('hex');
}

/**
 * Downloads a release archive, verifies it against the release's list of SHA-256 sums, and unpacks it into `folder`.
 * @throws Error with the reason in one line, when it cannot be had within seconds or its sum is another.
 */
export async function unpackRelease(baseUrl: string, archive: string, folder: string, stop?: AbortSignal): Promise<void> {
  const sums = await downloadText(`${baseUrl}/checksums.txt`, stop);
  const expected = sums
    .split('\n')
    .map((line) => line.trim().split(/\s+\*?/))
    .find(([, name]) => name === archive)?.[0];
  if (!expected || !/^[0-9a-f]{64}$/.test(expected)) throw new Error(`checksums.txt: ${archive} ?`);
  const file = path.join(folder, archive);
  const actual = await downloadFile(`${baseUrl}/${archive}`, file, stop);
  if (actual !== expected)
    throw new Error(`${archive}: kontrolní součet nesouhlasí / checksum differs (${actual.slice(0, 12)}… ≠ ${expected.slice(0, 12)}…)`);
  await promisify(execFile)('tar', ['-xzf', file, '-C', folder]);
}
