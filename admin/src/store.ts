import { localStorageStore, type Store } from 'react-admin';

/** What belongs to the person's desk, not to one sign-in. */
const KEPT = ['tasks.saved', 'sidebar.open', 'locale'];

function deskStore(): Store {
  const local = localStorageStore('1', 'postup');
  return {
    ...local,
    reset: () => {
      const kept = KEPT.map((key) => [key, local.getItem<unknown>(key)] as const);
      local.reset();
      for (const [key, value] of kept) if (value !== undefined) local.setItem(key, value);
    },
  };
}

/** Filters, columns and sizes that a person set stay in their browser; signing out empties it but for saved choices, language and menu. */
export const store = deskStore();
