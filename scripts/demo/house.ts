/** The people of one demo tenant, signed in, and how they take cases on their way. */
import { z } from 'zod';
import { concurrently } from '../concurrently';
import { Journey, submitApplication, type Begun } from '../grant/journey';
import { nothing } from '../http/answers';
import { holder, signIn, type Account, type Person } from '../http/people';
import type { TenantIds } from '../tenants';
import type { DemoCase } from './projects';

/** The system has just started: a request that finds it busy is sent again for so long, in milliseconds. */
const MANNER = { patience: 20_000 };
const PAGE = 200;

const titled = z.array(z.object({ title: z.string() }));

export interface House {
  readonly tenant: TenantIds;
  readonly people: readonly Person[];
}

/** Signs in the people of the tenant, as many at once as the machine hashes passwords. */
export async function enter(url: string, tenant: TenantIds, accounts: readonly Account[]): Promise<House> {
  const people: Person[] = [];
  const own = accounts.filter((account) => account.tenant === tenant.slug);
  await concurrently(own, 2, async (account, index) => {
    people[index] = await signIn(url, account);
  });
  return { tenant, people };
}

/** Signs everybody out. */
export async function leave(house: House): Promise<void> {
  for (const { client } of house.people) await client.request('DELETE', 'api/session', nothing);
}

/** The applicant with this mailbox; the first one where there is none. @throws MissingPersonError without any applicant. */
export function byMailbox(house: House, mailbox: string): Person {
  const found = house.people.find((person) => person.account.email.startsWith(`${mailbox}@`));
  return found ?? holder(house.people, 'applicant');
}

async function existingTitles(officer: Person): Promise<Set<string>> {
  const titles = new Set<string>();
  for (let from = 0; ; from += PAGE) {
    const page = await officer.client.get('api/cases', titled, {
      filter: { processId: 'grant' },
      sort: ['openedAt', 'ASC'],
      range: [from, from + PAGE - 1],
    });
    for (const { title } of page) titles.add(title);
    if (page.length < PAGE) return titles;
  }
}

async function take(house: House, demo: DemoCase, begun: Begun): Promise<void> {
  const applicant = byMailbox(house, demo.applicant);
  const cast = {
    applicant,
    officer: holder(house.people, 'grantOfficer'),
    evaluators: house.people.filter(({ roles }) => roles.includes('evaluator')),
    secretary: holder(house.people, 'councilSecretary'),
    accountant: holder(house.people, 'accountant'),
  };
  const journey = new Journey(begun, cast, demo.plan, MANNER);
  const { stop } = demo;
  await journey.run((task) => stop !== null && task.step === stop.step && journey.timesOf(task.step) >= stop.time - 1);
  if (demo.withdraw !== undefined) await applicant.client.post(`api/cases/${begun.caseId}/withdraw`, { reason: demo.withdraw }, nothing);
}

/**
 * Submits the cases that are not there yet, in their order, then takes each to where it stops, `width` at once.
 * @returns how many were made.
 */
export async function runCases(house: House, programmeId: string, cases: readonly DemoCase[], width: number): Promise<number> {
  const titles = await existingTitles(holder(house.people, 'grantOfficer'));
  const missing = cases.filter(({ plan }) => !titles.has(plan.project.title));
  const begun: Begun[] = [];
  for (const demo of missing) begun.push(await submitApplication(byMailbox(house, demo.applicant), programmeId, demo.plan.project, MANNER));
  await concurrently(begun, width, async (one, index) => {
    const demo = missing[index];
    if (demo) await take(house, demo, one);
  });
  return missing.length;
}
