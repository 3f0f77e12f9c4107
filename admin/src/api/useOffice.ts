import { useCallback } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';
import { dataProvider, type PostupDataProvider } from './dataProvider';

/** Does work with the api; a refusal is thrown as it came. */
export type Office = <T>(work: (provider: PostupDataProvider) => Promise<T>) => Promise<T>;

/**
 * The api for acts of officers. react-admin's own `useDataProvider` answers a request whose session has ended (401) as if it had succeeded with nothing:
 * an act would be told as done and what was typed thrown away. Here the person is led to sign in and the refusal stays a refusal.
 */
export function useOffice(): Office {
  const signInIfEnded = useLogoutIfAccessDenied();
  return useCallback(
    async (work) => {
      try {
        return await work(dataProvider);
      } catch (error) {
        await signInIfEnded(error);
        throw error;
      }
    },
    [signInIfEnded],
  );
}
