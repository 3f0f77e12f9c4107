import { Link, useParams } from 'react-router';
import type { CaseRow } from '../../../processes/views';
import { useLoad } from '../api/useLoad';
import { Prints } from '../cases/Prints';
import { Guarded } from '../session/Guarded';
import { useTenant } from '../tenant/context';
import { Button, ButtonLink } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { PageTrouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { formatMoment } from '../words/dates';

/** What the applicant takes away: the number, and what comes next. */
function Receipt({ caseId }: { readonly caseId: string }) {
  const { t, language } = useWords();
  const { slug } = useTenant();
  const { data, problem, reload } = useLoad<CaseRow>(`/api/cases/${encodeURIComponent(caseId)}`);
  if (!data) return problem ? <PageTrouble problem={problem} retry={reload} /> : <Loading />;
  return (
    <Page title={t.application.receiptTitle} lead={data.title}>
      <dl className="receipt">
        <dt>{t.application.receiptNumber}</dt>
        <dd className="receipt-number">{data.number}</dd>
        <dt>{t.cases.submitted}</dt>
        <dd>{formatMoment(data.openedAt, language)}</dd>
        {data.subjectTitle !== null && (
          <>
            <dt>{t.cases.programme}</dt>
            <dd>{data.subjectTitle}</dd>
          </>
        )}
      </dl>
      <p>{t.application.receiptMail}</p>
      <h2>{t.application.receiptNext}</h2>
      <p>{t.application.receiptNextText}</p>
      <Prints caseId={caseId} completed={false} />
      <p className="buttons no-print">
        <ButtonLink to={`/${slug ?? ''}/moje/${caseId}`}>{t.application.receiptLink}</ButtonLink>
        <Button kind="other" onClick={() => window.print()}>
          {t.common.print}
        </Button>
      </p>
      <p className="no-print">
        <Link to={`/${slug ?? ''}`}>{t.nav.home}</Link>
      </p>
    </Page>
  );
}

export function ReceiptPage() {
  const { caseId = '' } = useParams();
  return <Guarded>{() => <Receipt caseId={caseId} />}</Guarded>;
}
