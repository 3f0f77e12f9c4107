/** Grants in depth at real browsers: a form with every kind of question on a phone, a committee of five, and forty applications decided at once. */
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { closeDatabase, connectDatabase } from '../models';
import { withItems } from '../processes/formItems/applicationForm';
import { applicationForm } from '../processes/grant/forms';
import { formatMoney } from '../processes/money';
import { concurrently } from '../scripts/concurrently';
import { application } from '../scripts/grant/content';
import { Journey, submitApplication } from '../scripts/grant/journey';
import { smoothPlan } from '../scripts/grant/plan';
import { caseAnswer } from '../scripts/http/answers';
import type { Person } from '../scripts/http/people';
import { smallPdf } from '../scripts/smoke/pdf';
import { freePort, makeDataDir, removeDataDir, RunningSystem } from '../scripts/system';
import { accessibilityFaults, faultsAtBothWidths, launchBrowser, visitor, WIDE, type Visitor } from './browser';
import { COMMENT, CRITERIA, PROJECTS, RANKED } from './depth/committee';
import { ANSWERS, addItem, EVERY_KIND } from './depth/everyKind';
import { castOf, makeTown, openProgramme, personOf, projectOf, until, type Town } from './depth/town';
import { labelled } from './fields';
import { press } from './keyboard';
import { signInAtOffice } from './office';
import { fillApplication, signInAtPortal, upload } from './portal';

const PHONE = { width: 360, height: 740 };
/** The machine may be busy with others. */
const PATIENCE_MS = 60_000;
const STEP_MS = 180_000;

const dataDir = makeDataDir('depth');
const faults: string[] = [];
const visitors: Visitor[] = [];
let system: RunningSystem;
let browser: Browser;
let url = '';

async function opened(viewport: { readonly width: number; readonly height: number }): Promise<Page> {
  const made = await visitor(browser, viewport);
  made.context.setDefaultTimeout(PATIENCE_MS);
  visitors.push(made);
  return made.page;
}

async function atOffice(person: Person): Promise<Page> {
  const page = await opened(WIDE);
  await signInAtOffice(page, url, person.account);
  return page;
}

/** Axe, and that nothing has to be scrolled sideways, at the width that it has. */
async function look(page: Page): Promise<void> {
  faults.push(...(await accessibilityFaults(page)));
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  if (over > 0) faults.push(`${page.url()} is ${over} px too wide`);
}

/** The same at 320 and 1280 px. */
async function lookTwice(page: Page): Promise<void> {
  faults.push(...(await faultsAtBothWidths(page)));
}

beforeAll(async () => {
  system = await RunningSystem.start({ port: await freePort(), dataDir, variables: { DEMO: 'off' } });
  url = system.url;
  for (const [name, value] of Object.entries(system.variables())) process.env[name] = value;
  await connectDatabase({ poolSize: 4 });
  browser = await launchBrowser();
}, 400_000);

afterEach(async () => {
  for (const { context } of visitors.splice(0)) await context.close();
});

afterAll(async () => {
  await browser.close();
  await closeDatabase();
  await system.stop();
  removeDataDir(dataDir);
}, 100_000);

