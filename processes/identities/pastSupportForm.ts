/** The part of an application that asks what the applicant got elsewhere; only where the programme wants to know. */
import type { Form, JsonSchema } from '../define';
import { isRecord, propertiesOf } from '../formSchema';
import { MAX_AMOUNT } from '../grant/forms';
import { IDENTITY_LIMITS } from './identity';

const FIELD = 'pastSupport';
/** After which field of the application it stands. */
const AFTER = 'bankAccount';

export const pastSupportSchema: JsonSchema = {
  type: 'array',
  title: 'Podpora, kterou jste dostali odjinud',
  description: 'Od kraje, státu, jiné obce nebo nadace. Když žádnou nemáte, nechte prázdné.',
  maxItems: IDENTITY_LIMITS.rows,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['provider', 'purpose', 'year', 'amount'],
    properties: {
      provider: { type: 'string', title: 'Kdo ji poskytl', minLength: 1, maxLength: IDENTITY_LIMITS.name },
      purpose: { type: 'string', title: 'Na co', minLength: 1, maxLength: 200 },
      year: { type: 'integer', title: 'Rok', minimum: IDENTITY_LIMITS.years[0], maximum: IDENTITY_LIMITS.years[1] },
      amount: { type: 'integer', format: 'money', title: 'Částka', minimum: 0, maximum: MAX_AMOUNT },
    },
  },
};

const after = (names: readonly string[]): string[] => names.flatMap((name) => (name === AFTER ? [name, FIELD] : [name]));

const made = new WeakMap<Form, Form>();

/** The form with the table in it; the same form for the same one, so that it is compiled once. */
export function withPastSupport(form: Form): Form {
  const known = made.get(form);
  if (known) return known;
  const properties: Record<string, JsonSchema | undefined> = { ...propertiesOf(form.schema), [FIELD]: pastSupportSchema };
  const sections = Array.isArray(form.ui?.['ui:sections']) ? form.ui['ui:sections'].filter(isRecord) : [];
  const fieldsOf = (section: Record<string, unknown>): string[] => (Array.isArray(section.fields) ? section.fields.map(String) : []);
  const asked: Form = {
    schema: {
      ...form.schema,
      properties: Object.fromEntries(
        after(Object.keys(properties).filter((name) => name !== FIELD)).map((name) => [name, properties[name]]),
      ),
    },
    ui: { ...form.ui, 'ui:sections': sections.map((section) => ({ ...section, fields: after(fieldsOf(section)) })) },
  };
  made.set(form, asked);
  return asked;
}
