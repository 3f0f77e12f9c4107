import { GovFormSelect } from '@gov-design-system-ce/react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatMoney } from '../../../processes/money';
import type { ProgrammeView, RegisterRow } from '../../../processes/views';
import { useLoad } from '../api/useLoad';
import { useTenant } from '../tenant/context';
import { Button } from '../ui/Button';
import { Control, TextField } from '../ui/Field';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { Trouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { formatDay } from '../words/dates';
import { apiQuery, pagesOf, readQuery, writeQuery, type RegisterQuery } from './query';

interface RegisterPageData {
  readonly rows: readonly RegisterRow[];
  readonly total: number;
  /** Sum awarded of everything that was found, haléř. */
  readonly sum: number;
}

const FIRST_YEAR = 2024;

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ id, label, value, options, onChange }: ChoiceProps) {
  const { t } = useWords();
  return (
    <Control id={id} label={label}>
      <GovFormSelect identifier={id} size="m" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t.publicRegister.all}</option>
        {options.map(([key, title]) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </GovFormSelect>
    </Control>
  );
}

function Filters({
  slug,
  query,
  onShow,
}: {
  readonly slug: string;
  readonly query: RegisterQuery;
  readonly onShow: (query: RegisterQuery) => void;
}) {
  const { t } = useWords();
  const [typed, type] = useState(query);
  const programmes = useLoad<readonly ProgrammeView[]>(`/api/public/${slug}/programmes`);
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => String(thisYear - index));
  return (
    <form
      role="search"
      className="filters no-print"
      onSubmit={(event) => {
        event.preventDefault();
        onShow({ ...typed, page: 1 });
      }}
    >
      <TextField
        id="hledat"
        type="search"
        label={t.publicRegister.search}
        help={t.publicRegister.searchHelp}
        value={typed.q}
        onChange={(q) => type({ ...typed, q })}
      />
      <Choice
        id="rok"
        label={t.publicRegister.year}
        value={typed.year}
        options={years.map((year) => [year, year])}
        onChange={(year) => type({ ...typed, year })}
      />
      <Choice
        id="program"
        label={t.publicRegister.programme}
        value={typed.programme}
        options={(programmes.data ?? []).map((one) => [one.id, one.title])}
        onChange={(programme) => type({ ...typed, programme })}
      />
      <Button submits>{t.publicRegister.show}</Button>
    </form>
  );
}

function Row({ row }: { readonly row: RegisterRow }) {
  const { t, language } = useWords();
  const words = t.publicRegister;
  const states = { awarded: words.awardedState, settled: words.settledState, ended: words.endedState };
  return (
    <tr>
      <th scope="row" data-label={words.applicant}>
        {row.applicantName}
        <small>
          {row.municipality}
          {row.ico !== null && `, IČO ${row.ico}`}
        </small>
      </th>
      <td data-label={words.project}>
        {row.projectTitle}
        <small>
          {row.programmeTitle}, {row.year}
        </small>
      </td>
      <td data-label={words.awarded} className="number">
        {formatMoney(row.awarded)}
      </td>
      <td data-label={words.paid} className="number">
        {row.paid === null ? '–' : formatMoney(row.paid)}
      </td>
      <td data-label={words.decided}>
        {row.decidedOn === null ? '–' : formatDay(row.decidedOn, language)}
        {row.resolutionNumber !== null && (
          <small>
            {words.resolution} {row.resolutionNumber}
          </small>
        )}
      </td>
      <td data-label={words.state}>{states[row.state]}</td>
    </tr>
  );
}

function Table({ rows }: { readonly rows: readonly RegisterRow[] }) {
  const { t } = useWords();
  const words = t.publicRegister;
  return (
    <table className="table">
      <caption className="hidden">{words.title}</caption>
      <thead>
        <tr>
          {[words.applicant, words.project, words.awarded, words.paid, words.decided, words.state].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.caseId} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Pages({ query, data, address }: { readonly query: RegisterQuery; readonly data: RegisterPageData; readonly address: string }) {
  const { t } = useWords();
  const pages = pagesOf(data.total);
  if (pages < 2) return null;
  const at = (page: number): string => `${address}?${writeQuery({ ...query, page }).toString()}`;
  return (
    <nav aria-label={t.publicRegister.pages} className="pages no-print">
      {query.page > 1 && <Link to={at(query.page - 1)}>{t.publicRegister.previous}</Link>}
      <span>{t.publicRegister.page(query.page, pages)}</span>
      {query.page < pages && <Link to={at(query.page + 1)}>{t.publicRegister.next}</Link>}
    </nav>
  );
}

/** To whom the municipality gave money: found, read, printed, downloaded. */
export function RegisterPage() {
  const { t } = useWords();
  const { slug } = useTenant();
  const [address, goTo] = useSearchParams();
  const place = slug ?? '';
  const query = readQuery(address);
  const base = `/api/public/${place}/register`;
  const { data, problem, loading, reload } = useLoad<RegisterPageData>(base + apiQuery(query, true));
  const words = t.publicRegister;
  const show = (next: RegisterQuery): void => goTo(writeQuery(next));
  const chosen = query.q !== '' || query.year !== '' || query.programme !== '';
  return (
    <Page title={words.title} lead={words.lead}>
      <Filters key={address.toString()} slug={place} query={query} onShow={show} />
      {problem && <Trouble problem={problem} retry={reload} />}
      {loading && !data && <Loading />}
      {data && (
        <>
          <p role="status">
            <strong>{data.total === 0 ? words.none : words.count(data.total, formatMoney(data.sum))}</strong>{' '}
            {chosen && <Link to={`/${place}/registr`}>{words.clear}</Link>}
          </p>
          {data.rows.length > 0 && <Table rows={data.rows} />}
          <Pages query={query} data={data} address={`/${place}/registr`} />
        </>
      )}
      <section aria-labelledby="data" className="no-print">
        <h2 id="data">{words.data}</h2>
        <ul className="plain-list">
          <li>
            <a href={`${base}.csv${apiQuery(query, false)}`}>{words.downloadCsv}</a>
          </li>
          <li>
            <a href={`${base}.json${apiQuery(query, false)}`}>{words.downloadJson}</a>
          </li>
          {data !== null && data.total > 0 && (
            <li>
              <a href={`${base}.360giving.json${apiQuery(query, false)}`}>{words.download360Giving}</a>
            </li>
          )}
        </ul>
        <Button kind="other" onClick={() => window.print()}>
          {t.common.print}
        </Button>
      </section>
    </Page>
  );
}
