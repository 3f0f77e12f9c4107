import { Link } from 'react-router';
import { useLoad } from '../api/useLoad';
import { useTenant } from '../tenant/context';
import { Page } from '../ui/Page';
import { useWords } from '../words/context';

/** What of the municipality's data is free to take: in which files, by which rules, described where. */
export function OpenDataPage() {
  const { t } = useWords();
  const { slug } = useTenant();
  const place = slug ?? '';
  const base = `/api/public/${place}/register`;
  const catalogue = useLoad<unknown>(`${base}.dcat.jsonld`);
  const words = t.openData;
  const files: readonly (readonly [string, string])[] = [
    [`${base}.csv`, words.csv],
    [`${base}.json`, words.json],
    [`${base}.schema.json`, words.schema],
    [`${base}.360giving.json`, words.giving],
    ...(catalogue.data === null ? [] : [[`${base}.dcat.jsonld`, words.catalogue] as const]),
  ];
  return (
    <Page title={words.title} lead={words.lead}>
      <section aria-labelledby="registr">
        <h2 id="registr">{words.register}</h2>
        <p>{words.registerText}</p>
        <ul className="plain-list">
          {files.map(([address, title]) => (
            <li key={address}>
              <a href={address}>{title}</a>
            </li>
          ))}
        </ul>
        {catalogue.problem?.status === 404 && <p>{words.noCatalogue}</p>}
        <p>{words.filtered}</p>
        <p>
          <Link to={`/${place}/registr`}>{words.toRegister}</Link>
        </p>
      </section>
      <section aria-labelledby="podminky">
        <h2 id="podminky">{words.terms}</h2>
        <p>{words.termsText}</p>
        <p>{words.persons}</p>
      </section>
      <section aria-labelledby="program">
        <h2 id="program">{words.machines}</h2>
        <p>{words.machinesText}</p>
      </section>
    </Page>
  );
}
