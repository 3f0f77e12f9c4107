/** How each field is drawn, from its schema: our formats have widgets of their own, texts longer than a line a larger box. */
import type { UiSchema } from '@rjsf/utils';
import type { Form, JsonSchema } from '../../../processes/define';

/** Beside the file a long text starts small; the field scrolls. */
const LONG_ROWS = 3;

const asSchema = (value: unknown): JsonSchema => (typeof value === 'object' && value !== null ? (value as JsonSchema) : {});

function widgetOf(schema: JsonSchema): UiSchema {
  const items = asSchema(schema.items);
  if (schema.type === 'array' && items.format === 'document') return { 'ui:widget': 'document' };
  if (schema.type === 'array' && items.type === 'string') return { 'ui:widget': 'lines' };
  if (schema.format === 'money' || schema.format === 'document') return { 'ui:widget': schema.format };
  if (schema.format === 'date') return { 'ui:widget': 'day' };
  if (schema.type === 'string' && !('oneOf' in schema) && typeof schema.maxLength === 'number' && schema.maxLength > 500)
    return { 'ui:widget': 'textarea', 'ui:options': { rows: LONG_ROWS } };
  return {};
}

function hints(schema: JsonSchema): UiSchema {
  const result: UiSchema = widgetOf(schema);
  for (const [name, inner] of Object.entries(asSchema(schema.properties))) result[name] = hints(asSchema(inner));
  const items = asSchema(schema.items);
  if (items.type === 'object') result.items = hints(items);
  return result;
}

/** Hints of the definition win over those made from the schema; RJSF's own button is never shown (outcomes are the buttons). */
export function uiSchemaOf(form: Form): UiSchema {
  const made = hints(form.schema);
  for (const [name, hint] of Object.entries(form.ui ?? {})) {
    if (name.startsWith('ui:')) continue;
    made[name] = {
      ...asSchema(made[name]),
      ...asSchema(hint),
      ...(asSchema(hint)['ui:widget'] === 'textarea' && { 'ui:options': { rows: LONG_ROWS } }),
    };
  }
  return { ...made, 'ui:submitButtonOptions': { norender: true } };
}
