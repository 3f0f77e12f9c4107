/** Accounts of the office. All of it runs inside inTenant. */
import { czechAccount, sameAccount } from '../../processes/banking/accounts';
import { query } from '../database';

export interface OfficeAccount {
  readonly id: string;
  readonly name: string;
  /** `prefix-number/bank`. */
  readonly account: string;
  readonly retiredAt: Date | null;
  /** It is used where nothing else is chosen. */
  readonly isDefault: boolean;
  readonly version: number;
}

interface Row extends Omit<OfficeAccount, 'isDefault'> {
  readonly tenantName: string;
}

/** Orders, statements and matches of one office go one after another: each looks at what the others did. */
export async function lockBank(tenantId: string): Promise<void> {
  await query(`select pg_advisory_xact_lock(hashtextextended('bank:' || $1::text, 0))`, [tenantId]);
}

/** That of the settings first, then as they came; retired ones at the end. */
export async function officeAccounts(): Promise<OfficeAccount[]> {
  const rows = await query<Row>(
    `select a.id, a.name, a.account, a.retired_at as "retiredAt", a.version from bank_accounts a join tenants t on t.id = a.tenant_id
     order by a.retired_at is not null, a.account = bank_account_plain(coalesce(t.settings ->> 'bankAccount', '')) desc, a.created_at, a.id`,
  );
  return rows.map((row, index) => ({ ...row, isDefault: index === 0 && row.retiredAt === null }));
}

/** The accounts that a number on a statement may mean: one, or several where the number comes without its bank. Retired ones too: money may still come there. */
export function accountsNamed(accounts: readonly OfficeAccount[], number: string): OfficeAccount[] {
  return accounts.filter(({ account }) => sameAccount(account, number));
}

/** Can something be paid from it? */
export const isUsable = ({ account, retiredAt }: OfficeAccount): boolean => retiredAt === null && czechAccount(account) !== null;
