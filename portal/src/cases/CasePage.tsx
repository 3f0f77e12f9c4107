import { GovTag } from '@gov-design-system-ce/react';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { formatMoney } from '../../../processes/money';
import { processes } from '../../../processes/registry';
import type { CaseView, EventView, TaskRow } from '../../../processes/views';
import type { Words } from '../../../processes/words';
import { request } from '../api/client';
import { forgetKey, keyOf } from '../api/idempotency';
import { useAct } from '../api/useAct';
import { useLoad } from '../api/useLoad';
import { ANNOUNCEMENT, MyEvents } from '../calendar/MyEvents';
import { Answers } from '../forms/Answers';
import { sectionsOf } from '../forms/sections';
import { Guarded } from '../session/Guarded';
import { useTenant } from '../tenant/context';
import { ActForm } from '../ui/ActForm';
import { Button, ButtonLink } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { PageTrouble } from '../ui/Problem';
import { texts, useWords } from '../words/context';
import { formatDay, formatMoment } from '../words/dates';
import { Documents, History, Messages } from './CaseParts';
import { clockWords } from './clockWords';
import { isOwn } from './defects';
import { pathOf } from './path';
import { PathView } from './PathView';
import { Prints } from './Prints';
import { taskAddress } from './taskAddress';
import { tagColours } from './tone';

function MyTask({ task, slug }: { readonly task: TaskRow; readonly slug: string }) {
  const { t, language, pick } = useWords();
  return (
    <div className="card wanted">
      <h3>{pick(task.title)}</h3>
      {task.dueAt !== null && (
        <p>{task.overdue ? t.cases.overdue(formatDay(task.dueAt, language)) : t.cases.due(formatDay(task.dueAt, language))}</p>
      )}
      <ButtonLink to={taskAddress(slug, task)}>{t.cases.todo}</ButtonLink>
    </div>
  );
}

/** What the applicant may do and nobody waits for. */
function Offers({ tasks, slug }: { readonly tasks: readonly TaskRow[]; readonly slug: string }) {
  const { t, pick } = useWords();
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby="offers" className="no-print">
      <h2 id="offers">{t.cases.offers}</h2>
      <p className="buttons">
        {tasks.map((task) => (
          <ButtonLink key={task.id} to={taskAddress(slug, task)} kind="other">
            {pick(task.title)}
          </ButtonLink>
        ))}
      </p>
    </section>
  );
}

/** What is done by the applicant's side and recorded by the office: money to be returned or paid, something to be put right. How much and where to is in the letter. */
function Awaited({ title }: { readonly title: Words }) {
  const { t, pick } = useWords();
  return (
    <div className="card wanted">
      <h3>{pick(title)}</h3>
      <p>{t.cases.inLetter}</p>
    </div>
  );
}

function Clock({ view, mine }: { readonly view: CaseView; readonly mine: boolean }) {
  const { t, language, pick } = useWords();
  if (!view.clock) return null;
  return (
    <section aria-labelledby="clock">
      <h2 id="clock">{pick(view.clock.title)}</h2>
      {clockWords(view.clock, { waitsForApplicant: mine, result: view.result }, t, language).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="small">
        {t.cases.provision} {view.clock.provision}
      </p>
    </section>
  );
}

/** What the applicant sent, newest first; the forms fold, because they are long. */
function Sent({ view }: { readonly view: CaseView }) {
  const { t, language, pick } = useWords();
  const mine = view.submissions.filter(isOwn);
  if (mine.length === 0) return null;
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">{t.cases.sent}</h2>
      {[...mine].reverse().map((one) => (
        <details key={one.id}>
          <summary>
            {pick(one.stepTitle)}, {formatMoment(one.at, language)}, {one.by.name}
          </summary>
          {one.form &&
            sectionsOf(one.form).map(
              (section) => one.form && <Answers key={section.id} form={one.form} section={section} data={one.data} />,
            )}
        </details>
      ))}
    </section>
  );
}

function Withdraw({ view, onDone }: { readonly view: CaseView; readonly onDone: (view: CaseView) => void }) {
  const { t } = useWords();
  const [asked, ask] = useState(false);
  const [reason, setReason] = useState('');
  const act = useAct();
  if (!asked) {
    return (
      <Button kind="quiet" onClick={() => ask(true)}>
        {t.cases.withdraw}
      </Button>
    );
  }
  const submit = (): void => {
    if (reason.trim() === '') {
      act.refuse({ reason: t.fault.required });
      return;
    }
    act.run(async () => {
      const name = `withdraw.${view.id}`;
      const after = await request<CaseView>('POST', `/api/cases/${view.id}/withdraw`, {
        body: { reason },
        idempotencyKey: keyOf(name, reason),
      });
      forgetKey(name);
      onDone(after);
    });
  };
  return (
    <section aria-labelledby="withdraw">
      <h2 id="withdraw">{t.cases.withdraw}</h2>
      <p>{t.cases.withdrawText}</p>
      <ActForm act={act} labels={{ reason: t.cases.withdrawReason }} onSubmit={submit}>
        <TextField id="reason" label={t.cases.withdrawReason} value={reason} onChange={setReason} required error={act.errors.reason} />
        <p className="buttons">
          <Button kind="danger" submits busy={act.busy}>
            {t.cases.withdrawSubmit}
          </Button>
          <Button kind="other" onClick={() => ask(false)}>
            {t.common.cancel}
          </Button>
        </p>
      </ActForm>
    </section>
  );
}

