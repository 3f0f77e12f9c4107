import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { SessionView } from '../../../processes/views';
import { request, whenSessionIsLost } from '../api/client';
import { forgetWhatWasRead } from '../api/useLoad';
import { removeCopiesOf } from '../../../processes/drafts/localCopy';
import { flushOpen } from '../drafts/openSavers';
import { SessionContext, type SessionState } from './context';

type Held = Pick<SessionState, 'kind' | 'session' | 'lost'>;

/** Who is signed in, asked once; later told by sign-in, sign-out and refused requests. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [held, hold] = useState<Held>({ kind: 'unknown', session: null, lost: false });

  useEffect(() => {
    whenSessionIsLost(() =>
      hold((before) => (before.kind === 'in' ? { ...before, lost: true } : { kind: 'out', session: null, lost: false })),
    );
    request<SessionView>('GET', '/api/session').then(
      (session) => hold({ kind: 'in', session, lost: false }),
      () => hold({ kind: 'out', session: null, lost: false }),
    );
  }, []);

  const enter = useCallback((session: SessionView) => {
    forgetWhatWasRead();
    hold({ kind: 'in', session, lost: false });
  }, []);

  const leave = useCallback(async () => {
    await flushOpen();
    // Without the server's answer nobody is signed out: the error goes to who asked.
    await request('DELETE', '/api/session');
    if (held.session) removeCopiesOf(localStorage, held.session.user.id);
    forgetWhatWasRead();
    hold({ kind: 'out', session: null, lost: false });
  }, [held.session]);

  const state = useMemo<SessionState>(() => ({ ...held, enter, leave }), [held, enter, leave]);
  return <SessionContext value={state}>{children}</SessionContext>;
}
