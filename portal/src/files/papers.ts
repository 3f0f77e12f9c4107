import { createContext } from 'react';

/** Whose kept papers may be added to the draft that is being written; null: nobody's. */
export interface PapersOf {
  readonly identityId: string;
  readonly draftId: string;
}

export const PapersContext = createContext<PapersOf | null>(null);
