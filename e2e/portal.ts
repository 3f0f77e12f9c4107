/** What an applicant does in the portal. */
import type { Page } from 'playwright-core';
import type { Form, JsonSchema } from '../processes/define';
import { settlementForm } from '../processes/grant/forms';
import type { Account } from '../scripts/http/people';
import { fillForm } from './fields';

interface Section {
  readonly id: string;
  readonly fields: readonly string[];
}

export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export async function signInAtPortal(page: Page, account: Account): Promise<void> {
  await page.getByLabel(/^E-mail/).fill(account.email);
  await page.getByLabel(/^Heslo/).fill(account.password);
  await page.getByRole('main').getByRole('button', { name: 'Přihlásit se' }).click();
  await page
    .getByRole('link', { name: 'Odhlásit se' })
    .or(page.getByRole('button', { name: 'Odhlásit se' }))
    .waitFor();
}

/** Chooses a file for the field and waits until it is stored. */
export async function upload(page: Page, file: Upload): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: `Odebrat soubor ${file.name}` }).waitFor();
}

/**
 * Fills the application section by section, up to the check before sending.
 * @param between called on each section when it is filled.
 */
export async function fillApplication(
  page: Page,
  form: Form,
  data: Readonly<Record<string, unknown>>,
  attachment: Upload,
  between: (section: string) => Promise<void> = async () => undefined,
): Promise<void> {
  const sections = form.ui?.['ui:sections'] as readonly Section[];
  for (const section of sections) {
    await page
      .getByLabel(new RegExp(`^\\s*${firstTitle(form, section)}`))
      .first()
      .waitFor();
    await fillForm(page.getByRole('main'), form.schema, data, 'native', section.fields);
    if (section.fields.includes('attachments')) await upload(page, attachment);
    await between(section.id);
    await page.getByRole('button', { name: /^(Pokračovat|Ke kontrole)$/ }).click();
  }
  await page.getByRole('heading', { name: 'Kontrola před odesláním' }).waitFor();
}

/** Title of the first field of the section that is found by its label. */
function firstTitle(form: Form, section: Section): string {
  const properties = form.schema.properties as Readonly<Record<string, { title: string; type?: string }>>;
  // what is only read has no label
  const asks = (field: string): boolean => field !== 'applicantKind' && field !== 'attachments' && properties[field]?.type !== 'null';
  const first = section.fields.find(asks) ?? '';
  return (properties[first]?.title ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Adds one document to the settlement, with its file. @param index from 0 */
export async function addSettlementItem(page: Page, index: number, item: Readonly<Record<string, unknown>>, file: Upload): Promise<void> {
  const { items } = settlementForm.schema.properties as Readonly<Record<string, { items: JsonSchema }>>;
  if (!items) throw new Error('The settlement has no items');
  const row = page.getByRole('group', { name: `Položka ${index + 1}` });
  if ((await row.count()) === 0) await page.getByRole('button', { name: 'Přidat položku' }).click();
  await fillForm(row, items.items, item, 'native');
  await row.locator('input[type=file]').setInputFiles(file);
  await row.getByRole('button', { name: `Odebrat soubor ${file.name}` }).waitFor();
}
