import { createHash } from 'node:crypto';
import { query, withoutTenant } from '../../models/database';
import { log } from '../../models/log';
import { words } from '../../processes/words';
import { conflict, invalid, malformed } from '../problems';

const SANE = /^[\w.:-]{8,128}$/;

/** A row that was begun earlier and never ended belongs to a process that is no more. */
const startedAt = new Date();
/** Keys that this process is working on, until their answers are kept. Who asks with the same key meanwhile waits for it. */
const underway = new Map<string, Promise<unknown>>();

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Keyed {
  readonly tenantId: string;
  readonly userId: string;
  readonly key: string;
  /** What was asked: method, path and body. */
  readonly requestHash: string;
}

/** What the database says of a key (migration 0003). */
type Taken = { readonly state: 'new' | 'abandoned' | 'inProgress' | 'other' } | ({ readonly state: 'answered' } & Answer);

/** The caller's key from the header. @throws ProblemError 400 when it is missing or not sane. */
export function idempotencyKey(header: string | undefined): string {
  if (header === undefined) throw malformed(words('Chybí hlavička Idempotency-Key.', 'The Idempotency-Key header is missing.'));
  if (!SANE.test(header)) {
    throw malformed(
      words(
        'Idempotency-Key má mít 8 až 128 znaků: písmena, číslice, . : _ -',
        'Idempotency-Key should be 8 to 128 letters, digits, . : _ -',
      ),
    );
  }
  return header;
}

export function requestHash(method: string, path: string, body: unknown): string {
  return createHash('sha256')
    .update(`${method} ${path}\n${JSON.stringify(body ?? null)}`)
    .digest('hex');
}

async function take({ tenantId, userId, key, requestHash: hash }: Keyed): Promise<Taken> {
  const bind = [tenantId, userId, key, hash, startedAt];
  const [taken] = await withoutTenant(() => query<Taken>('select state, status, body from take_key($1, $2, $3, $4, $5)', bind));
  return taken ?? { state: 'inProgress' };
}

/** @param ended null: the request was refused, so the key is free again; 0: its effect is unknown */
async function end({ tenantId, userId, key }: Keyed, ended: number | null, body: unknown): Promise<void> {
  const bind = [tenantId, userId, key, ended, JSON.stringify(body ?? null)];
  await withoutTenant(() => query('select end_key($1, $2, $3, $4, $5::jsonb)', bind));
}

const inWork = () =>
  conflict(
    words('Stejný požadavek se právě zpracovává. Zkuste to za okamžik.', 'The same request is being worked on. Try again in a moment.'),
  );

interface Done {
  readonly answer: Answer & { readonly replayed: boolean };
  /** Settles when the answer is in the table. */
  readonly kept: Promise<void>;
}

async function workOnce(request: Keyed, work: (repeated: boolean) => Promise<Answer>, unclear: (error: unknown) => boolean): Promise<Done> {
  const taken = await take(request);
  if (taken.state === 'answered') return { answer: { status: taken.status, body: taken.body, replayed: true }, kept: Promise.resolve() };
  if (taken.state === 'other') {
    throw invalid({ 'Idempotency-Key': words('Tento klíč už patří jinému požadavku.', 'This key belongs to another request.') });
  }
  if (taken.state === 'inProgress') throw inWork();
  let answer: Answer;
  try {
    answer = await work(taken.state === 'abandoned');
  } catch (error) {
    // The error of the work is what matters; a row left behind counts as abandoned after a while.
    await end(request, unclear(error) ? 0 : null, null).catch(() => undefined);
    throw error;
  }
  // The answer is given meanwhile.
  const kept = end(request, answer.status, answer.body).catch((error: unknown) =>
    log().warn({ err: error }, 'the answer to a key was not kept'),
  );
  return { answer: { ...answer, replayed: false }, kept };
}

/**
 * Does the work once for a key: the same request again gets the same answer, also while the first is still being worked on. Answers 2xx are kept; a
 * refusal (4xx) changed nothing and frees the key; after 5xx or a killed process the effect is unknown, so the next one with the key runs the work
 * with `repeated` set (acts on cases are then held to one effect by Temporal, whose Update has the same key as its id).
 * @param unclear is the effect of this error unknown (5xx), as opposed to refused?
 * @throws ProblemError 422 when the key belongs to another request, 409 while another process works on the first
 */
export async function once(
  request: Keyed,
  work: (repeated: boolean) => Promise<Answer>,
  unclear: (error: unknown) => boolean,
): Promise<Answer & { readonly replayed: boolean }> {
  const name = `${request.tenantId}/${request.userId}/${request.key}`;
  while (underway.has(name)) await underway.get(name);
  const working = workOnce(request, work, unclear);
  const kept = working.then(
    (done) => done.kept,
    () => undefined,
  );
  underway.set(
    name,
    kept.finally(() => underway.delete(name)),
  );
  return (await working).answer;
}
