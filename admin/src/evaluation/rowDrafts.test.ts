import { copyKey, readCopy, type Keeper } from '../../../processes/drafts/localCopy';
import type { Data, SaveAnswer } from '../../../processes/drafts/saver';
import { RowDrafts } from './rowDrafts';

class Memory implements Keeper {
  private readonly entries = new Map<string, string>();
  get length(): number {
    return this.entries.size;
  }
  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

const AT = '2026-11-21T10:00:00.000Z';

/** A server that keeps drafts by their version, and a connection that can be cut. */
function build(keeper = new Memory()) {
  const server = new Map<string, { data: Data; version: number }>();
  const line = { cut: false };
  const save = (id: string, data: Data, version: number): Promise<SaveAnswer> => {
    if (line.cut) return Promise.resolve({ kind: 'failed' });
    if ((server.get(id)?.version ?? 0) !== version) return Promise.resolve({ kind: 'conflict' });
    server.set(id, { data, version: version + 1 });
    return Promise.resolve({ kind: 'saved', version: version + 1, at: AT });
  };
  const open = (): RowDrafts => new RowDrafts({ personId: 'p', keeper, save, now: () => new Date(AT) });
  return { server, line, keeper, open };
}
const none = (id: string) => ({ id, data: {}, version: 0 });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('saves each row by itself', async () => {
  const { server, open } = build();
  const table = open();
  table.begin([none('a'), none('b')]);
  table.change('a', { k1: 1 });
  table.change('b', { k1: 2 });
  table.change('a', { k2: 3 });
  expect(table.state).toBe('saving');
  await jest.advanceTimersByTimeAsync(1500);
  expect([...server].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual([
    ['a', { data: { k1: 1, k2: 3 }, version: 1 }],
    ['b', { data: { k1: 2 }, version: 1 }],
  ]);
  expect(table.state).toBe('saved');
});

it('waits for a lost connection, keeps the values here, and sends them when it is back', async () => {
  const { server, line, keeper, open } = build();
  const table = open();
  table.begin([none('a'), none('b')]);
  line.cut = true;
  table.change('a', { k1: 1 });
  await jest.advanceTimersByTimeAsync(1500);
  expect([table.state, table.isKept, server.size]).toEqual(['waiting', true, 0]);
  expect(readCopy(keeper, copyKey('p', 'task.a'))?.data).toEqual({ k1: 1 });
  line.cut = false;
  table.retry();
  await jest.advanceTimersByTimeAsync(0);
  expect([table.state, server.get('a')?.data]).toEqual(['saved', { k1: 1 }]);
  expect(keeper.length).toBe(0);
});

it('goes on after the browser was closed without a connection', async () => {
  const { server, line, open } = build();
  const before = open();
  before.begin([none('a')]);
  line.cut = true;
  before.change('a', { k1: 7 });
  before.close();
  await jest.advanceTimersByTimeAsync(0);
  line.cut = false;
  const after = open();
  after.begin([none('a')]);
  expect(after.dataOf('a')).toEqual({ k1: 7 });
  await jest.advanceTimersByTimeAsync(1500);
  expect(server.get('a')?.data).toEqual({ k1: 7 });
});

it('asks a person where another device saved the same row', async () => {
  const { server, open } = build();
  const table = open();
  table.begin([none('a')]);
  server.set('a', { data: { k1: 9 }, version: 1 });
  table.change('a', { k1: 1 });
  await jest.advanceTimersByTimeAsync(1500);
  expect(table.state).toBe('conflict');
  table.keepMine('a', 1);
  await jest.advanceTimersByTimeAsync(1500);
  expect([table.state, server.get('a')?.data]).toEqual(['saved', { k1: 1 }]);
  table.takeTheirs({ id: 'a', data: { k1: 5 }, version: 3 });
  expect(table.dataOf('a')).toEqual({ k1: 5 });
});

it('forgets a row that was sent', async () => {
  const { keeper, open } = build();
  const table = open();
  table.begin([none('a')]);
  table.change('a', { k1: 1 });
  table.forget('a');
  await jest.advanceTimersByTimeAsync(60_000);
  expect([keeper.length, table.state]).toEqual([0, 'saved']);
});
