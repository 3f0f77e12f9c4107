import { useEffect, useMemo, useReducer, useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import type { FormItem } from '../../../../processes/formItems/items';
import type { ProgrammeForm } from '../../api/dataProvider';
import { ApiError } from '../../api/http';
import { useOffice } from '../../api/useOffice';
import { designed, isSame, opened, type Design, type Designer } from './designer';

/** How long a sentence that came unasked stays to be read. */
const READING_MS = 20_000;

interface Refusal {
  readonly error: ApiError;
  /** What was refused; after another change it is no longer true. */
  readonly items: readonly FormItem[];
}

export interface FormDraft {
  readonly designer: Designer;
  readonly dispatch: (act: Design) => void;
  /** The version on which the changes stand. */
  readonly saved: ProgrammeForm;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly refusal: ApiError | null;
  /** Somebody saved another version meanwhile. */
  readonly overtaken: boolean;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
  /** After somebody was faster: theirs is taken; the changes may be brought back, then they stand instead of it. */
  readonly takeTheirs: () => void;
}

/**
 * The items of a programme's form while they are changed here.
 * @param read what the server has, read again from time to time
 * @param readOnly changes cannot be saved any more: what the server has is shown instead of them
 */
export function useFormDraft(read: ProgrammeForm, readAgain: () => void, readOnly: boolean): FormDraft {
  const office = useOffice();
  const notify = useNotify();
  const refresh = useRefresh();
  const [designer, dispatch] = useReducer(designed, read.items, opened);
  const [saved, setSaved] = useState(read);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { items } = designer;
  const changed = useMemo(() => !isSame(items, saved.items), [items, saved.items]);
  const newer = read.version > saved.version;

  useEffect(() => {
    if (busy || (changed ? !readOnly : !newer)) return;
    const latest = newer ? read : saved;
    setSaved(latest);
    dispatch({ do: 'load', items: latest.items, insteadOf: items });
  }, [newer, changed, busy, readOnly, read, saved, items]);

  const save = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await office((provider) => provider.saveProgrammeForm(read.id, items, saved.version));
      setSaved(answer);
      dispatch({ do: 'load', items: answer.items, insteadOf: items });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal({ error, items });
      if (error.status === 412) readAgain();
      // The intake has ended: the page is no longer true, and what could not be saved goes with it.
      if (error.status === 409) {
        notify(error.message, { type: 'warning', autoHideDuration: READING_MS });
        refresh();
      }
    } finally {
      setBusy(false);
    }
  };

  const takeTheirs = (): void => {
    setSaved(read);
    setRefusal(null);
    dispatch({ do: 'discard', items: read.items, what: 'overtaken' });
  };

  return {
    designer,
    dispatch,
    saved: read.version === saved.version ? read : saved,
    changed,
    busy,
    refusal: refusal?.items === items ? refusal.error : null,
    overtaken: newer && changed,
    save,
    discard: () => dispatch({ do: 'discard', items: saved.items, what: 'changes' }),
    takeTheirs,
  };
}
