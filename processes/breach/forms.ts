/** Forms of the proceedings on a breach of budget discipline. Amounts are integers of haléř. */
import type { Form, JsonSchema } from '../define';
import { MAX_AMOUNT } from '../grant/forms';

const money = (title: string, minimum = 0): JsonSchema => ({ type: 'integer', format: 'money', minimum, maximum: MAX_AMOUNT, title });
const text = (title: string, maxLength = 300): JsonSchema => ({ type: 'string', title, minLength: 1, maxLength });
const long = (title: string, maxLength = 5000): JsonSchema => ({ type: 'string', title, minLength: 1, maxLength });
const date = (title: string): JsonSchema => ({ type: 'string', format: 'date', title });
const document = (title: string): JsonSchema => ({ type: 'string', format: 'document', title, maxLength: 40 });
const documents = (title: string): JsonSchema => ({
  type: 'array',
  title,
  items: { type: 'string', format: 'document', maxLength: 40 },
  maxItems: 20,
  uniqueItems: true,
});
const note: JsonSchema = { type: 'string', title: 'Poznámka do spisu', maxLength: 2000 };
const LONG_TEXT = { 'ui:widget': 'textarea', 'ui:options': { rows: 5 } };

/** A form whose unknown fields are refused; texts longer than a line get a field of their own. */
function form(properties: Record<string, JsonSchema>, required: readonly string[], areas: readonly string[] = []): Form {
  return {
    schema: { type: 'object', additionalProperties: false, properties, required },
    ui: Object.fromEntries(areas.map((name) => [name, LONG_TEXT])),
  };
}

/** Why an inspector begins. */
export const REASONS = ['lateSettlement', 'purpose', 'condition', 'withheld', 'other'] as const;

/** What an inspector begins with; the first three are of the grant's case and are filled in by the system. */
export const beginningForm: Form = form(
  {
    title: text('Název projektu', 300),
    recipient: text('Příjemce dotace', 300),
    grantNumber: text('Spis dotace', 40),
    reason: {
      type: 'string',
      title: 'V čem je podezření',
      oneOf: [
        { const: 'lateSettlement', title: 'vyúčtování nebylo předloženo včas' },
        { const: 'purpose', title: 'peníze byly použity na jiný účel' },
        { const: 'condition', title: 'nebyla dodržena podmínka smlouvy' },
        { const: 'withheld', title: 'nevyužité peníze nebyly vráceny' },
        { const: 'other', title: 'něco jiného' },
      ],
    },
    finding: long('Co se zatím zjistilo', 3000),
    amount: money('Kterých peněz se to týká', 1),
  },
  ['title', 'recipient', 'grantNumber', 'reason', 'finding', 'amount'],
  ['finding'],
);

export const inspectionForm: Form = form(
  {
    inspectedOn: date('Kontrola skončila dne'),
    subject: long('Co se kontrolovalo', 3000),
    finding: long('Kontrolní zjištění (sděluje se příjemci)'),
    breachOn: date('Den, kdy k porušení došlo'),
    amount: money('Neoprávněně použito nebo zadrženo', 1),
    protocol: document('Protokol o kontrole'),
    note,
  },
  ['inspectedOn', 'subject', 'finding'],
  ['subject', 'finding', 'note'],
);

export const statementForm: Form = form(
  { statement: { type: 'string', title: 'Vaše vyjádření', maxLength: 5000 }, attachments: documents('Přílohy') },
  [],
  ['statement'],
);

export const levyForm: Form = form(
  {
    measures: { type: 'string', title: 'Co má příjemce napravit nebo vrátit (sděluje se příjemci)', maxLength: 3000 },
    until: date('Napravit nebo vrátit do'),
    levy: money('Odvod', 1),
    reason: { type: 'string', title: 'Odůvodnění (sděluje se příjemci)', maxLength: 5000 },
    assessment: document('Platební výměr'),
    note,
  },
  [],
  ['measures', 'reason', 'note'],
);

export const remedyForm: Form = form(
  {
    checkedOn: date('Ověřeno dne'),
    returned: money('Vráceno'),
    outcome: long('Co bylo napraveno a co ne', 3000),
  },
  ['checkedOn', 'outcome'],
  ['outcome'],
);

export const levyPaymentForm: Form = form({ receivedOn: date('Přijato dne'), amount: money('Přijatá částka', 1) }, []);

export const remissionRequestForm: Form = form(
  { reasons: long('Proč má být odvod nebo penále prominuto', 5000), attachments: documents('Přílohy') },
  ['reasons'],
  ['reasons'],
);

export const remissionDecisionForm: Form = form(
  {
    body: {
      type: 'string',
      title: 'Kdo rozhodl',
      oneOf: [
        { const: 'council', title: 'rada' },
        { const: 'assembly', title: 'zastupitelstvo' },
      ],
    },
    resolutionNumber: text('Číslo usnesení', 60),
    decidedOn: date('Datum jednání'),
    votesFor: { type: 'integer', title: 'Pro', minimum: 0, maximum: 200 },
    votesAgainst: { type: 'integer', title: 'Proti', minimum: 0, maximum: 200 },
    votesAbstained: { type: 'integer', title: 'Zdrželo se', minimum: 0, maximum: 200 },
    amount: money('Prominuto z odvodu'),
    penalty: money('Prominuto z penále'),
    reason: { type: 'string', title: 'Odůvodnění (sděluje se příjemci)', maxLength: 5000 },
  },
  ['body', 'resolutionNumber', 'decidedOn', 'votesFor', 'votesAgainst', 'votesAbstained', 'reason'],
  ['reason'],
);
