/**
 * The demo: an invented municipality and an association, their people, and cases at every step. Tenants, people and
 * programmes of the past are written directly (a programme published 45 days ago cannot be published today); every
 * case is made by running the real process over HTTP. Loading again adds only what is missing.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { nothing, programmeAnswer } from '../http/answers';
import { holder } from '../http/people';
import { madeUpAccount } from '../grant/numbers';
import { ensureTenant } from '../tenants';
import { demoAccounts, demoPeople, makeDemoPassword, ASSOCIATION, PLATFORM, TOWN } from './accounts';
import { associationArms, townArms } from './coatOfArms';
import { demoFunds, placed, type DemoFund } from './funds';
import { byMailbox, enter, leave, runCases, type House } from './house';
import type { GrantTerms } from '../../processes/grant/terms';
import { pastProgramme } from './pastProgramme';
import { budgetYear, programmeContent, type ProgrammeContent } from './programmes';
import { associationCases, endedCases, runningCases } from './projects';

/** Cases taken on their way at once. */
const WIDTH = 6;

export interface Loaded {
  readonly tenants: number;
  readonly people: number;
  readonly programmes: number;
  readonly cases: number;
}

const titled = z.array(z.object({ title: z.string() }));
const draftsAnswer = z.array(z.object({ id: z.string(), submittedAt: z.string().nullable() }));
const draftAnswer = z.object({ id: z.string(), version: z.number() });

const TOWN_FUNDS: readonly DemoFund[] = [
  {
    name: 'Fond kultury, sportu a spolků',
    purpose: 'Podpora těch, kdo v obci pořádají akce a vedou spolky.',
    yearBudget: 6_000_000,
    areas: ['Spolky a komunita', 'Kultura a sport'],
  },
  { name: 'Fond životního prostředí', purpose: 'Zeleň a veřejná prostranství.', yearBudget: 1_500_000, areas: ['Životní prostředí'] },
];

/** The demo's programmes lie in the past, except for the one that is announced, which is published over HTTP like any other. */
async function announceProgramme(house: House, content: ProgrammeContent): Promise<number> {
  const { client } = holder(house.people, 'grantOfficer');
  const existing = await client.get('api/programmes', titled, { range: [0, 99] });
  if (existing.some(({ title }) => title === content.title)) return 0;
  const evaluatorIds = house.people.filter(({ roles }) => roles.includes('evaluator')).map(({ id }) => id);
  const created = await client.post('api/programmes', { ...content, evaluatorIds }, programmeAnswer);
  await client.request('POST', `api/programmes/${created.id}/publish`, nothing, {
    key: randomUUID(),
    version: created.version,
  });
  return 1;
}

/** An application that was begun and not sent, so that the applicant's portal shows one. */
async function leaveDraft(house: House, programmeId: string): Promise<void> {
  const { client } = byMailbox(house, 'zadatel');
  const drafts = await client.get('api/drafts', draftsAnswer);
  if (drafts.some(({ submittedAt }) => submittedAt === null)) return;
  const draft = await client.post('api/drafts', { processId: 'grant', subjectId: programmeId }, draftAnswer);
  const data = {
    applicantKind: 'legal',
    name: 'Spolek Ukázka',
    projectTitle: 'Komunitní zahrada',
    municipality: 'Ukázkov',
  };
  await client.request('PUT', `api/drafts/${draft.id}`, nothing, { body: { data }, version: draft.version });
}

/**
 * Loads the small demo into the database and the system at `url`.
 * @throws ApiRefusal, DatabaseUnavailableError, or TypeError where the system does not run.
 */
