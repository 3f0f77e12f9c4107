/** A town of its own for a browser test: its people, signed in over HTTP too, and programmes that are open now. */
import { pastProgramme } from '../../scripts/demo/pastProgramme';
import { programmeContent } from '../../scripts/demo/programmes';
import type { Project } from '../../scripts/grant/content';
import type { Cast } from '../../scripts/grant/journey';
import { holder, signIn, type Account, type Person } from '../../scripts/http/people';
import { ensureTenant, type TenantIds } from '../../scripts/tenants';
import type { Role } from '../../processes/roles';

const PASSWORD = 'zkouska-do-hloubky-1';

export interface Town {
  readonly ids: TenantIds;
  readonly people: readonly Person[];
  /** In the order of their accounts. */
  readonly evaluators: readonly Person[];
}

/** Makes the town with so many evaluators and one person of each other role. Needs a connected database. */
export async function makeTown(url: string, slug: string, name: string, evaluators: number): Promise<Town> {
  const account = (mailbox: string, person: string, role: Role): Account => ({
    tenant: slug,
    email: `${mailbox}@${slug}.example`,
    password: PASSWORD,
    name: person,
    roles: [role],
  });
  const accounts = [
    account('zadatel', 'Žofie Žadatelová', 'applicant'),
    account('referentka', 'Radka Referentová', 'grantOfficer'),
    ...Array.from({ length: evaluators }, (_, at) => account(`hodnotitel${at + 1}`, `Hodnotitel ${at + 1}`, 'evaluator')),
    account('tajemnice', 'Tereza Tajemná', 'councilSecretary'),
    account('ucetni', 'Uršula Účetní', 'accountant'),
  ];
  const ids = await ensureTenant({ slug, name }, accounts);
  const people: Person[] = [];
  for (const one of accounts) people.push(await signIn(url, one));
  return { ids, people, evaluators: people.filter(({ roles }) => roles.includes('evaluator')) };
}

export const personOf = ({ people }: Town, role: Role): Person => holder(people, role);

export const castOf = (town: Town): Cast => ({
  applicant: personOf(town, 'applicant'),
  officer: personOf(town, 'grantOfficer'),
  evaluators: town.evaluators,
  secretary: personOf(town, 'councilSecretary'),
  accountant: personOf(town, 'accountant'),
});

/** A programme whose intake is open, all evaluators of the town on it. @param total,max whole CZK @returns its id */
export async function openProgramme(town: Town, title: string, total: number, max: number): Promise<string> {
  const wish = { title, area: 'Zkouška', purpose: 'Zkouška obrazovek.', total, max, opens: -5, closes: 30 };
  return (await pastProgramme(town.ids, programmeContent(wish), 40)).id;
}

/** @param requested haléř */
export const projectOf = (serial: number, title: string, requested: number): Project => ({
  applicant: `Spolek ${title}`,
  kind: 'legal',
  serial,
  municipality: 'Zkouškov',
  title,
  purpose: 'Aby se v obci něco dělo.',
  reasons: 'Sami bychom to nezaplatili.',
  requested,
  totalCost: 2 * requested,
});

/** Asks again until the answer is what is waited for. @throws Error with the last answer after a minute */
export async function until<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) throw new Error(`It does not come; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
