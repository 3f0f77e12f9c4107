import { useState } from 'react';
import { copyKey } from '../../../processes/drafts/localCopy';

/** A text that was typed and not sent. */
export interface KeptText {
  readonly text: string;
  readonly change: (text: string) => void;
  /** It was sent, or given up. */
  readonly forget: () => void;
}

/** A browser whose storage is full or forbidden keeps nothing; the text is still in the field. */
function keep(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    return;
  }
}

function kept(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/**
 * A text kept in this browser until it is sent, so that the end of a session does not take it.
 * @param personId who types it: nobody else at the same computer meets it; undefined while that is not known, and then nothing is kept
 * @param what what it is, and of which record: `comment.<case>`
 */
export function useKeptText(personId: string | undefined, what: string): KeptText {
  const key = personId === undefined ? null : copyKey(personId, what);
  const [typed, setTyped] = useState<{ readonly key: string | null; readonly text: string } | null>(null);
  const text = typed?.key === key ? typed.text : key === null ? '' : kept(key);
  const change = (next: string): void => {
    setTyped({ key, text: next });
    if (key !== null) keep(key, next);
  };
  return { text, change, forget: () => change('') };
}
