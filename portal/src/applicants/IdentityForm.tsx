import { useMemo, useState } from 'react';
import { identityForm } from '../../../processes/identities/identityForm';
import type { AresSubject, IdentityView } from '../../../processes/identities/views';
import { isIco } from '../../../processes/identifiers';
import { formIn } from '../../../processes/formLanguage';
import { request } from '../api/client';
import { ApiProblem } from '../api/problem';
import { useAct } from '../api/useAct';
import { withDefaults } from '../forms/applies';
import { errorsOf, inOrder, labelOf, stillHolding, type ServerErrors } from '../forms/faults';
import { fieldId } from '../forms/paths';
import { SectionForm } from '../forms/SectionForm';
import { sectionsOf } from '../forms/sections';
import { Button } from '../ui/Button';
import { ErrorSummary } from '../ui/ErrorSummary';
import { Notice } from '../ui/Notice';
import { Trouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { formatDay } from '../words/dates';
import { dataOf, sentOf, withAres } from './sent';

type Data = Record<string, unknown>;

/** What the register knows of the IČO that was typed; whatever goes wrong there, typing by hand goes on. */
function FromAres({ data, onFound }: { readonly data: Data; readonly onFound: (found: AresSubject) => void }) {
  const { t, language } = useWords();
  const act = useAct();
  const [found, setFound] = useState<AresSubject | null>(null);
  const ico = typeof data.ico === 'string' ? data.ico : '';
  if (data.kind !== 'legal' || !isIco(ico)) return null;
  const ask = (): void =>
    act.run(async () => {
      setFound(null);
      const subject = await request<AresSubject>('GET', `/api/ares?ico=${encodeURIComponent(ico)}`);
      onFound(subject);
      setFound(subject);
    });
  return (
    <div className="stack-s">
      <Button kind="other" busy={act.busy} onClick={ask}>
        {t.applicants.ares}
      </Button>
      <div role="status">
        {act.problem && <Notice tone="warning">{act.problem.message}</Notice>}
        {found?.ico === ico && <Notice tone="success">{t.applicants.aresDone(found.name)}</Notice>}
        {found?.endedOn != null && found.ico === ico && (
          <Notice tone="warning">{t.applicants.aresEnded(formatDay(found.endedOn, language))}</Notice>
        )}
      </div>
    </div>
  );
}

interface IdentityFormProps {
  /** Null: a new one. */
  readonly identity: IdentityView | null;
  readonly onSaved: (identity: IdentityView) => void;
}

const NONE: ServerErrors = { errors: {}, of: null };

/** Who the applicant is, in the same fields as an application asks for it; saved by its own button, by the version that was seen. */
export function IdentityForm({ identity, onSaved }: IdentityFormProps) {
  const { t, language } = useWords();
  const form = formIn(language, identityForm);
  const sections = useMemo(() => sectionsOf(form), [form]);
  const [data, setData] = useState<Data>(() => withDefaults(form.schema, identity ? dataOf(identity) : {}));
  const [legalForm, setLegalForm] = useState(identity?.legalForm ?? null);
  const [server, setServer] = useState<ServerErrors>(NONE);
  const [tried, setTried] = useState(false);
  const [round, setRound] = useState(0);
  const [saved, setSaved] = useState(false);
  const act = useAct();
  const errors = tried ? inOrder(form, { ...stillHolding(server, data), ...errorsOf(form, data, t) }) : {};

  const change = (next: Data): void => {
    setSaved(false);
    setData(next);
  };
  const save = (): void => {
    setTried(true);
    setSaved(false);
    setServer(NONE);
    if (Object.keys(errorsOf(form, data, t)).length > 0) {
      setRound((before) => before + 1);
      return;
    }
    act.run(async () => {
      const body = sentOf(data, legalForm);
      try {
        const view = identity
          ? await request<IdentityView>('PUT', `/api/identities/${identity.id}`, { body, ifMatch: identity.version })
          : await request<IdentityView>('POST', '/api/identities', { body });
        setTried(false);
        setSaved(true);
        onSaved(view);
      } catch (error) {
        if (error instanceof ApiProblem && Object.keys(error.errors).length > 0) setServer({ errors: error.errors, of: data });
        throw error;
      }
    });
  };
  const found = (subject: AresSubject): void => {
    setLegalForm(subject.legalForm);
    change(withAres(data, subject));
  };
  const lines = Object.entries(errors).map(([path, text]) => ({ id: fieldId(path), label: labelOf(form, path, t), text }));
  const stale = act.problem?.status === 412;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ErrorSummary lines={lines} round={round + act.round} />
      {act.problem && lines.length === 0 && !stale && <Trouble problem={act.problem} />}
      {stale && (
        <Notice tone="warning">
          {t.applicants.stale} <a href="">{t.applicants.staleReload}</a>
        </Notice>
      )}
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={`cast-${section.id}`}>
          <h2 id={`cast-${section.id}`}>{section.title?.[language]}</h2>
          <SectionForm form={form} section={section} data={data} errors={errors} filesOf={null} onChange={change} />
          {section.fields.includes('ico') && <FromAres data={data} onFound={found} />}
        </section>
      ))}
      {saved && <Notice tone="success">{t.applicants.saved}</Notice>}
      <p className="buttons">
        <Button submits busy={act.busy}>
          {t.applicants.save}
        </Button>
      </p>
    </form>
  );
}
