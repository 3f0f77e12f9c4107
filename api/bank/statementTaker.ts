/** Takes in a statement of the bank as a file, for whichever account of the office it is. */
import { createHash } from 'node:crypto';
import { accountsNamed, lockBank, officeAccounts, type OfficeAccount } from '../../models/banking/accounts';
import { readStatements, type ReadFile } from '../../models/banking/readStatements';
import { keepStatement, MovementChangedError, type KeptStatement } from '../../models/banking/statementKeeper';
import { StatementError, type Statement } from '../../processes/banking/statement';
import type { StatementView } from '../../processes/banking/views';
import { words, type Words } from '../../processes/words';
import type { Asking } from '../context';
import type { Rows } from '../lists';
import { conflict, refused, type ProblemError } from '../problems';
import { actorFor, record } from '../record';
import { iso, select } from '../sql';
import { defaultAccount } from './ownAccounts';

export interface StatementFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

const fileRefused = (why: Words): ProblemError => refused('file-refused', why, { file: why });

function read(bytes: Buffer): ReadFile {
  try {
    return readStatements(bytes);
  } catch (error) {
    if (error instanceof StatementError) throw fileRefused(error.why);
    throw error;
  }
}

/** @throws ProblemError 422 where the statement is of no account of the office, or may be of several */
function accountOf(statement: Statement, accounts: readonly OfficeAccount[]): OfficeAccount {
  const named = accountsNamed(accounts, statement.account);
  const [own] = named;
  const numbers = accounts.map(({ account }) => account).join(', ');
  if (!own)
    throw fileRefused(
      accounts.length === 1
        ? words(
            `Výpis je k účtu ${statement.account}, úřad má účet ${numbers}. Nic se nenačetlo.`,
            `The statement is of account ${statement.account}; the office has ${numbers}. Nothing was taken in.`,
          )
        : words(
            `Výpis je k účtu ${statement.account}, úřad má účty ${numbers}. Nic se nenačetlo.`,
            `The statement is of account ${statement.account}; the office has ${numbers}. Nothing was taken in.`,
          ),
    );
  if (named.length > 1)
    throw fileRefused(
      words(
        `Výpis neuvádí kód banky a číslo ${statement.account} má úřad u více bank. Použijte jiný formát výpisu; nic se nenačetlo.`,
        `The statement does not name the bank, and the office has the number ${statement.account} at several. Use another format; nothing was taken in.`,
      ),
    );
  return own;
}

const contradicts = ({ entryId }: MovementChangedError): ProblemError =>
  conflict(
    words(
      `Pohyb ${entryId} už je načtený s jinou částkou nebo datem. Ověřte soubor u banky; nic se nenačetlo.`,
      `Movement ${entryId} is known with another amount or day. Ask the bank about the file; nothing was taken in.`,
    ),
  );

/**
 * @returns a row for each statement of the file; a file that was taken in before brings no new movement
 * @throws ProblemError 422 `file-refused` in one sentence, 409 where it contradicts what is known; then nothing was taken in
 */
export async function takeStatements(context: Asking, { fileName, bytes }: StatementFile): Promise<readonly StatementView[]> {
  const { format, statements } = read(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return context.inTenant(async () => {
    await lockBank(context.tenantId);
    await defaultAccount();
    const accounts = await officeAccounts();
    const owns = statements.map((statement) => accountOf(statement, accounts));
    const taken: KeptStatement[] = [];
    const source = { format, fileName, sha256, takenBy: context.person.id };
    try {
      for (const [index, statement] of statements.entries())
        taken.push(await keepStatement(context.tenantId, statement, owns[index]?.account ?? '', source));
    } catch (error) {
      if (error instanceof MovementChangedError) throw contradicts(error);
      throw error;
    }
    await record(context, {
      type: 'bankStatementTaken',
      what: {
        fileName,
        sha256,
        format,
        statementIds: taken.map(({ id }) => id),
        entries: statements.reduce((sum, { entries }) => sum + entries.length, 0),
        newEntries: taken.reduce((sum, { fresh }) => sum + fresh, 0),
        doubtful: taken.reduce((sum, { doubtful }) => sum + doubtful, 0),
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
  readonly takenById: string | null;
  readonly takenByName: string | null;
  readonly all: number;
}

/** @param ids of statements; null: all, the newest first. Inside inTenant. */
export async function findStatements(ids: readonly string[] | null, limit: number, offset: number): Promise<Rows<StatementView>> {
  const rows = await select<StatementRow>(
    `select s.id, s.format, s.account, s.currency, s.file_name as "fileName", s.sha256, s.first_on::text as "firstOn", s.last_on::text as "lastOn",
       s.entries, s.new_entries as "newEntries", s.taken_at as "takenAt", s.taken_by as "takenById", u.name as "takenByName", count(*) over () as all
     from bank_statements s left join users u on u.id = s.taken_by
     where $1::uuid[] is null or s.id = any($1) order by s.taken_at desc, s.id limit $2 offset $3`,
    [ids, limit, offset],
  );
  const views = rows.map(({ takenAt, takenById, takenByName, all: _all, ...row }): StatementView => ({
    ...row,
    takenAt: iso(takenAt),
    takenBy: takenById === null ? null : { id: takenById, name: takenByName ?? '' },
  }));
  return { rows: views, total: rows[0]?.all ?? 0 };
}
