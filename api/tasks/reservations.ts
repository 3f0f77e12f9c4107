/**
 * Limits of money where several acts come at once: each waits for the others, and what an act on its way takes is kept until it is in the register of grants, or
 * known to have failed. Limited are the total of a programme and of its call, and what the council gives to one applicant in a calendar year. All inside inTenant.
 */
import { send } from '../../models';
import { limitIsYearly } from '../../models/grants/councilLimit';
import { awardedByYear } from '../../models/registers/grant';
import { select } from '../sql';

/** Space of the advisory locks on applicants; the same number in every version. */
const APPLICANTS = 7_263_552;

/**
 * Acts that take money in these cases wait here for others of the same applicants and programmes, until this transaction ends. Everything that a limit compares is
 * read afterwards. Locks are always taken in one order, so that two lists cannot wait for each other.
 */
export async function lockLimits(caseIds: readonly string[]): Promise<void> {
  // By all that one applicant may be known by (awardedByYear): two cases of the same have at least one of it in common.
  await select(
    `select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended(c.tenant_id::text || known.by, ${APPLICANTS}) as key
       from grants g join cases c on c.id = g.case_id cross join lateral unnest(case
         when g.ico is not null then array['ico' || g.ico]
         else array['account' || g.applicant_id, 'identity' || coalesce(c.identity_id::text, '')] end) as known (by)
       where g.case_id = any($1::uuid[]) and known.by <> 'identity' order by key) as keys`,
    [caseIds],
  );
  await select(
    `select from programmes where id in (select programme_id from grants where case_id = any($1::uuid[])) order by id for no key update`,
    [caseIds],
  );
}

/**
 * Grants that take money, with `awarded`: what was awarded, else what is being awarded by an act on its way, and `claimed`: that, else what is being or was
 * proposed. Haléř.
 */
export const CLAIMS = `(
  select g.case_id, g.programme_id, c.call_id, coalesce(g.awarded, way.awarding, 0) as awarded,
    coalesce(g.awarded, way.awarding, way.proposing, g.proposed, 0) as claimed
  from grants g join cases c on c.id = g.case_id left join (
    select r.case_id, max(r.amount) filter (where r.year is not null) as awarding, max(r.amount) filter (where r.year is null) as proposing
    from amount_reservations r join tasks t on t.id = r.task_id and t.state = 'open' group by r.case_id) as way on way.case_id = g.case_id
  where g.state <> 'ended')`;

/** What may still be proposed in the case, haléř: what its programme has beside everything that others claim, or its call where that has less. */
export async function leftToPropose(caseId: string): Promise<number> {
  const [row] = await select<{ left: number }>(
    `select least(
       p.total_amount - coalesce((select sum(o.claimed) from ${CLAIMS} as o where o.programme_id = p.id and o.case_id <> c.id), 0),
       k.amount - coalesce((select sum(o.claimed) from ${CLAIMS} as o where o.call_id = k.id and o.case_id <> c.id), 0))::bigint as left
     from cases c join programmes p on p.id = c.subject_id left join calls k on k.id = c.call_id where c.id = $1`,
    [caseId],
  );
  return row?.left ?? 0;
}

/** What the same applicant was awarded, or is being awarded, in other cases: haléř by calendar year of the decision. Nothing where the office does not add it up. */
export async function givenByYear(caseId: string): Promise<Readonly<Record<string, number>>> {
  if (!(await limitIsYearly())) return {};
  const [given, underway] = await Promise.all([
    awardedByYear(caseId),
    select<{ year: number; amount: number }>(
      `select year, sum(amount)::bigint as amount from (
         select r.year, other.case_id, max(r.amount) as amount
         from amount_reservations r join tasks t on t.id = r.task_id and t.state = 'open' join grants other on other.case_id = r.case_id
           join cases its_case on its_case.id = other.case_id join grants mine on mine.case_id = $1 join cases my_case on my_case.id = mine.case_id
         where r.year is not null and other.case_id <> mine.case_id and other.awarded is null and other.state <> 'ended'
           and case when mine.ico is not null then other.ico = mine.ico
             else other.ico is null and coalesce(its_case.identity_id = my_case.identity_id, other.applicant_id = mine.applicant_id) end
         group by r.year, other.case_id) as acts group by year`,
      [caseId],
    ),
  ]);
  const sums: Record<string, number> = { ...given };
  for (const { year, amount } of underway) sums[year] = (sums[year] ?? 0) + amount;
  return sums;
}

export interface Reservation {
  readonly tenantId: string;
  readonly caseId: string;
  readonly taskId: string;
  readonly actId: string;
  /** Haléř. */
  readonly amount: number;
  /** Calendar year of the decision that awards it; null where it is only proposed. */
  readonly year: number | null;
}

/** Keeps the amount for the act, under lockLimits. It counts until the task is done, which takes it off (activities/commit/tasks.ts), or the act has failed. */
export function reserve({ tenantId, caseId, taskId, actId, amount, year }: Reservation): void {
  send(
    `insert into amount_reservations (tenant_id, task_id, act_id, case_id, amount, year) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, task_id, act_id) do update set reserved_at = now()`,
    [tenantId, taskId, actId, caseId, amount, year],
  );
}

/** The case refused the act: it takes nothing. */
export function giveUp(actId: string): void {
  send('delete from amount_reservations where act_id = $1', [actId]);
}
