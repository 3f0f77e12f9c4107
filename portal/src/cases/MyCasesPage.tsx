import { GovTag } from '@gov-design-system-ce/react';
import { Link } from 'react-router';
import type { CaseRow, DraftRow, TaskRow } from '../../../processes/views';
import { useLoad } from '../api/useLoad';
import { Guarded } from '../session/Guarded';
import { useTenant } from '../tenant/context';
import { ButtonLink } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { Page } from '../ui/Page';
import { PageTrouble, Trouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { formatDay, formatMoment } from '../words/dates';
import { taskAddress } from './taskAddress';
import { tagColours } from './tone';

const filtered = (filter: Readonly<Record<string, unknown>>): string => encodeURIComponent(JSON.stringify(filter));

function Wanted({ tasks, slug }: { readonly tasks: readonly TaskRow[]; readonly slug: string }) {
  const { t, language, pick } = useWords();
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby="wanted" className="wanted">
      <h2 id="wanted">{t.cases.wanted}</h2>
      <ul className="cards">
        {tasks.map((task) => (
          <li key={task.id} className="card">
            <h3>{pick(task.title)}</h3>
            <p>
              {task.caseTitle} ({task.caseNumber})
            </p>
            {task.dueAt !== null && (
              <p>{task.overdue ? t.cases.overdue(formatDay(task.dueAt, language)) : t.cases.due(formatDay(task.dueAt, language))}</p>
            )}
            <ButtonLink to={taskAddress(slug, task)}>{t.cases.todo}</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function titleOf(draft: DraftRow, untitled: string): string {
  const { projectTitle } = draft.data;
  return typeof projectTitle === 'string' && projectTitle !== '' ? projectTitle : (draft.subjectTitle ?? untitled);
}

function Drafts({ slug }: { readonly slug: string }) {
  const { t, language } = useWords();
  const { data, problem, reload } = useLoad<readonly DraftRow[]>('/api/drafts');
  const drafts = (data ?? []).filter((draft) => draft.submittedAt === null);
  if (problem && !data) return <Trouble problem={problem} retry={reload} />;
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{t.cases.drafts}</h2>
      <ul className="rows">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <span>
              <Link to={`/${slug}/zadost/${draft.id}`}>{t.cases.draftOf(titleOf(draft, t.cases.untitled))}</Link>
              <small>
                {draft.identityName !== null && `${t.applicants.inNameOf(draft.identityName)}, `}
                {t.cases.changed(formatMoment(draft.updatedAt, language))}
                {draft.intakeClosesAt !== null && `. ${t.application.deadline(formatMoment(draft.intakeClosesAt, language))}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cases({
  id,
  title,
  rows,
  slug,
}: {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly CaseRow[];
  readonly slug: string;
}) {
  const { t, language, pick } = useWords();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <span>
              <Link to={`/${slug}/moje/${row.id}`}>{row.title}</Link>
              <small>
                {row.number}, {t.cases.changed(formatMoment(row.changedAt, language))}
              </small>
            </span>
            <GovTag color={tagColours[row.tone]} type="subtle" size="s">
              {pick(row.statusTitle)}
            </GovTag>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MyCases() {
  const { t } = useWords();
  const { slug, tenant } = useTenant();
  const place = slug ?? tenant?.slug ?? '';
  const mine = useLoad<readonly CaseRow[]>(
    `/api/cases?filter=${filtered({ mine: true })}&sort=${encodeURIComponent('["changedAt","DESC"]')}&range=${encodeURIComponent('[0,199]')}`,
  );
  const tasks = useLoad<readonly TaskRow[]>(`/api/tasks?filter=${filtered({ scope: 'mine', state: 'open' })}`);
  const drafts = useLoad<readonly DraftRow[]>('/api/drafts');
  if (!mine.data) return mine.problem ? <PageTrouble problem={mine.problem} retry={mine.reload} /> : <Loading />;
  const nothing = mine.data.length === 0 && drafts.data?.every((draft) => draft.submittedAt !== null) === true;
  return (
    <Page title={t.cases.title}>
      <Wanted tasks={(tasks.data ?? []).filter((task) => task.role === 'applicant')} slug={place} />
      <Drafts slug={place} />
      <Cases id="running" title={t.cases.running} rows={mine.data.filter((row) => row.closedAt === null)} slug={place} />
      <Cases id="closed" title={t.cases.closed} rows={mine.data.filter((row) => row.closedAt !== null)} slug={place} />
      {nothing && (
        <>
          <p>{t.cases.none}</p>
          <ButtonLink to={`/${place}`}>{t.cases.noneLink}</ButtonLink>
        </>
      )}
    </Page>
  );
}

/** Everything of this person: what is wanted on top, drafts, running and finished cases. */
export function MyCasesPage() {
  return <Guarded>{() => <MyCases />}</Guarded>;
}
