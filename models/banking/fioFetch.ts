/**
 * Fetches movements of one account from Fio and keeps them. Fio moves its pointer when it answers, not when the answer is kept: until it is, the account is unsure, and the
 * next fetch first puts the pointer back behind the last movement that is here. So nothing is lost, and what comes twice is kept once.
 */
import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { sameAccount } from '../../processes/banking/accounts';
import { FioError, type FioFailure } from '../../processes/banking/fioFailures';
import { StatementError, type Statement } from '../../processes/banking/statement';
import type { Actor } from '../../processes/changes';
import { ZONE } from '../../processes/calendar';
import { writeEvents } from '../audit/write';
import { inTenant, query } from '../database';
import { openSecret, SecretUnreadableError } from '../secrets';
import { lockBank } from './accounts';
import type { Fio, Period } from './fioClient';
import { readStatements } from './readStatements';
import { keepStatement, MovementChangedError } from './statementKeeper';

/** Fio answers one question in so many seconds. */
export const FIO_PAUSE_S = 30;
/** How far back the first fetch looks; over 90 days Fio wants a confirmation. */
const FIRST_DAYS = 60;

export interface FetchOrder {
  readonly tenantId: string;
  readonly accountId: string;
  /** Null: what came since the last time. */
  readonly period: Period | null;
  /** Who asked; null: the system itself. */
  readonly by: Actor | null;
  readonly requestId?: string;
}

export interface Fetched {
  readonly entries: number;
  readonly newEntries: number;
  readonly doubtful: number;
}

/** There is no such account with a token. */
export class NoTokenError extends Error {
  override readonly name = 'NoTokenError';
}

/** Of the sealed token, so that it opens at this account only. */
export const tokenPlace = (tenantId: string, accountId: string): string => `bank_accounts:${tenantId}:${accountId}`;

interface Claimed {
  readonly account: string;
  readonly sealed: string;
  readonly lastId: string | null;
  readonly wasUnsure: boolean;
  /** Moment of the claim, as the database writes it. */
  readonly askedAt: string;
}

/** Takes the turn of the account, once in 30 s whoever asks. Inside inTenant. @throws NoTokenError, FioError tooSoon */
async function claim(accountId: string, moves: boolean): Promise<Claimed> {
  const [row] = await query<Omit<Claimed, 'askedAt'> & { readonly early: boolean }>(
    `select account, fio_token as sealed, fio_last_id as "lastId", fio_unsure as "wasUnsure",
       coalesce(fio_asked_at > now() - make_interval(secs => $2), false) as early
     from bank_accounts where id = $1 and fio_token is not null and retired_at is null for update`,
    [accountId, FIO_PAUSE_S],
  );
  if (!row) throw new NoTokenError(`Account ${accountId} has no token`);
  if (row.early) throw new FioError('tooSoon');
  const [claimed] = await query<{ askedAt: string }>(
    'update bank_accounts set fio_asked_at = now(), fio_unsure = fio_unsure or $2 where id = $1 returning fio_asked_at::text as "askedAt"',
    [accountId, moves],
  );
  return { ...row, askedAt: claimed?.askedAt ?? '' };
}

function opened(key: string | undefined, place: string, sealed: string): string {
  try {
    if (key === undefined) throw new SecretUnreadableError('There is no key');
    return openSecret(key, place, sealed);
  } catch (error) {
    if (error instanceof SecretUnreadableError) throw new FioError('unreadableToken');
    throw error;
  }
}

/** @throws FioError for what is no statement of this account */
function read(bytes: Buffer, account: string): Statement {
  try {
    const { format, statements } = readStatements(bytes);
    const [statement] = statements;
    if (format !== 'fio' || !statement) throw new FioError('odd');
    if (!sameAccount(statement.account, account)) throw new FioError('otherAccount');
    return statement;
  } catch (error) {
    if (error instanceof StatementError) throw new FioError('odd');
    throw error;
  }
}

