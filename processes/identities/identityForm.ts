/** The form in which an applicant is kept: the same fields as the application asks (§ 10a odst. 3 zákona č. 250/2000 Sb.), lists as tables. */
import type { Form, JsonSchema } from '../define';
import { applicationForm } from '../grant/forms';
import { propertiesOf } from '../formSchema';
import { IDENTITY_LIMITS } from './identity';
import { pastSupportSchema } from './pastSupportForm';

const { rows, name, ground, share } = IDENTITY_LIMITS;
const asked = propertiesOf(applicationForm.schema);

const list = (title: string, description: string, required: readonly string[], properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'array',
  title,
  description,
  maxItems: rows,
  items: { type: 'object', additionalProperties: false, required, properties },
});

const shares = (title: string, description: string): JsonSchema =>
  list(title, description, ['name'], {
    name: { type: 'string', title: 'Jméno nebo název', minLength: 1, maxLength: name },
    share: { type: 'string', title: 'Podíl', maxLength: share },
  });

const text = (field: string): JsonSchema => asked[field] ?? {};

export const identityForm: Form = {
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      kind: text('applicantKind'),
      ico: text('ico'),
      name: text('name'),
      birthDate: text('birthDate'),
      street: text('street'),
      municipality: text('municipality'),
      postcode: text('postcode'),
      bankAccount: text('bankAccount'),
      representatives: list('Kdo za žadatele jedná', 'Statutární orgán, nebo zástupce s plnou mocí.', ['name'], {
        name: { type: 'string', title: 'Jméno a příjmení', minLength: 1, maxLength: name },
        ground: { type: 'string', title: 'Na základě čeho', maxLength: ground },
      }),
      owners: shares('Skuteční majitelé', 'Kdo má v žadateli podíl a jak velký, třeba 50 %.'),
      holdings: shares('V kom má žadatel přímý podíl', 'V jaké firmě nebo organizaci a jak velký, třeba 50 %.'),
      pastSupport: pastSupportSchema,
    },
    required: ['kind', 'name', 'street', 'municipality', 'postcode'],
    allOf: [
      {
        if: { properties: { kind: { const: 'legal' } }, required: ['kind'] },
        then: { required: ['ico', 'representatives'], properties: { owners: true, holdings: true } },
      },
      { if: { properties: { kind: { const: 'natural' } }, required: ['kind'] }, then: { required: ['birthDate'] } },
    ],
  },
  ui: {
    'ui:sections': [
      {
        id: 'kdo',
        title: { cs: 'Kdo žádá', en: 'Who applies' },
        fields: ['kind', 'ico'],
      },
      {
        id: 'udaje',
        title: { cs: 'Údaje', en: 'Data' },
        fields: ['name', 'birthDate', 'street', 'municipality', 'postcode', 'bankAccount'],
      },
      {
        id: 'organ',
        title: { cs: 'Kdo jedná a kdo má podíl', en: 'Who represents and who has a share' },
        fields: ['representatives', 'owners', 'holdings'],
      },
      { id: 'podpora', title: { cs: 'Podpora odjinud', en: 'Support from elsewhere' }, fields: ['pastSupport'] },
    ],
  },
};
