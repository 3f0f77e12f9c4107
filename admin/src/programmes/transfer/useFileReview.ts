import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportChoices } from '../../../../processes/programmeFile/choices';
import type { ProgrammeFileReview } from '../../../../processes/programmeFile/views';
import type { FieldErrors } from '../../../../processes/rules';
import { ApiError } from '../../api/http';
import { useOffice } from '../../api/useOffice';

/** A moment after the last change, so that typing a date is one question. */
const PAUSE_MS = 500;

export interface FileReview {
  readonly file: File | null;
  readonly review: ProgrammeFileReview | null;
  readonly choices: ImportChoices | null;
  /** The file is being read for the first time. */
  readonly checking: boolean;
  /** What was chosen last has not been answered yet. */
  readonly rechecking: boolean;
  readonly error: ApiError | null;
  readonly open: (file: File) => void;
  readonly choose: (change: Partial<ImportChoices>) => void;
}

/** A choice that has not the right shape (an empty title) is refused before it is tried; it is said beside the choice like any other. */
function choiceErrors({ status, errors }: ApiError): FieldErrors | null {
  const own = Object.entries(errors).filter(([path]) => path.startsWith('choices.'));
  if (status !== 422 || own.length === 0) return null;
  return Object.fromEntries(own.map(([path, text]) => [path.slice('choices.'.length), { cs: text, en: text }]));
}

/** A chosen file with what the server says of it, asked again whenever something is chosen. */
export function useFileReview(): FileReview {
  const office = useOffice();
  const [file, setFile] = useState<File | null>(null);
  const [review, setReview] = useState<ProgrammeFileReview | null>(null);
  const [choices, setChoices] = useState<ImportChoices | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [asking, setAsking] = useState(false);
  const [waiting, setWaiting] = useState(false);
  /** Answers that were overtaken are let go. */
  const asked = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  const ask = useCallback(
    async (of: File, chosen: ImportChoices | null): Promise<void> => {
      asked.current += 1;
      const turn = asked.current;
      setAsking(true);
      setError(null);
      try {
        const answer = await office((provider) => provider.checkProgrammeFile(of, chosen));
        if (turn !== asked.current) return;
        setReview(answer);
        if (chosen === null) setChoices(answer.content?.choices ?? null);
      } catch (failure) {
        if (!(failure instanceof ApiError)) throw failure;
        if (turn !== asked.current) return;
        const ofChoices = choiceErrors(failure);
        if (ofChoices === null) setError(failure);
        else setReview((last) => (last?.content ? { ...last, content: { ...last.content, errors: ofChoices } } : last));
      } finally {
        if (turn === asked.current) {
          setAsking(false);
          setWaiting(false);
        }
      }
    },
    [office],
  );

  const open = useCallback(
    (chosen: File): void => {
      clearTimeout(pause.current);
      setFile(chosen);
      setReview(null);
      setChoices(null);
      setWaiting(false);
      void ask(chosen, null);
    },
    [ask],
  );

  const choose = (change: Partial<ImportChoices>): void => {
    if (!file || !choices) return;
    const next = { ...choices, ...change };
    setChoices(next);
    setWaiting(true);
    // What was asked for the former choices is of no use any more.
    asked.current += 1;
    clearTimeout(pause.current);
    pause.current = setTimeout(() => void ask(file, next), PAUSE_MS);
  };

  return {
    file,
    review,
    choices,
    checking: asking && review === null,
    rechecking: review !== null && (waiting || asking),
    error,
    open,
    choose,
  };
}
