/** The ranked list of a programme's applications, with what each is given. */
import type { RankedApplication, RankingView } from '../../processes/grant/evaluationViews';
import { byRank } from '../../processes/grant/ranking';
import { processById } from '../../processes/registry';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { csvMoney, type Column } from '../lists';
import { notFound } from '../problems';
import { iso, select } from '../sql';
import { beforeEvaluation } from './assignment';
import { NEEDED, evaluationsOf, standingOf, type EvaluationRecord } from './standing';

/** More than any programme has; what the screen bears. */
const MOST = 5_000;

interface Found {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly applicantName: string;
  readonly status: string;
  readonly result: string | null;
  readonly openedAt: Date;
  readonly requested: number;
  readonly proposed: number | null;
  readonly awarded: number | null;
  readonly ended: boolean;
  readonly taskId: string | null;
  readonly data: RankedApplication['data'] | null;
  readonly version: number | null;
  readonly firstCriterion: number | null;
}

/** The first criterion of the case: its share of the most, over those evaluations that count, in hundredths of per cent. */
const FIRST = `(select round(avg((s.data ->> first.id)::numeric / first.max) * 10000)::integer
  from tasks e join submissions s on s.id = e.submission_id
  where e.case_id = c.id and e.step = 'evaluation' and e.outcome = 'submit' and s.data ? first.id)`;

function ranked(found: Found, evaluations: readonly EvaluationRecord[], needed: number): RankedApplication {
  const definition = processById('grant');
  const status = found.result === null ? definition.statuses[found.status] : definition.results[found.result];
  const standing = standingOf(evaluations, needed);
  const recommended = standing.open > 0 ? [] : evaluations.flatMap(({ recommendedAmount }) => recommendedAmount ?? []);
  const mean = recommended.length === 0 ? null : Math.round(recommended.reduce((a, b) => a + b, 0) / recommended.length);
  const { status: id, result, openedAt, data, version, firstCriterion, ...own } = found;
  return {
    ...own,
    ...standing,
    statusTitle: status?.title ?? words(result ?? id, result ?? id),
    tone: status?.tone ?? 'neutral',
    submittedAt: iso(openedAt),
    firstCriterion: standing.mean === null ? null : firstCriterion,
    recommended: mean,
    data: data ?? {},
    version: version ?? 0,
    mayAssign: beforeEvaluation({ status: id, closed: result !== null }),
  };
}

/** Every application of the programme in the order of the ranking. @throws ProblemError 404 */
export function showRanking(context: Asking, programmeId: string): Promise<RankingView> {
  return context.inTenant(async () => {
    const [programme] = await select<{ totalAmount: number; maxAmount: number; needed: number }>(
      `select p.total_amount as "totalAmount", p.max_amount as "maxAmount", ${NEEDED} as needed from programmes p where p.id = $1`,
      [programmeId],
    );
    if (!programme) throw notFound();
    const { needed, ...amounts } = programme;
    const found = await select<Found>(
      `select c.id, c.number, c.title, c.applicant_name as "applicantName", c.status, c.result, c.opened_at as "openedAt",
         g.requested, g.proposed, g.awarded, g.state = 'ended' as ended, p.id as "taskId", d.data, d.version, ${FIRST} as "firstCriterion"
       from grants g join cases c on c.id = g.case_id
         left join evaluation_criteria k on k.programme_id = g.programme_id and k.version = c.criteria_version
         cross join lateral (select coalesce(k.criteria -> 0 ->> 'id', 'benefit') as id, coalesce((k.criteria -> 0 ->> 'maxPoints')::numeric, 40) as max) as first
         left join tasks p on p.case_id = c.id and p.step = 'proposal' and p.state = 'open'
         left join task_drafts d on d.task_id = p.id and d.user_id = $2
       where g.programme_id = $1 limit ${MOST}`,
      [programmeId, context.person.id],
    );
    const byCase = new Map<string, EvaluationRecord[]>();
    for (const one of await evaluationsOf(found.map(({ id }) => id))) byCase.set(one.caseId, [...(byCase.get(one.caseId) ?? []), one]);
    const rows = found.map((one) => ranked(one, byCase.get(one.id) ?? [], needed)).sort(byRank);
    return { id: programmeId, ...amounts, rows };
  });
}

/** A row of the exported list with its place. */
export type Placed = RankedApplication & { readonly place: number };

const points = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value).replace('.', ',');

export const rankingColumns: readonly Column<Placed>[] = [
  { title: words('Pořadí', 'Place'), value: (row) => (row.mean === null ? null : row.place) },
  { title: words('Spis', 'Case'), value: (row) => row.number },
  { title: words('Název', 'Title'), value: (row) => row.title },
  { title: words('Žadatel', 'Applicant'), value: (row) => row.applicantName },
  { title: words('Stav', 'Status'), value: (row, language) => row.statusTitle[language] },
  { title: words('Body (průměr)', 'Points (mean)'), value: (row) => points(row.mean) },
  { title: words('Nejméně bodů', 'Least points'), value: (row) => points(row.spread?.min) },
  { title: words('Nejvíce bodů', 'Most points'), value: (row) => points(row.spread?.max) },
  { title: words('Směrodatná odchylka', 'Standard deviation'), value: (row) => points(row.spread?.deviation) },
  { title: words('Hodnocení odevzdáno', 'Evaluations in'), value: (row) => row.in },
  { title: words('Hodnocení potřeba', 'Evaluations needed'), value: (row) => row.needed },
  { title: words('Podjatých', 'In conflict'), value: (row) => row.conflicts },
  { title: words('Požadováno (Kč)', 'Requested (CZK)'), value: (row) => csvMoney(row.requested) },
  { title: words('Doporučeno (Kč)', 'Recommended (CZK)'), value: (row) => csvMoney(row.recommended) },
  { title: words('Navrženo (Kč)', 'Proposed (CZK)'), value: (row) => csvMoney(row.proposed) },
  { title: words('Přiznáno (Kč)', 'Awarded (CZK)'), value: (row) => csvMoney(row.awarded) },
];

/** The ranking as an exported file has it. */
export function placed(rows: readonly RankedApplication[]): Placed[] {
  return rows.map((row, index) => ({ ...row, place: index + 1 }));
}
