/** Which widget draws which field: from the format in the schema, so that a form needs few hints of its own. */
import type { JsonSchema } from '../../../processes/define';
import { isRecord, propertiesOf } from '../../../processes/formSchema';

export type Drawing = Record<string, unknown>;

/** Money and documents are fields of their own, because their values are not what was typed. */
const byFormat: Readonly<Record<string, Drawing>> = {
  money: { 'ui:field': 'amount' },
  date: { 'ui:widget': 'day' },
  ico: { 'ui:widget': 'ico' },
  bankAccount: { 'ui:widget': 'bankAccount' },
  document: { 'ui:field': 'documents' },
};

function widgetOf(schema: JsonSchema): Drawing {
  if (schema.type === 'array' && isRecord(schema.items) && schema.items.format === 'document') return { 'ui:field': 'documents' };
  if (schema.type === 'array' && isRecord(schema.items) && schema.items.type === 'object') return { items: drawing(schema.items, {}) };
  if (schema.type === 'object') return drawing(schema, {});
  const drawn = typeof schema.format === 'string' ? byFormat[schema.format] : undefined;
  if (drawn) return drawn;
  if (schema.type === 'boolean' && Array.isArray(schema.oneOf)) return { 'ui:widget': 'radio' };
  if (schema.type === 'boolean') return { 'ui:widget': 'checkbox' };
  if (Array.isArray(schema.oneOf) && schema.oneOf.length <= 5) return { 'ui:widget': 'radio' };
  return {};
}

/** The uiSchema of an object: what the form says, and the widget of each format where it says nothing. */
export function drawing(schema: JsonSchema, ui: Readonly<Record<string, unknown>>): Drawing {
  const drawn: Drawing = { ...ui };
  for (const [key, inner] of Object.entries(propertiesOf(schema))) {
    const own = ui[key];
    drawn[key] = { ...widgetOf(inner), ...(isRecord(own) ? own : {}) };
  }
  return drawn;
}
