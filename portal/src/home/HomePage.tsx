import { Link } from 'react-router';
import type { ProgrammeView, TaskRow, TenantView } from '../../../processes/views';
import { useLoad } from '../api/useLoad';
import { useSession } from '../session/context';
import { useTenant } from '../tenant/context';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { PageTrouble, Trouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { ProgrammeCards } from './ProgrammeCards';

/** Says at the top that a case waits for this person. */
function Wanted({ slug }: { readonly slug: string }) {
  const { t } = useWords();
  const { data } = useLoad<readonly TaskRow[]>(`/api/tasks?filter=${encodeURIComponent('{"scope":"mine","state":"open"}')}`);
  const cases = new Set((data ?? []).filter((task) => task.role === 'applicant').map((task) => task.caseId));
  if (cases.size === 0) return null;
  return (
    <Notice tone="warning">
      <Link to={`/${slug}/moje`}>{t.home.wanted(cases.size)}</Link>
    </Notice>
  );
}

/** What is open now, and the two ways on. Only what can still be applied for is shown: the rest is in the register. */
export function HomePage() {
  const { t } = useWords();
  const { slug } = useTenant();
  const { kind, session } = useSession();
  const place = slug ?? '';
  const tenant = useLoad<TenantView>(`/api/public/${place}`);
  const programmes = useLoad<readonly ProgrammeView[]>(`/api/public/${place}/programmes`);
  if (tenant.problem && !tenant.data) return <PageTrouble problem={tenant.problem} retry={tenant.reload} />;
  if (!tenant.data) return <Loading />;
  const live = (programmes.data ?? []).filter((one) => one.state === 'published');
  const open = live.filter((one) => one.open);
  const soon = live.filter((one) => !one.open && new Date(one.intakeOpensAt) > new Date());
  return (
    <Page title={tenant.data.name} lead={t.home.lead}>
      {kind === 'in' && session?.tenant.slug === slug && <Wanted slug={place} />}
      <section aria-labelledby="open">
        <h2 id="open">{t.home.open}</h2>
        {programmes.problem && !programmes.data && <Trouble problem={programmes.problem} retry={programmes.reload} />}
        {programmes.loading && !programmes.data && <Loading />}
        {programmes.data && open.length === 0 && <p>{t.home.none}</p>}
        <ProgrammeCards programmes={open} slug={place} />
      </section>
      {soon.length > 0 && (
        <section aria-labelledby="soon">
          <h2 id="soon">{t.home.soon}</h2>
          <ProgrammeCards programmes={soon} slug={place} />
        </section>
      )}
      <div className="cards">
        <section className="card" aria-labelledby="mine">
          <h2 id="mine">{t.home.mineTitle}</h2>
          <p>{t.home.mineText}</p>
          <p>
            <Link to={`/${place}/moje`}>{t.home.mineLink}</Link>
          </p>
        </section>
        <section className="card" aria-labelledby="register">
          <h2 id="register">{t.home.registerTitle}</h2>
          <p>{t.home.registerText}</p>
          <p>
            <Link to={`/${place}/registr`}>{t.home.registerLink}</Link>
          </p>
        </section>
      </div>
    </Page>
  );
}
