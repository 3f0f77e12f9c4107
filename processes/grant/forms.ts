/** Forms of the grant. Keywords beyond JSON Schema: `format: money` is an integer of haléř, `format: ico`, `format: bankAccount` (Czech checksums), `format: document` the id of an uploaded document. */
import type { Form, JsonSchema } from '../define';
import { defaultCriteria, type Criterion } from './criteria';

/** The most that any single amount may be: a hundred million CZK in haléř, far above any municipal programme. */
export const MAX_AMOUNT = 100_000_000_00;

const money = (title: string, minimum = 0): JsonSchema => ({ type: 'integer', format: 'money', minimum, maximum: MAX_AMOUNT, title });
const text = (title: string, maxLength = 300): JsonSchema => ({ type: 'string', title, minLength: 1, maxLength });
const long = (title: string, maxLength = 5000): JsonSchema => ({ type: 'string', title, minLength: 1, maxLength });
const date = (title: string): JsonSchema => ({ type: 'string', format: 'date', title });
const documents = (title: string, minItems = 0): JsonSchema => ({
  type: 'array',
  title,
  items: { type: 'string', format: 'document', maxLength: 40 },
  minItems,
  maxItems: 20,
  uniqueItems: true,
});

/** A form whose unknown fields are refused. */
function form(
  properties: Record<string, JsonSchema>,
  required: readonly string[],
  more: JsonSchema = {},
  ui: Record<string, unknown> = {},
): Form {
  return { schema: { type: 'object', additionalProperties: false, properties, required, ...more }, ui };
}

const LONG_TEXT = { 'ui:widget': 'textarea', 'ui:options': { rows: 5 } };

/** Application for a grant: contents by § 10a odst. 3 zákona č. 250/2000 Sb. */
export const applicationForm: Form = form(
  {
    applicantKind: {
      type: 'string',
      title: 'Žadatel je',
      oneOf: [
        { const: 'legal', title: 'právnická osoba (spolek, firma, církev …)' },
        { const: 'natural', title: 'fyzická osoba' },
      ],
      default: 'legal',
    },
    name: text('Název, nebo jméno a příjmení', 200),
    ico: { type: 'string', format: 'ico', title: 'IČO', maxLength: 8 },
    birthDate: date('Datum narození'),
    street: text('Ulice a číslo', 200),
    municipality: text('Obec', 100),
    postcode: { type: 'string', title: 'PSČ', pattern: '^[1-7]\\d{2} ?\\d{2}$', maxLength: 6 },
    representative: text('Kdo za žadatele jedná a na základě čeho', 300),
    owners: { type: 'string', title: 'Kdo má v žadateli podíl (skuteční majitelé)', maxLength: 2000 },
    shares: { type: 'string', title: 'V kom má žadatel přímý podíl a jak velký', maxLength: 2000 },
    bankAccount: { type: 'string', format: 'bankAccount', title: 'Číslo účtu', maxLength: 30 },
    projectTitle: text('Název projektu', 200),
    purpose: long('Účel, na který peníze použijete', 2000),
    reasons: long('Odůvodnění žádosti'),
    from: date('Projekt začne'),
    to: date('Projekt skončí, účelu bude dosaženo do'),
    totalCost: money('Celkové náklady projektu', 1),
    requestedAmount: money('Požadovaná částka', 1),
    attachments: documents('Přílohy'),
    declaration: { type: 'boolean', const: true, title: 'Prohlašuji, že údaje jsou pravdivé a úplné' },
  },
  [
    'applicantKind',
    'name',
    'street',
    'municipality',
    'postcode',
    'bankAccount',
    'projectTitle',
    'purpose',
    'reasons',
    'from',
    'to',
    'totalCost',
    'requestedAmount',
    'declaration',
  ],
  {
    allOf: [
      {
        if: { properties: { applicantKind: { const: 'legal' } }, required: ['applicantKind'] },
        then: { required: ['ico', 'representative'] },
      },
      { if: { properties: { applicantKind: { const: 'natural' } }, required: ['applicantKind'] }, then: { required: ['birthDate'] } },
    ],
  },
  {
    purpose: LONG_TEXT,
    reasons: LONG_TEXT,
    owners: LONG_TEXT,
    shares: LONG_TEXT,
    'ui:sections': [
      {
        id: 'applicant',
        title: { cs: 'Žadatel', en: 'Applicant' },
        fields: [
          'applicantKind',
          'name',
          'ico',
          'birthDate',
          'street',
          'municipality',
          'postcode',
          'representative',
          'owners',
          'shares',
          'bankAccount',
        ],
      },
      { id: 'project', title: { cs: 'Projekt', en: 'Project' }, fields: ['projectTitle', 'purpose', 'reasons', 'from', 'to'] },
      { id: 'money', title: { cs: 'Peníze', en: 'Money' }, fields: ['totalCost', 'requestedAmount'] },
      {
        id: 'attachments',
        title: { cs: 'Přílohy a prohlášení', en: 'Attachments and declaration' },
        fields: ['attachments', 'declaration'],
      },
    ],
  },
);

