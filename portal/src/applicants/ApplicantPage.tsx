import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { identityForm } from '../../../processes/identities/identityForm';
import { covers } from '../../../processes/identities/identity';
import type { GrantedHere, IdentityView } from '../../../processes/identities/views';
import { formatMoney } from '../../../processes/money';
import { request } from '../api/client';
import { useAct } from '../api/useAct';
import { useLoad } from '../api/useLoad';
import { Answers } from '../forms/Answers';
import { sectionsOf } from '../forms/sections';
import { Guarded } from '../session/Guarded';
import { useTenant } from '../tenant/context';
import { Button } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { PageTrouble, Trouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { IdentityForm } from './IdentityForm';
import { Papers } from './Papers';
import { People } from './People';
import { dataOf } from './sent';

/** What was asked for and got here; each leads to its case. */
function Granted({ granted, place }: { readonly granted: readonly GrantedHere[]; readonly place: string }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="granted">
      <h2 id="granted">{t.applicants.granted}</h2>
      {granted.length === 0 && <p>{t.applicants.noGranted}</p>}
      <ul className="rows">
        {granted.map((one) => (
          <li key={one.caseId}>
            <span>
              <Link to={`/${place}/moje/${one.caseId}`}>{one.title}</Link>
              <small>
                {[one.number, one.programmeTitle, String(one.year)].filter(Boolean).join(', ')}. {t.applicants.requested}{' '}
                {formatMoney(one.requested)}. {t.applicants.awarded}:{' '}
                {one.awarded === null ? t.applicants.notAwarded : formatMoney(one.awarded)}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Remove({ identity, onGone }: { readonly identity: IdentityView; readonly onGone: () => void }) {
  const { t } = useWords();
  const [asked, ask] = useState(false);
  const act = useAct();
  const remove = (): void =>
    act.run(async () => {
      await request('DELETE', `/api/identities/${identity.id}`);
      onGone();
    });
  if (!asked) {
    return (
      <Button kind="quiet" onClick={() => ask(true)}>
        {t.applicants.remove}
      </Button>
    );
  }
  return (
    <div role="alert" className="stack">
      {act.problem && <Trouble problem={act.problem} />}
      <p>{t.applicants.removeConfirm}</p>
      <p className="buttons">
        <Button kind="danger" busy={act.busy} onClick={remove}>
          {t.applicants.remove}
        </Button>
        <Button kind="other" onClick={() => ask(false)}>
          {t.common.cancel}
        </Button>
      </p>
    </div>
  );
}

function Leave({
  identity,
  personId,
  onGone,
}: {
  readonly identity: IdentityView;
  readonly personId: string;
  readonly onGone: () => void;
}) {
  const { t } = useWords();
  const act = useAct();
  const leave = (): void =>
    act.run(async () => {
      await request('DELETE', `/api/identities/${identity.id}/people/${personId}`);
      onGone();
    });
  return (
    <div>
      {act.problem && <Trouble problem={act.problem} />}
      <Button kind="quiet" busy={act.busy} onClick={leave}>
        {t.applicants.leave}
      </Button>
    </div>
  );
}

function Above({ place }: { readonly place: string }) {
  const { t } = useWords();
  return (
    <p className="back no-print">
      <Link to={`/${place}/zadatele`}>{t.applicants.title}</Link>
    </p>
  );
}

function Applicant({ id, personId }: { readonly id: string; readonly personId: string }) {
  const { t } = useWords();
  const { slug, tenant } = useTenant();
  const place = slug ?? tenant?.slug ?? '';
  const navigate = useNavigate();
  const { data, problem, reload, put } = useLoad<IdentityView>(`/api/identities/${encodeURIComponent(id)}`, { fresh: true });
  if (!data) return problem ? <PageTrouble problem={problem} retry={reload} /> : <Loading />;
  const editable = covers(data.may, 'edit');
  const gone = (): void => void navigate(`/${place}/zadatele`, { replace: true });
  return (
    <Page title={data.name} above={<Above place={place} />} lead={data.manages ? undefined : t.applicants.sharedWith(data.manager.name)}>
      {editable ? (
        <IdentityForm key={data.id} identity={data} onSaved={put} />
      ) : (
        <>
          <Notice>{t.applicants.readOnly}</Notice>
          {sectionsOf(identityForm).map((section) => (
            <Answers key={section.id} form={identityForm} section={section} data={dataOf(data)} />
          ))}
        </>
      )}
      <Papers identityId={data.id} editable={editable} />
      <People identity={data} onChanged={put} reload={reload} />
      <Granted granted={data.granted} place={place} />
      <hr />
      {data.manages ? <Remove identity={data} onGone={gone} /> : <Leave identity={data} personId={personId} onGone={gone} />}
    </Page>
  );
}

function NewApplicant() {
  const { t } = useWords();
  const { slug, tenant } = useTenant();
  const place = slug ?? tenant?.slug ?? '';
  const navigate = useNavigate();
  return (
    <Page title={t.applicants.newTitle} above={<Above place={place} />}>
      <IdentityForm identity={null} onSaved={({ id }) => void navigate(`/${place}/zadatele/${id}`, { replace: true })} />
    </Page>
  );
}

/** One applicant: who it is, its papers, who may act in its name, what it got here. */
export function ApplicantPage() {
  const { id = '' } = useParams();
  return <Guarded>{(session) => (id === 'novy' ? <NewApplicant /> : <Applicant key={id} id={id} personId={session.user.id} />)}</Guarded>;
}
