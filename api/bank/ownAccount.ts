/** The account of the office, from its settings. */
import { czechAccount } from '../../processes/banking/accounts';
import { words } from '../../processes/words';
import { notNow } from '../problems';
import { select } from '../sql';

/** Orders, statements and matches of one office go one after another: each looks at what the others did. Inside inTenant. */
export async function lockBank(tenantId: string): Promise<void> {
  await select(`select pg_advisory_xact_lock(hashtextextended('bank:' || $1::text, 0))`, [tenantId]);
}

/** Inside inTenant. @throws ProblemError 409 where the settings have none */
export async function ownAccount(tenantId: string): Promise<{ readonly account: string; readonly name: string }> {
  const [tenant] = await select<{ name: string; account: string | null }>(
    `select name, settings ->> 'bankAccount' as account from tenants where id = $1`,
    [tenantId],
  );
  if (!tenant?.account || !czechAccount(tenant.account)) {
    throw notNow(
      words(
        'Úřad nemá v Nastavení číslo účtu. Doplní ho správce úřadu.',
        'The office has no bank account in its settings. Its administrator fills it in.',
      ),
    );
  }
  return { account: tenant.account.replace(/\s/g, ''), name: tenant.name };
}
