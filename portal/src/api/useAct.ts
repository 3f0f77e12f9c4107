import { useRef, useState } from 'react';
import { asProblem, type ApiProblem } from './problem';

export interface Act {
  readonly busy: boolean;
  readonly problem: ApiProblem | null;
  /** Field -> what is wrong with it, from the server. */
  readonly errors: Readonly<Record<string, string>>;
  /** Grows with every attempt that failed. */
  readonly round: number;
  /** Runs one act; a second one while it runs does nothing. */
  readonly run: (act: () => Promise<void>) => void;
  /** Shows errors found before anything was sent. */
  readonly refuse: (errors: Readonly<Record<string, string>>) => void;
}

interface State {
  readonly busy: boolean;
  readonly problem: ApiProblem | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly round: number;
}

/** An act of a person that goes to the server: while it runs, what came of it, and its errors by field. */
export function useAct(): Act {
  const [state, setState] = useState<State>({ busy: false, problem: null, errors: {}, round: 0 });
  const running = useRef(false);

  const run = (act: () => Promise<void>): void => {
    if (running.current) return;
    running.current = true;
    setState((before) => ({ ...before, busy: true, problem: null, errors: {} }));
    act()
      .then(
        () => setState((before) => ({ ...before, busy: false })),
        (error: unknown) => {
          const problem = asProblem(error);
          setState((before) => ({ busy: false, problem, errors: problem.errors, round: before.round + 1 }));
        },
      )
      .finally(() => {
        running.current = false;
      });
  };
  const refuse = (errors: Readonly<Record<string, string>>): void =>
    setState((before) => ({ busy: false, problem: null, errors, round: before.round + 1 }));
  return { ...state, run, refuse };
}
