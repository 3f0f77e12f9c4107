import { createContext, useContext } from 'react';
import type { Language, Words } from '../../../processes/words';
import { cs, type Texts } from './cs';
import { en } from './en';

export const texts: Readonly<Record<Language, Texts>> = { cs, en };

export interface Speech {
  readonly language: Language;
  readonly t: Texts;
  /** The reader's side of a pair of words. */
  readonly pick: (words: Words) => string;
  readonly setLanguage: (language: Language) => void;
}

export const SpeechContext = createContext<Speech>({
  language: 'cs',
  t: cs,
  pick: (words) => words.cs,
  setLanguage: () => undefined,
});

/** The words of the page in the reader's language. */
export function useWords(): Speech {
  return useContext(SpeechContext);
}
