import { get } from 'node:http';
import { errorText } from './problem';

const ASK_EVERY_MS = 150;
const ANSWER_WITHIN_MS = 5_000;

/** An address that a server bound to this host answers on from the same machine. */
export function localUrl(host: string, port: number): string {
  const own = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${own.includes(':') ? `[${own}]` : own}:${port}`;
}

/** Asks once; the answer's status and beginning. */
function ask(url: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = get(url, { timeout: ANSWER_WITHIN_MS, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        body = (body + text).slice(0, 2_000);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.on('error', reject);
    });
    request.on('timeout', () => request.destroy(new Error('timeout')));
    request.on('error', reject);
  });
}

/**
 * Waits until the address answers 200, at most `seconds`.
 * @returns undefined when it did, otherwise what the last attempt said.
 */
export async function waitForHttp(url: string, seconds: number, goOn: () => boolean): Promise<string | undefined> {
  const until = Date.now() + seconds * 1_000;
  for (;;) {
    let fault: string;
    try {
      const { status, body } = await ask(url);
      if (status === 200) return undefined;
      fault = `${url}: HTTP ${status} ${body}`;
    } catch (error) {
      fault = `${url}: ${errorText(error)}`;
    }
    if (Date.now() > until || !goOn()) return fault;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}
