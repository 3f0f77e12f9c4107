import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import { Client as Database } from 'pg';
import { SEARCH_ATTRIBUTES } from './temporalNamespace';
import { startServers, type Servers } from './testServers';

jest.setTimeout(180_000);

let dataDir: string;
let servers: Servers | undefined;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'postup-servers-'));
  servers = await startServers({ dataDir });
});

afterAll(async () => {
  await servers?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function query<Row extends object>(text: string): Promise<Row[]> {
  const database = new Database({ connectionString: servers?.databaseUrl });
  await database.connect();
  try {
    return (await database.query<Row>(text)).rows;
  } finally {
    await database.end();
  }
}

async function withTemporal<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: servers?.temporalAddress });
  try {
    return await work(new Client({ connection, namespace: servers?.namespace }));
  } finally {
    await connection.close();
  }
}

async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

const start = (workflowId: string): Promise<unknown> =>
  withTemporal((client) =>
    client.workflow.start('waiting', {
      workflowId,
      taskQueue: 'nobody-listens',
      typedSearchAttributes: SEARCH_ATTRIBUTES.map((name) => ({
        key: defineSearchAttributeKey(name, 'KEYWORD'),
        value: 'known',
      })),
    }),
  );

const status = (workflowId: string): Promise<string> =>
  withTemporal(async (client) => (await client.workflow.getHandle(workflowId).describe()).status.name);

describe('the servers of a one-machine start', () => {
  test('sort in Czech', async () => {
    const rows = await query<{ word: string }>(`SELECT word FROM unnest(ARRAY['hrad','chata','čáp','cena','dům']) word ORDER BY word`);
    expect(rows.map(({ word }) => word)).toEqual(['cena', 'čáp', 'dům', 'hrad', 'chata']);
  });

  test('lose nothing when both are killed, and come back by themselves', async () => {
    await query('CREATE TABLE kept (id int)');
    await query('INSERT INTO kept VALUES (1)');
    await start('case-1');

    const before = servers?.processes();
    for (const pid of [before?.temporal, before?.postgres]) process.kill(pid ?? 0, 'SIGKILL');

    expect(await eventually(() => query('SELECT id FROM kept'))).toEqual([{ id: 1 }]);
    expect(await eventually(() => status('case-1'))).toBe('RUNNING');
    expect(servers?.processes()).not.toEqual(before);
  });

  test('find everything after a stop and a second start, within 15 seconds', async () => {
    await eventually(() => start('case-2'));
    await servers?.stop();
    const began = Date.now();
    servers = await startServers({ dataDir });
    expect(Date.now() - began).toBeLessThan(15_000);
    expect(await status('case-2')).toBe('RUNNING');
    expect(await query('SELECT id FROM kept')).toEqual([{ id: 1 }]);
  });

  test('refuse a second start on the same folder', async () => {
    await expect(startServers({ dataDir })).rejects.toThrow(/už Postup běží/);
  });
});
