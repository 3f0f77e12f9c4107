/**
 * Drafts of many tasks typed into one table: each row is saved by itself, kept on this device until the server has it, and sent again when the connection is
 * back. Knows nothing of React nor of HTTP.
 */
import { copyKey, readCopy, startFrom, type Keeper } from '../../../processes/drafts/localCopy';
import { Saver, type Data, type SaveAnswer, type SaveState } from '../../../processes/drafts/saver';

/** A row as the server has it. */
export interface RowStart {
  /** Of the task. */
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly version: number;
}

export interface RowDraftsOptions {
  readonly personId: string;
  readonly keeper: Keeper;
  /** Sends one row; never throws. */
  readonly save: (taskId: string, data: Data, version: number) => Promise<SaveAnswer>;
  readonly now: () => Date;
}

/** Of all rows together: the worst of them. */
export type TableState = 'saved' | 'saving' | 'waiting' | 'signedOut' | 'conflict' | 'refused';

const WORST: readonly TableState[] = ['signedOut', 'conflict', 'refused', 'waiting', 'saving'];

interface Row {
  data: Data;
  state: SaveState;
  readonly saver: Saver;
}

export class RowDrafts {
  private readonly rows = new Map<string, Row>();
  private readonly listeners = new Set<() => void>();
  private changes = 0;

  constructor(private readonly options: RowDraftsOptions) {}

  /** Takes over rows that are not known yet; what this device kept of them and could not send goes on from here. */
  begin(starts: readonly RowStart[]): void {
    for (const start of starts) if (!this.rows.has(start.id)) this.add(start);
  }

  dataOf(id: string): Data {
    return this.rows.get(id)?.data ?? {};
  }

  stateOf(id: string): SaveState {
    return this.rows.get(id)?.state ?? { kind: 'saved', at: null };
  }

  get state(): TableState {
    const states = new Set<string>([...this.rows.values()].map(({ state }) => (state.kind === 'typing' ? 'saving' : state.kind)));
    return WORST.find((one) => states.has(one)) ?? 'saved';
  }

  /** Whether every row that waits is kept on this device. */
  get isKept(): boolean {
    return [...this.rows.values()].every(({ state }) => !('kept' in state) || state.kept);
  }

  change(id: string, part: Data): void {
    const row = this.rows.get(id);
    if (!row) return;
    row.data = { ...row.data, ...part };
    row.saver.change(row.data);
    this.tell();
  }

  /** After a conflict: what is typed here holds over the version that another device saved. */
  keepMine(id: string, version: number): void {
    const row = this.rows.get(id);
    row?.saver.overwrite(version, row.data);
  }

  /** After a conflict: what the other device saved is taken. */
  takeTheirs({ id, data, version }: RowStart): void {
    const row = this.rows.get(id);
    if (!row) return;
    row.data = { ...data };
    row.saver.accept(version, null);
    this.tell();
  }

  /** The connection is back, or the person signed in again. */
  retry(): void {
    for (const { saver } of this.rows.values()) saver.retry();
  }

  /** The row has become an act: its copy has served. */
  forget(id: string): void {
    this.rows.get(id)?.saver.forget();
    this.rows.delete(id);
    this.tell();
  }

  /** The page is there (again). */
  open(): void {
    for (const { saver } of this.rows.values()) saver.open();
  }

  /** The page is left: what is not sent goes at once; what cannot stays on this device. */
  close(): void {
    for (const { saver } of this.rows.values()) {
      void saver.flush();
      saver.close();
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Another number after each change. */
  readonly snapshot = (): number => this.changes;

  private add({ id, data, version }: RowStart): void {
    const { keeper, personId, save, now } = this.options;
    const key = copyKey(personId, `task.${id}`);
    const start = startFrom({ data: { ...data }, version }, readCopy(keeper, key), (typed) => typed);
    const saver = new Saver({
      key,
      keeper,
      version: start.version,
      savedAt: null,
      now,
      save: (typed, from) => save(id, typed, from),
      onState: (state) => {
        const row = this.rows.get(id);
        if (row) row.state = state;
        this.tell();
      },
    });
    this.rows.set(id, { data: start.data, state: saver.state, saver });
    if (start.kind !== 'server') saver.change(start.data);
  }

  private tell(): void {
    this.changes += 1;
    for (const listener of this.listeners) listener();
  }
}
