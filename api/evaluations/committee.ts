/** What one evaluator evaluates in a programme, all at once: the table of the committee. Drafts and completions go through the tasks themselves. */
import type { CommitteeProgramme, CommitteeRow, CommitteeView, EvaluationState } from '../../processes/grant/evaluationViews';
import { words, type Words } from '../../processes/words';
import type { Asking } from '../context';
import { notFound } from '../problems';
import { isoOrNull, select } from '../sql';
import { criteriaOf } from './criteria';

const MINE = `t.step = 'evaluation' and t.state <> 'cancelled' and coalesce(t.done_on_behalf_of, t.done_by, t.assignee_id) = $1`;

/** Programmes in which the person evaluates, those with something to do first. */
export function committeeProgrammes(context: Asking): Promise<CommitteeProgramme[]> {
  return context.inTenant(() =>
    select<CommitteeProgramme>(
      `select p.id, p.title, count(*) filter (where t.state = 'open') as open, count(*) filter (where t.state = 'done') as done
       from tasks t join cases c on c.id = t.case_id join programmes p on p.id = c.subject_id
       where ${MINE} group by p.id order by count(*) filter (where t.state = 'open') desc, p.title, p.id`,
      [context.person.id],
    ),
  );
}

interface Found extends Omit<CommitteeRow, 'standing' | 'dueAt' | 'data' | 'version'> {
  readonly dueAt: Date | null;
  readonly suspended: boolean;
  readonly closed: boolean;
  readonly sent: CommitteeRow['data'] | null;
  readonly draft: CommitteeRow['data'] | null;
  readonly draftVersion: number | null;
  readonly state: EvaluationState;
}

const SUSPENDED = words('Spis je pozastaven.', 'The case is suspended.');
const CLOSED = words('Spis je uzavřen.', 'The case is closed.');

function row({ suspended, closed, sent, draft, draftVersion, dueAt, ...found }: Found): CommitteeRow {
  const standing: Words | null = closed ? CLOSED : suspended ? SUSPENDED : null;
  return { ...found, dueAt: isoOrNull(dueAt), standing, data: sent ?? draft ?? {}, version: draftVersion ?? 0 };
}

/** Every evaluation of the person in the programme, by the number of the case. @throws ProblemError 404 where there is none */
export function showCommittee(context: Asking, programmeId: string): Promise<CommitteeView> {
  return context.inTenant(async () => {
    const found = await select<Found>(
      `select t.id, t.case_id as "caseId", c.number, c.title, c.applicant_name as "applicantName", g.requested, c.criteria_version as "criteriaVersion",
         case when t.state = 'open' then 'open' when t.outcome = 'submit' then 'submitted' else 'conflict' end as state,
         t.due_at as "dueAt", c.suspended, c.closed_at is not null as closed, s.data as sent, d.data as draft, d.version as "draftVersion"
       from tasks t join cases c on c.id = t.case_id join grants g on g.case_id = c.id
         left join submissions s on s.id = t.submission_id left join task_drafts d on d.task_id = t.id and d.user_id = $1
       where ${MINE} and c.subject_id = $2 order by c.number, t.ordinal`,
      [context.person.id, programmeId],
    );
    const [programme] = await select<{ title: string; maxAmount: number }>(
      'select title, max_amount as "maxAmount" from programmes where id = $1',
      [programmeId],
    );
    if (!programme || found.length === 0) throw notFound();
    const versions = [...new Set(found.map(({ criteriaVersion }) => criteriaVersion))];
    const sets = await Promise.all(versions.map((criteriaVersion) => criteriaOf({ subjectId: programmeId, criteriaVersion })));
    return {
      id: programmeId,
      ...programme,
      sets: sets.map(({ version, criteria }) => ({ version, criteria })),
      rows: found.map(row),
    };
  });
}
