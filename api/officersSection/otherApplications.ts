/** What else the applicant of a case asked the office for, and how the council's limit of a year stands. */
import { query, Tenant } from '../../models';
import { limitIsYearly } from '../../models/grants/councilLimit';
import { awardedByYear } from '../../models/registers/grant';
import { casesOfSameApplicant, type SameBy } from '../../models/registers/sameApplicant';
import { COUNCIL_LIMIT } from '../../processes/grant/rules';
import type { OtherApplication, OtherApplicationsView } from '../../processes/officersSection/views';
import { processById } from '../../processes/registry';
import { words } from '../../processes/words';
import type { Asking } from '../context';
import { select } from '../sql';
import { officersCase } from './access';

interface Row {
  readonly caseId: string;
  readonly number: string;
  readonly processId: string;
  readonly status: string;
  readonly result: string | null;
  readonly projectTitle: string;
  readonly programmeTitle: string;
  readonly year: number;
  readonly requested: number;
  readonly awarded: number | null;
}

function application({ processId, status, result, ...row }: Row): OtherApplication {
  const definition = processById(processId);
  const title = (result === null ? definition.statuses[status] : definition.results[result])?.title ?? words(status, status);
  return { ...row, statusTitle: title };
}

/** Haléř that the council may give to one applicant in a calendar year, where the office adds them up; null where it does not. */
async function councilLimit(tenantId: string): Promise<number | null> {
  if (!(await limitIsYearly())) return null;
  const tenant = await Tenant.findByPk(tenantId);
  const set = tenant?.settings.councilLimit;
  return typeof set === 'number' ? set : COUNCIL_LIMIT;
}

async function awardedHere(caseId: string): Promise<{ readonly year: number; readonly awarded: number } | null> {
  const [grant] = await query<{ year: number; awarded: number }>(
    `select extract(year from decided_on)::integer as year, awarded from grants
     where case_id = $1 and awarded > 0 and decided_on is not null and state in ('awarded', 'settled')`,
    [caseId],
  );
  return grant ?? null;
}

/**
 * Other applications of the same applicant, the newest first, and what was awarded by year.
 * @throws ProblemError 404, 403
 */
export function otherApplications({ person, tenantId, inTenant }: Asking, caseId: string): Promise<OtherApplicationsView> {
  return inTenant(async () => {
    await officersCase(person, caseId);
    const same = await casesOfSameApplicant(caseId);
    const rows = await select<Row>(
      `select c.id as "caseId", c.number, c.process_id as "processId", c.status, c.result, g.project_title as "projectTitle",
         p.title as "programmeTitle", g.year, g.requested, g.awarded
       from cases c join grants g on g.case_id = c.id join programmes p on p.id = g.programme_id
       where c.id = any($1::uuid[]) order by c.opened_at desc, c.id`,
      [same.map((other) => other.caseId)],
    );
    const [others, here, limit] = [await awardedByYear(caseId), await awardedHere(caseId), await councilLimit(tenantId)];
    const years = [...new Set([...Object.keys(others).map(Number), ...(here ? [here.year] : [])])].sort((a, b) => b - a);
    return {
      knownBy: knownBy(same.map(({ by }) => by)),
      applications: rows.map(application),
      years: years.map((year) => ({ year, inOthers: others[year] ?? 0, here: here?.year === year ? here.awarded : 0, limit })),
    };
  });
}

const BY = { identity: 'applicant', ico: 'ico', person: 'nameAndBirth' } as const satisfies Record<SameBy, string>;

/** By the surest of what the others were found by. */
function knownBy(found: readonly SameBy[]): OtherApplicationsView['knownBy'] {
  const best = (['identity', 'ico', 'person'] as const).find((by) => found.includes(by));
  return best === undefined ? null : BY[best];
}