describe('a programme with every kind of question', () => {
  const formAnswer = z.object({ version: z.int(), items: z.array(z.unknown()) });
  const foundAnswer = z.array(z.object({ id: z.string(), number: z.string() }));
  const sentAnswer = z.object({ submissions: z.array(z.object({ data: z.record(z.string(), z.unknown()) })) });
  const TITLE = 'Program se vším';
  let town: Town;
  let programmeId: string;

  beforeAll(async () => {
    town = await makeTown(url, 'formular', 'Zkoušková obec', 1);
    programmeId = await openProgramme(town, TITLE, 1_000_000, 100_000);
  }, PATIENCE_MS);

  it(
    'is put together by the officer in the designer',
    async () => {
      const officer = personOf(town, 'grantOfficer');
      const page = await atOffice(officer);
      await page.goto(`${url}/admin/#/programmes/${programmeId}/show`);
      await page.getByRole('tab', { name: 'Formulář' }).click();
      for (const item of EVERY_KIND) await addItem(page, item);
      await page.getByRole('button', { name: 'Uložit' }).click();
      await page.getByText('Uloženo, verze 1').waitFor();
      await lookTwice(page);
      const kept = await officer.client.get(`api/programmes/${programmeId}/form`, formAnswer);
      expect(kept).toEqual({ version: 1, items: EVERY_KIND });
      expect(faults).toEqual([]);
    },
    STEP_MS,
  );

  it(
    'is answered by an applicant on a telephone',
    async () => {
      const page = await opened(PHONE);
      const project = projectOf(501, 'Masopust 360', 80_000_00);
      await page.goto(`${url}/${town.ids.slug}`);
      await page.getByRole('link', { name: TITLE }).click();
      await page.getByRole('link', { name: 'Přihlásit se a podat žádost' }).click();
      await signInAtPortal(page, personOf(town, 'applicant').account);
      const form = withItems(applicationForm, EVERY_KIND);
      const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: smallPdf(name) });
      await fillApplication(page, form, { ...application(project), ...ANSWERS }, pdf('rozpocet.pdf'), async (section) => {
        if (section === 'q1') {
          await upload(page, pdf('plakat.pdf'));
          await page.getByText(formatMoney(145_000_00)).waitFor();
        }
        await look(page);
      });
      await page.getByText(/Všechno potřebné je vyplněné/).waitFor();
      await look(page);
      await page.getByRole('button', { name: 'Odeslat žádost' }).click();
      await page.getByRole('heading', { name: 'Žádost jsme přijali' }).waitFor();
      await look(page);
      const number = /DOT-\d{4}-\d{4}/.exec(await page.getByRole('main').innerText())?.[0];
      const cases = await personOf(town, 'grantOfficer').client.get('api/cases', foundAnswer, { filter: { q: number } });
      expect(cases.map((one) => one.number)).toEqual([number]);
      const sent = await personOf(town, 'grantOfficer').client.get(`api/cases/${cases[0]?.id}`, sentAnswer);
      expect(sent.submissions[0]?.data).toMatchObject({ ...ANSWERS, q11: [expect.any(String)] });
      expect(faults).toEqual([]);
    },
    STEP_MS,
  );
});

