import { useEffect, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { signInAddress } from '../session/context';
import { useTenant } from '../tenant/context';
import { useWords } from '../words/context';
import { minutesSince } from '../words/dates';
import { CONFLICT_ID } from './ConflictBox';
import type { SaveState } from '../../../processes/drafts/saver';

const MINUTE = 60_000;

/** The moment now, anew every minute, so that 'a moment ago' does not stay for an hour. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Where the trouble is ended: the line stays in sight over a long form, the box it speaks of stands at the top of the page. */
function WayOut({ state }: { readonly state: SaveState }): ReactNode {
  const { t } = useWords();
  const { slug } = useTenant();
  const { pathname, search } = useLocation();
  if (state.kind === 'signedOut') return <Link to={signInAddress(slug, pathname + search)}>{t.session.submit}</Link>;
  if (state.kind === 'conflict') return <a href={`#${CONFLICT_ID}`}>{t.saving.conflictChoose}</a>;
  return null;
}

/** Whether what is typed is safe. Only trouble is read out: a word after every key would drown the form. */
export function SaveLine({ state }: { readonly state: SaveState }) {
  const { t } = useWords();
  const now = useNow();
  const { saving } = t;
  const trouble = ((): string | null => {
    switch (state.kind) {
      case 'waiting':
        return state.kept ? saving.waitingKept : saving.waitingLost;
      case 'signedOut':
        return saving.signedOut;
      case 'conflict':
        return saving.conflict;
      case 'refused':
        return state.why;
      default:
        return null;
    }
  })();
  const calm = ((): string => {
    switch (state.kind) {
      case 'saved':
        return state.at === null ? saving.savedAtAll : saving.saved(minutesSince(state.at, now));
      case 'typing':
        return saving.typing;
      case 'saving':
        return saving.saving;
      default:
        return '';
    }
  })();
  return (
    <div className={trouble === null ? 'save-line' : 'save-line trouble'} data-state={state.kind}>
      {trouble === null && <p>{calm}</p>}
      <div role="status">
        {trouble !== null && (
          <p>
            {trouble} <WayOut state={state} />
          </p>
        )}
      </div>
    </div>
  );
}