const reason: JsonSchema = { type: 'string', title: 'Důvod', maxLength: 3000 };

export const formalCheckForm: Form = form(
  {
    defects: {
      type: 'array',
      title: 'Vady, které má žadatel odstranit',
      items: { type: 'string', minLength: 1, maxLength: 500 },
      maxItems: 30,
    },
    until: date('Odstranit do'),
    reason: { ...reason, title: 'Důvod vyřazení (sděluje se žadateli)' },
    note: { type: 'string', title: 'Poznámka do spisu', maxLength: 2000 },
  },
  [],
  {},
  { reason: LONG_TEXT, note: LONG_TEXT },
);

/** The applicant changes the whole application and says what was mended. */
export const supplementForm: Form = form(
  {
    application: { ...applicationForm.schema, title: 'Žádost' },
    whatChanged: long('Co jste doplnili nebo opravili', 2000),
  },
  ['application', 'whatChanged'],
  {},
  { application: applicationForm.ui, whatChanged: LONG_TEXT },
);

/** The form in which an application is scored by these criteria: whole points within the limits of each, and what every evaluation has. */
export function evaluationFormOf(criteria: readonly Criterion[]): Form {
  return form(
    {
      ...Object.fromEntries(
        criteria.map(({ id, title, help, maxPoints }): [string, JsonSchema] => [
          id,
          {
            type: 'integer',
            title: `${title} (0–${maxPoints})`,
            minimum: 0,
            maximum: maxPoints,
            ...(help !== undefined && { description: help }),
          },
        ]),
      ),
      recommendedAmount: money('Doporučená částka'),
      comment: { type: 'string', title: 'Slovní hodnocení (žadatel ho uvidí po rozhodnutí)', maxLength: 3000 },
      internalComment: { type: 'string', title: 'Poznámka jen pro úřad', maxLength: 3000 },
      conflictReason: { type: 'string', title: 'Proč jste podjatí', maxLength: 1000 },
    },
    [],
    {},
    { comment: LONG_TEXT, internalComment: LONG_TEXT, conflictReason: LONG_TEXT },
  );
}

export const evaluationForm: Form = evaluationFormOf(defaultCriteria);

export const proposalForm: Form = form(
  { amount: money('Navržená částka'), justification: long('Odůvodnění návrhu', 3000) },
  ['justification'],
  {},
  { justification: LONG_TEXT },
);

export const decisionForm: Form = form(
  {
    resolutionNumber: text('Číslo usnesení', 60),
    decidedOn: date('Datum jednání'),
    votesFor: { type: 'integer', title: 'Pro', minimum: 0, maximum: 200 },
    votesAgainst: { type: 'integer', title: 'Proti', minimum: 0, maximum: 200 },
    votesAbstained: { type: 'integer', title: 'Zdrželo se', minimum: 0, maximum: 200 },
    amount: money('Schválená částka'),
    reason: { ...reason, title: 'Důvod neposkytnutí (sděluje se žadateli)' },
  },
  [],
  {},
  { reason: LONG_TEXT },
);

export const signatureForm: Form = form(
  {
    signedOn: date('Podepsáno dne'),
    contractNumber: text('Číslo smlouvy', 60),
    scan: { type: 'string', format: 'document', title: 'Podepsaná smlouva', maxLength: 40 },
    reason,
  },
  [],
  {},
  { reason: LONG_TEXT },
);

export const paymentForm: Form = form(
  {
    paidOn: date('Zaplaceno dne'),
    amount: money('Částka', 1),
    variableSymbol: { type: 'string', title: 'Variabilní symbol', pattern: '^\\d{1,10}$', maxLength: 10 },
  },
  ['paidOn', 'amount', 'variableSymbol'],
);

export const settlementForm: Form = form(
  {
    items: {
      type: 'array',
      title: 'Doklady o použití dotace',
      minItems: 1,
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['description', 'documentNumber', 'paidOn', 'amount', 'fromGrant'],
        properties: {
          description: text('Co bylo pořízeno', 300),
          documentNumber: text('Číslo dokladu', 60),
          paidOn: date('Zaplaceno dne'),
          amount: money('Částka dokladu', 1),
          fromGrant: money('Z toho z dotace'),
          document: { type: 'string', format: 'document', title: 'Doklad', maxLength: 40 },
        },
      },
    },
    report: long('Závěrečná zpráva: čeho jste dosáhli'),
  },
  ['items', 'report'],
  {},
  { report: LONG_TEXT },
);

