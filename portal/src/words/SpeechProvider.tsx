import { useCallback, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language } from '../../../processes/words';
import { speak } from '../api/client';
import { SpeechContext, texts, type Speech } from './context';

const KEPT_AS = 'postup.language';

function kept(): Language {
  try {
    return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'cs';
  } catch {
    return 'cs';
  }
}

/** Czech unless the reader switched; the choice stays on the device. */
export function SpeechProvider({ children }: { readonly children: ReactNode }) {
  const [language, become] = useState<Language>(() => {
    const first = kept();
    speak(first);
    return first;
  });

  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const setLanguage = useCallback((next: Language) => {
    speak(next);
    try {
      localStorage.setItem(KEPT_AS, next);
    } catch {
      // A forbidden storage: the choice holds for this visit.
    }
    become(next);
  }, []);

  const speech = useMemo<Speech>(
    () => ({ language, t: texts[language], pick: (words) => words[language], setLanguage }),
    [language, setLanguage],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}
