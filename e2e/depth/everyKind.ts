/** A form with every kind of item: as an officer puts it together in the designer, and what an applicant answers. */
import type { Locator, Page } from 'playwright-core';
import { cs } from '../../admin/src/i18n/cs';
import { silentKinds, type FormItem } from '../../processes/formItems/items';
import { dayFromNow } from '../../scripts/grant/content';
import { madeUpAccount, madeUpIco } from '../../scripts/grant/numbers';
import { labelled } from '../fields';

const words = cs.postup.designer;
const options = [
  { id: 'a', title: 'náměstí' },
  { id: 'b', title: 'sokolovna' },
];
const groups = [
  { id: 'a', title: 'děti' },
  { id: 'b', title: 'senioři' },
];
const columns = [
  { id: 'a', title: 'Za co', kind: 'text' },
  { id: 'b', title: 'Kolik', kind: 'money' },
] as const;

/** In the order of `itemKinds`, with the ids that the designer gives. */
export const EVERY_KIND: readonly FormItem[] = [
  { id: 'q1', kind: 'section', title: 'O vaší akci' },
  { id: 'q2', kind: 'note', title: 'Než začnete', help: 'Připravte si rozpočet.' },
  { id: 'q3', kind: 'text', title: 'Jak se akce jmenuje', required: true },
  { id: 'q4', kind: 'longText', title: 'Popište ji', required: true },
  { id: 'q5', kind: 'number', title: 'Kolik lidí přijde', required: true },
  { id: 'q6', kind: 'money', title: 'Kolik vyberete na vstupném', required: true },
  { id: 'q7', kind: 'day', title: 'Kdy se koná', required: true },
  { id: 'q8', kind: 'yesNo', title: 'Je akce veřejná', required: true },
  { id: 'q9', kind: 'choice', title: 'Kde bude', required: true, shownIf: { item: 'q8', is: true }, options },
  { id: 'q10', kind: 'choices', title: 'Pro koho je', required: true, options: groups },
  { id: 'q11', kind: 'files', title: 'Plakát', required: true },
  { id: 'q12', kind: 'table', title: 'Rozpočet', required: true, columns, total: { column: 'b', is: 'totalCost' } },
  { id: 'q13', kind: 'ico', title: 'IČO spolupořadatele', required: true },
  { id: 'q14', kind: 'address', title: 'Kam poslat poštu', required: true },
  { id: 'q15', kind: 'bankAccount', title: 'Účet spolupořadatele', required: true },
  { id: 'q16', kind: 'computed', title: 'Náklady bez vstupného', plus: ['q12.b'], minus: ['q6'] },
];

/** All but the file, which is uploaded. The budget gives 160 000 Kč, the total costs of the application. */
export const ANSWERS = {
  q3: 'Masopust',
  q4: 'Průvod masek.\nVečer zábava.',
  q5: 250,
  q6: 15_000_00,
  q7: dayFromNow(60),
  q8: true,
  q9: 'b',
  q10: ['a', 'b'],
  q12: [
    { a: 'Kapela', b: 100_000_00 },
    { a: 'Občerstvení', b: 60_000_00 },
  ],
  q13: madeUpIco(77),
  q14: { street: 'Dlouhá 1', municipality: 'Zkouškov', postcode: '199 99' },
  q15: madeUpAccount(77),
};

/** Adds the item below the others and says all about it. */
export async function addItem(page: Page, item: FormItem): Promise<void> {
  await page.getByRole('button', { name: words.add }).click();
  await page
    .getByRole('menuitem')
    .filter({ has: page.getByText(words.kind[item.kind], { exact: true }) })
    .click();
  const editor = page.getByRole('region', { name: words.kind[item.kind], exact: true });
  // whoever types on at once types the title
  await editor.locator('input:focus').waitFor();
  await page.keyboard.type(item.title);
  if (item.help !== undefined) await labelled(editor, words.label.noteText).last().fill(item.help);
  if (!silentKinds.has(item.kind)) await editor.getByLabel(words.label.required).check();
  if ('options' in item) await nameParts(editor, item.options, words.options.one);
  if ('columns' in item) await nameParts(editor, item.columns, words.columns.one);
  if (item.kind === 'table') await pick(page, editor, words.total.column, columns[1].title);
  if (item.shownIf) await pick(page, editor, words.condition.item, 'Je akce veřejná');
  if (item.kind === 'computed') {
    await pick(page, editor, words.computed.plus, 'Rozpočet: Kolik (Kč)');
    await pick(page, editor, words.computed.minus, 'Kolik vyberete na vstupném (Kč)');
  }
}

async function nameParts(editor: Locator, parts: readonly { readonly title: string }[], label: string): Promise<void> {
  for (const [index, { title }] of parts.entries()) await labelled(editor, label.replace('%{place}', String(index + 1))).fill(title);
}

/** Chooses in the list that the field opens, and closes it where several may be chosen. */
async function pick(page: Page, editor: Locator, label: string, choice: string): Promise<void> {
  await editor.getByRole('combobox', { name: label }).click();
  const list = page.getByRole('listbox');
  await list.getByRole('option', { name: choice, exact: true }).click();
  if (await list.isVisible()) await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
}
