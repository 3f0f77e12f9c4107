/** The budget of an application in its settlement: each document is told to which row it belongs. */
import type { Form, JsonSchema } from '../define';
import { formatMoney } from '../money';
import { isRecord, propertiesOf } from '../formSchema';
import type { FormItem, FormOption } from './items';

/** The field of a document that names its row. */
export const BUDGET_ROW = 'budgetRow';

/**
 * Rows of the budget: of the first table whose sum must be an amount of the application.
 * @param application as it stands @returns each row by its place from 1, with its first text and its amount; none where the programme asks no budget, or none was given
 */
export function budgetRows(items: readonly FormItem[], application: Readonly<Record<string, unknown>>): FormOption[] {
  const budget = items.find((item) => item.kind === 'table' && item.total !== undefined);
  if (budget?.kind !== 'table' || !budget.total) return [];
  const { columns, total } = budget;
  const rows = application[budget.id];
  if (!Array.isArray(rows)) return [];
  const name = columns.find(({ kind }) => kind === 'text')?.id;
  return rows.filter(isRecord).map((row, index) => {
    const said = name === undefined ? undefined : row[name];
    const amount = row[total.column];
    const title = typeof said === 'string' && said !== '' ? said : String(index + 1);
    return { id: String(index + 1), title: typeof amount === 'number' ? `${title} (${formatMoney(amount)})` : title };
  });
}

/** The form with a choice of the row at each entry of its list `field`; the form itself where there are no rows. */
export function withBudget(form: Form, field: string, rows: readonly FormOption[]): Form {
  const list = propertiesOf(form.schema)[field];
  const entry = isRecord(list) && isRecord(list.items) ? list.items : null;
  if (rows.length === 0 || !isRecord(list) || entry === null) return form;
  const choice: JsonSchema = {
    type: 'string',
    title: 'Položka rozpočtu',
    oneOf: rows.map(({ id, title }) => ({ const: id, title })),
  };
  const items = {
    ...entry,
    required: [...(Array.isArray(entry.required) ? (entry.required as string[]) : []), BUDGET_ROW],
    properties: { [BUDGET_ROW]: choice, ...propertiesOf(entry) },
  };
  return { ...form, schema: { ...form.schema, properties: { ...propertiesOf(form.schema), [field]: { ...list, items } } } };
}
