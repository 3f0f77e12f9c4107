/**
 * Movements from Fio banka by its API Bankovnictví (fio.cz/docs/cz/API_Bankovnictvi.pdf): `GET {base}/v1/rest/periods/{token}/{from}/{to}/transactions.json`, `last`
 * (what came after the pointer that the bank keeps with the token, and moves by it), `set-last-id` and `set-last-date` (put the pointer back). One question in 30 s and a
 * token. 409 is too soon, 413 too many movements, 422 older than 90 days without a confirmation, 500 a token that is not valid.
 * The token is a part of the address: nothing of an address, or of an error that may hold one, leaves this file.
 */
import { FioError, type FioFailure } from '../../processes/banking/fioFailures';

/** Days `yyyy-MM-dd`, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface Fio {
  /** @throws FioError */
  period(token: string, period: Period): Promise<Buffer>;
  /** What came after the pointer, which then moves. @throws FioError */
  last(token: string): Promise<Buffer>;
  /** Puts the pointer behind this movement, or before this day. @throws FioError */
  setPointer(token: string, behind: { readonly id: string } | { readonly day: string }): Promise<void>;
}

interface FioOptions {
  /** Milliseconds in which the whole answer must be here. */
  readonly timeout?: number;
  /** Most bytes of an answer; fifty thousand movements, the most that Fio gives, have about forty million. */
  readonly mostBytes?: number;
}

/** What a token looks like: 64 letters and digits. */
export const FIO_TOKEN = /^[A-Za-z0-9]{64}$/;

const STATUS: Readonly<Record<number, FioFailure>> = {
  401: 'badToken',
  403: 'badToken',
  409: 'tooSoon',
  413: 'tooMany',
  422: 'tooOld',
  500: 'badToken',
};

async function bytesOf(response: Response, mostBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (response.body === null) return Buffer.alloc(0);
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    // Leaving the loop cancels the rest: nothing more is taken in.
    if (size > mostBytes) throw new FioError('large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** @param base without a slash at the end */
export function createFio(base: string, { timeout = 12_000, mostBytes = 48 * 1024 * 1024 }: FioOptions = {}): Fio {
  const ask = async (path: string): Promise<Buffer> => {
    const signal = AbortSignal.timeout(timeout);
    try {
      const response = await fetch(`${base}/v1/rest/${path}`, { signal, redirect: 'error', headers: { Accept: 'application/json' } });
      if (!response.ok) {
        await response.body?.cancel();
        throw new FioError(STATUS[response.status] ?? (response.status > 500 ? 'failed' : 'odd'));
      }
      return await bytesOf(response, mostBytes);
    } catch (error) {
      if (error instanceof FioError) throw error;
      throw new FioError(signal.aborted ? 'slow' : 'unreachable');
    }
  };
  return {
    period: (token, { from, to }) => ask(`periods/${token}/${from}/${to}/transactions.json`),
    last: (token) => ask(`last/${token}/transactions.json`),
    async setPointer(token, behind) {
      await ask('id' in behind ? `set-last-id/${token}/${behind.id}/` : `set-last-date/${token}/${behind.day}/`);
    },
  };
}