describe('a committee of five', () => {
  const rowsAnswer = z.object({
    rows: z.array(
      z.object({ id: z.string(), title: z.string(), number: z.string(), state: z.string(), data: z.record(z.string(), z.unknown()) }),
    ),
  });
  let town: Town;
  let programmeId: string;

  const rowsOf = async ({ client }: Person) => (await client.get(`api/committee/${programmeId}`, rowsAnswer)).rows;
  const keptOf = async (person: Person) => new Map((await rowsOf(person)).map(({ title, data }) => [title, data]));

  beforeAll(async () => {
    town = await makeTown(url, 'komise', 'Obec s komisí', 5);
    programmeId = await openProgramme(town, 'Kultura', 100_000, 60_000);
    const { client } = personOf(town, 'grantOfficer');
    const because = { criteria: CRITERIA, reason: 'Podle usnesení komise.' };
    await client.request('PUT', `api/programmes/${programmeId}/criteria`, z.unknown(), { body: because, version: 0 });
    const { version } = await client.get(`api/programmes/${programmeId}`, z.object({ version: z.int() }));
    await client.request('PUT', `api/programmes/${programmeId}/evaluations-needed`, z.unknown(), { body: { needed: 4 }, version });
    for (const [at, { title, requested }] of PROJECTS.entries()) {
      const project = projectOf(601 + at, title, requested);
      const begun = await submitApplication(personOf(town, 'applicant'), programmeId, project);
      await new Journey(begun, castOf(town), smoothPlan(project)).run(({ step }) => step === 'evaluation');
    }
  }, STEP_MS);

  it(
    'scores in a table that loses nothing when the connection is lost',
    async () => {
      const [first] = town.evaluators;
      if (!first) throw new Error('The town has no evaluators');
      const page = await atOffice(first);
      await page.goto(`${url}/admin/#/committee`);
      await page.getByRole('link', { name: 'Kultura' }).click();
      const inOrder = (await rowsOf(first)).map(({ number, title }) => {
        const project = PROJECTS.find((one) => one.title === title);
        if (!project) throw new Error(`Nobody asked for ${title}`);
        return { number, project };
      });
      const cell = (label: string, at: number) => page.getByLabel(`${label}, ${inOrder[at]?.number}`, { exact: true });
      /** Types a column from the top, with Enter between the rows. */
      const typeColumn = async (label: string, texts: readonly string[]): Promise<void> => {
        await cell(label, 0).focus();
        for (const [at, text] of texts.entries()) {
          await cell(label, at).and(page.locator(':focus')).waitFor();
          await page.keyboard.type(text);
          await press(page, 'Enter');
        }
      };
      const points = (criterion: 0 | 1): string[] => inOrder.map(({ project }) => String(project.points[0][criterion]));
      await typeColumn('Přínos (0–10)', points(0));
      await page.getByText('Uloženo', { exact: true }).waitFor();
      await lookTwice(page);

      await page.context().setOffline(true);
      await typeColumn('Příprava (0–5)', points(1));
      await typeColumn(
        'Doporučená částka',
        inOrder.map(({ project }) => String(project.recommended / 100)),
      );
      for (const at of inOrder.keys()) {
        await cell('Slovní hodnocení pro žadatele', at).focus();
        await page.keyboard.type(COMMENT);
      }
      await page.getByText(/^Čeká na spojení/).waitFor();
      await look(page);
      expect([...(await keptOf(first)).values()].map((data) => Object.keys(data))).toEqual([['k1'], ['k1'], ['k1']]);

      await page.context().setOffline(false);
      await page.getByText('Uloženo', { exact: true }).waitFor();
      const kept = await keptOf(first);
      for (const { title, points: given, recommended } of PROJECTS) {
        const [k1, k2] = given[0];
        expect(kept.get(title)).toEqual({ k1, k2, recommendedAmount: recommended, comment: COMMENT });
      }
      await page.getByRole('button', { name: 'Odevzdat hotové (3)' }).click();
      await page.getByText('Odevzdána 3 hodnocení.').waitFor();
      expect((await rowsOf(first)).map(({ state }) => state)).toEqual(['submitted', 'submitted', 'submitted']);
      expect(faults).toEqual([]);
    },
    STEP_MS,
  );

  it(
    'gives the officer a ranked list',
    async () => {
      for (const [at, evaluator] of town.evaluators.entries()) {
        for (const { id, title, state } of await rowsOf(evaluator)) {
          const { points, recommended } = PROJECTS.find((one) => one.title === title) ?? PROJECTS[0];
          const given = points[at];
          if (state !== 'open') continue;
          const answer = given
            ? { outcome: 'submit', data: { k1: given[0], k2: given[1], recommendedAmount: recommended, comment: COMMENT } }
            : { outcome: 'conflict', data: { conflictReason: 'V divadle hraji.' } };
          await evaluator.client.post(`api/tasks/${id}/complete`, answer, z.unknown());
        }
      }
      const page = await atOffice(personOf(town, 'grantOfficer'));
      await page.goto(`${url}/admin/#/programmes/${programmeId}/show`);
      await page.getByRole('tab', { name: 'Pořadí' }).click();
      const rows = page.getByRole('row').filter({ hasText: /DOT-/ });
      await rows.first().waitFor();
      const shown = await rows.allInnerTexts();
      for (const [at, { title, counts, mean, spread, running }] of RANKED.entries()) {
        const cells = await rows.nth(at).getByRole('cell').allInnerTexts();
        expect([shown.length, cells[0]?.trim()]).toEqual([3, `${at + 1}.`]);
        expect(cells[1]).toContain(title);
        expect([cells[2], cells[3]?.split(/\s*\n+\s*/), cells[7]]).toEqual([counts, [mean, spread], formatMoney(running)]);
      }
      // the money ends above the third
      const below = page.getByRole('row').filter({ hasText: 'Sem už peníze programu nestačí' });
      await below.waitFor();
      expect((await page.getByRole('row').allInnerTexts()).findIndex((text) => text.includes('Sem už peníze'))).toBe(3);
      await lookTwice(page);
      await page.getByRole('link', { name: /Divadlo/ }).click();
      await page.getByRole('tab', { name: 'Hodnocení' }).click();
      await page.getByText('V divadle hraji.').waitFor();
      await lookTwice(page);
      expect(faults).toEqual([]);
    },
    STEP_MS,
  );
});

