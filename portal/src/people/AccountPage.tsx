import { GovFormRadio } from '@gov-design-system-ce/react';
import { useState } from 'react';
import type { SessionRow, SessionView } from '../../../processes/views';
import type { Language } from '../../../processes/words';
import { request } from '../api/client';
import { useAct } from '../api/useAct';
import { useLoad } from '../api/useLoad';
import { useSession } from '../session/context';
import { Guarded } from '../session/Guarded';
import { ActForm } from '../ui/ActForm';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { Trouble } from '../ui/Problem';
import { RadioLabel } from '../ui/RadioLabel';
import { useWords } from '../words/context';
import { formatMoment } from '../words/dates';
import { deviceName } from './deviceName';
import { passwordFlaw } from './passwords';
import { CurrentPasswordField, NewPasswordField } from './SignInFields';

function Details({ session }: { readonly session: SessionView }) {
  const { t, setLanguage } = useWords();
  const { enter } = useSession();
  const [name, setName] = useState(session.user.name);
  const [phone, setPhone] = useState('');
  const [language, choose] = useState<Language>(session.user.language);
  const [saved, setSaved] = useState(false);
  const act = useAct();
  const submit = (): void => {
    setSaved(false);
    if (name.trim() === '') {
      act.refuse({ name: t.fault.required });
      return;
    }
    act.run(async () => {
      enter(await request<SessionView>('PATCH', '/api/me', { body: { name, language, ...(phone.trim() === '' ? {} : { phone }) } }));
      setLanguage(language);
      setSaved(true);
    });
  };
  const languages: readonly (readonly [Language, string])[] = [
    ['cs', t.account.czech],
    ['en', t.account.english],
  ];
  return (
    <section aria-labelledby="details">
      <h2 id="details">{t.account.details}</h2>
      <p>
        {t.session.email}: <strong>{session.user.email}</strong>
      </p>
      <ActForm act={act} labels={{ name: t.register.name, phone: t.account.phone }} onSubmit={submit}>
        {saved && <Notice tone="success">{t.account.saved}</Notice>}
        <TextField id="name" label={t.register.name} value={name} onChange={setName} autoComplete="name" required error={act.errors.name} />
        <TextField
          id="phone"
          type="tel"
          label={`${t.account.phone} (${t.common.optional})`}
          value={phone}
          onChange={setPhone}
          autoComplete="tel"
          error={act.errors.phone}
        />
        <fieldset className="plain stack-s">
          <legend>{t.account.language}</legend>
          {languages.map(([code, title]) => (
            <GovFormRadio
              key={code}
              identifier={`language-${code}`}
              name="language"
              size="m"
              value={code}
              checked={language === code}
              onChange={() => choose(code)}
            >
              <RadioLabel id={`language-${code}`}>{title}</RadioLabel>
            </GovFormRadio>
          ))}
        </fieldset>
        <Button submits busy={act.busy}>
          {t.account.save}
        </Button>
      </ActForm>
    </section>
  );
}

function Password() {
  const { t } = useWords();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const act = useAct();
  const submit = (): void => {
    setDone(false);
    const flaw = passwordFlaw(password, t);
    const errors = { ...(current === '' ? { current: t.fault.required } : {}), ...(flaw === null ? {} : { password: flaw }) };
    if (Object.keys(errors).length > 0) {
      act.refuse(errors);
      return;
    }
    act.run(async () => {
      await request('PUT', '/api/password', { body: { current, password } });
      setCurrent('');
      setPassword('');
      setDone(true);
    });
  };
  return (
    <section aria-labelledby="password-title">
      <h2 id="password-title">{t.account.passwordTitle}</h2>
      <ActForm act={act} labels={{ current: t.password.current, password: t.password.new }} onSubmit={submit}>
        {done && <Notice tone="success">{t.password.changedElsewhere}</Notice>}
        <CurrentPasswordField id="current" label={t.password.current} value={current} onChange={setCurrent} error={act.errors.current} />
        <NewPasswordField label={t.password.new} value={password} onChange={setPassword} error={act.errors.password} />
        <Button submits kind="other" busy={act.busy}>
          {t.password.save}
        </Button>
      </ActForm>
    </section>
  );
}

function Sessions() {
  const { t, language } = useWords();
  const { data, problem, reload } = useLoad<readonly SessionRow[]>('/api/sessions');
  const [done, setDone] = useState(false);
  const act = useAct();
  const revoke = (path: string): void =>
    act.run(async () => {
      await request('DELETE', path);
      setDone(true);
      reload();
    });
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t.account.sessionsTitle}</h2>
      {done && <Notice tone="success">{t.account.revoked}</Notice>}
      {act.problem && <Trouble problem={act.problem} />}
      {!data && (problem ? <Trouble problem={problem} retry={reload} /> : <Loading />)}
      <ul className="rows">
        {(data ?? []).map((row) => {
          const device = deviceName(row.device) ?? t.account.unknownDevice;
          return (
            <li key={row.id}>
              <span>
                {device}
                {row.current && <strong> ({t.account.thisDevice})</strong>}
                <small>{t.account.lastSeen(formatMoment(row.lastSeenAt, language))}</small>
              </span>
              {!row.current && (
                <Button
                  kind="quiet"
                  busy={act.busy}
                  label={t.account.revokeDevice(device)}
                  onClick={() => revoke(`/api/sessions/${row.id}`)}
                >
                  {t.account.revoke}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {(data ?? []).length > 1 && (
        <Button kind="other" busy={act.busy} onClick={() => revoke('/api/sessions?others=1')}>
          {t.account.revokeOthers}
        </Button>
      )}
    </section>
  );
}

export function AccountPage() {
  const { t } = useWords();
  return (
    <Guarded>
      {(session) => (
        <Page title={t.account.title}>
          <Details key={session.user.id} session={session} />
          <Password />
          <Sessions />
        </Page>
      )}
    </Guarded>
  );
}
