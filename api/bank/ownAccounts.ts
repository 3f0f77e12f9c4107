/** Which account of the office is meant. Inside inTenant. */
import { isUsable, officeAccounts, type OfficeAccount } from '../../models/banking/accounts';
import type { DueView } from '../../processes/banking/views';
import { words } from '../../processes/words';
import { invalid, notNow } from '../problems';
import { select } from '../sql';

/** @throws ProblemError 409 where the office has none */
export async function defaultAccount(): Promise<OfficeAccount> {
  const own = (await officeAccounts()).find(({ isDefault }) => isDefault);
  if (!own || !isUsable(own)) {
    throw notNow(
      words(
        'Úřad nemá v Nastavení číslo účtu. Doplní ho správce úřadu.',
        'The office has no bank account in its settings. Its administrator fills it in.',
      ),
    );
  }
  return own;
}

export interface Payer {
  readonly account: string;
  readonly name: string;
}

async function named(tenantId: string, { account }: OfficeAccount): Promise<Payer> {
  const [tenant] = await select<{ name: string }>('select name from tenants where id = $1', [tenantId]);
  return { account, name: tenant?.name ?? '' };
}

/**
 * The account that an order is paid from: the chosen one; otherwise that of the programmes of its payments.
 * @throws ProblemError 409 where there is none, 422 naming `accountId` where it is no account of the office or the programmes have several
 */
export async function payerOf(tenantId: string, accountId: string | undefined, dues: readonly DueView[]): Promise<Payer> {
  const accounts = (await officeAccounts()).filter(isUsable);
  if (accountId !== undefined) {
    const chosen = accounts.find(({ id }) => id === accountId);
    if (!chosen) throw invalid({ accountId: words('Z tohoto účtu úřad neplatí.', 'The office does not pay from this account.') });
    return named(tenantId, chosen);
  }
  const first = await defaultAccount();
  const ids = [...new Set(dues.map(({ ownAccountId }) => ownAccountId ?? first.id))];
  if (ids.length > 1)
    throw invalid({
      accountId: words(
        'Vybrané platby patří programům s různými účty úřadu. Vyberte účet, nebo udělejte příkaz pro každý zvlášť.',
        'The chosen payments are of programmes with different accounts of the office. Choose an account, or make an order for each.',
      ),
    });
  return named(tenantId, accounts.find(({ id }) => id === ids[0]) ?? first);
}
