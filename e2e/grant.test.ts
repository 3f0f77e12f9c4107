/** One grant through both faces, from the publication of its programme to its settlement, by people at real browsers. */
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { withItems } from '../processes/formItems/applicationForm';
import type { FormItem } from '../processes/formItems/items';
import { applicationForm, supplementForm } from '../processes/grant/forms';
import { demoAccounts, TOWN } from '../scripts/demo/accounts';
import { application, dayFromNow, settlement } from '../scripts/grant/content';
import { answer, smoothPlan, type Plan } from '../scripts/grant/plan';
import type { Account } from '../scripts/http/people';
import { smallPdf } from '../scripts/smoke/pdf';
import { freePort, makeDataDir, removeDataDir, RunningSystem } from '../scripts/system';
import { accessibilityFaults, faultsAtBothWidths, launchBrowser, NARROW, picture, visitor, WIDE, type Visitor } from './browser';
import { holds, labelled } from './fields';
import { press, tabTo } from './keyboard';
import { doTask, enterOffice, openFromInbox, saveProgramme, signInAtOffice } from './office';
import { addSettlementItem, fillApplication, signInAtPortal } from './portal';

const PROGRAMME = 'Oživení náměstí (zkouška)';
const AREA = /Spolky a komunita/;

const plan: Plan = {
  ...smoothPlan({
    applicant: 'Spolek Náměstí',
    kind: 'legal',
    serial: 4321,
    municipality: 'Ukázkov',
    title: 'Trhy na náměstí',
    purpose: 'Stánky a program trhů.',
    reasons: 'Náměstí je o víkendech prázdné.',
    requested: 80_000_00,
    totalCost: 120_000_00,
  }),
  accepted: 70_000_00,
};
/** What the programme asks beyond the law, in its order. */
const QUESTIONS = [
  { id: 'q2', kind: 'number', title: 'Kolik stánků postavíte', required: true },
  { id: 'q1', kind: 'yesNo', title: 'Bude vstup zdarma', required: true },
] as const satisfies readonly FormItem[];
/** As the menu of the designer calls them. */
const KINDS = { number: 'Číslo', yesNo: 'Ano, nebo ne' };
const ANSWERS = { q2: 25, q1: true };
const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: smallPdf(name) });

