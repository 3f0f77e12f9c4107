import { Link } from 'react-router';
import { formatMoney } from '../../../processes/money';
import type { RegisterSum } from '../../../processes/registerViews';
import { useWords } from '../words/context';

interface SumTableProps {
  readonly title: string;
  /** What the rows are. */
  readonly of: string;
  readonly rows: readonly (RegisterSum & { readonly to: string | null })[];
}

/** A chart that is a table: each row with its bar, so that what is seen is also read. */
export function SumTable({ title, of, rows }: SumTableProps) {
  const { t } = useWords();
  const words = t.publicRegister;
  const most = Math.max(1, ...rows.map(({ awarded }) => awarded));
  return (
    <table className="table bars">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          {[words.grants, words.awarded, words.paid].map((title) => (
            <th key={title} scope="col" className="number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, count, awarded, paid, to }) => (
          <tr key={name}>
            <th scope="row" data-label={of}>
              {to === null ? name || words.unnamed : <Link to={to}>{name || words.unnamed}</Link>}
              <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(awarded / most) * 100} height="4" />
              </svg>
            </th>
            <td data-label={words.grants} className="number">
              {count}
            </td>
            <td data-label={words.awarded} className="number">
              {formatMoney(awarded)}
            </td>
            <td data-label={words.paid} className="number">
              {formatMoney(paid)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
