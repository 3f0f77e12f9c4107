import { grantProcess } from '../../processes/grant/definition';
import type { Phase } from '../../processes/reportViews';
import { words, type Words } from '../../processes/words';
import { select } from '../sql';

interface PhaseRow {
  readonly id: string;
  readonly count: number;
  /** Seconds: median, and what nine of ten are under. */
  readonly spent: readonly [number, number];
}

const DAY = 24 * 3600;

/** Statuses from the submission to the decision. */
const TO_DECISION = ['checking', 'returned', 'evaluating', 'deciding'] as const;

/**
 * Visits of statuses by the audit trail, without the time in which the case was suspended; a status counts once the case has left it. What `decision` is: the
 * first four together, of cases that were being decided and are no longer. The `offset 0` keeps the planner from reading the marks of all cases of the office;
 * moments are seconds as floats, exact to a microsecond, for exact decimals (`extract`) and intervals cost an eighth of the whole.
 */
const PHASES = `
  with marks as (
    select c.id, c.status as now, e.*
    from cases c cross join lateral (
      select seq, date_part('epoch', at) as at, type, what ->> 'status' as status from events
      where chain_id = c.id and type in ('statusSet', 'suspended', 'resumed', 'closed') offset 0
    ) as e
    where c.process_id = 'grant' and c.subject_id = $1
  ), visits as (
    select id, now, seq, status, at as since, lead(at) over (partition by id order by seq) as till from marks where type in ('statusSet', 'closed')
  ), stops as (
    select id, type, at as since, lead(at) over (partition by id order by seq) as till from marks where type in ('suspended', 'resumed', 'closed')
  ), stopped as (
    select v.id, v.seq, sum(least(coalesce(s.till, v.till), v.till) - greatest(s.since, v.since)) as seconds
    from visits v join stops s on s.id = v.id and s.type = 'suspended' and s.since < v.till and coalesce(s.till, v.till) > v.since
    group by v.id, v.seq
  ), spent as (
    select v.id, v.now, v.status, sum(v.till - v.since - coalesce(stopped.seconds, 0)) as seconds
    from visits v left join stopped using (id, seq)
    where v.status is not null and v.till is not null and v.now <> v.status
    group by v.id, v.now, v.status
  ), decided as (
    select id, sum(seconds) as seconds from spent
    where status = any($2::text[]) and now <> all($2::text[]) group by id having bool_or(status = 'deciding')
  ), phases as (
    select status as id, seconds from spent union all select 'decision', seconds from decided
  )
  select id, count(*) as count, percentile_cont(array[0.5, 0.9]) within group (order by seconds) as spent from phases group by id`;

const DECISION = words('Od podání do rozhodnutí', 'From the submission to the decision');

/** Phases of the cases of a programme, in the order of the process, the way to the decision last. Inside inTenant. */
export async function phasesOf(programmeId: string): Promise<Phase[]> {
  const rows = new Map((await select<PhaseRow>(PHASES, [programmeId, TO_DECISION])).map((row) => [row.id, row]));
  const titles: readonly (readonly [string, Words])[] = [
    ...Object.entries(grantProcess.statuses).map(([id, { title }]) => [id, title] as const),
    ['decision', DECISION],
  ];
  return titles.flatMap(([id, title]) => {
    const row = rows.get(id);
    return row ? [{ id, title, count: row.count, median: row.spent[0] / DAY, ninetieth: row.spent[1] / DAY }] : [];
  });
}
