import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync, appendFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { migrate } from './migrate';
import { testDatabase } from './testing/database';

const db = testDatabase({ empty: true });
const real = path.join(__dirname, 'migrations');
let folder: string;

const applied = async (): Promise<string[]> =>
  (await db.superuser<{ name: string }>('select name from migrations order by name')).map(({ name }) => name);

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'postup-migrations-'));
  for (const file of readdirSync(real)) copyFileSync(path.join(real, file), path.join(folder, file));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('applies what is missing once, also when two start at once', async () => {
  const names = (await Promise.all([migrate(), migrate()])).flat().sort();
  expect(names).toEqual(await applied());
  expect(names.length).toBeGreaterThanOrEqual(2);
  expect(await migrate()).toEqual([]);
});

it('takes a failed step back whole, and goes on from it when it is mended', async () => {
  const before = await applied();
  writeFileSync(path.join(folder, '9000-broken.sql'), 'create table half (id integer); select no_such_function();');
  await expect(migrate(folder)).rejects.toThrow(/no_such_function/);
  expect(await applied()).toEqual(before);
  writeFileSync(path.join(folder, '9000-broken.sql'), 'create table half (id integer); drop table half;');
  expect(await migrate(folder)).toEqual(['9000-broken']);
});

it('refuses a database that a newer version changed, and says what to do', async () => {
  await expect(migrate()).rejects.toThrow(/novější verze Postupu \(krok 9000-broken\)\. Spusťte/);
  await db.superuser(`delete from migrations where name = '9000-broken'`);
});

it('refuses a file that was changed after it was applied', async () => {
  appendFileSync(path.join(folder, '0001-ground.sql'), '-- a change\n');
  await expect(migrate(folder)).rejects.toThrow(/0001-ground/);
});

it('gives the restricted roles a changed password', async () => {
  const url = new URL(process.env.DATABASE_URL!);
  const sign = async (): Promise<void> => {
    const client = new Client({
      host: url.hostname,
      port: Number(url.port),
      user: 'postup_session',
      password: 'app-password-of-tests',
      database: url.pathname.slice(1),
    });
    await client.connect();
    await client.end();
  };
  await db.superuser(`alter role postup_session password 'another one'`);
  await expect(sign()).rejects.toThrow(/password/);
  await migrate();
  await sign();
});
