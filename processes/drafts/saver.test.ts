import { copyKey, readCopy, removeCopiesOf, startFrom, writeCopy, type Keeper } from './localCopy';
import { Saver, type Data, type SaveAnswer, type SaveState } from './saver';

class Memory implements Keeper {
  private readonly entries = new Map<string, string>();
  full = false;
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
    if (this.full) throw new Error('QuotaExceededError');
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

const KEY = copyKey('person', 'draft.1');
const AT = '2026-11-21T10:00:00.000Z';

/** A saver over a server that answers as told, in turn; the last answer repeats. */
function build(...answers: readonly (SaveAnswer | Promise<SaveAnswer>)[]) {
  const keeper = new Memory();
  const sent: { data: Data; version: number }[] = [];
  const states: SaveState['kind'][] = [];
  const saver = new Saver({
    keeper,
    key: KEY,
    version: 1,
    savedAt: null,
    now: () => new Date(AT),
    onState: (state) => states.push(state.kind),
    save: async (data, version) => {
      sent.push({ data, version });
      return (await answers[Math.min(sent.length, answers.length) - 1]) ?? { kind: 'failed' };
    },
  });
  return { keeper, sent, states, saver };
}

const saved = (version: number): SaveAnswer => ({ kind: 'saved', version, at: AT });

describe('saving what is typed', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('waits for a pause and sends the newest state once', async () => {
    const { saver, sent, keeper } = build(saved(2));
    for (const name of ['J', 'Ja', 'Jan']) saver.change({ name });
    expect(sent).toEqual([]);
    expect(readCopy(keeper, KEY)?.data).toEqual({ name: 'Jan' });
    await jest.advanceTimersByTimeAsync(1500);
    expect(sent).toEqual([{ data: { name: 'Jan' }, version: 1 }]);
    expect(saver.state).toEqual({ kind: 'saved', at: AT });
    expect(readCopy(keeper, KEY)).toBeNull();
  });

  it('sends what was typed meanwhile, from the new version, one request at a time', async () => {
    let answer: (answer: SaveAnswer) => void = () => undefined;
    const slow = new Promise<SaveAnswer>((resolve) => (answer = resolve));
    const { saver, sent } = build(slow, saved(3));
    saver.change({ name: 'a' });
    await jest.advanceTimersByTimeAsync(1500);
    saver.change({ name: 'ab' });
    await jest.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(1);
    answer(saved(2));
    await jest.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual([
      { data: { name: 'a' }, version: 1 },
      { data: { name: 'ab' }, version: 2 },
    ]);
    expect(saver.state.kind).toBe('saved');
  });

  it('keeps trying when the connection fails, ever more slowly, and keeps the copy', async () => {
    const { saver, sent, keeper } = build({ kind: 'failed' }, { kind: 'failed' }, saved(2));
    saver.change({ name: 'a' });
    await jest.advanceTimersByTimeAsync(1200);
    expect(saver.state).toEqual({ kind: 'waiting', kept: true });
    expect(readCopy(keeper, KEY)?.data).toEqual({ name: 'a' });
    await jest.advanceTimersByTimeAsync(2000);
    expect(sent).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(3000);
    expect(sent).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(3);
    expect(saver.state.kind).toBe('saved');
  });

  it('tries at once when the connection is back', async () => {
    const { saver, sent } = build({ kind: 'failed' }, saved(2));
    saver.change({ name: 'a' });
    await jest.advanceTimersByTimeAsync(1200);
    saver.retry();
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(2);
    expect(saver.state.kind).toBe('saved');
  });

  it('says so when the device keeps nothing either', async () => {
    const { saver, keeper } = build({ kind: 'failed' });
    keeper.full = true;
    saver.change({ name: 'a' });
    await jest.advanceTimersByTimeAsync(1200);
    expect(saver.state).toEqual({ kind: 'waiting', kept: false });
  });

  it('stops at a lost session, keeps what is typed, and goes on after sign-in', async () => {
    const { saver, sent, keeper } = build({ kind: 'signedOut' }, saved(2));
    saver.change({ name: 'a' });
    await jest.advanceTimersByTimeAsync(1200);
    saver.change({ name: 'ab' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(saver.state).toEqual({ kind: 'signedOut', kept: true });
    expect(readCopy(keeper, KEY)?.data).toEqual({ name: 'ab' });
    saver.retry();
    await jest.advanceTimersByTimeAsync(0);
    expect(sent[1]).toEqual({ data: { name: 'ab' }, version: 1 });
  });

  it('overwrites another device only when a person says so', async () => {
    const { saver, sent } = build({ kind: 'conflict' }, saved(9));
    saver.change({ name: 'mine' });
    await jest.advanceTimersByTimeAsync(1200);
    expect(saver.state.kind).toBe('conflict');
    saver.change({ name: 'mine too' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    saver.overwrite(8, { name: 'mine too' });
    await jest.advanceTimersByTimeAsync(1500);
    expect(sent[1]).toEqual({ data: { name: 'mine too' }, version: 8 });
    expect(saver.state.kind).toBe('saved');
  });

  it('drops what was typed when a person takes the other version', async () => {
    const { saver, sent, keeper } = build({ kind: 'conflict' });
    saver.change({ name: 'mine' });
    await jest.advanceTimersByTimeAsync(1200);
    saver.accept(8, AT);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(readCopy(keeper, KEY)).toBeNull();
    expect(saver.savedVersion).toBe(8);
  });

  it('saves at once on the way out, also behind a request that is running', async () => {
    let answer: (answer: SaveAnswer) => void = () => undefined;
    const slow = new Promise<SaveAnswer>((resolve) => (answer = resolve));
    const { saver, sent, keeper } = build(slow, saved(3));
    saver.change({ name: 'a' });
    await jest.advanceTimersByTimeAsync(1200);
    saver.change({ name: 'ab' });
    const out = saver.flush();
    answer(saved(2));
    await jest.advanceTimersByTimeAsync(0);
    await out;
    expect(sent[1]).toEqual({ data: { name: 'ab' }, version: 2 });
    expect(readCopy(keeper, KEY)).toBeNull();
  });

  it('forgets the copy once it was sent as an act', () => {
    const { saver, keeper } = build(saved(2));
    saver.change({ name: 'a' });
    saver.forget();
    expect(readCopy(keeper, KEY)).toBeNull();
  });
});

describe('the copy on the device', () => {
  const sent = (data: Data): Data => data;
  const copy = (data: Data, version: number) => ({ data, version, at: AT });

  it('is gone on from when the server has not got it', () => {
    expect(startFrom({ data: { a: 1 }, version: 3 }, copy({ a: 2 }, 3), sent)).toEqual({
      kind: 'restored',
      data: { a: 2 },
      version: 3,
      at: AT,
    });
  });

  it('is not needed when the server has the same, in whatever order', () => {
    expect(startFrom({ data: { a: 1, b: { c: 2, d: 3 } }, version: 4 }, copy({ b: { d: 3, c: 2 }, a: 1 }, 3), sent).kind).toBe('server');
  });

  it('asks a person when another device saved something else', () => {
    expect(startFrom({ data: { a: 1 }, version: 4 }, copy({ a: 2 }, 3), sent)).toEqual({
      kind: 'conflict',
      data: { a: 2 },
      // Saving it is refused, so only a person lets it overwrite the other.
      version: 3,
    });
  });

  it('that cannot be read is none', () => {
    const keeper = new Memory();
    keeper.setItem(KEY, '{"data":');
    expect(readCopy(keeper, KEY)).toBeNull();
    for (const text of ['{"data":[],"version":1,"at":"x"}', '{"data":{},"version":null,"at":"x"}']) {
      keeper.setItem(KEY, text);
      expect(readCopy(keeper, KEY)).toBeNull();
    }
  });

  it('of one person goes at sign-out, of others stays', () => {
    const keeper = new Memory();
    const others = copyKey('another', 'draft.2');
    writeCopy(keeper, KEY, copy({ a: 1 }, 1));
    writeCopy(keeper, copyKey('person', 'task.5'), copy({ a: 1 }, 0));
    writeCopy(keeper, others, copy({ a: 1 }, 1));
    removeCopiesOf(keeper, 'person');
    expect(keeper.length).toBe(1);
    expect(readCopy(keeper, others)).not.toBeNull();
  });
});
