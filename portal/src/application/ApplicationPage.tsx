import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { covers } from '../../../processes/identities/identity';
import type { DraftRow, DraftView } from '../../../processes/views';
import { request } from '../api/client';
import { ApiProblem } from '../api/problem';
import { useAct } from '../api/useAct';
import { useLoad } from '../api/useLoad';
import { ConflictBox } from '../drafts/ConflictBox';
import { copyKey } from '../../../processes/drafts/localCopy';
import { SaveLine } from '../drafts/SaveLine';
import { useKeptForm, type Kept } from '../drafts/useKeptForm';
import { PapersContext } from '../files/papers';
import { Answers } from '../forms/Answers';
import { sectionsOf } from '../forms/sections';
import { FormSteps } from '../forms/FormSteps';
import { Guarded } from '../session/Guarded';
import { useTenant } from '../tenant/context';
import { Button, ButtonLink } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { PageTrouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { formatMoment } from '../words/dates';

interface EditorProps {
  readonly draft: DraftView;
  readonly personId: string;
}

/** What the server says of the application before it is sent. */
interface Check {
  readonly errors: Record<string, string>;
  readonly closed: string | null;
}

const keptIn = (draft: DraftView): Kept => ({ data: draft.data, version: draft.version, at: draft.updatedAt });

/** Two steps to throw a draft away, in the page and not in a dialog. */
function Remove({ onRemove, busy }: { readonly onRemove: () => void; readonly busy: boolean }) {
  const { t } = useWords();
  const [asked, ask] = useState(false);
  if (!asked) {
    return (
      <Button kind="quiet" onClick={() => ask(true)}>
        {t.application.remove}
      </Button>
    );
  }
  return (
    <div role="alert" className="stack">
      <p>{t.application.removeConfirm}</p>
      <p className="buttons">
        <Button kind="danger" busy={busy} onClick={onRemove}>
          {t.application.remove}
        </Button>
        <Button kind="other" onClick={() => ask(false)}>
          {t.common.cancel}
        </Button>
      </p>
    </div>
  );
}

function Editor({ draft, personId }: EditorProps) {
  const { form } = draft;
  const { t, language } = useWords();
  const { slug } = useTenant();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const [openedAt] = useState(query.get('krok'));
  const path = `/api/drafts/${draft.id}`;
  const [closed, setClosed] = useState<string | null>(null);
  const act = useAct();
  const kept = useMemo(() => keptIn(draft), [draft]);
  const typed = useKeptForm({
    key: copyKey(personId, `draft.${draft.id}`),
    form,
    kept,
    keep: async (data, version) => {
      const saved = await request<DraftRow>('PUT', path, { body: { data }, ifMatch: version });
      return { version: saved.version, at: saved.updatedAt };
    },
    read: async () => keptIn(await request<DraftView>('GET', path)),
    act,
  });
  const { data, saver, sent, setServer, state } = typed;

  const review = useCallback(() => {
    const look = async (): Promise<void> => {
      await saver.flush();
      if (saver.state.kind !== 'saved') return;
      const { errors, closed: why } = await request<Check>('POST', `${path}/check`, { body: {} });
      setClosed(why);
      const checked = await request<DraftView>('GET', path);
      setServer({ errors, of: checked.data });
    };
    // The server's word before sending is a help; what it refuses, it refuses again when the application is sent.
    look().catch(() => undefined);
  }, [saver, path, setServer]);

  const send = (): void =>
    act.run(async () => {
      await saver.flush();
      if (saver.state.kind !== 'saved')
        throw new ApiProblem('unsaved', { type: 'unsaved', title: '', status: 409, detail: t.application.cannotSave });
      const { caseId } = await typed.handOver(`submit.${draft.id}`, sent(data), (idempotencyKey) =>
        request<{ caseId: string }>('POST', `${path}/submit`, { idempotencyKey, body: {} }),
      );
      await navigate(`/${slug ?? ''}/moje/${caseId}/prijato`, { replace: true });
    });
  const remove = (): void =>
    act.run(async () => {
      await request('DELETE', path, { ifMatch: saver.savedVersion });
      saver.forget();
      await navigate(`/${slug ?? ''}/moje`, { replace: true });
    });

  const maySend = covers(draft.may, 'submit');
  const papers = useMemo(() => (draft.identityId === null ? null : { identityId: draft.identityId, draftId: draft.id }), [draft]);
  const deadline = draft.intakeClosesAt === null ? null : t.application.deadline(formatMoment(draft.intakeClosesAt, language));
  return (
    <Page title={t.application.title} lead={draft.subjectTitle ?? undefined}>
      {draft.identityName !== null && <p>{t.applicants.inNameOf(draft.identityName)}</p>}
      {deadline !== null && <p>{deadline}</p>}
      {!maySend && <Notice>{t.applicants.cannotSend}</Notice>}
      {typed.restoredAt !== null && query.get('krok') === openedAt && (
        <Notice>{t.saving.restored(formatMoment(typed.restoredAt, language))}</Notice>
      )}
      {state.kind === 'conflict' && <ConflictBox onMine={typed.takeMine} onTheirs={typed.takeTheirs} />}
      <PapersContext value={papers}>
        <FormSteps
          form={form}
          data={data}
          onChange={typed.change}
          filesOf={{ draftId: draft.id }}
          server={typed.server}
          title={t.application.title}
          saveLine={<SaveLine state={state} />}
          note={closed !== null && <Notice tone="warning">{closed}</Notice>}
          sendings={maySend ? [{ id: 'submit', title: t.application.submit, next: deadline, tone: 'positive' }] : []}
          busy={act.busy}
          problem={act.problem}
          attempt={act.round}
          onReview={review}
          onSend={send}
        />
      </PapersContext>
      <hr />
      <p className="no-print">
        <a href={`${path}/pdf`} target="_blank" rel="noreferrer">
          {t.receipt.draft}
        </a>
      </p>
      <Remove onRemove={remove} busy={act.busy} />
    </Page>
  );
}

/** The draft for who may only read it. */
function Reading({ draft }: { readonly draft: DraftView }) {
  const { t } = useWords();
  return (
    <Page title={t.application.title} lead={draft.subjectTitle ?? undefined}>
      {draft.identityName !== null && <p>{t.applicants.inNameOf(draft.identityName)}</p>}
      <Notice>{t.applicants.cannotEdit}</Notice>
      {sectionsOf(draft.form).map((section) => (
        <Answers key={section.id} form={draft.form} section={section} data={draft.data} />
      ))}
      <p className="no-print">
        <a href={`/api/drafts/${draft.id}/pdf`} target="_blank" rel="noreferrer">
          {t.receipt.draft}
        </a>
      </p>
    </Page>
  );
}

function Application({ draftId, personId }: { readonly draftId: string; readonly personId: string }) {
  const { t } = useWords();
  const { slug } = useTenant();
  const { data, problem, reload } = useLoad<DraftView>(`/api/drafts/${encodeURIComponent(draftId)}`, { fresh: true });
  if (!data) {
    if (!problem) return <Loading />;
    if (problem.status !== 404) return <PageTrouble problem={problem} retry={reload} />;
  }
  if (!data || data.submittedAt !== null) {
    return (
      <Page title={t.application.missingTitle} lead={data?.submittedAt ? t.application.alreadySent : t.application.missing}>
        <ButtonLink to={`/${slug ?? ''}/moje`}>{t.nav.mine}</ButtonLink>
      </Page>
    );
  }
  return covers(data.may, 'edit') ? <Editor key={data.id} draft={data} personId={personId} /> : <Reading draft={data} />;
}

/** An application being written: saved as it is typed, checked before it is sent. */
export function ApplicationPage() {
  const { draftId = '' } = useParams();
  return <Guarded>{(session) => <Application draftId={draftId} personId={session.user.id} />}</Guarded>;
}
