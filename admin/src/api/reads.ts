import { useGetList, useGetManyReference, useGetOne, type Identifier, type RaRecord, type SortPayload } from 'react-admin';
import { ApiError } from './http';

/** Tried again only where trying can help: the server or the network was away. */
export function retry(count: number, error: Error): boolean {
  return count < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500);
}

export interface Read<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly pending: boolean;
  readonly again: () => void;
}

/** A row of a list is less than the record: kept under another key, or react-admin would show the row where the record is wanted. */
const WHOLE = { whole: true };

interface OneOptions {
  /** Read again after so many milliseconds. */
  readonly every?: number;
  /** What was read before is not shown meanwhile: a form must begin from what the server has now. */
  readonly fresh?: boolean;
}

/** One record; nothing is asked while the id is null. */
export function useOne<T extends RaRecord>(resource: string, id: Identifier | null, options: OneOptions = {}): Read<T> {
  const { data, error, isPending, isFetchedAfterMount, refetch } = useGetOne<T>(
    resource,
    { id: id ?? '', meta: WHOLE },
    { enabled: id !== null, retry, refetchInterval: options.every ?? false },
  );
  const early = options.fresh === true && !isFetchedAfterMount;
  return { data: early ? undefined : data, error: early ? null : error, pending: early || isPending, again: () => void refetch() };
}

/** A part of a case (events, documents, letters, comments), whole. */
export function useParts<T extends RaRecord>(part: string, caseId: string, options: { readonly every?: number } = {}): Read<readonly T[]> {
  const { data, error, isPending, refetch } = useGetManyReference<T>(
    part,
    { target: 'caseId', id: caseId, pagination: { page: 1, perPage: 1000 }, sort: { field: 'id', order: 'ASC' }, filter: {} },
    { retry, refetchInterval: options.every ?? false },
  );
  return { data, error, pending: isPending, again: () => void refetch() };
}

const BY_ID: SortPayload = { field: 'id', order: 'ASC' };

/** A list of at most 200 rows (the most that the api gives and a screen bears), with how many there are in all. */
export function useRows<T extends RaRecord>(
  resource: string,
  filter: Record<string, unknown>,
  sort = BY_ID,
  perPage = 200,
  enabled = true,
): Read<readonly T[]> & { readonly total: number | undefined } {
  const { data, total, error, isPending, refetch } = useGetList<T>(
    resource,
    { filter, sort, pagination: { page: 1, perPage } },
    { retry, enabled },
  );
  return { data, total, error, pending: isPending, again: () => void refetch() };
}
