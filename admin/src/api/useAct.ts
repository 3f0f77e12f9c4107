import { useCallback, useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import type { PostupDataProvider } from './dataProvider';
import { ApiError, keyKeeper } from './http';
import { useOffice } from './useOffice';

export interface Act {
  readonly busy: boolean;
  /** The last refusal, until the next try. */
  readonly error: ApiError | null;
  readonly forget: () => void;
  /**
   * Does it, waits for the server (nothing is shown as done before it is), then reads everything on the screen again.
   * @param payload what is sent: the same payload keeps its idempotency key when tried again.
   * @returns whether it succeeded.
   */
  readonly run: (
    work: (provider: PostupDataProvider, key: string) => Promise<unknown>,
    payload: unknown,
    done?: string,
  ) => Promise<boolean>;
}

/** How long a sentence that came unasked stays to be read. */
const READING_MS = 20_000;

const worded = (failure: ApiError): string => (failure.slug === 'already-done' ? 'postup.form.decidedAlready' : failure.message);

/** One act of an officer from a component: busy, refused, or done with everything read anew. */
export function useAct(options: { readonly quiet?: boolean } = {}): Act {
  const office = useOffice();
  const notify = useNotify();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [keyFor] = useState(() => keyKeeper());
  const { quiet = false } = options;

  const run = useCallback<Act['run']>(
    async (work, payload, done) => {
      setBusy(true);
      setError(null);
      try {
        await office((provider) => work(provider, keyFor(payload)));
        if (done !== undefined) notify(done, { type: 'success' });
        refresh();
        return true;
      } catch (failure) {
        if (!(failure instanceof ApiError)) throw failure;
        setError(failure);
        // Somebody was faster, or the record changed: what is on the screen is no longer true, and the form that could say so goes with it.
        const stale = failure.status === 409 || failure.status === 412;
        if (stale) notify(worded(failure), { type: 'warning', messageArgs: { detail: failure.message }, autoHideDuration: READING_MS });
        // Without a session the page is left for the sign-in, which says why.
        else if (!quiet && failure.status !== 401) notify(failure.message, { type: 'error' });
        if (stale) refresh();
        return false;
      } finally {
        setBusy(false);
      }
    },
    [office, keyFor, notify, refresh, quiet],
  );
  const forget = useCallback(() => setError(null), []);
  return { busy, error, forget, run };
}
