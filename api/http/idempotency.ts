import { createHash } from 'node:crypto';
import { QueryTypes } from 'sequelize';
import { database, inTenant } from '../../models/database';
import { words } from '../../processes/words';
import { conflict, invalid, malformed } from '../problems';

const SANE = /^[\w.:-]{8,128}$/;
/** A request that another api process began longer ago than this has lost its process. */
const ABANDONED = '15 seconds';

const startedAt = Date.now();
/** Keys that this process is working on now. */
const inProgress = new Set<string>();

/** `status` of a row: null while somebody works on it, 0 when it ended with 5xx (effect unknown), otherwise that of the kept answer. */
interface Row {
  readonly request_hash: string;
  readonly status: number | null;
  readonly body: unknown;
}

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

/** The caller's key from the header. @throws ProblemError 400 when it is missing or not sane. */
export function idempotencyKey(header: string | undefined): string {
  if (header === undefined) throw malformed(words('Chybí hlavička Idempotency-Key.', 'The Idempotency-Key header is missing.'));
  if (!SANE.test(header))
    throw malformed(
      words(
        'Idempotency-Key má mít 8 až 128 znaků: písmena, číslice, . : _ -',
        'Idempotency-Key should be 8 to 128 letters, digits, . : _ -',
      ),
    );
  return header;
}

export function requestHash(method: string, path: string, body: unknown): string {
  return createHash('sha256')
    .update(`${method} ${path}\n${JSON.stringify(body ?? null)}`)
    .digest('hex');
}

const where = 'tenant_id = $1 and user_id = $2 and key = $3';

function execute(request: Keyed, sql: string, more: readonly unknown[]): Promise<Row[]> {
  return inTenant(request.tenantId, (transaction) =>
    database().query<Row & object>(sql, {
      bind: [request.tenantId, request.userId, request.key, ...more],
      type: QueryTypes.SELECT,
      transaction,
    }),
  );
}

/** Takes a key whose request failed unclearly, was begun before this process started, or too long ago; of two takers one does. */
const TAKE_OVER = `
  update idempotency_keys set status = null, created_at = now()
  where ${where} and (status = 0 or (status is null and (created_at < $4 or created_at < now() - $5::interval)))
  returning request_hash, status, body`;

type Begun = { readonly answer: Answer } | { readonly answer: null; readonly repeated: boolean };

/** Takes the key, or finds who had it. */
async function begin(request: Keyed): Promise<Begun> {
  const inserted = await execute(
    request,
    `insert into idempotency_keys (tenant_id, user_id, key, request_hash) values ($1, $2, $3, $4)
     on conflict do nothing returning request_hash, status, body`,
    [request.requestHash],
  );
  if (inserted.length > 0) return { answer: null, repeated: false };
  const [row] = await execute(request, `select request_hash, status, body from idempotency_keys where ${where}`, []);
  if (row === undefined) return begin(request); // given back meanwhile
  if (row.request_hash !== request.requestHash) {
    throw invalid({
      'Idempotency-Key': words('Tento klíč už patří jinému požadavku.', 'This key belongs to another request.'),
    });
  }
  if (row.status !== null && row.status > 0) return { answer: { status: row.status, body: row.body } };
  const taken = await execute(request, TAKE_OVER, [new Date(startedAt), ABANDONED]);
  if (taken.length === 0) throw inWork();
  return { answer: null, repeated: true };
}

const inWork = () =>
  conflict(
    words('Stejný požadavek se právě zpracovává. Zkuste to za okamžik.', 'The same request is being worked on. Try again in a moment.'),
  );

/**
 * Does the work once for a key: the same request again gets the same answer. Answers 2xx are kept; a refusal (4xx) changed
 * nothing and frees the key; after 5xx or a killed process the effect is unknown, so the next one with the key runs the work
 * with `repeated` set (acts on cases are then held to one effect by Temporal, whose Update has the same key as its id).
 * @param unclear is the effect of this error unknown (5xx), as opposed to refused?
 * @throws ProblemError 422 when the key belongs to another request, 409 while the first is in progress
 */
export async function once(
  request: Keyed,
  work: (repeated: boolean) => Promise<Answer>,
  unclear: (error: unknown) => boolean,
): Promise<Answer & { readonly replayed: boolean }> {
  const name = `${request.tenantId}/${request.userId}/${request.key}`;
  if (inProgress.has(name)) throw inWork();
  inProgress.add(name);
  try {
    const begun = await begin(request);
    if (begun.answer) return { ...begun.answer, replayed: true };
    let answer: Answer;
    try {
      answer = await work(begun.repeated);
    } catch (error) {
      const end = unclear(error)
        ? execute(request, `update idempotency_keys set status = 0 where ${where} returning key`, [])
        : execute(request, `delete from idempotency_keys where ${where} returning key`, []);
      // The error of the work is what matters; a row left behind counts as abandoned after a while.
      await end.catch(() => undefined);
      throw error;
    }
    await execute(request, `update idempotency_keys set status = $4, body = $5::jsonb where ${where} returning key`, [
      answer.status,
      JSON.stringify(answer.body ?? null),
    ]);
    return { ...answer, replayed: false };
  } finally {
    inProgress.delete(name);
  }
}
