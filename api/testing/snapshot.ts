import type { TestDatabase } from '../../models/testing/database';

/** Sessions live by themselves, and a key that is used up says nothing of the records. */
const APART = ['session', 'sign_in_limits', 'schema_migrations', 'migrations'];

/** What every table holds, as one hash a table: two of them are equal when nothing was changed in between. */
export async function snapshot(db: TestDatabase): Promise<Record<string, string>> {
  const tables = await db.superuser<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const state: Record<string, string> = {};
  for (const { name } of tables) {
    if (APART.includes(name)) continue;
    const [row] = await db.superuser<{ hash: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from "${name}" t`,
    );
    state[name] = row?.hash ?? '';
  }
  return state;
}

/** Waits until everything that runs in the background (letters, documents) is recorded. */
export async function quiet(db: TestDatabase): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await db.superuser<{ pending: number }>(
      `select count(*) filter (where type in ('letterQueued', 'documentQueued')) - count(*) filter (where type in ('letterSent', 'documentReady')) as pending from events`,
    );
    if (Number(row?.pending) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Something keeps running in the background');
}
