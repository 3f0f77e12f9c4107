import { Link, useParams } from 'react-router';
import { formatMoney } from '../../../processes/money';
import type { ProgrammeView } from '../../../processes/views';
import { useLoad } from '../api/useLoad';
import { useSession } from '../session/context';
import { useTenant } from '../tenant/context';
import { ButtonLink } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { PageTrouble } from '../ui/Problem';
import { Prose } from '../ui/Prose';
import { useWords } from '../words/context';
import { formatDay, formatMoment } from '../words/dates';
import { Calls } from './Calls';

function Apply({ programme, slug }: { readonly programme: ProgrammeView; readonly slug: string }) {
  const { t, language } = useWords();
  const { kind } = useSession();
  const moment = (iso: string): string => formatMoment(iso, language);
  if (programme.state === 'closed') return <Notice>{t.programme.closed}</Notice>;
  const closedAt = programme.calls.find(({ id }) => id === programme.callId)?.closedAt ?? null;
  if (closedAt !== null) return <Notice>{t.programme.ended(moment(closedAt))}</Notice>;
  if (programme.open) {
    return (
      <p>
        <ButtonLink to={`/${slug}/programy/${programme.id}/nova-zadost`}>
          {kind === 'in' ? t.programme.apply : t.programme.signInToApply}
        </ButtonLink>
      </p>
    );
  }
  if (new Date(programme.intakeOpensAt) > new Date()) return <Notice>{t.programme.notYet(moment(programme.intakeOpensAt))}</Notice>;
  return <Notice>{t.programme.over(moment(programme.intakeClosesAt))}</Notice>;
}

/** A programme as its announcement says it (§ 10c odst. 2 zákona č. 250/2000 Sb.), with the way to apply at the top and at the bottom. */
export function ProgrammePage() {
  const { id = '' } = useParams();
  const { t, language } = useWords();
  const { slug } = useTenant();
  const place = slug ?? '';
  const { data, problem, reload } = useLoad<ProgrammeView>(`/api/public/${place}/programmes/${encodeURIComponent(id)}`);
  if (!data) return problem ? <PageTrouble problem={problem} retry={reload} /> : <Loading />;
  const texts: readonly (readonly [string, string])[] = [
    [t.programme.purpose, data.purpose],
    [t.programme.eligible, data.eligible],
    [t.programme.conditions, data.conditions],
    [t.programme.attachments, data.attachments],
    [t.programme.criteria, data.criteria],
    [t.programme.reasons, data.reasons],
  ];
  const above = (
    <p className="back">
      <Link to={`/${place}`}>{t.nav.home}</Link>
    </p>
  );
  return (
    <Page title={data.title} lead={data.fund === null ? data.area || undefined : `${data.fund.name} – ${data.area}`} above={above}>
      <dl className="facts">
        <div>
          <dt>{t.programme.max}</dt>
          <dd className="amount">{formatMoney(data.maxAmount)}</dd>
        </div>
        <div>
          <dt>{t.programme.total}</dt>
          <dd>{formatMoney(data.totalAmount)}</dd>
        </div>
        <div>
          <dt>{t.programme.intake}</dt>
          <dd>{t.programme.fromTo(formatMoment(data.intakeOpensAt, language), formatMoment(data.intakeClosesAt, language))}</dd>
        </div>
        <div>
          <dt>{t.programme.decision}</dt>
          <dd>{t.programme.decisionIn(t.common.days(data.decisionDays, false))}</dd>
        </div>
        <div>
          <dt>{t.programme.settlement}</dt>
          <dd>{t.common.until(formatDay(data.settlementDueOn, language))}</dd>
        </div>
      </dl>
      <Apply programme={data} slug={place} />
      <Calls programme={data} />
      <div lang="cs">
        {texts.map(
          ([title, text]) =>
            text && (
              <section key={title}>
                <h2 lang={language}>{title}</h2>
                <Prose text={text} />
              </section>
            ),
        )}
      </div>
    </Page>
  );
}
