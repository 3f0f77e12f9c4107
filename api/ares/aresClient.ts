/**
 * The register of economic subjects (ARES, Ministry of Finance), by its public REST api 1.3.0: GET {base}/ekonomicke-subjekty/{ico}. It is somebody else's: it may be
 * away, slow, or answer something else, and nothing of ours may wait for it or break on it.
 */
import { z } from 'zod';
import type { AresSubject } from '../../processes/identities/views';

/** Why there is no answer; each has its own words (aresWords.ts). */
export type AresFailure = 'notFound' | 'unreachable' | 'slow' | 'failed' | 'odd';

export class AresError extends Error {
  override readonly name = 'AresError';

  constructor(
    readonly why: AresFailure,
    options?: ErrorOptions,
  ) {
    super(`ARES: ${why}`, options);
  }
}

export interface Ares {
  /** @param ico eight digits. @throws AresError */
  find(ico: string): Promise<AresSubject>;
}

interface AresOptions {
  /** Milliseconds in which the whole answer must be here. */
  readonly timeout?: number;
  /** Most bytes of an answer; a real one has about three thousand. */
  readonly mostBytes?: number;
  /** Milliseconds for which an answer is kept. */
  readonly keep?: number;
  readonly now?: () => number;
}

/** Only what is needed, strictly; whatever else the register says is left aside. */
const number = z.int().min(0).max(9999);
const subject = z.object({
  ico: z.string(),
  obchodniJmeno: z.string().trim().min(1).max(2000),
  pravniForma: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  datumZaniku: z.iso.date().optional(),
  sidlo: z
    .object({
      nazevObce: z.string().max(48).optional(),
      nazevCastiObce: z.string().max(48).optional(),
      nazevUlice: z.string().max(48).optional(),
      cisloDomovni: number.optional(),
      cisloOrientacni: number.optional(),
      cisloOrientacniPismeno: z.string().max(1).optional(),
      psc: z.int().min(10_000).max(79_999).optional(),
    })
    .optional(),
});
type Subject = z.output<typeof subject>;

const NAME_LIMIT = 200;

function streetOf({
  nazevUlice,
  nazevCastiObce,
  nazevObce,
  cisloDomovni,
  cisloOrientacni,
  cisloOrientacniPismeno,
}: NonNullable<Subject['sidlo']>): string {
  const oriented = cisloOrientacni === undefined ? '' : `${cisloOrientacni}${cisloOrientacniPismeno ?? ''}`;
  const house = [cisloDomovni === undefined ? '' : String(cisloDomovni), oriented].filter((part) => part !== '').join('/');
  // A village has no streets: its part stands in their place, or just the number where there are no parts.
  const place = nazevUlice ?? (nazevCastiObce === nazevObce ? undefined : nazevCastiObce) ?? (house === '' ? '' : 'č. p.');
  return [place, house].filter((part) => part !== '').join(' ');
}

function read({ ico, obchodniJmeno, pravniForma, datumZaniku, sidlo }: Subject): AresSubject {
  const psc = sidlo?.psc === undefined ? '' : String(sidlo.psc);
  return {
    ico,
    name: obchodniJmeno.replace(/\p{Cc}+/gu, ' ').slice(0, NAME_LIMIT),
    legalForm: pravniForma ?? null,
    street: sidlo ? streetOf(sidlo) : '',
    municipality: sidlo?.nazevObce ?? '',
    postcode: psc === '' ? '' : `${psc.slice(0, 3)} ${psc.slice(3)}`,
    endedOn: datumZaniku ?? null,
  };
}

/** @throws AresError `odd` when there is more of it than any honest answer has */
async function textOf(response: Response, mostBytes: number): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > mostBytes) throw new AresError('odd');
  if (!response.body) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    // Leaving the loop cancels the rest: nothing more is taken in.
    if (size > mostBytes) throw new AresError('odd');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** 404 of the register says NENALEZENO; any other page that is missing does not mean that the subject is. */
const saysNotFound = (body: unknown): boolean => z.object({ kod: z.literal('NENALEZENO') }).safeParse(body).success;

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AresError('odd', { cause: error });
  }
}

async function ask(base: string, ico: string, timeout: number, mostBytes: number): Promise<AresSubject> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(`${base}/ekonomicke-subjekty/${ico}`, {
      signal,
      redirect: 'error',
      headers: { Accept: 'application/json' },
    });
    const body = await textOf(response, mostBytes);
    if (response.status === 404) throw new AresError(saysNotFound(json(body)) ? 'notFound' : 'odd');
    if (!response.ok) throw new AresError('failed');
    const parsed = subject.safeParse(json(body));
    if (!parsed.success || parsed.data.ico !== ico) throw new AresError('odd', { cause: parsed.error });
    return read(parsed.data);
  } catch (error) {
    if (error instanceof AresError) throw error;
    throw new AresError(signal.aborted ? 'slow' : 'unreachable', { cause: error });
  }
}

const MOST_KEPT = 500;

/** @param base without a slash at the end */
export function createAres(base: string, options: AresOptions = {}): Ares {
  const { timeout = 5_000, mostBytes = 256 * 1024, keep = 10 * 60_000, now = Date.now } = options;
  const kept = new Map<string, { readonly until: number; readonly answer: AresSubject | null }>();
  const remember = (ico: string, answer: AresSubject | null): void => {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(ico, { until: now() + keep, answer });
  };
  return {
    async find(ico) {
      const known = kept.get(ico);
      if (known && known.until > now()) {
        if (known.answer === null) throw new AresError('notFound');
        return known.answer;
      }
      try {
        const answer = await ask(base, ico, timeout, mostBytes);
        remember(ico, answer);
        return answer;
      } catch (error) {
        // That it is not there is an answer too; a failure is none and is asked again.
        if (error instanceof AresError && error.why === 'notFound') remember(ico, null);
        throw error;
      }
    },
  };
}
