/** Takes in a statement of the bank: each movement once, however many files have it. */
import { createHash } from 'node:crypto';
import { query } from '../../models/database';
import { readStatements, type ReadFile } from '../../models/banking/readStatements';
import { comparableAccount, sameAccount } from '../../processes/banking/accounts';
import { StatementError, type Statement } from '../../processes/banking/statement';
import type { StatementView } from '../../processes/banking/views';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import type { Rows } from '../lists';
import { conflict, refused } from '../problems';
import { actorFor, record } from '../record';
import { iso, select } from '../sql';
import { lockBank, ownAccount } from './ownAccount';

export interface StatementFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

function read(bytes: Buffer): ReadFile {
  try {
    return readStatements(bytes);
  } catch (error) {
    if (error instanceof StatementError) throw refused('file-refused', error.why, { file: error.why });
    throw error;
  }
}

/** @throws ProblemError 422 where a statement is of another account than the office's */
function checkAccount(statements: readonly Statement[], own: string): void {
  const foreign = statements.find(({ account }) => !sameAccount(account, own));
  if (!foreign) return;
  const why = words(
    `Výpis je k účtu ${foreign.account}, úřad má účet ${own}. Nic se nenačetlo.`,
    `The statement is of account ${foreign.account}; the office has ${own}. Nothing was taken in.`,
  );
  throw refused('file-refused', why, { file: why });
}

interface Taken {
  readonly id: string;
  readonly fresh: number;
}

/** One statement of the file. @throws ProblemError 409 where the bank now says something else of a movement that is known */
async function take(
  context: Asking,
  statement: Statement,
  own: string,
  facts: { format: string; fileName: string; sha256: string },
): Promise<Taken> {
  const { tenantId, person } = context;
  const { currency, entries } = statement;
  const days = entries.map(({ date }) => date).sort();
  const incoming = JSON.stringify(entries);
  const account = comparableAccount(own);
  const columns = `x(id text, date date, amount bigint, currency text, "variableSymbol" text, "counterAccount" text, "counterName" text, message text, reversal boolean)`;
  const [changed] = await select<{ entryId: string }>(
    `select e.entry_id as "entryId" from bank_entries e join jsonb_to_recordset($2::jsonb) as ${columns} on x.id = e.entry_id
     where e.account = $1 and (e.amount, e.currency, e.booked_on) is distinct from (x.amount, x.currency, x.date) limit 1`,
    [account, incoming],
  );
  if (changed) {
    throw conflict(
      words(
        `Pohyb ${changed.entryId} už je načtený s jinou částkou nebo datem. Ověřte soubor u banky; nic se nenačetlo.`,
        `Movement ${changed.entryId} is known with another amount or day. Ask the bank about the file; nothing was taken in.`,
      ),
    );
  }
  const [known] = await select<{ count: number }>(
    `select count(*) as count from bank_entries e join jsonb_to_recordset($2::jsonb) as ${columns} on x.id = e.entry_id where e.account = $1`,
    [account, incoming],
  );
  const fresh = entries.length - (known?.count ?? 0);
  const [row] = await query<{ id: string }>(
    `insert into bank_statements (tenant_id, format, account, currency, file_name, sha256, first_on, last_on, entries, new_entries, taken_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [
      tenantId,
      facts.format,
      statement.account,
      currency,
      facts.fileName,
      facts.sha256,
      days[0] ?? null,
      days.at(-1) ?? null,
      entries.length,
      fresh,
      person.id,
    ],
  );
  await query(
    `insert into bank_entries (tenant_id, statement_id, account, entry_id, booked_on, amount, currency, variable_symbol, counter_account, counter_name, message, reversal)
     select $1, $2, $3, x.id, x.date, x.amount, x.currency, x."variableSymbol", x."counterAccount", x."counterName", x.message, x.reversal
     from jsonb_to_recordset($4::jsonb) as ${columns} on conflict (tenant_id, account, entry_id) do nothing`,
    [tenantId, row?.id, account, incoming],
  );
  return { id: row?.id ?? '', fresh };
}

/**
 * @returns a row for each statement of the file; a file that was taken in before brings no new movement
 * @throws ProblemError 422 `file-refused` in one sentence, 409 where it contradicts what is known; then nothing was taken in
 */
export async function takeStatements(context: Asking, { fileName, bytes }: StatementFile): Promise<readonly StatementView[]> {
  const { format, statements } = read(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return context.inTenant(async () => {
    await lockBank(context.tenantId);
    const own = await ownAccount(context.tenantId);
    checkAccount(statements, own.account);
    const taken: Taken[] = [];
    for (const statement of statements) taken.push(await take(context, statement, own.account, { format, fileName, sha256 }));
    await record(context, {
      type: 'bankStatementTaken',
      what: {
        fileName,
        sha256,
        format,
        statementIds: taken.map(({ id }) => id),
        entries: statements.reduce((sum, { entries }) => sum + entries.length, 0),
        newEntries: taken.reduce((sum, { fresh }) => sum + fresh, 0),
      },
      actor: actorFor(context.person, ['bank', 'create']),
    });
    return (
      await findStatements(
        taken.map(({ id }) => id),
        taken.length,
        0,
      )
    ).rows;
  });
}

interface StatementRow extends Omit<StatementView, 'takenAt' | 'takenBy'> {
  readonly takenAt: Date;
  readonly takenById: string;
  readonly takenByName: string;
  readonly all: number;
}

/** @param ids of statements; null: all, the newest first. Inside inTenant. */
export async function findStatements(ids: readonly string[] | null, limit: number, offset: number): Promise<Rows<StatementView>> {
  const rows = await select<StatementRow>(
    `select s.id, s.format, s.account, s.currency, s.file_name as "fileName", s.sha256, s.first_on::text as "firstOn", s.last_on::text as "lastOn",
       s.entries, s.new_entries as "newEntries", s.taken_at as "takenAt", s.taken_by as "takenById", u.name as "takenByName", count(*) over () as all
     from bank_statements s join users u on u.id = s.taken_by
     where $1::uuid[] is null or s.id = any($1) order by s.taken_at desc, s.id limit $2 offset $3`,
    [ids, limit, offset],
  );
  const views = rows.map(({ takenAt, takenById, takenByName, all: _all, ...row }): StatementView => ({
    ...row,
    takenAt: iso(takenAt),
    takenBy: { id: takenById, name: takenByName },
  }));
  return { rows: views, total: rows[0]?.all ?? 0 };
}
