/** The tenant of the drill: its people, two of each office role so that they can race, and a programme that is open. */
import { inTenant, Programme } from '../../models/index';
import { programmeContent } from '../demo/programmes';
import { pastProgramme } from '../demo/pastProgramme';
import type { Project } from '../grant/content';
import type { Cast } from '../grant/journey';
import { smoothPlan, type Plan } from '../grant/plan';
import { signIn, type Account, type Person } from '../http/people';
import type { Chance } from '../random';
import { ensureTenant } from '../tenants';
import type { Role } from '../../processes/roles';

const SLUG = 'cviceni';
const PASSWORD = 'cviceni-vypadku-1';

const account = (mailbox: string, role: Role): Account => ({
  tenant: SLUG,
  email: `${mailbox}@cviceni.example`,
  password: PASSWORD,
  name: mailbox,
  roles: [role],
});

const accounts: readonly Account[] = [
  ...[1, 2, 3, 4].map((number) => account(`zadatel${number}`, 'applicant')),
  ...[1, 2].flatMap((number) => [
    account(`referent${number}`, 'grantOfficer'),
    account(`hodnotitel${number}`, 'evaluator'),
    account(`tajemnik${number}`, 'councilSecretary'),
    account(`ucetni${number}`, 'accountant'),
  ]),
];

export interface Crew {
  readonly tenantId: string;
  readonly programmeId: string;
  /** In the order in which their tasks open. */
  readonly evaluatorIds: readonly string[];
  readonly people: readonly Person[];
}

/** Makes the tenant, its people and the programme in the connected database, and signs everybody in. */
export async function gatherCrew(url: string): Promise<Crew> {
  const tenant = await ensureTenant({ slug: SLUG, name: 'Cvičná obec' }, accounts);
  const content = programmeContent({
    title: 'Cvičný program',
    area: 'Cvičení',
    purpose: 'Cvičení výpadku.',
    total: 50_000_000,
    max: 200_000,
    opens: -5,
    closes: 30,
  });
  const { id: programmeId } = await pastProgramme(tenant, content, 40);
  const people: Person[] = [];
  for (const one of accounts) people.push(await signIn(url, one));
  const evaluatorIds = await inTenant(tenant.id, async () => (await Programme.findByPk(programmeId))?.evaluatorIds ?? []);
  return { tenantId: tenant.id, programmeId, evaluatorIds, people };
}

export function holders(crew: Crew, role: Role): Person[] {
  return crew.people.filter(({ roles }) => roles.includes(role));
}

/** People of one case; which of two has it is chance. */
export function castOf(crew: Crew, chance: Chance): Cast {
  return {
    applicant: chance.pick(holders(crew, 'applicant')),
    officer: chance.pick(holders(crew, 'grantOfficer')),
    evaluators: holders(crew, 'evaluator'),
    secretary: chance.pick(holders(crew, 'councilSecretary')),
    accountant: chance.pick(holders(crew, 'accountant')),
  };
}

/** How the case goes: most ways through the procedure come up. */
export function planOf(chance: Chance, serial: number): Plan {
  const requested = chance.whole(10, 90) * 1000_00;
  const project: Project = {
    applicant: `Cvičný spolek ${serial}`,
    kind: 'legal',
    serial,
    municipality: 'Cvičná',
    title: `Cvičný projekt ${serial}`,
    purpose: 'Cvičení.',
    reasons: 'Cvičení.',
    requested,
    totalCost: requested * 2,
  };
  return {
    ...smoothPlan(project),
    check: chance.happens(0.08) ? 'reject' : 'pass',
    returns: chance.happens(0.3) ? 1 : 0,
    decision: chance.happens(0.1) ? 'refuse' : 'approve',
    deferrals: chance.happens(0.2) ? 1 : 0,
    settlementReturns: chance.happens(0.3) ? 1 : 0,
    accepted: chance.happens(0.4) ? Math.round(requested * 0.8) : requested,
  };
}

/** The result with which a case of this plan ends. */
export function endOf(plan: Plan): string {
  if (plan.check === 'reject') return 'rejected';
  return plan.decision === 'refuse' ? 'refused' : 'settled';
}
