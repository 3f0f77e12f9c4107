/** Keeps a statement of the bank: each movement once, however many sources have it. Inside inTenant, under lockBank. */
import { comparableAccount } from '../../processes/banking/accounts';
import { possibleDuplicates } from '../../processes/banking/duplicates';
import type { Statement, StatementEntry } from '../../processes/banking/statement';
import { query } from '../database';

export interface StatementSource {
  readonly format: string;
  readonly fileName: string;
  readonly sha256: string;
  /** Null: the system itself. */
  readonly takenBy: string | null;
}

export interface KeptStatement {
  readonly id: string;
  readonly fresh: number;
  /** Of the fresh ones: that may be known from a source of another kind. */
  readonly doubtful: number;
}

/** The bank now says something else of a movement that is known; nothing was kept. */
export class MovementChangedError extends Error {
  override readonly name = 'MovementChangedError';

  constructor(readonly entryId: string) {
    super(`Movement ${entryId} is known with another amount, currency or day`);
  }
}

type Known = Pick<StatementEntry, 'date' | 'amount' | 'currency' | 'variableSymbol' | 'counterAccount' | 'reversal'> & {
  readonly id: string;
};

/** Movements of the account on these days that a source of another kind brought, and that are nobody's twin of this kind yet. */
function knownElsewhere(account: string, format: string, days: readonly string[]): Promise<Known[]> {
  return query<Known>(
    `select e.id, e.booked_on::text as date, e.amount, e.currency, e.variable_symbol as "variableSymbol", e.counter_account as "counterAccount", e.reversal
     from bank_entries e join bank_statements s on s.id = e.statement_id
     where e.account = $1 and s.format <> $2 and e.booked_on = any($3::date[]) and e.duplicate_of is null
       and not exists (select from bank_entries d join bank_statements o on o.id = d.statement_id where d.duplicate_of = e.id and o.format = $2)
     order by e.booked_on, e.entry_id`,
    [account, format, days],
  );
}

/**
 * @param own account of the office, `prefix-number/bank`
 * @throws MovementChangedError
 */
export async function keepStatement(tenantId: string, statement: Statement, own: string, source: StatementSource): Promise<KeptStatement> {
  const { currency, entries } = statement;
  const account = comparableAccount(own);
  const known = await query<{ entryId: string; same: boolean }>(
    `select e.entry_id as "entryId", (e.amount, e.currency, e.booked_on) is not distinct from (x.amount, x.currency, x.date) as same
     from bank_entries e join jsonb_to_recordset($2::jsonb) as x(id text, date date, amount bigint, currency text) on x.id = e.entry_id
     where e.account = $1`,
    [account, JSON.stringify(entries.map(({ id, date, amount, currency: of }) => ({ id, date, amount, currency: of })))],
  );
  const changed = known.find(({ same }) => !same);
  if (changed) throw new MovementChangedError(changed.entryId);
  const names = new Set(known.map(({ entryId }) => entryId));
  const fresh = entries.filter(({ id }) => !names.has(id));
  const days = entries.map(({ date }) => date).sort();
  const twins = possibleDuplicates(fresh, await knownElsewhere(account, source.format, [...new Set(days)]));
  const [row] = await query<{ id: string }>(
    `insert into bank_statements (tenant_id, format, account, currency, file_name, sha256, first_on, last_on, entries, new_entries, taken_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [
      tenantId,
      source.format,
      statement.account,
      currency,
      source.fileName,
      source.sha256,
      days[0] ?? null,
      days.at(-1) ?? null,
      entries.length,
      fresh.length,
      source.takenBy,
    ],
  );
  await query(
    `insert into bank_entries (tenant_id, statement_id, account, entry_id, booked_on, amount, currency, variable_symbol, counter_account, counter_name, message, reversal, duplicate_of)
     select $1, $2, $3, x.id, x.date, x.amount, x.currency, x."variableSymbol", x."counterAccount", x."counterName", x.message, x.reversal, x."duplicateOf"
     from jsonb_to_recordset($4::jsonb) as x(id text, date date, amount bigint, currency text, "variableSymbol" text, "counterAccount" text, "counterName" text,
       message text, reversal boolean, "duplicateOf" uuid)`,
    [tenantId, row?.id, account, JSON.stringify(fresh.map((entry) => ({ ...entry, duplicateOf: twins.get(entry.id) ?? null })))],
  );
  return { id: row?.id ?? '', fresh: fresh.length, doubtful: twins.size };
}
