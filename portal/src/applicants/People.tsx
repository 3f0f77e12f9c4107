import { useState } from 'react';
import type { IdentityRight } from '../../../processes/identities/identity';
import type { IdentityView, SharedWith } from '../../../processes/identities/views';
import { request } from '../api/client';
import { useAct } from '../api/useAct';
import { ActForm } from '../ui/ActForm';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { Trouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { formatDay } from '../words/dates';
import { RightSelect } from './RightSelect';

interface PeopleProps {
  readonly identity: IdentityView;
  readonly onChanged: (identity: IdentityView) => void;
  readonly reload: () => void;
}

function Share({ identity, onChanged }: Pick<PeopleProps, 'identity' | 'onChanged'>) {
  const { t } = useWords();
  const [email, setEmail] = useState('');
  const [may, setMay] = useState<IdentityRight>('edit');
  const [done, setDone] = useState<string | null>(null);
  const act = useAct();
  const submit = (): void => {
    setDone(null);
    if (email.trim() === '') {
      act.refuse({ email: t.fault.required });
      return;
    }
    act.run(async () => {
      onChanged(await request<IdentityView>('POST', `/api/identities/${identity.id}/people`, { body: { email, may } }));
      setDone(email);
      setEmail('');
    });
  };
  return (
    <ActForm act={act} labels={{ email: t.applicants.email }} onSubmit={submit}>
      {done !== null && <Notice tone="success">{t.applicants.shared(done)}</Notice>}
      <TextField
        id="email"
        type="email"
        label={t.applicants.email}
        value={email}
        onChange={setEmail}
        autoComplete="off"
        required
        error={act.errors.email}
      />
      <RightSelect id="may" label={t.applicants.right} value={may} onChange={setMay} />
      <p className="buttons">
        <Button submits busy={act.busy}>
          {t.applicants.share}
        </Button>
      </p>
    </ActForm>
  );
}

/** Somebody with a right, and what who manages it may do about it. */
function Colleague({ identity, one, onChanged, reload }: PeopleProps & { readonly one: SharedWith }) {
  const { t } = useWords();
  const act = useAct();
  const path = `/api/identities/${identity.id}`;
  const { person, may } = one;
  const change = (right: IdentityRight): void =>
    act.run(async () => onChanged(await request<IdentityView>('PUT', `${path}/people/${person.id}`, { body: { may: right } })));
  const revoke = (): void =>
    act.run(async () => {
      await request('DELETE', `${path}/people/${person.id}`);
      reload();
    });
  const handOver = (): void =>
    act.run(async () => onChanged(await request<IdentityView>('POST', `${path}/manager`, { body: { userId: person.id } })));
  return (
    <li className="list-row">
      <p>
        <strong>{person.name}</strong> <small>{one.email}</small>
      </p>
      {act.problem && <Trouble problem={act.problem} />}
      <RightSelect id={`may-${person.id}`} label={t.applicants.changeRight(person.name)} value={may} onChange={change} />
      <p className="buttons">
        <Button kind="quiet" busy={act.busy} label={t.applicants.revokeOf(person.name)} onClick={revoke}>
          {t.applicants.revoke}
        </Button>
        {may === 'submit' && (
          <Button kind="quiet" busy={act.busy} label={t.applicants.handOverTo(person.name)} onClick={handOver}>
            {t.applicants.handOver}
          </Button>
        )}
      </p>
    </li>
  );
}

function Invitations({ identity, reload }: Pick<PeopleProps, 'identity' | 'reload'>) {
  const { t, language } = useWords();
  const act = useAct();
  const cancel = (id: string): void =>
    act.run(async () => {
      await request('DELETE', `/api/identities/${identity.id}/invitations/${id}`);
      reload();
    });
  return (
    <>
      {act.problem && <Trouble problem={act.problem} />}
      <ul className="rows">
        {identity.invitations.map((one) => (
          <li key={one.id}>
            <span>
              {one.email}
              <small>
                {t.applicants.rights[one.may]}, {t.applicants.invited(formatDay(one.expiresAt, language))}
              </small>
            </span>
            <Button kind="quiet" busy={act.busy} label={t.applicants.revokeOf(one.email)} onClick={() => cancel(one.id)}>
              {t.applicants.revoke}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who may act in the name of the applicant; managed by who made it, read by the others. */
export function People(props: PeopleProps) {
  const { identity } = props;
  const { t } = useWords();
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t.applicants.people}</h2>
      <p>{t.applicants.peopleText}</p>
      <ul className="rows">
        <li>
          <span>
            {identity.manager.name} <small>{t.applicants.manager}</small>
          </span>
        </li>
        {!identity.manages &&
          identity.people.map(({ person, may }) => (
            <li key={person.id}>
              <span>
                {person.name} <small>{t.applicants.rights[may]}</small>
              </span>
            </li>
          ))}
      </ul>
      {identity.manages && (
        <>
          <ul className="plain-list">
            {identity.people.map((one) => (
              <Colleague key={one.person.id} {...props} one={one} />
            ))}
          </ul>
          {identity.invitations.length > 0 && <Invitations {...props} />}
          <Share {...props} />
        </>
      )}
    </section>
  );
}
