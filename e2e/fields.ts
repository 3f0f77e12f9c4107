/** Fills a form as a person does: finds each field by the label that is read, types what the field wants. */
import type { Locator, Page } from 'playwright-core';
import type { JsonSchema } from '../processes/define';

type Data = Readonly<Record<string, unknown>>;

/** A label as it is read, with or without the star of a required field. */
export function labelled(within: Page | Locator, label: string): Locator {
  const plain = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return within.getByLabel(new RegExp(`^\\s*${plain}\\s*\\*?\\s*$`));
}

function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return schema.properties as Readonly<Record<string, JsonSchema>>;
}

/** The back office types dates as `21. 11. 2026`; the portal has the browser's own day field, which takes the ISO form. */
export type DateStyle = 'typed' | 'native';

function typedText(schema: JsonSchema, value: unknown, dates: DateStyle): string {
  if (schema.format === 'money' && typeof value === 'number') return (value / 100).toFixed(2).replace('.', ',');
  if (schema.format === 'date' && typeof value === 'string' && dates === 'typed') {
    const [year, month, day] = value.split('-').map(Number);
    return `${day}. ${month}. ${year}`;
  }
  return Array.isArray(value) ? value.join('\n') : String(value);
}

interface Choice {
  readonly const: unknown;
  readonly title: string;
}

/** Rows of a table in the portal; those that are missing are added. */
async function fillRows(table: Locator, schema: JsonSchema, rows: readonly Data[], dates: DateStyle): Promise<void> {
  for (const [index, data] of rows.entries()) {
    const row = table.getByRole('group', { name: `Položka ${index + 1}`, exact: true });
    if ((await row.count()) === 0) await table.getByRole('button', { name: 'Přidat položku' }).click();
    await fillForm(row, schema, data, dates);
  }
}

/** Documents of a settlement in the back office: they are all there, each judged as the data says. */
async function judgeDocuments(list: Locator, schema: JsonSchema, rows: readonly Data[]): Promise<void> {
  const verdicts = (propertiesOf(schema).verdict?.oneOf ?? []) as readonly Choice[];
  for (const [index, { description, verdict, accepted, reason }] of rows.entries()) {
    const document = list.getByRole('listitem').nth(index);
    await document.getByText(String(description), { exact: true }).waitFor();
    if (verdict === 'accepted') continue;
    await document.getByLabel('Posouzení').click();
    const chosen = verdicts.find((one) => one.const === verdict)?.title ?? '';
    await list.page().getByRole('option', { name: chosen, exact: true }).click();
    if (verdict === 'partly') await labelled(document, 'Uznaná částka').fill((Number(accepted) / 100).toFixed(2).replace('.', ','));
    await labelled(document, 'Důvod (sděluje se žadateli)').fill(String(reason));
  }
}

async function fillField(within: Page | Locator, schema: JsonSchema, value: unknown, dates: DateStyle): Promise<void> {
  const title = String(schema.title);
  const group = within.getByRole('group', { name: title });
  const items = (schema.type === 'array' ? schema.items : undefined) as JsonSchema | undefined;
  if (schema.type === 'object') return fillForm(group, schema, value as Data, dates);
  if (items?.type === 'object' && dates === 'native') return fillRows(group, items, value as readonly Data[], dates);
  if (items?.type === 'object') return judgeDocuments(group, items, value as readonly Data[]);
  if (items?.oneOf) {
    for (const { const: id, title: label } of items.oneOf as readonly Choice[])
      if ((value as readonly unknown[]).includes(id)) await labelled(group, label).check();
    return;
  }
  const choice = (schema.oneOf as readonly Choice[] | undefined)?.find((one) => one.const === value);
  if (choice) await within.getByText(choice.title, { exact: true }).click();
  else if (typeof value === 'boolean') await labelled(within, title).check();
  else await labelled(within, title).fill(typedText(schema, value, dates));
}

/** Fills those fields of the schema for which there is a value; documents are uploaded by the test itself. */
export async function fillForm(
  within: Page | Locator,
  schema: JsonSchema,
  data: Data,
  dates: DateStyle,
  only: readonly string[] = Object.keys(data),
): Promise<void> {
  for (const [name, property] of Object.entries(propertiesOf(schema))) {
    if (!only.includes(name) || data[name] === undefined || property.format === 'document') continue;
    const isDocuments = property.type === 'array' && (property.items as JsonSchema).format === 'document';
    if (!isDocuments) await fillField(within, property, data[name], dates);
  }
}

/** Waits until the field holds the value. @throws Error after ten seconds */
export async function holds(field: Locator, value: string): Promise<void> {
  let found = '';
  for (let tries = 0; tries < 100; tries += 1) {
    found = await field.inputValue();
    if (found === value) return;
    await field.page().waitForTimeout(100);
  }
  throw new Error(`The field holds '${found}' and not '${value}'`);
}
