import { useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { Form } from '../../../processes/define';
import type { CaseView, LetterView, TaskDraftView, TaskView } from '../../../processes/views';
import { request } from '../api/client';
import { useAct } from '../api/useAct';
import { useLoad } from '../api/useLoad';
import { ConflictBox } from '../drafts/ConflictBox';
import { copyKey } from '../../../processes/drafts/localCopy';
import { keptOf } from '../../../processes/drafts/taskData';
import { SaveLine } from '../drafts/SaveLine';
import { useKeptForm, type Kept } from '../drafts/useKeptForm';
import { withDefaults } from '../forms/applies';
import { FormSteps } from '../forms/FormSteps';
import { startOf, useStarts } from '../forms/useStarts';
import { Guarded } from '../session/Guarded';
import { useTenant } from '../tenant/context';
import { ButtonLink } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { PageTrouble } from '../ui/Problem';
import { Prose } from '../ui/Prose';
import { useWords } from '../words/context';
import { formatDay, formatMoment } from '../words/dates';
import { grantOf, Spent } from './Spent';
import { defectsFor } from './defects';
import { taskIdIn } from './taskAddress';

const keptIn = (task: TaskView): Kept => ({ data: keptOf(task), version: task.draftVersion, at: null });

interface WorkProps {
  readonly task: TaskView;
  readonly form: Form;
  readonly view: CaseView;
  readonly personId: string;
}

/** Why the office wants this: its list of defects, or the newest letter where it gave none. */
function Why({ task, view }: { readonly task: TaskView; readonly view: CaseView }) {
  const { t } = useWords();
  const letters = useLoad<readonly LetterView[]>(`/api/cases/${view.id}/letters`);
  const defects = defectsFor(view.submissions);
  if (defects.length > 0) {
    return (
      <section className="card wanted" aria-labelledby="defects">
        <h2 id="defects">{t.task.defects}</h2>
        <ul>
          {defects.map((defect) => (
            <li key={defect}>{defect}</li>
          ))}
        </ul>
      </section>
    );
  }
  const newest = [...(letters.data ?? [])]
    .sort((a, b) => (a.queuedAt < b.queuedAt ? 1 : -1))
    .find((letter) => letter.body !== null && letter.queuedAt >= task.openedAt);
  if (!newest) return null;
  return (
    <details>
      <summary>{t.task.note}</summary>
      <Prose text={newest.body ?? ''} />
    </details>
  );
}

function Work({ task, form, view, personId }: WorkProps) {
  const { t, language, pick } = useWords();
  const { slug } = useTenant();
  const navigate = useNavigate();
  const path = `/api/tasks/${task.id}`;
  const act = useAct();
  const [query] = useSearchParams();
  // What a link says to start from; the steps of the form have addresses of their own.
  const [wanted] = useState(() => query.get('akce') ?? '');
  const kept = useMemo(() => keptIn({ ...task, initial: startOf(task.startsBy, wanted) ?? task.initial }), [task, wanted]);
  const started = useStarts(task.startsBy);
  const typed = useKeptForm({
    key: copyKey(personId, `task.${task.id}`),
    form,
    kept,
    keep: async (data, version) => {
      const saved = await request<TaskDraftView>('PUT', `${path}/draft`, { body: { data }, ifMatch: version });
      return { version: saved.version, at: saved.updatedAt };
    },
    read: async () => keptIn(await request<TaskView>('GET', path)),
    act,
  });
  const { data, state } = typed;
  const change = (next: Record<string, unknown>): void => {
    const after = started(data, next);
    typed.change(after === next ? next : withDefaults(form.schema, after));
  };
  // Something else was typed before: it waits behind its own choice.
  const begun = useEffectEvent(() => {
    const field = task.startsBy?.field;
    if (field !== undefined && startOf(task.startsBy, wanted) !== null && data[field] !== wanted) change({ ...data, [field]: wanted });
  });
  useEffect(() => begun(), []);
  const send = (outcome: string): void =>
    act.run(async () => {
      const body = { outcome, data: typed.sent(data) };
      await typed.handOver(`complete.${task.id}`, body, (idempotencyKey) => request('POST', `${path}/complete`, { body, idempotencyKey }));
      await navigate(`/${slug ?? ''}/moje/${task.caseId}?odeslano=1`, { replace: true });
    });

  return (
    <>
      {typed.restoredAt !== null && <Notice>{t.saving.restored(formatMoment(typed.restoredAt, language))}</Notice>}
      {state.kind === 'conflict' && <ConflictBox onMine={typed.takeMine} onTheirs={typed.takeTheirs} />}
      <Why task={task} view={view} />
      {!task.mayAct && <Notice>{t.applicants.cannotSend}</Notice>}
      <FormSteps
        form={form}
        data={data}
        onChange={change}
        filesOf={{ caseId: task.caseId }}
        server={typed.server}
        title={pick(task.title)}
        saveLine={<SaveLine state={state} />}
        note={<Spent data={data} grant={grantOf(view.values)} />}
        sendings={(task.mayAct ? task.outcomes : []).map((outcome) => ({
          id: outcome.id,
          title: pick(outcome.title),
          next: pick(outcome.next),
          tone: outcome.tone,
        }))}
        busy={act.busy}
        problem={act.problem}
        attempt={act.round}
        onSend={send}
      />
    </>
  );
}

function Task({ taskId, personId }: { readonly taskId: string; readonly personId: string }) {
  const { t, language, pick } = useWords();
  const { slug } = useTenant();
  const { caseId = '' } = useParams();
  const loaded = useLoad<TaskView>(`/api/tasks/${encodeURIComponent(taskId)}`, { fresh: true });
  const file = useLoad<CaseView>(`/api/cases/${encodeURIComponent(caseId)}`);
  const problem = loaded.problem ?? file.problem;
  const task = loaded.data;
  const again = (): void => {
    loaded.reload();
    file.reload();
  };
  if (!task || !file.data) return problem ? <PageTrouble problem={problem} retry={again} /> : <Loading />;
  const above: ReactNode = (
    <p className="back no-print">
      <Link to={`/${slug ?? ''}/moje/${task.caseId}`}>{task.caseTitle}</Link>
    </p>
  );
  if (!task.mayKeep || !task.form) {
    return (
      <Page title={pick(task.title)} above={above} lead={task.whyNot ? pick(task.whyNot) : t.task.notMine}>
        <ButtonLink to={`/${slug ?? ''}/moje/${task.caseId}`}>{t.task.backToCase}</ButtonLink>
      </Page>
    );
  }
  return (
    <Page title={pick(task.title)} above={above} lead={pick(task.instruction)}>
      {task.dueAt !== null && (
        <p>
          <strong>{task.overdue ? t.cases.overdue(formatDay(task.dueAt, language)) : t.cases.due(formatDay(task.dueAt, language))}</strong>
          {task.provision !== null && (
            <small>
              {' '}
              {t.cases.provision} {task.provision}
            </small>
          )}
        </p>
      )}
      <Work key={task.id} task={task} form={task.form} view={file.data} personId={personId} />
    </Page>
  );
}

/** One thing that the office wants of the applicant: completing the application, settling the grant. */
export function TaskPage() {
  const { task = '' } = useParams();
  const taskId = taskIdIn(task);
  return <Guarded>{(session) => <Task key={taskId} taskId={taskId} personId={session.user.id} />}</Guarded>;
}
