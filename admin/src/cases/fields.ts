/** A submission's data laid out as labels and values, by its form's schema; no form is drawn to read one. */
import type { Form, JsonSchema } from '../../../processes/define';
import { computedText } from '../../../processes/formItems/amounts';
import { formatMoney } from '../../../processes/money';
import type { SubmissionView } from '../../../processes/views';
import type { Words } from '../../../processes/words';
import { formatDate } from '../shared/dates';

export interface FieldView {
  readonly path: string;
  readonly label: string;
  readonly text: string;
  /** Money: it stands to the right in a table. */
  readonly amount: boolean;
  /** Ids of documents, where the field holds some. */
  readonly documents: readonly string[];
  /** Rows of a table, where the field is a list of records. */
  readonly rows: readonly (readonly FieldView[])[];
  /** What stood there before, where it differs. */
  readonly was: string | null;
}

export interface SectionView {
  readonly title: Words | null;
  readonly fields: readonly FieldView[];
}

const asObject = (value: unknown): JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : {};
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The word for a chosen constant (`legal` -> `právnická osoba`). */
function chosen(schema: JsonSchema, value: unknown): string | null {
  const option = asList(schema.oneOf)
    .map(asObject)
    .find((one) => one.const === value);
  return typeof option?.title === 'string' ? option.title : null;
}

/** A value in words, by its schema; empty for nothing. */
export function textOf(schema: JsonSchema, value: unknown): string {
  if (value === undefined || value === null) return '';
  const option = chosen(schema, value);
  if (option !== null) return option;
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (typeof value === 'number') return schema.format === 'money' ? formatMoney(value) : String(value).replace('.', ',');
  if (typeof value === 'string') return schema.format === 'date' ? formatDate(value) : value;
  // An address: its lines, without the names of its parts.
  if (!Array.isArray(value))
    return Object.entries(asObject(schema.properties))
      .flatMap(([name, inner]) => textOf(asObject(inner), asObject(value)[name]) || [])
      .join(', ');
  return asList(value)
    .map((one) => textOf(asObject(schema.items), one))
    .join('\n');
}

function field(name: string, schema: JsonSchema, value: unknown, before: unknown): FieldView {
  const items = asObject(schema.items);
  const isDocument = schema.format === 'document' || items.format === 'document';
  const documents = isDocument ? (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string') : [];
  const isTable = items.type === 'object';
  const rows = isTable ? asList(value).map((row) => fieldsOf(items, asObject(row), {})) : [];
  const plain = !isDocument && !isTable;
  const old = plain ? textOf(schema, before) : '';
  const text = plain ? textOf(schema, value) : '';
  return {
    path: name,
    label: typeof schema.title === 'string' ? schema.title : name,
    text,
    amount: schema.format === 'money',
    documents,
    rows,
    was: before !== undefined && old !== text ? old : null,
  };
}

function fieldsOf(schema: JsonSchema, data: JsonSchema, before: JsonSchema): FieldView[] {
  return Object.entries(asObject(schema.properties)).map(([name, inner]) => field(name, asObject(inner), data[name], before[name]));
}

/** What is computed was never typed: it stands beside what was. */
function withComputed(form: Form, data: JsonSchema): JsonSchema {
  const texts = Object.entries(form.ui ?? {}).flatMap(([name, drawing]): [string, string][] => {
    const text = computedText(drawing, data);
    return text === null ? [] : [[name, text]];
  });
  return { ...data, ...Object.fromEntries(texts) };
}

const filled = (one: FieldView): boolean => one.text !== '' || one.documents.length > 0 || one.rows.length > 0 || one.was !== null;

/**
 * Sections of a form with the data in them; empty fields are left out.
 * @param before the data that this one replaced, if any: what differs is said.
 */
export function sectionsOf(form: Form, data: unknown, before?: unknown): SectionView[] {
  const read = (of: unknown): JsonSchema => withComputed(form, asObject(of));
  const fields = fieldsOf(form.schema, read(data), before === undefined ? {} : read(before));
  const declared = asList(form.ui?.['ui:sections']).map(asObject);
  if (declared.length === 0) return [{ title: null, fields: fields.filter(filled) }];
  const placed = declared.map((section) => ({
    title: section.title as Words,
    fields: asList(section.fields)
      .flatMap((name) => fields.find((one) => one.path === name) ?? [])
      .filter(filled),
  }));
  const named = new Set(declared.flatMap((section) => asList(section.fields)));
  const rest = fields.filter((one) => !named.has(one.path) && filled(one));
  return [...placed, ...(rest.length > 0 ? [{ title: null, fields: rest }] : [])].filter((section) => section.fields.length > 0);
}

export interface Reading {
  readonly submission: SubmissionView;
  readonly form: Form;
  readonly data: unknown;
  readonly before: unknown;
}

/**
 * Submissions ready to be read, newest first. One that carries a whole application again (the applicant completed it) is compared with the application before it.
 */
export function readingsOf(submissions: readonly SubmissionView[]): Reading[] {
  let application: unknown = undefined;
  const readings = [...submissions]
    .sort((a, b) => a.at.localeCompare(b.at))
    .flatMap((submission): Reading[] => {
      if (!submission.form) return [];
      const data = asObject(submission.data);
      if ('application' in data) {
        const inner = asObject(asObject(submission.form.schema.properties).application);
        const rest = { ...asObject(submission.form.schema.properties) };
        delete (rest as Record<string, unknown>).application;
        const form: Form = {
          schema: { type: 'object', properties: { ...rest, ...asObject(inner.properties) } },
          ui: asObject(submission.form.ui?.application),
        };
        const { application: whole, ...others } = data;
        const before = application;
        application = whole;
        return [{ submission, form, data: { ...others, ...asObject(whole) }, before }];
      }
      application ??= submission.data;
      return [{ submission, form: submission.form, data, before: undefined }];
    });
  return readings.reverse();
}
