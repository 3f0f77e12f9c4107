import { Link } from 'react-router';
import { formatMoney } from '../../../processes/money';
import type { RegisterRow } from '../../../processes/views';
import { useTenant } from '../tenant/context';
import { useWords } from '../words/context';
import { formatDay } from '../words/dates';

function Row({ row }: { readonly row: RegisterRow }) {
  const { t, language } = useWords();
  const { slug } = useTenant();
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
        <Link to={`/${slug ?? ''}/registr/${row.caseId}`}>{row.projectTitle}</Link>
        <small>
          {row.programmeTitle}
          {/* Most programmes have their year in their name. */}
          {!/\b20\d\d\b/.test(row.programmeTitle) && `, ${row.year}`}
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
            {words.resolution} <span className="unbroken">{row.resolutionNumber}</span>
          </small>
        )}
      </td>
      <td data-label={words.state}>
        {states[row.state]}
        {row.settlementsUrl !== null && <small>{t.publicGrant.settlements}</small>}
        {row.accepted !== null && <small>{words.acceptedOf(formatMoney(row.accepted))}</small>}
      </td>
    </tr>
  );
}

/** Grants, a row each; on a narrow screen a block each. */
export function RegisterTable({ rows }: { readonly rows: readonly RegisterRow[] }) {
  const { t } = useWords();
  const words = t.publicRegister;
  return (
    <table className="table">
      <caption className="hidden">{words.title}</caption>
      <thead>
        <tr>
          {[words.applicant, words.project, words.awarded, words.paid, words.decided, words.state].map((title) => (
            <th key={title} scope="col" className={title === words.awarded || title === words.paid ? 'number' : undefined}>
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