function Facts({ view }: { readonly view: CaseView }) {
  const { t, language } = useWords();
  const amount = view.values.awarded ?? view.values.amount;
  const begunByOffice = processes[view.processId]?.begunFrom !== undefined;
  return (
    <dl className="facts">
      <div>
        <dt>{t.cases.number}</dt>
        <dd>{view.number}</dd>
      </div>
      {view.subjectTitle !== null && (
        <div>
          <dt>{t.cases.programme}</dt>
          <dd>{view.subjectTitle}</dd>
        </div>
      )}
      <div>
        <dt>{begunByOffice ? t.cases.begun : t.cases.submitted}</dt>
        <dd>{formatMoment(view.openedAt, language)}</dd>
      </div>
      {typeof amount === 'number' && (
        <div>
          <dt>{t.cases.amount}</dt>
          <dd>{formatMoney(amount)}</dd>
        </div>
      )}
    </dl>
  );
}

function Case({ caseId }: { readonly caseId: string }) {
  const { t, pick } = useWords();
  const { slug, tenant } = useTenant();
  const path = `/api/cases/${encodeURIComponent(caseId)}`;
  const { data: view, problem, reload, put } = useLoad<CaseView>(path);
  const events = useLoad<readonly EventView[]>(`${path}/events`);
  const [query] = useSearchParams();
  if (!view) return problem ? <PageTrouble problem={problem} retry={reload} /> : <Loading />;
  const place = slug ?? tenant?.slug ?? '';
  const definition = processes[view.processId];
  const mine = view.openTasks.filter((task) => task.role === 'applicant' && !task.optional);
  const begunByOffice = definition?.begunFrom !== undefined;
  const awaited = view.map.steps.flatMap(({ id, open }) => {
    const step = open > 0 ? definition?.steps[id] : undefined;
    return step?.alsoApplicant === true ? [{ id, title: step.applicantTitle ?? step.title }] : [];
  });
  const offers = view.openTasks.filter((task) => task.role === 'applicant' && task.optional);
  const points = definition
    ? pathOf({
        definition,
        view,
        received: begunByOffice
          ? { cs: texts.cs.cases.proceedingsBegun, en: texts.en.cases.proceedingsBegun }
          : { cs: texts.cs.cases.received, en: texts.en.cases.received },
        finished: { cs: texts.cs.cases.finished, en: texts.en.cases.finished },
      })
    : [];
  const above = (
    <p className="back no-print">
      <Link to={`/${place}/moje`}>{t.cases.title}</Link>
    </p>
  );
  const withdrawn = (after: CaseView): void => {
    put(after);
    events.reload();
  };
  return (
    <Page title={view.title} above={above} lead={begunByOffice ? pick(definition.title) : undefined}>
      <p>
        <GovTag color={tagColours[view.tone]} type="subtle" size="m">
          {pick(view.statusTitle)}
        </GovTag>
      </p>
      {query.has('odeslano') && <Notice tone="success">{t.task.sent}</Notice>}
      {view.suspended && <Notice tone="warning">{t.cases.suspended}</Notice>}
      {mine.length + awaited.length > 0 && (
        <section aria-labelledby="wanted">
          <h2 id="wanted">{t.cases.wanted}</h2>
          {mine.map((task) => (
            <MyTask key={task.id} task={task} slug={place} />
          ))}
          {awaited.map(({ id, title }) => (
            <Awaited key={id} title={title} />
          ))}
        </section>
      )}
      <Facts view={view} />
      {points.length > 0 && (
        <section aria-labelledby="path">
          <h2 id="path">{t.cases.path}</h2>
          <PathView points={points} />
        </section>
      )}
      <Clock view={view} mine={mine.length > 0} />
      <Offers tasks={offers} slug={place} />
      {view.submissions.some(({ step }) => step === ANNOUNCEMENT) && (
        <MyEvents caseId={view.id} slug={place} announcement={offers.find(({ step }) => step === ANNOUNCEMENT)} />
      )}
      <Messages caseId={view.id} />
      <Documents caseId={view.id} />
      <Sent view={view} />
      {!begunByOffice && <Prints caseId={view.id} completed={view.submissions.filter(isOwn).some(({ step }) => step === 'supplement')} />}
      <History events={events} />
      {view.may.withdraw && <Withdraw view={view} onDone={withdrawn} />}
    </Page>
  );
}

/** One case as its applicant reads it. */
export function CasePage() {
  const { caseId = '' } = useParams();
  return <Guarded>{() => <Case key={caseId} caseId={caseId} />}</Guarded>;
}
