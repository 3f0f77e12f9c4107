import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { SessionView, TenantView } from '../../../processes/views';
import { request } from '../api/client';
import { useAct } from '../api/useAct';
import { useLoad } from '../api/useLoad';
import { safeReturn, useSession } from '../session/context';
import { useTenant } from '../tenant/context';
import { ActForm } from '../ui/ActForm';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { PageTrouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { passwordFlaw } from './passwords';
import { EmailField, NewPasswordField } from './SignInFields';

function Form({ slug }: { readonly slug: string }) {
  const { t } = useWords();
  const { enter } = useSession();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const act = useAct();
  const back = safeReturn(query.get('zpet'));

  const submit = (): void => {
    const flaw = passwordFlaw(password, t);
    const errors = {
      ...(name.trim() === '' ? { name: t.fault.required } : {}),
      ...(email.trim() === '' ? { email: t.fault.required } : {}),
      ...(flaw === null ? {} : { password: flaw }),
    };
    if (Object.keys(errors).length > 0) {
      act.refuse(errors);
      return;
    }
    act.run(async () => {
      const session = await request<SessionView>('POST', '/api/registrations', { body: { tenant: slug, email, password, name } });
      enter(session);
      await navigate(back ?? `/${slug}`, { replace: true });
    });
  };

  return (
    <Page title={t.register.title} lead={t.register.lead}>
      <ActForm act={act} labels={{ name: t.register.name, email: t.session.email, password: t.session.password }} onSubmit={submit}>
        <TextField id="name" label={t.register.name} value={name} onChange={setName} autoComplete="name" required error={act.errors.name} />
        <EmailField asUsername={false} value={email} onChange={setEmail} error={act.errors.email} />
        <NewPasswordField label={t.session.password} value={password} onChange={setPassword} error={act.errors.password} />
        <Button submits busy={act.busy}>
          {t.register.submit}
        </Button>
      </ActForm>
      <p>
        {t.register.have} <Link to={`/${slug}/prihlaseni${query.size > 0 ? `?${query.toString()}` : ''}`}>{t.session.submit}</Link>
      </p>
    </Page>
  );
}

/** Which municipality the account is for, where the address does not say. */
function ChooseTenant() {
  const { t } = useWords();
  const { data, problem, reload } = useLoad<readonly TenantView[]>('/api/public/tenants');
  if (!data) return problem ? <PageTrouble problem={problem} retry={reload} /> : <Loading />;
  return (
    <Page title={t.register.title} lead={t.register.chooseTenant}>
      <ul className="plain-list">
        {data.map((tenant) => (
          <li key={tenant.id}>
            <Link to={`/${tenant.slug}/registrace`}>{tenant.name}</Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}

export function RegistrationPage() {
  const { slug } = useTenant();
  return slug === null ? <ChooseTenant /> : <Form slug={slug} />;
}
