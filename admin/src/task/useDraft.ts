import { useCallback, useEffect, useRef, useState } from 'react';
import type { TaskView } from '../../../processes/views';
import { useOffice } from '../api/useOffice';
import { dropLocal, isData, keepLocally, localDraft, type TaskData } from './draft';

/** How long after the last key the server gets it. */
const PAUSE_MS = 1200;

export type DraftState = 'same' | 'saving' | 'saved' | 'failed';

export interface Draft {
  readonly data: TaskData;
  readonly state: DraftState;
  /** Something typed earlier was brought back. */
  readonly restored: boolean;
  readonly change: (data: TaskData) => void;
  /** After the task was done: nothing is to be brought back. */
  readonly forget: () => void;
}

/** Keeps what is typed into a task's form: at once in this browser, after a pause on the server. */
export function useDraft(task: TaskView): Draft {
  const office = useOffice();
  const [start] = useState(() => {
    const kept = localDraft(task.id) ?? (isData(task.draft) ? task.draft : null);
    return { data: kept ?? (isData(task.initial) ? task.initial : {}), restored: kept !== null };
  });
  const [data, setData] = useState<TaskData>(start.data);
  const [state, setState] = useState<DraftState>('same');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  const change = useCallback(
    (next: TaskData) => {
      setData(next);
      keepLocally(task.id, next);
      setState('saving');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        office((provider) => provider.saveDraft(task.id, next)).then(
          () => {
            dropLocal(task.id);
            setState('saved');
          },
          () => setState('failed'),
        );
      }, PAUSE_MS);
    },
    [office, task.id],
  );
  const forget = useCallback(() => {
    clearTimeout(timer.current);
    dropLocal(task.id);
  }, [task.id]);
  return { data, state, restored: start.restored, change, forget };
}