/** The documents of the settlement again, each with its verdict; what the applicant wrote may not be changed here. */
export const settlementCheckForm: Form = form(
  {
    items: {
      type: 'array',
      title: 'Posouzení dokladů',
      minItems: 1,
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['description', 'fromGrant', 'verdict', 'accepted'],
        properties: {
          description: { ...text('Doklad', 400), readOnly: true },
          fromGrant: { ...money('Z dotace'), readOnly: true },
          verdict: {
            type: 'string',
            title: 'Posouzení',
            oneOf: [
              { const: 'accepted', title: 'uznáno' },
              { const: 'partly', title: 'uznáno zčásti' },
              { const: 'refused', title: 'neuznáno' },
            ],
          },
          accepted: money('Uznaná částka'),
          reason: { ...reason, title: 'Důvod (sděluje se žadateli)', maxLength: 1000 },
        },
      },
    },
    defects: { type: 'array', title: 'Co má žadatel doplnit', items: { type: 'string', minLength: 1, maxLength: 500 }, maxItems: 30 },
    until: date('Doplnit do'),
    note: { type: 'string', title: 'Poznámka do spisu', maxLength: 2000 },
  },
  [],
  {},
  { note: LONG_TEXT, items: { 'ui:field': 'verdicts' } },
);

export const sumsCheckForm: Form = form(
  {
    total: money('Uznáno z dotace celkem (podle vašeho součtu)'),
    reason,
    note: { type: 'string', title: 'Poznámka do spisu', maxLength: 2000 },
  },
  [],
  {},
  { reason: LONG_TEXT, note: LONG_TEXT },
);

export const refundForm: Form = form({ receivedOn: date('Vráceno dne'), amount: money('Vrácená částka', 1) }, ['receivedOn', 'amount']);

export const publishContractForm: Form = form(
  {
    publishedOn: date('Vyvěšeno dne'),
    place: { type: 'string', title: 'Kde (adresa na úřední desce)', maxLength: 300 },
  },
  ['publishedOn'],
);

export const changeRequestForm: Form = form(
  {
    kind: {
      type: 'string',
      title: 'Čeho se změna týká',
      oneOf: [
        { const: 'deadline', title: 'termín vyúčtování' },
        { const: 'budget', title: 'rozpočet projektu' },
        { const: 'purpose', title: 'účel nebo obsah projektu' },
        { const: 'amount', title: 'nižší dotace' },
        { const: 'other', title: 'něco jiného' },
      ],
    },
    settlementDueOn: date('Nový termín vyúčtování, o který žádáte'),
    what: long('Co se má změnit', 3000),
    reason: long('Proč', 3000),
    attachments: documents('Přílohy'),
  },
  ['kind', 'what', 'reason'],
  {},
  { what: LONG_TEXT, reason: LONG_TEXT },
);

export const changeCheckForm: Form = form(
  {
    opinion: long('Vyjádření', 3000),
    settlementDueOn: date('Nový termín vyúčtování'),
    reason: { ...reason, title: 'Důvod (sděluje se žadateli)' },
  },
  ['opinion'],
  {},
  { opinion: LONG_TEXT, reason: LONG_TEXT },
);

export const changeDecisionForm: Form = form(
  {
    resolutionNumber: text('Číslo usnesení', 60),
    decidedOn: date('Datum jednání'),
    votesFor: { type: 'integer', title: 'Pro', minimum: 0, maximum: 200 },
    votesAgainst: { type: 'integer', title: 'Proti', minimum: 0, maximum: 200 },
    votesAbstained: { type: 'integer', title: 'Zdrželo se', minimum: 0, maximum: 200 },
    amount: money('Nová, nižší výše dotace', 1),
    settlementDueOn: date('Nový termín vyúčtování'),
    subject: { type: 'string', title: 'Co dodatek mění (vytiskne se do dodatku)', maxLength: 3000 },
    reason: { ...reason, title: 'Důvod neschválení (sděluje se žadateli)' },
  },
  [],
  {},
  { subject: LONG_TEXT, reason: LONG_TEXT },
);

export const amendmentForm: Form = form(
  {
    signedOn: date('Podepsáno dne'),
    amendmentNumber: text('Číslo dodatku', 60),
    scan: { type: 'string', format: 'document', title: 'Podepsaný dodatek', maxLength: 40 },
    reason,
  },
  [],
  {},
  { reason: LONG_TEXT },
);
