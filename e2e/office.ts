/** What people of the office do in the back office. */
import type { Locator, Page } from 'playwright-core';
import { grantProcess } from '../processes/grant/definition';
import type { Step } from '../processes/define';
import type { Answer } from '../scripts/grant/plan';
import type { Account } from '../scripts/http/people';
import { fillForm, labelled } from './fields';

/** Fills the sign-in that is on the screen, whatever led there. */
export async function enterOffice(page: Page, account: Account): Promise<void> {
  await page.getByLabel(/^E-mail/).fill(account.email);
  await page.getByLabel(/^Heslo/).fill(account.password);
  await page.getByRole('button', { name: 'Přihlásit se' }).click();
}

export async function signInAtOffice(page: Page, url: string, account: Account): Promise<void> {
  await page.goto(`${url}/admin/`);
  await enterOffice(page, account);
  await page.getByRole('heading', { name: `Dobrý den, ${account.name}` }).waitFor();
}

export function stepOf(id: string): Step {
  const steps: Readonly<Record<string, Step>> = grantProcess.steps;
  const step = steps[id];
  if (!step) throw new Error(`The grant has no step ${id}`);
  return step;
}

/** Finds the case in the inbox, at one of its tasks where it has several, and opens it beside the list. @returns the opened case */
export async function openFromInbox(page: Page, url: string, caseNumber: string, stepId?: string): Promise<Locator> {
  await page.goto(`${url}/admin/#/tasks`);
  // The address may be the one that is open: what others have done meanwhile is read anew.
  await page.reload();
  await page.getByRole('button', { name: /^Všechny/ }).click();
  // it clears what was looked for before
  await page.locator('[aria-current=true]', { hasText: /^Všechny/ }).waitFor();
  await page.getByLabel('Hledat číslo, název nebo žadatele').fill(caseNumber);
  const lines = page.getByRole('list', { name: 'Úkoly' }).getByRole('listitem').filter({ hasText: caseNumber });
  const line = stepId === undefined ? lines : lines.filter({ hasText: stepOf(stepId).title.cs });
  await line.first().getByText(caseNumber).click();
  const opened = page.getByLabel('Spis', { exact: true });
  await opened.getByText(caseNumber, { exact: true }).waitFor();
  return opened;
}

/** Fills the form of the task that waits and presses the outcome; resolves when the case has gone on. */
export async function doTask(page: Page, opened: Locator, stepId: string, answer: Answer): Promise<void> {
  const step = stepOf(stepId);
  const outcome = step.outcomes[answer.outcome];
  if (!outcome) throw new Error(`${stepId} has no outcome ${answer.outcome}`);
  const button = opened.getByRole('button', { name: outcome.title.cs, exact: true });
  await button.waitFor();
  if (step.form) await fillForm(opened.getByLabel('Úkoly', { exact: true }), step.form.schema, answer.data, 'typed');
  const answered = page.waitForResponse((response) => response.url().includes('/complete') && response.request().method() === 'POST');
  await button.click();
  const response = await answered;
  if (!response.ok()) throw new Error(`${stepId}: ${response.status()} ${await response.text()}`);
}

export interface ProgrammeDates {
  readonly title: string;
  /** `yyyy-MM-ddTHH:mm` of Prague. */
  readonly opens: string;
  readonly closes: string;
  readonly settlementDueOn: string;
  /** As the list of areas names it. */
  readonly area: RegExp;
}

/** Fills the form of a new programme and saves it; ends on its page. */
export async function saveProgramme(page: Page, dates: ProgrammeDates): Promise<void> {
  const texts: Readonly<Record<string, string>> = {
    Název: dates.title,
    Účel: 'Přivést lidi zpátky na náměstí.',
    'Důvody podpory': 'Náměstí je o víkendech prázdné.',
    'Celkem k rozdělení': '500 000',
    'Nejvýše na jednu žádost': '100 000',
    'Kdo může žádat': 'Spolky a podnikatelé z obce.',
    'Kritéria hodnocení': 'Přínos, kvalita, hospodárnost.',
    'Podmínky poskytnutí': 'Peníze lze použít jen na uvedený účel.',
    'Vzor žádosti a přílohy': 'Rozpočet.',
    'Příjem žádostí od': dates.opens,
    'Příjem žádostí do': dates.closes,
    'Vyúčtovat do': dates.settlementDueOn,
  };
  for (const [label, text] of Object.entries(texts)) await labelled(page, label).fill(text);
  await page.getByLabel(/^Oblast podpory/).click();
  await page.getByRole('option', { name: dates.area }).click();
  for (const evaluator of ['Hodnotitelka první', 'Hodnotitel druhý']) await page.getByLabel(evaluator).check();
  await page.getByRole('button', { name: 'Uložit' }).click();
  await page.getByRole('heading', { name: dates.title }).waitFor();
}
