import { formatMoney } from '../../../processes/money';
import type { PublishedContractRow } from '../../../processes/grant/contract/views';
import { useLoad } from '../api/useLoad';
import { useTenant } from '../tenant/context';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { Trouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { formatDay } from '../words/dates';

function Row({ row, base }: { readonly row: PublishedContractRow; readonly base: string }) {
  const { t, language } = useWords();
  const words = t.contracts;
  return (
    <tr>
      <th scope="row" data-label={words.recipient}>
        {row.applicantName}
        <small>
          {row.municipality}
          {row.ico !== null && `, IČO ${row.ico}`}
        </small>
      </th>
      <td data-label={words.project}>
        {row.projectTitle}
        <small>{row.programmeTitle}</small>
      </td>
      <td data-label={words.amount} className="number">
        {formatMoney(row.amount)}
      </td>
      <td data-label={words.published}>
        {formatDay(row.publishedOn, language)}
        <small>
          {words.until} {formatDay(row.publishedUntil, language)}
        </small>
      </td>
      <td data-label={words.document}>
        <ul className="plain-list">
          {row.documents.map((document) => (
            <li key={document.id}>
              <a href={`${base}/${document.id}`}>
                {document.title}
                {row.contractNumber !== null && ` ${row.contractNumber}`}
              </a>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** Contracts on the official board: § 10d zákona č. 250/2000 Sb. */
export function ContractsPage() {
  const { t } = useWords();
  const { slug } = useTenant();
  const base = `/api/public/${slug ?? ''}/contracts`;
  const { data, problem, loading, reload } = useLoad<readonly PublishedContractRow[]>(base);
  const words = t.contracts;
  const titles = [words.recipient, words.project, words.amount, words.published, words.document];
  return (
    <Page title={words.title} lead={words.lead}>
      {problem && <Trouble problem={problem} retry={reload} />}
      {loading && !data && <Loading />}
      {data?.length === 0 && <p role="status">{words.none}</p>}
      {data !== null && data.length > 0 && (
        <table className="table">
          <caption className="hidden">{words.title}</caption>
          <thead>
            <tr>
              {titles.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map((row) => (
              <Row key={row.caseId} row={row} base={base} />
            ))}
          </tbody>
        </table>
      )}
      <p className="no-print">
        <a href={`${base}.csv`}>{words.csv}</a>
      </p>
    </Page>
  );
}
