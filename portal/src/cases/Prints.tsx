import { Link } from 'react-router';
import { useTenant } from '../tenant/context';
import { useWords } from '../words/context';

/** What can be printed and taken away: the receipt, the application, the data by which the receipt is verified. */
export function Prints({ caseId, completed }: { readonly caseId: string; readonly completed: boolean }) {
  const { t } = useWords();
  const { slug } = useTenant();
  const path = `/api/cases/${encodeURIComponent(caseId)}`;
  const links: readonly (readonly [string, string])[] = [
    [`${path}/receipt/pdf`, t.receipt.pdf],
    [`${path}/application/pdf`, t.receipt.application],
    ...(completed ? [[`${path}/application/pdf?as=current`, t.receipt.current] as const] : []),
    [`${path}/receipt/data`, t.receipt.data],
  ];
  return (
    <section aria-labelledby="prints" className="no-print">
      <h2 id="prints">{t.receipt.title}</h2>
      <ul className="plain-list">
        {links.map(([address, title]) => (
          <li key={address}>
            <a href={address} target="_blank" rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
        <li>
          <Link to={`/${slug ?? ''}/overeni`}>{t.nav.verify}</Link>
        </li>
      </ul>
    </section>
  );
}
