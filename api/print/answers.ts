/** What was filled in into a form, as a person reads it on paper: sections, questions and answers, in the order of the form. Czech only, as the procedure is. */
import { DateTime } from 'luxon';
import type { Form, JsonSchema } from '../../processes/define';
import { computedText } from '../../processes/formItems/amounts';
import { isRecord, propertiesOf } from '../../processes/formSchema';
import { formatMoney } from '../../processes/money';
import type { PrintedAnswer, PrintedSection } from '../../documents/application';

/** Names of attached files by the id of the document. */
export type FileNames = ReadonlyMap<string, string>;

const isFiles = (schema: JsonSchema): boolean =>
  schema.format === 'document' || (schema.type === 'array' && isRecord(schema.items) && schema.items.format === 'document');

function plainValue(schema: JsonSchema, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  const offered = Array.isArray(schema.oneOf) ? schema.oneOf.filter(isRecord).find((one) => one.const === value) : undefined;
  if (typeof offered?.title === 'string') return offered.title;
  if (typeof value === 'boolean') return value ? 'ano' : 'ne';
  if (typeof value === 'number') return schema.format === 'money' ? formatMoney(value) : String(value);
  if (Array.isArray(value)) return value.map((one) => plainValue(isRecord(schema.items) ? schema.items : {}, one)).join(', ');
  if (typeof value !== 'string') return '';
  const day = schema.format === 'date' ? DateTime.fromISO(value) : null;
  return day?.isValid ? day.toFormat('d. M. yyyy') : value;
}

function rowsOf(items: JsonSchema, value: unknown): PrintedAnswer['table'] {
  const columns = Object.entries(propertiesOf(items));
  const rows = (Array.isArray(value) ? (value as unknown[]) : []).filter(isRecord);
  return {
    head: columns.map(([key, column]) => (typeof column.title === 'string' ? column.title : key)),
    rows: rows.map((row) => columns.map(([key, column]) => plainValue(column, row[key]))),
  };
}

function answerOf(label: string, schema: JsonSchema, value: unknown, files: FileNames): PrintedAnswer {
  if (isFiles(schema)) {
    const ids = (Array.isArray(value) ? (value as unknown[]) : [value]).filter((one) => typeof one === 'string');
    return { label, text: ids.map((id) => files.get(id) ?? 'soubor, který tu už není').join('\n') };
  }
  if (schema.type === 'array' && isRecord(schema.items) && schema.items.type === 'object') {
    const table = rowsOf(schema.items, value);
    return table && table.rows.length > 0 ? { label, table } : { label, text: '' };
  }
  if (schema.type === 'object') {
    const held = isRecord(value) ? value : {};
    const parts = Object.entries(propertiesOf(schema)).map(([key, inner]) => plainValue(inner, held[key]));
    return { label, text: parts.filter((part) => part !== '').join(', ') };
  }
  return { label, text: plainValue(schema, value) };
}

interface Drawn {
  readonly title: string;
  readonly fields: readonly string[];
}

/** Sections as the form draws them; fields that none of them names come last. */
function sectionsOf(form: Form): Drawn[] {
  const drawn = Array.isArray(form.ui?.['ui:sections']) ? form.ui['ui:sections'].filter(isRecord) : [];
  const sections = drawn.map((one) => ({
    title: isRecord(one.title) && typeof one.title.cs === 'string' ? one.title.cs : '',
    fields: Array.isArray(one.fields) ? one.fields.map(String) : [],
  }));
  const placed = new Set(sections.flatMap(({ fields }) => fields));
  const rest = Object.keys(propertiesOf(form.schema)).filter((name) => !placed.has(name));
  return rest.length === 0 ? sections : [...sections, { title: '', fields: rest }];
}

/** @param data as it is kept: without fields that do not apply. What has no answer is left out, but where it is required of everybody. */
export function printedAnswers(form: Form, data: Readonly<Record<string, unknown>>, files: FileNames): PrintedSection[] {
  const properties = propertiesOf(form.schema);
  const required = Array.isArray(form.schema.required) ? form.schema.required.map(String) : [];
  return sectionsOf(form)
    .map(({ title, fields }) => ({
      title,
      answers: fields.flatMap((name): PrintedAnswer[] => {
        const schema = properties[name];
        const drawing = form.ui?.[name];
        if (!schema || (isRecord(drawing) && drawing['ui:field'] === 'note')) return [];
        const label = typeof schema.title === 'string' ? schema.title : name;
        const sum = computedText(drawing, data);
        const answer = sum === null ? answerOf(label, schema, data[name], files) : { label, text: sum };
        return answer.table || (answer.text ?? '') !== '' || required.includes(name) ? [answer] : [];
      }),
    }))
    .filter(({ answers }) => answers.length > 0);
}
