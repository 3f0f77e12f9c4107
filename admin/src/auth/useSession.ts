import { useEffect, useState } from 'react';
import type { SessionView } from '../../../processes/views';
import { session } from './session';

/** The signed-in person with office and rights; null until it is known. */
export function useSession(): SessionView | null {
  const [view, setView] = useState<SessionView | null>(null);
  useEffect(() => {
    let wanted = true;
    session().then(
      (found) => {
        if (wanted) setView(found);
      },
      () => {
        if (wanted) setView(null);
      },
    );
    return () => {
      wanted = false;
    };
  }, []);
  return view;
}
