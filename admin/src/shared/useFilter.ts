import { useListContext } from 'react-admin';

export type Filter = Readonly<Record<string, unknown>>;

/** The filter of the list around, with its type. */
export function useFilter(): Filter {
  return useListContext().filterValues as Filter;
}
