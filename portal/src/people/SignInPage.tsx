import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { SessionView } from '../../../processes/views';
import { request } from '../api/client';
import { ApiProblem } from '../api/problem';
import { useAct } from '../api/useAct';
import { safeReturn, useSession } from '../session/context';
import { useTenant } from '../tenant/context';
import { ActForm } from '../ui/ActForm';
import { Button } from '../ui/Button';
import { Page } from '../ui/Page';
import { useWords } from '../words/context';
import { CurrentPasswordField, EmailField } from './SignInFields';

interface Choice {
  readonly slug: string;
  readonly name: string;
}

function choicesOf(error: unknown): readonly Choice[] {
  if (!(error instanceof ApiProblem) || error.slug !== 'choose-tenant') return [];
  const { tenants } = error.problem;
  return Array.isArray(tenants) ? (tenants as readonly Choice[]) : [];
}

/** Sign-in; afterwards one is where one was going (`zpet`). */
export function SignInPage() {
  const { t } = useWords();
  const { slug } = useTenant();
  const { enter } = useSession();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [choices, offer] = useState<readonly Choice[]>([]);
  const act = useAct();
  const back = safeReturn(query.get('zpet'));
  const more = query.size > 0 ? `?${query.toString()}` : '';
  const at = slug === null ? '' : `/${slug}`;

  const signIn = (tenant: string | null): void =>
    act.run(async () => {
      try {
        const session = await request<SessionView>('POST', '/api/session', {
          body: { email, password, ...(tenant === null ? {} : { tenant }) },
        });
        enter(session);
        await navigate(back ?? `/${session.tenant.slug}/moje`, { replace: true });
      } catch (error) {
        const several = choicesOf(error);
        if (several.length === 0) throw error;
        offer(several);
      }
    });
  const submit = (): void => {
    const errors = {
      ...(email.trim() === '' ? { email: t.fault.required } : {}),
      ...(password === '' ? { password: t.fault.required } : {}),
    };
    if (Object.keys(errors).length > 0) act.refuse(errors);
    else signIn(slug);
  };

  return (
    <Page title={t.session.title} lead={back === null ? undefined : t.session.toContinue}>
      <ActForm act={act} labels={{ email: t.session.email, password: t.session.password }} onSubmit={submit}>
        <EmailField value={email} onChange={setEmail} error={act.errors.email} />
        <CurrentPasswordField
          id="password"
          label={t.session.password}
          value={password}
          onChange={setPassword}
          error={act.errors.password}
        />
        {choices.length === 0 ? (
          <Button submits busy={act.busy}>
            {t.session.submit}
          </Button>
        ) : (
          <fieldset className="stack plain">
            <legend>{t.session.chooseTenant}</legend>
            {choices.map((choice) => (
              <Button key={choice.slug} kind="other" busy={act.busy} onClick={() => signIn(choice.slug)}>
                {choice.name}
              </Button>
            ))}
          </fieldset>
        )}
      </ActForm>
      <p>
        {t.session.noAccount} <Link to={`${at}/registrace${more}`}>{t.session.register}</Link>
      </p>
      <p>
        <Link to={`${at}/zapomenute-heslo`}>{t.session.forgotten}</Link>
      </p>
    </Page>
  );
}
