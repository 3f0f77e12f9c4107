import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { dataProvider } from '../api/dataProvider';
import { useOffice } from '../api/useOffice';
import { answerTo } from '../task/useDraft';
import { RowDrafts, type RowStart } from './rowDrafts';

/** Drafts of the rows of a table, saved by themselves as they are typed; read again, the table changes with them. */
export function useRowDrafts(rows: readonly RowStart[], personId: string): RowDrafts {
  const office = useOffice();
  const asking = useRef(office);
  useEffect(() => {
    asking.current = office;
  }, [office]);
  const [drafts] = useState(() => {
    const made = new RowDrafts({
      personId,
      keeper: localStorage,
      now: () => new Date(),
      save: async (taskId, data, version) => {
        try {
          const kept = await asking.current((provider) => provider.saveDraft(taskId, data, version));
          return { kind: 'saved', version: kept.version, at: kept.updatedAt };
        } catch (error) {
          return answerTo(error);
        }
      },
    });
    made.begin(rows);
    return made;
  });
  useSyncExternalStore(drafts.subscribe, drafts.snapshot);
  useEffect(() => drafts.begin(rows), [drafts, rows]);
  useEffect(() => {
    drafts.open();
    const again = (): void => drafts.retry();
    window.addEventListener('online', again);
    window.addEventListener('focus', again);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('focus', again);
      // Whoever left the table is not to be led to sign in by its last save; the copies in this browser wait for them.
      asking.current = (work) => work(dataProvider);
      drafts.close();
    };
  }, [drafts]);
  return drafts;
}
