import { useCallback, useEffect, useRef, useState } from 'react';
import type { TaskView } from '../../../processes/views';
import { copyKey, readCopy, startFrom } from '../../../processes/drafts/localCopy';
import { Saver, type SaveAnswer, type SaveState } from '../../../processes/drafts/saver';
import { keptOf } from '../../../processes/drafts/taskData';
import { isRecord } from '../../../processes/formSchema';
import { dataProvider } from '../api/dataProvider';
import { ApiError } from '../api/http';
import { useOffice } from '../api/useOffice';

export type TaskData = Record<string, unknown>;

export interface Draft {
  readonly data: TaskData;
  readonly state: SaveState;
  /** Something typed earlier was brought back. */
  readonly restored: boolean;
  readonly change: (data: TaskData) => void;
  /** After a conflict: what is typed here holds. @throws ApiError */
  readonly keepMine: () => Promise<void>;
  /** After a conflict: what the other device saved is loaded. @throws ApiError */
  readonly takeTheirs: () => Promise<void>;
  /** After the task was done: nothing is to be brought back. */
  readonly forget: () => void;
}

/** How a refused save is told to the saver. */
export function answerTo(error: unknown): SaveAnswer {
  if (!(error instanceof ApiError)) return { kind: 'failed' };
  if (error.status === 401) return { kind: 'signedOut' };
  if (error.status === 412) return { kind: 'conflict' };
  if (error.status === 0 || error.status === 429 || error.status >= 500) return { kind: 'failed' };
  return { kind: 'refused', why: error.message };
}

/**
 * Keeps what is typed into a task's form: at once in this browser under the person's id, after a pause on the server.
 * @param task read just now: a save names the version of the draft that it started from
 */
export function useDraft(task: TaskView, personId: string): Draft {
  const office = useOffice();
  const asking = useRef(office);
  useEffect(() => {
    asking.current = office;
  }, [office]);
  const [{ key, start }] = useState(() => {
    const own = copyKey(personId, `task.${task.id}`);
    return { key: own, start: startFrom({ data: keptOf(task), version: task.draftVersion }, readCopy(localStorage, own), (data) => data) };
  });
  const [data, setData] = useState<TaskData>(start.data);
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null });
  const [saver] = useState(
    () =>
      new Saver({
        key,
        keeper: localStorage,
        version: start.version,
        savedAt: null,
        onState: setState,
        now: () => new Date(),
        save: async (typed, version) => {
          try {
            const kept = await asking.current((provider) => provider.saveDraft(task.id, typed, version));
            return { kind: 'saved', version: kept.version, at: kept.updatedAt };
          } catch (error) {
            return answerTo(error);
          }
        },
      }),
  );

  useEffect(() => {
    saver.open();
    if (start.kind !== 'server') saver.change(start.data);
    const again = (): void => saver.retry();
    window.addEventListener('online', again);
    window.addEventListener('focus', again);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('focus', again);
      // Whoever left the form is not to be led to sign in by its last save; the copy in this browser waits for them.
      asking.current = (work) => work(dataProvider);
      void saver.flush();
      saver.close();
    };
  }, [saver, start]);

  const change = useCallback(
    (next: TaskData) => {
      setData(next);
      saver.change(next);
    },
    [saver],
  );
  const now = useCallback(
    async () => asking.current(async (provider) => (await provider.getOne<TaskView>('tasks', { id: task.id })).data),
    [task.id],
  );
  const keepMine = async (): Promise<void> => saver.overwrite((await now()).draftVersion, data);
  const takeTheirs = async (): Promise<void> => {
    const theirs = await now();
    setData(keptOf(theirs));
    saver.accept(theirs.draftVersion, null);
  };
  const forget = useCallback(() => saver.forget(), [saver]);
  return { data, state, restored: start.kind === 'restored' || isRecord(task.draft), change, keepMine, takeTheirs, forget };
}