export async function loadDemo(url: string, dataDir: string): Promise<Loaded> {
  const password = makeDemoPassword(dataDir);
  const peopleOf = (slug: string) => demoPeople.filter(({ tenant }) => tenant === slug).map((person) => ({ ...person, password }));
  const town = await ensureTenant(
    {
      slug: TOWN,
      name: 'Město Ukázkov',
      kind: 'municipality',
      ico: null,
      address: 'Náměstí 1, 199 99 Ukázkov',
      coatOfArms: townArms,
      colours: { primary: '#1d4ed8', accent: '#facc15' },
      settings: { bankAccount: madeUpAccount(9002) },
    },
    peopleOf(TOWN),
  );
  const association = await ensureTenant(
    {
      slug: ASSOCIATION,
      name: 'Otevřená města (ukázka sdružení)',
      kind: 'association',
      ico: null,
      address: 'Sídelní 2, 199 99 Ukázkov',
      coatOfArms: associationArms,
      colours: { primary: '#047857', accent: '#34d399' },
      settings: { bankAccount: madeUpAccount(9003) },
    },
    peopleOf(ASSOCIATION),
  );
  const platform = await ensureTenant(
    { slug: PLATFORM, name: 'Platforma', kind: 'platform', ico: null, address: '', coatOfArms: null, colours: {} },
    peopleOf(PLATFORM),
  );

  const year = budgetYear();
  const open = programmeContent({
    title: `Podpora spolkové činnosti ${year}`,
    area: 'Spolky a komunita',
    purpose: 'Podpořit akce a činnost spolků, které oživují obec.',
    total: 5_000_000,
    max: 300_000,
    opens: -10,
    closes: 50,
  });
  const over = programmeContent({
    title: `Kulturní a sportovní akce ${year - 1}`,
    area: 'Kultura a sport',
    purpose: 'Přispět na jednorázové kulturní a sportovní akce.',
    total: 800_000,
    max: 60_000,
    opens: -60,
    closes: 20,
  });
  const announced = programmeContent({
    title: `Zeleň a veřejný prostor ${year}`,
    area: 'Životní prostředí',
    purpose: 'Podpořit výsadbu a péči o veřejná prostranství.',
    total: 1_200_000,
    max: 150_000,
    opens: 40,
    closes: 90,
  });
  const joint = programmeContent({
    title: `Společné digitální projekty ${year}`,
    area: 'Digitalizace',
    purpose: 'Sdílet náklady na nástroje, které využije více obcí.',
    total: 1_500_000,
    max: 400_000,
    opens: -15,
    closes: 45,
  });

  const areas = await demoFunds(town, TOWN_FUNDS);
  const opened = await pastProgramme(town, placed(open, areas), 45, IN_TWO_PARTS);
  const ended = await pastProgramme(town, placed(over, areas), 95);
  const shared = await pastProgramme(association, joint, 50);

  const accounts = demoAccounts(dataDir);
  const houses = [await enter(url, town, accounts), await enter(url, association, accounts)] as const;
  const [townHouse, associationHouse] = houses;
  const announcedCount = await announceProgramme(townHouse, placed(announced, areas));
  const counts = await Promise.all([
    runCases(townHouse, opened.id, runningCases, WIDTH),
    runCases(townHouse, ended.id, endedCases, WIDTH),
    runCases(associationHouse, shared.id, associationCases, WIDTH),
  ]);
  await leaveDraft(townHouse, opened.id);
  await closeIntake(townHouse, ended.id);
  for (const house of houses) await leave(house);
  return {
    tenants: [town, association, platform].filter(({ isNew }) => isNew).length,
    people: [town, association, platform].reduce((sum, { newPeople }) => sum + newPeople, 0),
    programmes: announcedCount + [opened, ended, shared].filter(({ isNew }) => isNew).length,
    cases: counts.reduce((sum, count) => sum + count, 0),
  };
}

/** The open programme pays the rest when the first part is settled; two people check each settlement. */
const IN_TWO_PARTS: GrantTerms = {
  paymentParts: [
    { share: 60, when: 'signature', on: null },
    { share: 40, when: 'settlement', on: null },
  ],
  twoReviews: true,
  ownShare: 0,
};

/** The second programme ends before its time, by the officer's act, so that a closed one can be seen. */
async function closeIntake(house: House, programmeId: string): Promise<void> {
  const { client } = holder(house.people, 'grantOfficer');
  const programme = await client.get(`api/programmes/${programmeId}`, programmeAnswer);
  if (programme.state !== 'published') return;
  await client.request('POST', `api/programmes/${programmeId}/close`, nothing, {
    body: { reason: 'Peníze programu jsou rozděleny.' },
    key: randomUUID(),
    version: programme.version,
  });
}