describe('a grant through both faces', () => {
  const dataDir = makeDataDir('browser');
  const faults: string[] = [];
  let system: RunningSystem;
  let browser: Browser;
  let url = '';
  let caseNumber = '';
  const offices = new Map<string, Visitor>();
  let portal: Visitor;

  const account = (mailbox: string): Account => {
    const found = demoAccounts(dataDir).find(({ email }) => email === `${mailbox}@ukazkov.example`);
    if (!found) throw new Error(`No demo account ${mailbox}`);
    return found;
  };
  /** The person's own browser, signed in to the back office at the first time. */
  const office = async (mailbox: string): Promise<Page> => {
    const known = offices.get(mailbox);
    if (known) return known.page;
    const made = await visitor(browser);
    offices.set(mailbox, made);
    await signInAtOffice(made.page, url, account(mailbox));
    return made.page;
  };
  const act = async (mailbox: string, step: string, evaluator = 0, variableSymbol = ''): Promise<void> => {
    const page = await office(mailbox);
    const opened = await openFromInbox(page, url, caseNumber, step);
    await doTask(page, opened, step, answer(plan, { step, ordinal: 1, caseNumber, variableSymbol, evaluator }));
  };
  const look = async (page: Page): Promise<void> => {
    faults.push(...(await faultsAtBothWidths(page)));
  };

  beforeAll(async () => {
    system = await RunningSystem.start({ port: await freePort(), dataDir });
    url = system.url;
    browser = await launchBrowser();
    portal = await visitor(browser);
  }, 400_000);

  afterAll(async () => {
    await browser.close();
    await system.stop();
    removeDataDir(dataDir);
  }, 100_000);

  // one case goes through all of these, in this order: when one fails, those after it mean nothing
  let broken = false;
  const step = (name: string, work: () => Promise<void>): void => {
    it(
      name,
      async () => {
        if (broken) throw new Error('An earlier step failed');
        broken = true;
        try {
          await work();
          broken = false;
        } catch (error) {
          for (const [who, { page }] of [['portal', portal] as const, ...offices]) {
            await page.screenshot({ path: `${dataDir}-${who}.png`, fullPage: true }).catch(() => undefined);
          }
          throw error;
        }
      },
      180_000,
    );
  };

  step('the officer cannot publish a programme too late, and can in time', async () => {
    const page = await office('referentka');
    const opens = (days: number): string => `${dayFromNow(days)}T08:00`;
    await page.goto(`${url}/admin/#/programmes/create`);
    await saveProgramme(page, { title: PROGRAMME, opens: opens(10), closes: opens(60), settlementDueOn: dayFromNow(500), area: AREA });
    const publish = page.getByRole('button', { name: 'Vyhlásit program' });
    await expect(publish.isDisabled()).resolves.toBe(true);
    await page.getByText(/Příjem začíná příliš brzy/).waitFor();
    await page.getByRole('link', { name: 'Upravit' }).click();
    await labelled(page, 'Příjem žádostí od').fill(opens(31));
    await page.getByRole('button', { name: 'Uložit' }).click();
    await publish.click();
    await page.getByText('Program je vyhlášen.').waitFor();
    faults.push(...(await accessibilityFaults(page)));
  });

  step('the officer asks what the law does not, by the keyboard, and sees it as the applicant will', async () => {
    const page = await office('referentka');
    await page.getByRole('tab', { name: 'Formulář' }).click();
    for (const { title, kind } of [...QUESTIONS].reverse()) {
      await page.getByRole('button', { name: 'Přidat otázku' }).click();
      await page
        .getByRole('menuitem')
        .filter({ has: page.getByText(KINDS[kind], { exact: true }) })
        .click();
      await page.locator('input:focus').waitFor();
      await page.keyboard.type(title);
      await page.getByLabel(/^Povinné/).check();
    }
    // the one that was added last comes first
    await page
      .getByRole('button', { name: new RegExp(QUESTIONS[0].title) })
      .first()
      .focus();
    await press(page, 'Alt+ArrowUp');
    await page.getByText(/je teď na místě 1 z 2/).waitFor();
    await page.getByRole('button', { name: 'Uložit' }).click();
    await page.getByText('Uloženo, verze 1').waitFor();
    faults.push(...(await faultsAtBothWidths(page)));
    await picture(page, 'office-form');
    const [preview] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Náhled, jak ho uvidí žadatel' }).click(),
    ]);
    await preview.getByRole('link', { name: /Otázky programu/ }).click();
    await labelled(preview, QUESTIONS[0].title).waitFor();
    faults.push(...(await faultsAtBothWidths(preview)));
    await preview.close();
  });

  step('everybody can read it, and nobody can apply yet', async () => {
    const { page } = portal;
    await page.goto(`${url}/${TOWN}`);
    await look(page);
    await picture(page, 'portal-home');
    await page.getByRole('link', { name: PROGRAMME }).click();
    await page.getByText(/Žádost můžete podat od/).waitFor();
    await look(page);
    expect(await page.getByRole('link', { name: /podat žádost/i }).count()).toBe(0);
  });

  step('when the intake opens, the applicant writes an application that is saved as it is typed, and sends it', async () => {
    await letDaysPass(system, 32);
    const { page } = portal;
    await page.reload();
    await page.getByRole('link', { name: 'Přihlásit se a podat žádost' }).click();
    await look(page);
    await signInAtPortal(page, account('zadatel'));
    const form = withItems(applicationForm, QUESTIONS);
    await fillApplication(page, form, { ...application(plan.project), ...ANSWERS }, pdf('rozpocet.pdf'), async (section) => {
      await look(page);
      if (section !== 'project') return;
      await picture(page, 'portal-application');
      // what was typed is on the server: another device would find it
      await page.getByText(/Uloženo před/).waitFor();
      await page.reload();
      await expect(labelled(page, 'Název projektu').inputValue()).resolves.toBe(plan.project.title);
    });
    await page.getByText(/Všechno potřebné je vyplněné/).waitFor();
    await look(page);
    await page.getByRole('button', { name: 'Odeslat žádost' }).click();
    await page.getByRole('heading', { name: 'Žádost jsme přijali' }).waitFor();
    caseNumber = /DOT-\d{4}-\d{4}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
    expect(caseNumber).not.toBe('');
    await look(page);
  });

  step('the officer returns it with a list of defects', async () => {
    const page = await office('referentka');
    const opened = await openFromInbox(page, url, caseNumber);
    await picture(page, 'office-case');
    faults.push(...(await accessibilityFaults(page)));
    await doTask(
      page,
      opened,
      'formalCheck',
      answer({ ...plan, returns: 1 }, { step: 'formalCheck', ordinal: 1, caseNumber, variableSymbol: '', evaluator: 0 }),
    );
    await opened.getByText('Vráceno k doplnění').first().waitFor();
  });

  step('the applicant completes it by the keyboard alone, on a screen 320 px wide', async () => {
    const { page } = portal;
    await page.setViewportSize(NARROW);
    await page.goto(`${url}/${TOWN}/moje`);
    await page.getByRole('link', { name: plan.project.title }).first().waitFor();
    await tabTo(page, page.getByRole('link', { name: plan.project.title }).first());
    await press(page, 'Enter');
    await page.getByText('Čeká na vaše doplnění').first().waitFor();
    await tabTo(page, page.getByRole('link', { name: /Vyřídit/ }).first());
    await press(page, 'Enter');
    await page.getByText('Chybí rozpočet projektu').first().waitFor();
    faults.push(...(await accessibilityFaults(page)));
    await tabTo(page, page.getByRole('link', { name: /Doplňte žádost/ }));
    await press(page, 'Enter');
    const what = labelled(page, String((supplementForm.schema.properties as Record<string, { title: string }>).whatChanged?.title));
    await what.waitFor();
    await tabTo(page, what);
    await page.keyboard.type('Doplnili jsme rozpočet i plnou moc.');
    await tabTo(page, page.getByRole('button', { name: 'Ke kontrole' }));
    await press(page, 'Enter');
    const send = page.getByRole('button', { name: 'Odeslat doplněnou žádost' });
    await send.waitFor();
    await tabTo(page, send);
    await press(page, 'Enter');
    await page.getByText('Úřad žádost kontroluje').first().waitFor();
    await page.setViewportSize(WIDE);
    await look(page);
    await picture(page, 'portal-case');
  });

  step('the officer passes it on by the keyboard alone', async () => {
    const page = await office('referentka');
    await page.goto(`${url}/admin/#/tasks`);
    await page.getByRole('button', { name: /^Mých skupin/ }).waitFor();
    const search = page.getByLabel('Hledat číslo, název nebo žadatele');
    await holds(search, caseNumber);
    await press(page, '/');
    // what was looked for last is selected: it goes by one key
    await press(page, 'Delete');
    await holds(search, '');
    await page.getByText('1 úkol', { exact: true }).waitFor({ state: 'detached' });
    await page.keyboard.type(caseNumber);
    await page.getByText('1 úkol', { exact: true }).waitFor();
    await picture(page, 'office-inbox');
    await tabTo(
      page,
      page
        .getByRole('list', { name: 'Úkoly' })
        .getByRole('button')
        .or(page.getByRole('list', { name: 'Úkoly' }).getByRole('link'))
        .first(),
    );
    await press(page, 'Enter');
    const outcome = page.getByRole('button', { name: 'Postoupit k hodnocení' });
    await outcome.waitFor();
    await press(page, 'e');
    await tabTo(page, outcome);
    await press(page, 'Enter');
    await page.getByText('Hotovo.').waitFor();
  });

  step('two evaluators score it, each alone', async () => {
    await act('hodnotitelka', 'evaluation', 0);
    await act('hodnotitel', 'evaluation', 1);
  });

  step('the session ends while the officer writes, and nothing that was typed is lost', async () => {
    const page = await office('referentka');
    const opened = await openFromInbox(page, url, caseNumber);
    const why = labelled(opened, 'Odůvodnění návrhu');
    await why.fill('Projekt oživí náměstí');
    await opened.getByText('Rozepsané je uloženo').waitFor();
    const address = page.url();
    await opened.getByRole('tab', { name: 'Přehled' }).click();
    await opened.getByLabel('Napsat poznámku').fill('Ověřit s památkáři.');
    await page.context().clearCookies({ name: 'postup_session' });
    await why.fill('Projekt oživí náměstí a má podporu obchodníků.');
    await page.getByText(/Přihlášení skončilo/).waitFor();
    await enterOffice(page, account('referentka'));
    await opened.getByText('Rozepsané je uloženo').waitFor();
    expect(page.url()).toBe(address);
    await expect(why.inputValue()).resolves.toBe('Projekt oživí náměstí a má podporu obchodníků.');
    await opened.getByRole('tab', { name: 'Přehled' }).click();
    await opened.getByRole('button', { name: 'Přidat poznámku' }).click();
    await page.getByText('Poznámka je ve spisu.').waitFor();
    await opened.getByText('Ověřit s památkáři.', { exact: true }).waitFor();
    await expect(opened.getByLabel('Napsat poznámku').inputValue()).resolves.toBe('');
  });

  step('two windows of one officer do not overwrite each other unseen', async () => {
    const page = await office('referentka');
    const opened = await openFromInbox(page, url, caseNumber);
    const other = await page.context().newPage();
    const elsewhere = await openFromInbox(other, url, caseNumber);
    const [here, there] = [labelled(opened, 'Odůvodnění návrhu'), labelled(elsewhere, 'Odůvodnění návrhu')];
    await there.fill('Z druhého okna.');
    await elsewhere.getByText('Rozepsané je uloženo').waitFor();
    await here.fill('Z prvního okna.');
    await opened.getByText(/Totéž jste mezitím vyplnili/).waitFor();
    faults.push(...(await accessibilityFaults(page)));
    await opened.getByRole('button', { name: 'Načíst tu druhou' }).click();
    await opened.getByText(/Totéž jste mezitím vyplnili/).waitFor({ state: 'detached' });
    await expect(here.inputValue()).resolves.toBe('Z druhého okna.');
    await other.close();
  });

  step('the officer proposes, the assembly decides', async () => {
    await act('referentka', 'proposal');
    await act('tajemnice', 'assemblyDecision');
  });

  step('the applicant downloads the contract', async () => {
    const { page } = portal;
    await page.goto(`${url}/${TOWN}/moje`);
    await look(page);
    await page.getByRole('link', { name: plan.project.title }).first().click();
    const contract = page.getByRole('link', { name: /smlouva/i }).first();
    for (let tries = 0; tries < 20 && (await contract.count()) === 0; tries += 1) {
      await page.waitForTimeout(1000);
      await page.reload();
      await page.getByRole('heading', { name: 'Dokumenty' }).waitFor();
    }
    const href = await contract.getAttribute('href');
    const { bytes } = await fetchAs(page, `${url}${href ?? ''}`);
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  step('it is signed and paid', async () => {
    await act('referentka', 'signature');
    await act('referentka', 'publishContract');
    const page = await office('ucetni');
    const opened = await openFromInbox(page, url, caseNumber, 'payment');
    const told = opened
      .getByLabel('Úkoly', { exact: true })
      .getByText(/\b\d{6,10}\b/)
      .first();
    const symbol = /\b\d{6,10}\b/.exec(await told.innerText())?.[0] ?? '';
    await doTask(page, opened, 'payment', answer(plan, { step: 'payment', ordinal: 1, caseNumber, variableSymbol: symbol, evaluator: 0 }));
  });

  step('the applicant settles with documents', async () => {
    const { page } = portal;
    await page.goto(`${url}/${TOWN}/moje`);
    await page.getByRole('link', { name: plan.project.title }).first().click();
    await page
      .getByRole('link', { name: /Vyřídit/ })
      .first()
      .click();
    const data = settlement(plan.accepted);
    const items = data.items as readonly Readonly<Record<string, unknown>>[];
    for (const [index, item] of items.entries()) await addSettlementItem(page, index, item, pdf(`doklad-${index + 1}.pdf`));
    await labelled(page, 'Závěrečná zpráva: čeho jste dosáhli').fill(String(data.report));
    await look(page);
    await page.getByRole('button', { name: 'Ke kontrole' }).click();
    await page.getByRole('button', { name: 'Odeslat vyúčtování' }).click();
    await page.getByText('Vyúčtování se kontroluje').first().waitFor();
  });

  step('the settlement is approved and the rest of the money returned', async () => {
    await act('referentka', 'settlementCheck');
    await act('ucetni', 'refund');
    const { page } = portal;
    await page.reload();
    await page.getByText('Vyúčtováno, hotovo').first().waitFor();
    // what the office did has its day too
    const way = page.getByRole('list', { name: 'Postup vašeho podání' });
    for (const point of await way.getByRole('listitem').allInnerTexts()) expect(point).toMatch(/\d{1,2}\.\s\d{1,2}\.\s\d{4}/);
    await look(page);
  });

  step('the auditor reads what happened and verifies it', async () => {
    const page = await office('auditorka');
    await page.goto(`${url}/admin/#/events`);
    await page.getByRole('button', { name: 'Ověřit celý auditní záznam' }).click();
    await page.getByText(/Záznam je neporušený/).waitFor();
    faults.push(...(await accessibilityFaults(page)));
    await picture(page, 'office-audit');
  });

  step('the public register shows it', async () => {
    const { page } = await visitor(browser);
    await page.goto(`${url}/${TOWN}/registr`);
    await page.getByLabel(/^Hledat/).fill(plan.project.title);
    await page.getByRole('button', { name: 'Zobrazit' }).click();
    await page.getByText('1 dotace').waitFor();
    await look(page);
    for (const path of ['', `${TOWN}/registrace`, `${TOWN}/zapomenute-heslo`, `${TOWN}/pristupnost`]) {
      await page.goto(`${url}/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look(page);
    }
    await page.context().close();
  });

  step('the pages of the back office are accessible', async () => {
    for (const [mailbox, paths] of [
      ['referentka', ['', 'tasks', 'cases', 'letters', 'programmes', 'applicants', 'processes', 'incidents']],
      ['spravce', ['users', 'substitutions', 'settings', 'sessions']],
    ] as const) {
      const page = await office(mailbox);
      for (const path of paths) {
        await page.goto(`${url}/admin/#/${path}`);
        await page.locator('.MuiCircularProgress-root, [aria-busy=true]').first().waitFor({ state: 'detached' });
        faults.push(...(await accessibilityFaults(page)));
      }
    }
  });

  it('no page has faults of WCAG 2.1 AA, nor has to be scrolled sideways, nor throws', () => {
    expect([...new Set(faults)]).toEqual([]);
    expect([portal, ...offices.values()].flatMap(({ troubles }) => troubles)).toEqual([]);
  });
});

/** Moves the programme's dates back, as if so many days had passed since it was published. */
async function letDaysPass(system: RunningSystem, days: number): Promise<void> {
  const client = new Client({ connectionString: system.variables().DATABASE_URL });
  await client.connect();
  try {
    const back = `${days} days`;
    const { rowCount } = await client.query(
      `update calls set published_at = published_at - $1::interval, intake_opens_at = intake_opens_at - $1::interval
       where programme_id = (select id from programmes where title = $2)`,
      [back, PROGRAMME],
    );
    expect(rowCount).toBe(1);
  } finally {
    await client.end();
  }
}

/** Downloads with the cookies of the page. */
async function fetchAs(page: Page, address: string): Promise<{ bytes: Buffer }> {
  const response = await page.context().request.get(address);
  expect(response.ok()).toBe(true);
  return { bytes: await response.body() };
}
