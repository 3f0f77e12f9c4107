import { useEffect, useRef } from 'react';
import { useListContext } from 'react-admin';
import { useFilter, type Filter } from '../shared/useFilter';

export interface Asking {
  /** The filter that was asked for last. */
  readonly wanted: () => Filter;
  readonly ask: (filter: Filter) => void;
}

/** The list knows its filter only when it is drawn the next time; a quick hand chooses and types before that, and the second must not undo the first. */
export function useAsking(): Asking {
  const { setFilters } = useListContext();
  const filter = useFilter();
  const last = useRef(filter);
  useEffect(() => {
    last.current = filter;
  }, [filter]);
  return {
    wanted: () => last.current,
    ask: (next) => {
      last.current = next;
      setFilters({ ...next });
    },
  };
}