describe('forty applications', () => {
  const COUNT = 40;
  const REFUSED = 'Program už nemá dost peněz.';
  const AMOUNT = 20_000_00;
  const lettersAnswer = z.array(z.object({ caseId: z.string(), subject: z.string().nullable() }));
  const eventsAnswer = z.array(z.object({ type: z.string(), what: z.record(z.string(), z.unknown()) }));
  const cases: { readonly caseId: string; readonly number: string; readonly serial: number }[] = [];
  let town: Town;

  beforeAll(async () => {
    town = await makeTown(url, 'rada', 'Obec s radou', 1);
    const programmeId = await openProgramme(town, 'Sport', 1_000_000, 50_000);
    await concurrently([...Array(COUNT).keys()], 4, async (serial) => {
      const project = projectOf(701 + serial, `Turnaj ${serial + 1}`, AMOUNT);
      const begun = await submitApplication(personOf(town, 'applicant'), programmeId, project);
      await new Journey(begun, castOf(town), smoothPlan(project)).run(({ step }) => step === 'councilDecision');
      cases.push({ ...begun, serial });
    });
  }, STEP_MS);

  it(
    'are decided by one resolution, and each applicant learns it once',
    async () => {
      const secretary = personOf(town, 'councilSecretary');
      const page = await atOffice(secretary);
      await page.goto(`${url}/admin/#/cases`);
      await page.getByRole('checkbox', { name: 'Vybrat vše' }).check();
      // the rest of them is on other pages
      await page.getByRole('button', { name: 'Vybrat vše' }).click();
      await page.getByText(`${COUNT} položek vybráno`).waitFor();
      await lookTwice(page);
      await page.getByRole('button', { name: 'Rozhodnout usnesením' }).click();
      const resolution = page.getByRole('region', { name: 'Usnesení rady' });
      for (const [label, text] of Object.entries({ 'Číslo usnesení': 'RM 12/2026', Pro: '7', Proti: '1' })) {
        await labelled(resolution, label).fill(text);
      }
      const refused = cases[0]?.number ?? '';
      await resolution.getByRole('combobox', { name: `Rozhodnutí ${refused}` }).click();
      await page.getByRole('option', { name: 'Neposkytnout' }).click();
      await resolution.getByRole('row').filter({ hasText: refused }).getByLabel('Důvod neposkytnutí').fill(REFUSED);
      await page.getByText(`Schvaluje se ${formatMoney(39 * AMOUNT)} v 39 žádostech`).waitFor();
      await lookTwice(page);
      await resolution.getByRole('button', { name: 'Zapsat usnesení o 40 žádostech' }).click();
      await page.getByText(`Hotovo ${COUNT} z ${COUNT}, odmítnuto 0`).waitFor();
      await resolution.getByRole('progressbar', { name: 'Dokončeno' }).waitFor();
      await lookTwice(page);

      const { client } = personOf(town, 'grantOfficer');
      await concurrently(cases, 4, async ({ caseId, number }) => {
        const isRefused = number === refused;
        const subject = isRefused ? `Dotace ${number} nebyla schválena` : `Dotace ${number} byla schválena`;
        const about = async (): Promise<(string | null)[]> =>
          (await client.get('api/letters', lettersAnswer, { filter: { caseId } })).map((letter) => letter.subject);
        const letters = await until(about, (subjects) => subjects.includes(subject));
        const events = await client.get(`api/cases/${caseId}/events`, eventsAnswer);
        const decided = events.filter(({ type, what }) => type === 'taskDone' && what.step === 'councilDecision');
        expect([number, letters.filter((one) => one?.startsWith('Dotace')), decided.length]).toEqual([number, [subject], 1]);
        const { result, openTasks } = await client.get(`api/cases/${caseId}`, caseAnswer);
        expect([number, result, openTasks.map(({ step }) => step)]).toEqual([
          number,
          ...(isRefused ? ['refused', []] : [null, ['signature']]),
        ]);
      });
      expect(faults).toEqual([]);
    },
    STEP_MS,
  );
});
