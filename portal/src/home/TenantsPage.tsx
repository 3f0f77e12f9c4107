import { Link, Navigate } from 'react-router';
import type { TenantView } from '../../../processes/views';
import { useLoad } from '../api/useLoad';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { PageTrouble } from '../ui/Problem';
import { useWords } from '../words/context';

/** The list of municipalities; when there is just one, it is left at once for it. */
export function TenantsPage() {
  const { t } = useWords();
  const { data, problem, reload } = useLoad<readonly TenantView[]>('/api/public/tenants');
  if (!data) return problem ? <PageTrouble problem={problem} retry={reload} /> : <Loading />;
  const [only, ...others] = data;
  if (only && others.length === 0) return <Navigate to={`/${only.slug}`} replace />;
  return (
    <Page title={t.tenants.title} lead={t.tenants.lead}>
      {data.length === 0 && <p>{t.tenants.none}</p>}
      <ul className="cards">
        {data.map((tenant) => (
          <li key={tenant.id} className="card">
            <h2>
              <Link to={`/${tenant.slug}`}>
                {tenant.coatOfArms && <img src={tenant.coatOfArms} alt="" width="32" height="38" />} {tenant.name}
              </Link>
            </h2>
            {tenant.address && <p>{tenant.address}</p>}
          </li>
        ))}
      </ul>
    </Page>
  );
}
