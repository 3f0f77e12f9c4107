import { useCallback, useEffect, useState } from 'react';
import { request } from './client';
import { asProblem, type ApiProblem } from './problem';

export interface Loaded<T> {
  /** What was read; kept while it is read again. */
  readonly data: T | null;
  readonly problem: ApiProblem | null;
  readonly loading: boolean;
  readonly reload: () => void;
  /** Puts in what an act answered, without asking again. */
  readonly put: (data: T) => void;
}

interface State<T> {
  readonly of: string | null;
  readonly data: T | null;
  readonly problem: ApiProblem | null;
}

/** What was read in this visit; shown at once when one comes back, and read again behind it. */
const seen = new Map<string, unknown>();

export function forgetWhatWasRead(): void {
  seen.clear();
}

/**
 * Reads `path` when it changes (null: nothing to read yet).
 * @param fresh what was read before is not shown meanwhile: a form must begin from what the server has now.
 */
export function useLoad<T>(path: string | null, { fresh = false }: { readonly fresh?: boolean } = {}): Loaded<T> {
  const [state, setState] = useState<State<T>>({ of: null, data: null, problem: null });
  const [round, setRound] = useState(0);

  useEffect(() => {
    if (path === null) return undefined;
    const stop = new AbortController();
    request<T>('GET', path, { signal: stop.signal }).then(
      (data) => {
        seen.set(path, data);
        if (!stop.signal.aborted) setState({ of: path, data, problem: null });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        setState((before) => ({ of: path, data: before.of === path ? before.data : null, problem: asProblem(error) }));
      },
    );
    return () => stop.abort();
  }, [path, round]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  const put = useCallback(
    (data: T) => {
      if (path !== null) seen.set(path, data);
      setState({ of: path, data, problem: null });
    },
    [path],
  );

  const current = state.of === path;
  const remembered = path === null || fresh ? null : ((seen.get(path) as T | undefined) ?? null);
  return {
    data: current ? (state.data ?? remembered) : remembered,
    problem: current ? state.problem : null,
    loading: path !== null && !current,
    reload,
    put,
  };
}
