import { useNavigate, useParams } from 'react-router';
import type { InvitationView } from '../../../processes/identities/views';
import { request } from '../api/client';
import { useAct } from '../api/useAct';
import { useLoad } from '../api/useLoad';
import { Guarded } from '../session/Guarded';
import { useTenant } from '../tenant/context';
import { Button } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { PageTrouble, Trouble } from '../ui/Problem';
import { useWords } from '../words/context';

function Invitation({ token }: { readonly token: string }) {
  const { t } = useWords();
  const { slug, tenant } = useTenant();
  const navigate = useNavigate();
  const path = `/api/invitations/${encodeURIComponent(token)}`;
  const { data, problem, reload } = useLoad<InvitationView>(path);
  const act = useAct();
  if (!data) return problem ? <PageTrouble problem={problem} retry={reload} /> : <Loading />;
  const accept = (): void =>
    act.run(async () => {
      const { identityId } = await request<{ identityId: string }>('POST', `${path}/accept`, { body: {} });
      await navigate(`/${slug ?? tenant?.slug ?? ''}/zadatele/${identityId}`, { replace: true });
    });
  return (
    <Page title={t.applicants.invitationTitle} lead={t.applicants.invitation(data.invitedBy, data.identityName)}>
      <p>
        {t.applicants.right}: {t.applicants.rights[data.may]}
      </p>
      {act.problem && <Trouble problem={act.problem} />}
      <p className="buttons">
        <Button busy={act.busy} onClick={accept}>
          {t.applicants.accept}
        </Button>
      </p>
    </Page>
  );
}

/** Where the link of an invitation leads; who has no account registers on the way and comes back. */
export function InvitationPage() {
  const { token = '' } = useParams();
  return <Guarded>{() => <Invitation key={token} token={token} />}</Guarded>;
}
