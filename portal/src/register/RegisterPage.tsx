import { lazy, Suspense } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatMoney } from '../../../processes/money';
import type { RegisterChoices } from '../../../processes/registerViews';
import type { RegisterRow } from '../../../processes/views';
import { useLoad } from '../api/useLoad';
import { useTenant } from '../tenant/context';
import { Button } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { Trouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { Filters } from './Filters';
import { apiQuery, filterFields, pagesOf, readQuery, registerViews, writeQuery, type RegisterQuery } from './query';
import { RegisterTable } from './RegisterTable';

// Charts and the map come when they are asked for.
const Figures = lazy(() => import('./Figures').then((file) => ({ default: file.Figures })));

interface RegisterPageData {
  readonly rows: readonly RegisterRow[];
  readonly total: number;
  /** Sum awarded of everything that was found, haléř. */
  readonly sum: number;
}

interface Placed {
  readonly query: RegisterQuery;
  /** Of this page. */
  readonly address: string;
}

const at = ({ query, address }: Placed, change: Partial<RegisterQuery>): string => {
  const parts = writeQuery({ ...query, ...change }).toString();
  return parts === '' ? address : `${address}?${parts}`;
};

function Pages({ data, ...placed }: Placed & { readonly data: RegisterPageData }) {
  const { t } = useWords();
  const pages = pagesOf(data.total);
  const { page } = placed.query;
  if (pages < 2) return null;
  return (
    <nav aria-label={t.publicRegister.pages} className="pages no-print">
      {page > 1 && <Link to={at(placed, { page: page - 1 })}>{t.publicRegister.previous}</Link>}
      <span>{t.publicRegister.page(page, pages)}</span>
      {page < pages && <Link to={at(placed, { page: page + 1 })}>{t.publicRegister.next}</Link>}
    </nav>
  );
}

function Views(placed: Placed) {
  const { t } = useWords();
  return (
    <nav aria-label={t.publicRegister.views} className="pages no-print">
      {registerViews.map((view) => (
        <Link key={view} to={at(placed, { view, page: 1 })} aria-current={view === placed.query.view ? 'page' : undefined}>
          {t.publicRegister.viewNames[view]}
        </Link>
      ))}
    </nav>
  );
}

function Downloads({
  base,
  query,
  some,
  place,
}: {
  readonly base: string;
  readonly query: RegisterQuery;
  readonly some: boolean;
  readonly place: string;
}) {
  const { t } = useWords();
  const words = t.publicRegister;
  return (
    <section aria-labelledby="data" className="no-print">
      <h2 id="data">{words.data}</h2>
      <ul className="plain-list">
        <li>
          <Link to="../smlouvy" relative="path">
            {words.contracts}
          </Link>
        </li>
        <li>
          <a href={`${base}.csv${apiQuery(query, false)}`}>{words.downloadCsv}</a>
        </li>
        <li>
          <a href={`${base}.json${apiQuery(query, false)}`}>{words.downloadJson}</a>
        </li>
        {some && (
          <li>
            <a href={`${base}.360giving.json${apiQuery(query, false)}`}>{words.download360Giving}</a>
          </li>
        )}
        <li>
          <Link to={`/${place}/otevrena-data`}>{words.aboutData}</Link>
        </li>
      </ul>
      <Button kind="other" onClick={() => window.print()}>
        {t.common.print}
      </Button>
    </section>
  );
}

/** To whom the municipality gave money: found, sorted, read, in charts and on a map, printed, downloaded. */
export function RegisterPage() {
  const { t } = useWords();
  const { slug } = useTenant();
  const [address, goTo] = useSearchParams();
  const place = slug ?? '';
  const query = readQuery(address);
  const base = `/api/public/${place}/register`;
  const { data, problem, loading, reload } = useLoad<RegisterPageData>(base + apiQuery(query, true));
  const choices = useLoad<RegisterChoices>(`${base}/choices`);
  const words = t.publicRegister;
  const here: Placed = { query, address: `/${place}/registr` };
  const chosen = filterFields.some((field) => query[field] !== '');
  return (
    <Page title={words.title} lead={words.lead}>
      <Filters
        key={`${address.toString()} ${choices.data ? 'whole' : ''}`}
        query={query}
        choices={choices.data}
        onShow={(next) => goTo(writeQuery(next))}
      />
      {problem && <Trouble problem={problem} retry={reload} />}
      {loading && !data && <Loading />}
      {data && (
        <>
          <p role="status">
            <strong>{data.total === 0 ? words.none : words.count(data.total, formatMoney(data.sum))}</strong>{' '}
            {chosen && <Link to={here.address}>{words.clear}</Link>}
          </p>
          {data.total > 0 && <Views {...here} />}
          {query.view === 'seznam' ? (
            <>
              {data.rows.length > 0 && <RegisterTable rows={data.rows} />}
              <Pages {...here} data={data} />
            </>
          ) : (
            data.total > 0 && (
              <Suspense fallback={<Loading />}>
                <Figures
                  base={base}
                  query={query}
                  tiles={choices.data?.tilesUrl ?? null}
                  tilesBy={choices.data?.tilesBy ?? null}
                  addressOf={(change) => at(here, { ...change, view: 'seznam', page: 1 })}
                />
              </Suspense>
            )
          )}
        </>
      )}
      <Downloads base={base} query={query} some={data !== null && data.total > 0} place={place} />
    </Page>
  );
}
