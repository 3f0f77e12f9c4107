import { useCallback } from 'react';
import { useLocaleState } from 'react-admin';
import type { Language, Words } from '../../../processes/words';

/** Texts of processes and of the server, in the reader's language. */
export function useWords(): (words: Words | null | undefined) => string {
  const [locale] = useLocaleState();
  const language: Language = locale === 'en' ? 'en' : 'cs';
  return useCallback((words) => words?.[language] ?? '', [language]);
}
