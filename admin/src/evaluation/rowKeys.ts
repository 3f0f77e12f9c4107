import { keyKeeper } from '../api/http';

/** Idempotency keys of many rows: the same row sent again with the same contents keeps its key, so that a lost answer has one effect. */
export function rowKeys(): (rowId: string, payload: unknown) => string {
  const keepers = new Map<string, (payload: unknown) => string>();
  return (rowId, payload) => {
    const keeper = keepers.get(rowId) ?? keyKeeper();
    keepers.set(rowId, keeper);
    return keeper(payload);
  };
}
