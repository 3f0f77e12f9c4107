import { Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import type { SessionView, TenantView } from '../../../processes/views';
import { request } from '../api/client';
import { asProblem } from '../api/problem';
import { signInAddress, useSession } from '../session/context';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { problemText } from '../ui/Problem';
import { useWords } from '../words/context';
import { inkOn, luminance } from './colours';

function useColours(tenant: TenantView | null): void {
  useLayoutEffect(() => {
    const primary = tenant?.colours.primary;
    const { style } = document.documentElement;
    if (!primary || luminance(primary) === null) return undefined;
    style.setProperty('--obec', primary);
    style.setProperty('--obec-ink', inkOn(primary));
    return () => {
      style.removeProperty('--obec');
      style.removeProperty('--obec-ink');
    };
  }, [tenant]);
}

function Brand({ tenant, slug }: { readonly tenant: TenantView | null; readonly slug: string | null }) {
  const { t } = useWords();
  return (
    <Link to={slug === null ? '/' : `/${slug}`} className="brand">
      {tenant?.coatOfArms && <img src={tenant.coatOfArms} alt="" width="40" height="48" />}
      <span>{tenant?.name ?? (slug === null ? t.common.product : '\u00a0')}</span>
    </Link>
  );
}

function Menu({ slug }: { readonly slug: string | null }) {
  const { t, language, setLanguage } = useWords();
  const { kind, session, lost, enter, leave } = useSession();
  const { pathname, search } = useLocation();
  const [why, say] = useState<string | null>(null);
  const at = slug ?? session?.tenant.slug ?? null;
  const switchLanguage = (): void => {
    const next = language === 'cs' ? 'en' : 'cs';
    setLanguage(next);
    // Whoever is signed in gets letters in the same language; where that cannot be stored, the page speaks it all the same.
    if (kind === 'in' && !lost) request<SessionView>('PATCH', '/api/me', { body: { language: next } }).then(enter, () => undefined);
  };
  const signOut = (): void => {
    leave().then(
      () => say(null),
      (error: unknown) => say(problemText(asProblem(error), t)),
    );
  };
  return (
    <nav aria-label={t.nav.label} className="menu">
      <ul>
        {at !== null && (
          <>
            <li>
              <NavLink to={`/${at}/moje`}>{t.nav.mine}</NavLink>
            </li>
            <li>
              <NavLink to={`/${at}/registr`}>{t.nav.register}</NavLink>
            </li>
            <li>
              <NavLink to={`/${at}/kalendar`}>{t.nav.calendar}</NavLink>
            </li>
          </>
        )}
        {kind === 'in' && (
          <>
            {at !== null && (
              <li>
                <NavLink to={`/${at}/zadatele`}>{t.nav.applicants}</NavLink>
              </li>
            )}
            <li>
              <NavLink to={at === null ? '/ucet' : `/${at}/ucet`} title={session?.user.name}>
                {t.nav.account}
              </NavLink>
            </li>
            <li>
              <button type="button" onClick={signOut}>
                {t.nav.signOut}
              </button>
            </li>
          </>
        )}
        {kind === 'out' && (
          <li>
            <NavLink to={pathname.endsWith('/prihlaseni') ? pathname + search : signInAddress(at, pathname + search)}>
              {t.nav.signIn}
            </NavLink>
          </li>
        )}
        <li>
          <button type="button" lang={language === 'cs' ? 'en' : 'cs'} onClick={switchLanguage}>
            {t.common.otherLanguage}
          </button>
        </li>
      </ul>
      {why !== null && <Notice tone="error">{why}</Notice>}
    </nav>
  );
}

function Footer({ tenant, slug }: { readonly tenant: TenantView | null; readonly slug: string | null }) {
  const { t } = useWords();
  return (
    <footer className="foot" aria-label={t.nav.footer}>
      <div className="width">
        {tenant && (
          <p>
            {tenant.name}
            {tenant.address && `, ${tenant.address}`}
            {tenant.ico !== null && `, IČO ${tenant.ico}`}
          </p>
        )}
        <ul>
          {slug !== null && (
            <li>
              <Link to={`/${slug}/otevrena-data`}>{t.nav.openData}</Link>
            </li>
          )}
          {slug !== null && (
            <li>
              <Link to={`/${slug}/overeni`}>{t.nav.verify}</Link>
            </li>
          )}
          <li>
            <Link to={slug === null ? '/pristupnost' : `/${slug}/pristupnost`}>{t.nav.accessibility}</Link>
          </li>
          <li>
            <Link to="/">{t.nav.allMunicipalities}</Link>
          </li>
          <li>
            <a href="/admin/">{t.nav.office}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}

/** What surrounds every page: the way past the menu, whose office this is, the menu, and the statement of accessibility. */
export function Shell({ tenant, slug }: { readonly tenant: TenantView | null; readonly slug: string | null }) {
  const { t, setLanguage } = useWords();
  const { session } = useSession();
  const spoken = session?.user.language;
  useColours(tenant);

  useEffect(() => {
    if (spoken) setLanguage(spoken);
  }, [spoken, setLanguage]);

  return (
    <>
      <a className="skip" href="#obsah">
        {t.common.skip}
      </a>
      <header className="head">
        <div className="width">
          <Brand tenant={tenant} slug={slug} />
          <Menu slug={slug} />
        </div>
      </header>
      <main id="obsah" tabIndex={-1} className="width">
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer tenant={tenant} slug={slug} />
      <ScrollRestoration />
    </>
  );
}
