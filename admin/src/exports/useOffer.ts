import { useCallback, useEffect, useState } from 'react';
import type { ExportOffer } from '../../../processes/exports/views';
import type { Read } from '../api/reads';
import { useOffice } from '../api/useOffice';
import type { Filter } from '../shared/useFilter';
import { offerOf } from './acts';

/** What can be exported of the cases that the filter lets through, as it is when it is asked. */
export function useOffer(filter: Filter): Read<ExportOffer> {
  const office = useOffice();
  const [data, setData] = useState<ExportOffer>();
  const [error, setError] = useState<Error | null>(null);
  const [times, setTimes] = useState(0);
  const asked = JSON.stringify(filter);
  useEffect(() => {
    const leaving = new AbortController();
    setError(null);
    office(() => offerOf(JSON.parse(asked) as Filter, leaving.signal)).then(setData, (failure: unknown) => {
      if (!leaving.signal.aborted) setError(failure instanceof Error ? failure : new Error(String(failure)));
    });
    return () => leaving.abort();
  }, [office, asked, times]);
  const again = useCallback(() => setTimes((before) => before + 1), []);
  return { data, error, pending: data === undefined && error === null, again };
}