/** The id of the last movement: they grow as the bank books them. */
const lastOf = (statement: Statement): string | null =>
  statement.entries.reduce<string | null>((last, { id }) => (last === null || BigInt(id) > BigInt(last) ? id : last), null);

async function keep(order: FetchOrder, claimed: Claimed, statement: Statement, bytes: Buffer): Promise<Fetched> {
  const { tenantId, accountId, by, period, requestId } = order;
  const now = DateTime.now().setZone(ZONE);
  await lockBank(tenantId);
  let fetched: Fetched = { entries: 0, newEntries: 0, doubtful: 0 };
  if (statement.entries.length > 0) {
    const fileName = `Fio ${now.toFormat('yyyy-MM-dd HH.mm')}`;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const kept = await keepStatement(tenantId, statement, claimed.account, { format: 'fio', fileName, sha256, takenBy: by?.id ?? null });
    fetched = { entries: statement.entries.length, newEntries: kept.fresh, doubtful: kept.doubtful };
    await writeEvents(tenantId, [
      {
        chainId: tenantId,
        caseId: null,
        type: 'bankStatementTaken',
        at: new Date().toISOString(),
        ...(by && { actor: by }),
        what: { fileName, sha256, format: 'fio', statementIds: [kept.id], ...fetched },
        ...(requestId !== undefined && { requestId }),
      },
    ]);
  }
  // A token that was changed meanwhile has a pointer of its own, and somebody who asks meanwhile moves it again: then it stays unsure.
  await query(
    `update bank_accounts set fio_fetched_at = now(), fio_failure = null, fio_failed_at = null,
       fio_unsure = fio_unsure and ($3::boolean or fio_token is distinct from $2 or fio_asked_at::text <> $5),
       fio_last_id = case when $3::boolean then fio_last_id else coalesce($4, fio_last_id) end
     where id = $1`,
    [accountId, claimed.sealed, period !== null, lastOf(statement), claimed.askedAt],
  );
  return fetched;
}

const failed = (accountId: string, why: FioFailure): Promise<unknown> =>
  query('update bank_accounts set fio_failure = $2, fio_failed_at = now() where id = $1', [accountId, why]);

async function ask(fio: Fio, token: string, { period }: FetchOrder, { lastId, wasUnsure }: Claimed): Promise<Buffer> {
  if (period !== null) return fio.period(token, period);
  if (wasUnsure) {
    const day = DateTime.now().setZone(ZONE).minus({ days: FIRST_DAYS }).toFormat('yyyy-MM-dd');
    await fio.setPointer(token, lastId === null ? { day } : { id: lastId });
  }
  return fio.last(token);
}

/**
 * @param key SECRETS_KEY
 * @returns how many movements came, and how many of them were new
 * @throws NoTokenError, FioError; then nothing was kept, and why stands with the account
 */
export async function fetchFio(fio: Fio, key: string | undefined, order: FetchOrder): Promise<Fetched> {
  const { tenantId, accountId } = order;
  const claimed = await inTenant(tenantId, () => claim(accountId, order.period === null));
  try {
    const bytes = await ask(fio, opened(key, tokenPlace(tenantId, accountId), claimed.sealed), order, claimed);
    const statement = read(bytes, claimed.account);
    return await inTenant(tenantId, () => keep(order, claimed, statement, bytes));
  } catch (error) {
    const known = error instanceof MovementChangedError ? new FioError('contradicts') : error;
    if (known instanceof FioError) await inTenant(tenantId, () => failed(accountId, known.why));
    throw known;
  }
}

/** Accounts of the tenant whose movements are fetched regularly. */
export async function fioAccounts(tenantId: string): Promise<string[]> {
  const rows = await inTenant(tenantId, () =>
    query<{ id: string }>('select id from bank_accounts where fio_token is not null and retired_at is null order by created_at, id'),
  );
  return rows.map(({ id }) => id);
}
