import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Form } from '../../../processes/define';
import type { CaseView, LetterView, TaskDraftView, TaskView } from '../../../processes/views';
import { request } from '../api/client';
import { forgetKey, keyOf } from '../api/idempotency';
import { ApiProblem } from '../api/problem';
import { useAct } from '../api/useAct';
import { useLoad } from '../api/useLoad';
import { ConflictBox } from '../drafts/ConflictBox';
import { copyKey, readCopy, startFrom } from '../../../processes/drafts/localCopy';
import { keptOf } from '../../../processes/drafts/taskData';
import { SaveLine } from '../drafts/SaveLine';
import type { Data, SaveAnswer } from '../../../processes/drafts/saver';
import { answerTo, useSaver } from '../drafts/useSaver';
import { stripped, withDefaults } from '../forms/applies';
import { isRecord } from '../../../processes/formSchema';
import type { ServerErrors } from '../forms/faults';
import { FormSteps } from '../forms/FormSteps';
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

const NONE: ServerErrors = { errors: {}, of: null };

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
  const key = copyKey(personId, `task.${task.id}`);
  const sent = useCallback(
    (data: Data): Data => {
      const kept = stripped(form.schema, data);
      return isRecord(kept) ? kept : {};
    },
    [form],
  );
  const start = useMemo(
    () => startFrom({ data: keptOf(task), version: task.draftVersion }, readCopy(localStorage, key), sent),
    [task, key, sent],
  );
  const [data, setData] = useState<Data>(() => withDefaults(form.schema, start.data));
  const [server, setServer] = useState<ServerErrors>(NONE);
  const act = useAct();
  const { saver, state } = useSaver({
    key,
    version: start.version,
    savedAt: null,
    unsaved: start.kind === 'server' ? null : start.data,
    save: async (typed, version): Promise<SaveAnswer> => {
      try {
        const kept = await request<TaskDraftView>('PUT', `${path}/draft`, {
          body: { data: sent(typed) },
          ifMatch: version,
        });
        return { kind: 'saved', version: kept.version, at: kept.updatedAt };
      } catch (error) {
        return answerTo(error);
      }
    },
  });
  const change = (next: Data): void => {
    setData(next);
    saver.change(next);
  };
  const mine = (): void =>
    act.run(async () => {
      const now = await request<TaskView>('GET', path);
      saver.overwrite(now.draftVersion, data);
    });
  const theirs = (): void =>
    act.run(async () => {
      const now = await request<TaskView>('GET', path);
      setData(withDefaults(form.schema, keptOf(now)));
      saver.accept(now.draftVersion, null);
    });
  const send = (outcome: string): void =>
    act.run(async () => {
      const body = { outcome, data: sent(data) };
      const name = `complete.${task.id}`;
      try {
        await request('POST', `${path}/complete`, { body, idempotencyKey: keyOf(name, body) });
        forgetKey(name);
        saver.forget();
        await navigate(`/${slug ?? ''}/moje/${task.caseId}?odeslano=1`, { replace: true });
      } catch (error) {
        if (error instanceof ApiProblem && Object.keys(error.errors).length > 0) setServer({ errors: error.errors, of: data });
        throw error;
      }
    });

  return (
    <>
      {start.kind === 'restored' && <Notice>{t.saving.restored(formatMoment(start.at, language))}</Notice>}
      {state.kind === 'conflict' && <ConflictBox onMine={mine} onTheirs={theirs} />}
      <Why task={task} view={view} />
      {!task.mayAct && <Notice>{t.applicants.cannotSend}</Notice>}
      <FormSteps
        form={form}
        data={data}
        onChange={change}
        filesOf={{ caseId: task.caseId }}
        server={server}
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
