import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { SessionView } from '../../../processes/views';
import { useTenant } from '../tenant/context';
import { ButtonLink } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { useWords } from '../words/context';
import { signInAddress, useSession } from './context';

/**
 * A page for who is signed in at this municipality; others sign in first and come back. When the session ends while somebody is at work, the page stays
 * as it is, with what was typed, and says so.
 */
export function Guarded({ children }: { readonly children: (session: SessionView) => ReactNode }) {
  const { kind, session, lost } = useSession();
  const { slug } = useTenant();
  const { t } = useWords();
  const { pathname, search } = useLocation();
  const signIn = signInAddress(slug, pathname + search);

  if (kind === 'unknown') return <Loading />;
  if (kind === 'out' || !session) return <Navigate to={signIn} replace />;
  if (slug !== null && session.tenant.slug !== slug) {
    return (
      <Page title={t.session.title} lead={t.session.elsewhere(session.tenant.name)}>
        <ButtonLink to={signIn}>{t.session.submit}</ButtonLink>
      </Page>
    );
  }
  return (
    <>
      {lost && (
        <div className="lost stack">
          <Notice tone="warning">
            <strong>{t.session.lostTitle}.</strong> {t.session.lost}
          </Notice>
          <ButtonLink to={signIn}>{t.session.submit}</ButtonLink>
        </div>
      )}
      {children(session)}
    </>
  );
}
