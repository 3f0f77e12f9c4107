/** Accounts of the office: named, added, retired; tokens of Fio that are kept sealed and never given out. */
import { isUsable, officeAccounts } from '../../models/banking/accounts';
import { FIO_TOKEN } from '../../models/banking/fioClient';
import { tokenPlace } from '../../models/banking/fioFetch';
import { query } from '../../models/database';
import { sealSecret } from '../../models/secrets';
import { accountText, czechAccount } from '../../processes/banking/accounts';
import { fioFailureWords } from '../../processes/banking/fioFailures';
import type { BankAccountView } from '../../processes/banking/views';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { invalid, notFound, notNow, staleVersion } from '../problems';
import { actorFor, difference, record } from '../record';
import { iso, isoOrNull, select } from '../sql';

const FIO_BANK = '2010';

interface FioRow {
  readonly id: string;
  readonly setAt: Date | null;
  readonly setById: string | null;
  readonly setByName: string | null;
  readonly fetchedAt: Date | null;
  readonly failure: string | null;
  readonly failedAt: Date | null;
}

/** The default one first; the token itself is read nowhere but for a fetch. Inside inTenant. */
export async function findAccounts(): Promise<BankAccountView[]> {
  const fio = await select<FioRow>(
    `select a.id, a.fio_token_at as "setAt", a.fio_token_by as "setById", u.name as "setByName", a.fio_fetched_at as "fetchedAt", a.fio_failure as failure,
       a.fio_failed_at as "failedAt"
     from bank_accounts a left join users u on u.id = a.fio_token_by where a.fio_token is not null`,
  );
  const of = new Map(fio.map((row) => [row.id, row]));
  return (await officeAccounts()).map(({ retiredAt, ...account }): BankAccountView => {
    const token = of.get(account.id);
    return {
      ...account,
      retiredAt: isoOrNull(retiredAt),
      fio: token
        ? {
            setAt: token.setAt === null ? '' : iso(token.setAt),
            setBy: token.setById === null ? null : { id: token.setById, name: token.setByName ?? '' },
            fetchedAt: isoOrNull(token.fetchedAt),
            failure: token.failure === null ? null : fioFailureWords(token.failure),
            failedAt: isoOrNull(token.failedAt),
          }
        : null,
    };
  });
}

/** Inside inTenant. @throws ProblemError 404 */
async function findAccount(id: string): Promise<BankAccountView> {
  const found = (await findAccounts()).find((account) => account.id === id);
  if (!found) throw notFound();
  return found;
}

/** Held until the end of the transaction. @throws ProblemError 404, 412 */
async function locked(id: string, version: number): Promise<BankAccountView> {
  const [row] = await select<{ version: number }>('select version from bank_accounts where id = $1 for update', [id]);
  if (!row) throw notFound();
  if (row.version !== version) throw staleVersion();
  return findAccount(id);
}

const actor = (context: Asking, action: 'create' | 'edit') => actorFor(context.person, ['bankAccounts', action]);

export interface NewAccount {
  readonly name: string;
  /** With a right checksum. */
  readonly account: string;
}

/** @throws ProblemError 422 where the office has the account already */
export function addAccount(context: Asking, { name, account }: NewAccount): Promise<BankAccountView> {
  return context.inTenant(async () => {
    const parts = czechAccount(account);
    if (!parts) throw invalid({ account: words('Takové číslo účtu není; zkontrolujte ho.', 'There is no such bank account; check it.') });
    const plain = accountText(parts);
    const [row] = await query<{ id: string }>(
      'insert into bank_accounts (tenant_id, name, account) values ($1, $2, $3) on conflict (tenant_id, account) do nothing returning id',
      [context.tenantId, name, plain],
    );
    if (!row) throw invalid({ account: words('Tento účet už úřad v seznamu má.', 'The office has this account already.') });
    await record(context, { type: 'bankAccountAdded', what: { accountId: row.id, name, account: plain }, actor: actor(context, 'create') });
    return findAccount(row.id);
  });
}

export interface AccountChanges {
  readonly name?: string;
  readonly retired?: boolean;
}

/** @throws ProblemError 404, 409 for the default account, 412 */
export function changeAccount(context: Asking, id: string, version: number, changes: AccountChanges): Promise<BankAccountView> {
  return context.inTenant(async () => {
    const before = await locked(id, version);
    if (changes.retired === true && before.isDefault)
      throw notNow(
        words(
          'Toto je výchozí účet úřadu. Nejdřív v Nastavení zvolte jiný.',
          'This is the default account of the office. Choose another one in the settings first.',
        ),
      );
    const was = { name: before.name, retired: before.retiredAt !== null };
    const diff = difference(was, { ...was, ...changes });
    if (!diff) return before;
    await query(
      `update bank_accounts set name = $2, retired_at = case when $3::boolean then coalesce(retired_at, now()) end, version = version + 1 where id = $1`,
      [id, changes.name ?? was.name, changes.retired ?? was.retired],
    );
    await record(context, {
      type: 'bankAccountChanged',
      what: { accountId: id, account: before.account, name: changes.name ?? was.name },
      ...diff,
      actor: actor(context, 'edit'),
    });
    return findAccount(id);
  });
}

/**
 * Keeps the token sealed, or (null) forgets it. Of the token itself nothing is recorded.
 * @throws ProblemError 404, 409 where the server has no key for secrets, 412, 422 naming `token`
 */
export function keepToken(context: Asking, id: string, version: number, token: string | null): Promise<BankAccountView> {
  return context.inTenant(async () => {
    const before = await locked(id, version);
    if (token === null && before.fio === null) throw notNow(words('Účet žádný token nemá.', 'The account has no token.'));
    const { secretsKey } = context.services.environment;
    if (token !== null) {
      if (!FIO_TOKEN.test(token))
        throw invalid({ token: words('Token Fio má 64 písmen a číslic.', 'A token of Fio has 64 letters and digits.') });
      if (czechAccount(before.account)?.bank !== FIO_BANK || before.retiredAt !== null)
        throw invalid({
          token: words(
            'Token se ukládá jen k účtu u Fio banky (kód 2010), který se používá.',
            'A token is kept only with an account at Fio banka (code 2010) that is in use.',
          ),
        });
      if (secretsKey === undefined)
        throw notNow(
          words(
            'Server nemá klíč, pod kterým by token bezpečně uložil. Ať ho správce serveru nastaví (SECRETS_KEY).',
            'The server has no key to keep the token safely under. Let its administrator set it (SECRETS_KEY).',
          ),
        );
    }
    const sealed = token === null || secretsKey === undefined ? null : sealSecret(secretsKey, tokenPlace(context.tenantId, id), token);
    await query(
      `update bank_accounts set fio_token = $2, fio_token_by = $3, fio_token_at = case when $2::text is null then null else now() end,
         fio_asked_at = null, fio_unsure = true, fio_failure = null, fio_failed_at = null, version = version + 1 where id = $1`,
      [id, sealed, sealed === null ? null : context.person.id],
    );
    await record(context, {
      type: sealed === null ? 'bankTokenRemoved' : 'bankTokenSet',
      what: { accountId: id, account: before.account, name: before.name },
      actor: actor(context, 'edit'),
    });
    return findAccount(id);
  });
}

/** From which account of the office the programme pays; null: the default one. Inside inTenant. @throws ProblemError 422 for what is no usable account */
export async function checkUsable(bankAccountId: string): Promise<void> {
  if ((await officeAccounts()).some((account) => account.id === bankAccountId && isUsable(account))) return;
  throw invalid({ bankAccountId: words('Tento účet úřad nepoužívá.', 'The office does not use this account.') });
}
