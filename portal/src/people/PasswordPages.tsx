import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { request } from '../api/client';
import { useAct } from '../api/useAct';
import { useTenant } from '../tenant/context';
import { ActForm } from '../ui/ActForm';
import { Button, ButtonLink } from '../ui/Button';
import { Page } from '../ui/Page';
import { useWords } from '../words/context';
import { passwordFlaw } from './passwords';
import { EmailField, NewPasswordField } from './SignInFields';

/** Asks for a link by mail. The answer is the same whether the account exists or not. */
export function ForgottenPasswordPage() {
  const { t } = useWords();
  const { slug, tenant } = useTenant();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const act = useAct();
  const submit = (): void => {
    if (email.trim() === '') {
      act.refuse({ email: t.fault.required });
      return;
    }
    const at = slug ?? tenant?.slug;
    act.run(async () => {
      await request('POST', '/api/password-resets', { body: { email, ...(at === undefined ? {} : { tenant: at }) } });
      setSentTo(email);
    });
  };
  if (sentTo !== null) {
    return (
      <Page key="sent" title={t.password.sentTitle} lead={t.password.sent(sentTo)}>
        <p>
          <Link to={slug === null ? '/prihlaseni' : `/${slug}/prihlaseni`}>{t.session.submit}</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page key="ask" title={t.password.forgottenTitle} lead={t.password.forgottenLead}>
      <ActForm act={act} labels={{ email: t.session.email }} onSubmit={submit}>
        <EmailField value={email} onChange={setEmail} error={act.errors.email} />
        <Button submits busy={act.busy}>
          {t.password.send}
        </Button>
      </ActForm>
    </Page>
  );
}

/** The page behind the link in the mail. */
export function NewPasswordPage() {
  const { token = '' } = useParams();
  const { t } = useWords();
  const { slug } = useTenant();
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const act = useAct();
  const submit = (): void => {
    const flaw = passwordFlaw(password, t);
    if (flaw !== null) {
      act.refuse({ password: flaw });
      return;
    }
    act.run(async () => {
      await request('PUT', `/api/password-resets/${encodeURIComponent(token)}`, { body: { password } });
      setDone(true);
    });
  };
  if (done) {
    return (
      <Page key="done" title={t.password.newTitle} lead={t.password.changed}>
        <ButtonLink to={slug === null ? '/prihlaseni' : `/${slug}/prihlaseni`}>{t.session.submit}</ButtonLink>
      </Page>
    );
  }
  return (
    <Page key="new" title={t.password.newTitle}>
      <ActForm act={act} labels={{ password: t.password.new }} onSubmit={submit}>
        <NewPasswordField label={t.password.new} value={password} onChange={setPassword} error={act.errors.password} />
        <Button submits busy={act.busy}>
          {t.password.save}
        </Button>
      </ActForm>
    </Page>
  );
}
