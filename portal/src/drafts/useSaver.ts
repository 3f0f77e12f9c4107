import { useEffect, useState } from 'react';
import { registerOpen } from './openSavers';
import { Saver, type Data, type SaveAnswer, type SaveState } from '../../../processes/drafts/saver';
import { asProblem } from '../api/problem';
import { problemText } from '../ui/Problem';
import { texts } from '../words/context';

/** How a refused request is told to the saver. */
export function answerTo(error: unknown): SaveAnswer {
  const problem = asProblem(error);
  if (problem.status === 401) return { kind: 'signedOut' };
  if (problem.status === 412) return { kind: 'conflict' };
  if (problem.passing) return { kind: 'failed' };
  return { kind: 'refused', why: problemText(problem, texts[document.documentElement.lang === 'en' ? 'en' : 'cs']) };
}

interface Options {
  readonly key: string;
  readonly version: number;
  readonly savedAt: string | null;
  /** What this device kept from before and the server has not got. */
  readonly unsaved: Data | null;
  readonly save: (data: Data, version: number) => Promise<SaveAnswer>;
}

/** The saver of one form for as long as its page stands. The options are those of the first drawing. */
export function useSaver(options: Options): { readonly saver: Saver; readonly state: SaveState } {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: options.savedAt });
  const [saver] = useState(() => new Saver({ ...options, keeper: localStorage, onState: setState, now: () => new Date() }));
  const [unsaved] = useState(options.unsaved);

  useEffect(() => {
    saver.open();
    const left = registerOpen(() => saver.flush());
    if (unsaved) saver.change(unsaved);
    const again = (): void => saver.retry();
    const leaving = (): void => {
      if (document.visibilityState === 'hidden') void saver.flush();
    };
    window.addEventListener('online', again);
    window.addEventListener('focus', again);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      left();
      window.removeEventListener('online', again);
      window.removeEventListener('focus', again);
      document.removeEventListener('visibilitychange', leaving);
      void saver.flush();
      saver.close();
    };
  }, [saver, unsaved]);

  return { saver, state };
}
