/** Every table, found in the database itself, is tried across tenants: a table added later is tried too. */
import { randomUUID } from 'node:crypto';
import { query, inTenant, sessionPool } from './index';
import { testDatabase } from './testing/database';
import { buildDraft, buildProgramme, buildTenant, buildUser } from './testing/factories';

const db = testDatabase();
const NOT_OF_TENANTS = ['migrations', 'session', 'sign_in_limits'];

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  generated: boolean;
}

let ours: string;
let theirs: string;
let columns: Column[];
let tables: string[];

const select = <Row extends object>(sql: string, bind: unknown[] = []): Promise<Row[]> => query<Row>(sql, bind);

/** One row of their tenant in every table, put there as superuser without regard to references. */
async function fill(table: string): Promise<void> {
  const own = columns.filter((column) => column.table === table && !column.generated);
  const value = ({ column, type }: Column): unknown => {
    if (column === 'tenant_id' || (table === 'tenants' && column === 'id')) return theirs;
    const checks: Record<string, unknown> = {
      kind: 'municipality',
      document_kind: 'contract',
      language: 'cs',
      applicant_kind: 'legal',
      may: 'view',
      email: 'x@y.example',
      slug: 'cizi-druha',
      decision_days: 90,
      ends_on: '2030-01-02',
    };
    if (column === 'state')
      return { programmes: 'draft', tasks: 'open', documents: 'queued', letters: 'queued', incidents: 'open' }[table] ?? 'running';
    if (column in checks) return checks[column];
    if (type === 'uuid') return randomUUID();
    if (type === 'jsonb') return '{}';
    if (type === 'ARRAY') return [];
    if (type === 'date') return '2030-01-01';
    if (type.startsWith('timestamp')) return column === 'intake_closes_at' ? '2031-01-01' : '2030-01-01';
    if (type === 'boolean') return false;
    if (/int|numeric/.test(type)) return 1;
    return 'x';
  };
  const wanted = own.filter(({ nullable, column }) => !nullable || column === 'tenant_id');
  await db.superuser('set session_replication_role = replica');
  await db.superuser(
    `insert into ${table} (${wanted.map(({ column }) => `"${column}"`).join(', ')}) values (${wanted.map((_, index) => `$${index + 1}`).join(', ')}) on conflict do nothing`,
    wanted.map(value),
  );
  await db.superuser('set session_replication_role = origin');
}

beforeAll(async () => {
  ours = await buildTenant();
  theirs = await buildTenant();
  columns = await db.superuser<Column>(
    `select c.table_name as "table", column_name as "column", data_type as "type", is_nullable = 'YES' as nullable, is_generated = 'ALWAYS' as generated
     from information_schema.columns c join information_schema.tables using (table_schema, table_name)
     where c.table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  tables = [...new Set(columns.map(({ table }) => table))].filter((table) => !NOT_OF_TENANTS.includes(table)).sort();
  for (const table of tables) await fill(table);
});

it('covers every table', async () => {
  expect(tables.length).toBeGreaterThanOrEqual(20);
  for (const table of tables) {
    expect(columns.some((column) => column.table === table && column.column === 'tenant_id')).toBe(true);
    const [row] = await db.superuser<{ rows: number }>(`select count(*)::int as rows from ${table} where tenant_id = $1`, [theirs]);
    expect({ table, rows: row!.rows > 0 }).toEqual({ table, rows: true });
  }
});

it("shows nothing of another tenant's", async () => {
  for (const table of tables) {
    const rows = await inTenant(ours, () => select(`select tenant_id from ${table} where tenant_id <> $1`, [ours]));
    expect({ table, rows }).toEqual({ table, rows: [] });
  }
});

/** Either forbidden by the grants, or touching no row. */
async function touches(sql: string, bind: unknown[]): Promise<number> {
  try {
    return (await inTenant(ours, () => query(`${sql} returning 1`, bind))).length;
  } catch (error) {
    expect(String(error)).toMatch(/permission denied/);
    return 0;
  }
}

it("changes and removes nothing of another tenant's", async () => {
  for (const table of tables) {
    const column = columns.find(
      (candidate) => candidate.table === table && !candidate.generated && candidate.column !== 'tenant_id',
    )!.column;
    expect([table, await touches(`update ${table} set "${column}" = "${column}" where tenant_id = $1`, [theirs])]).toEqual([table, 0]);
    expect([table, await touches(`delete from ${table} where tenant_id = $1`, [theirs])]).toEqual([table, 0]);
  }
});

it('writes nothing into another tenant', async () => {
  for (const table of tables) {
    const list = columns
      .filter((column) => column.table === table && !column.generated)
      .map(({ column }) => `"${column}"`)
      .join(', ');
    await db.superuser(`create table copies as select ${list} from ${table} where tenant_id = $1 limit 1`, [theirs]);
    await db.superuser('grant select on copies to postup_app');
    const writing = inTenant(ours, () => query(`insert into ${table} (${list}) select ${list} from copies`));
    await expect(writing.then(() => `${table} was written`)).rejects.toThrow(/row-level security|permission denied/);
    await db.superuser('drop table copies');
  }
});

it('refers to nobody of another tenant', async () => {
  const stranger = await buildUser(theirs);
  await expect(buildProgramme(ours, { createdBy: stranger.id })).rejects.toMatchObject({ name: 'SequelizeForeignKeyConstraintError' });
});

it('hides sessions from the application, and everything else from the role of sessions', async () => {
  await expect(inTenant(ours, () => select('select * from session'))).rejects.toThrow(/permission denied/);
  await expect(inTenant(ours, () => select('select * from sign_in_limits'))).rejects.toThrow(/permission denied/);
  await sessionPool().query(`insert into session (sid, sess, expire) values ('s', '{"userId": "${randomUUID()}"}', now())`);
  for (const table of tables) await expect(sessionPool().query(`select * from ${table}`)).rejects.toThrow(/permission denied/);
  await expect(sessionPool().query('select * from public_tenants()')).rejects.toThrow(/permission denied/);
});

it('lets documents of a draft be thrown away, those of a case not', async () => {
  const { draft } = await buildDraft(ours);
  const document = `insert into documents (tenant_id, case_id, title, file_name, media_type, state) values ($1, $2, 'Příloha', 'p.pdf', 'application/pdf', 'ready')`;
  await inTenant(ours, () => query(document, [ours, draft.id]));
  const remove = (): Promise<number> => touches('delete from documents where case_id = $1', [draft.id]);
  expect(await remove()).toBe(1);
  await inTenant(ours, () => query(document, [ours, draft.id]));
  await db.superuser(
    `insert into cases (id, tenant_id, process_id, number, title, applicant_id, applicant_name, status, rest, opened_at, changed_at)
     values ($1, $2, 'grant', 'DOT-1', 'x', $3, 'x', 'checking', 1, now(), now())`,
    [draft.id, ours, draft.userId],
  );
  expect(await remove()).toBe(0);
});
