import { useCallback } from 'react';
import { useLocaleState } from 'react-admin';
import type { Language, Words } from '../../../processes/words';

/** The reader's language. */
export function useLanguage(): Language {
  const [locale] = useLocaleState();
  return locale === 'en' ? 'en' : 'cs';
}

/** Texts of processes and of the server, in the reader's language. */
export function useWords(): (words: Words | null | undefined) => string {
  const language = useLanguage();
  return useCallback((words) => words?.[language] ?? '', [language]);
}
