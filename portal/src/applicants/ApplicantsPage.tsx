import { Link } from 'react-router';
import type { IdentityRow } from '../../../processes/identities/views';
import { useLoad } from '../api/useLoad';
import { Guarded } from '../session/Guarded';
import { useTenant } from '../tenant/context';
import { ButtonLink } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { PageTrouble } from '../ui/Problem';
import { useWords } from '../words/context';

function Applicants() {
  const { t } = useWords();
  const { slug, tenant } = useTenant();
  const place = slug ?? tenant?.slug ?? '';
  const { data, problem, reload } = useLoad<readonly IdentityRow[]>('/api/identities');
  if (!data) return problem ? <PageTrouble problem={problem} retry={reload} /> : <Loading />;
  return (
    <Page title={t.applicants.title} lead={t.applicants.lead}>
      {data.length === 0 && <p>{t.applicants.none}</p>}
      <ul className="rows">
        {data.map((row) => (
          <li key={row.id}>
            <span>
              <Link to={`/${place}/zadatele/${row.id}`}>{row.name}</Link>
              <small>
                {[
                  row.ico === null ? null : `IČO ${row.ico}`,
                  row.municipality,
                  row.manages ? t.applicants.manager : t.applicants.rights[row.may],
                ]
                  .filter(Boolean)
                  .join(', ')}
              </small>
            </span>
          </li>
        ))}
      </ul>
      <p className="buttons">
        <ButtonLink to={`/${place}/zadatele/novy`}>{t.applicants.add}</ButtonLink>
      </p>
    </Page>
  );
}

/** Everybody in whose name this person may act. */
export function ApplicantsPage() {
  return <Guarded>{() => <Applicants />}</Guarded>;
}
