/** The form of an application in a programme that asks more than the law does: the common form with the programme's items in it. */
import type { Form, JsonSchema, ProcessDefinition } from '../define';
import { MAX_AMOUNT } from '../grant/forms';
import { propertiesOf } from '../formSchema';
import { rulesOf } from '../rulesRegistry';
import { words, type Words } from '../words';
import { isMoney, type ComputedOptions } from './amounts';
import { LIMITS, silentKinds, type FormItem, type FormOption, type TableColumn } from './items';

const choice = (options: readonly FormOption[]): JsonSchema => ({
  type: 'string',
  oneOf: options.map(({ id, title }) => ({ const: id, title })),
});

const document: JsonSchema = { type: 'string', format: 'document', maxLength: 40 };

function columnSchema({ kind, title }: TableColumn): JsonSchema {
  switch (kind) {
    case 'text':
      return { type: 'string', title, minLength: 1, maxLength: LIMITS.text };
    case 'number':
      return { type: 'integer', title, minimum: 0, maximum: MAX_AMOUNT };
    case 'money':
      return { type: 'integer', format: 'money', title, minimum: 0, maximum: MAX_AMOUNT };
    case 'day':
      return { type: 'string', format: 'date', title };
  }
}

const addressSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['street', 'municipality', 'postcode'],
  properties: {
    street: { type: 'string', title: 'Ulice a číslo', minLength: 1, maxLength: 200 },
    municipality: { type: 'string', title: 'Obec', minLength: 1, maxLength: 100 },
    postcode: { type: 'string', title: 'PSČ', pattern: '^[1-7]\\d{2} ?\\d{2}$', maxLength: 6 },
  },
};

function kindSchema(item: FormItem): JsonSchema {
  switch (item.kind) {
    case 'section':
    case 'note':
    case 'computed':
      return { type: 'null' };
    case 'text':
      return { type: 'string', minLength: 1, maxLength: item.maxLength ?? LIMITS.text };
    case 'longText':
      return { type: 'string', minLength: 1, maxLength: item.maxLength ?? LIMITS.longText };
    case 'number':
      return { type: 'integer', minimum: item.min ?? 0, maximum: item.max ?? MAX_AMOUNT };
    case 'money':
      return { type: 'integer', format: 'money', minimum: item.min ?? 0, maximum: item.max ?? MAX_AMOUNT };
    case 'day':
      return { type: 'string', format: 'date' };
    case 'yesNo':
      return {
        type: 'boolean',
        oneOf: [
          { const: true, title: 'ano' },
          { const: false, title: 'ne' },
        ],
      };
    case 'choice':
      return choice(item.options);
    case 'choices':
      return {
        type: 'array',
        items: choice(item.options),
        uniqueItems: true,
        minItems: item.required === true ? 1 : 0,
        maxItems: item.options.length,
      };
    case 'files':
      return {
        type: 'array',
        items: document,
        uniqueItems: true,
        minItems: item.required === true ? 1 : 0,
        maxItems: item.most ?? LIMITS.files,
      };
    case 'table':
      return {
        type: 'array',
        minItems: item.required === true ? 1 : 0,
        maxItems: LIMITS.rows,
        items: {
          type: 'object',
          additionalProperties: false,
          required: item.columns.map(({ id }) => id),
          properties: Object.fromEntries(item.columns.map((column) => [column.id, columnSchema(column)])),
        },
      };
    case 'ico':
      return { type: 'string', format: 'ico', maxLength: 8 };
    case 'bankAccount':
      return { type: 'string', format: 'bankAccount', maxLength: 30 };
    case 'address':
      return addressSchema;
  }
}

function drawingOf(item: FormItem, items: readonly FormItem[]): Record<string, unknown> | null {
  switch (item.kind) {
    case 'note':
      return { 'ui:field': 'note' };
    case 'computed':
      return { 'ui:field': 'computed', 'ui:options': { item, money: isMoney(item, items) } satisfies ComputedOptions };
    case 'longText':
      return { 'ui:widget': 'textarea', 'ui:options': { rows: 5 } };
    case 'choices':
      return { 'ui:widget': 'checkboxes' };
    case 'section':
    case 'text':
    case 'number':
    case 'money':
    case 'day':
    case 'yesNo':
    case 'choice':
    case 'files':
    case 'table':
    case 'ico':
    case 'bankAccount':
    case 'address':
      return null;
  }
}

/** What has to be answered how for the item to apply: its own condition, that of the question which it names, and so on. */
function conditionsOf({ shownIf }: FormItem, items: readonly FormItem[]): [string, string | boolean][] {
  if (!shownIf) return [];
  const asked = items.find(({ id }) => id === shownIf.item);
  return [[shownIf.item, shownIf.is], ...(asked ? conditionsOf(asked, items) : [])];
}

/** `shownIf` as a condition of the schema; both faces hide by it, and the server asks by it. */
function conditionOf(item: FormItem, items: readonly FormItem[]): JsonSchema | null {
  const { id, required = false, shownIf, kind } = item;
  if (!shownIf) return null;
  const met = conditionsOf(item, items);
  return {
    if: { properties: Object.fromEntries(met.map(([name, is]) => [name, { const: is }])), required: met.map(([name]) => name) },
    then: required && !silentKinds.has(kind) ? { required: [id] } : { properties: { [id]: true } },
  };
}

interface Drawn {
  readonly id: string;
  readonly title: Words;
  readonly fields: readonly string[];
}

/** The items by sections; those before the first heading stand under a common one. */
function sectionsOf(items: readonly FormItem[]): Drawn[] {
  const sections: { id: string; title: Words; fields: string[] }[] = [];
  for (const item of items) {
    if (item.kind === 'section') sections.push({ id: item.id, title: words(item.title, item.title), fields: [] });
    else {
      if (sections.length === 0) sections.push({ id: 'q', title: words('Otázky programu', 'Questions of the programme'), fields: [] });
      sections.at(-1)?.fields.push(item.id);
    }
  }
  return sections.filter(({ fields }) => fields.length > 0);
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/**
 * The form with the items, before its last section (attachments and the declaration). Without items it is the form itself.
 * @param items without faults (`itemFaults`)
 */
export function withItems(form: Form, items: readonly FormItem[]): Form {
  if (items.length === 0) return form;
  const sections = list(form.ui?.['ui:sections']) as readonly Drawn[];
  const last = sections.at(-1);
  const base = propertiesOf(form.schema);
  const asked = items.filter(({ kind }) => kind !== 'section');
  const own = asked.map((item): [string, JsonSchema] => {
    const { id, title, help } = item;
    return [id, { ...kindSchema(item), title, ...(help !== undefined && { description: help }) }];
  });
  const stays = ([name]: [string, unknown]): boolean => last === undefined || !last.fields.includes(name);
  const required = asked.filter((one) => one.required === true && !silentKinds.has(one.kind) && !one.shownIf).map(({ id }) => id);
  return {
    schema: {
      ...form.schema,
      properties: Object.fromEntries([
        ...Object.entries(base).filter(stays),
        ...own,
        ...Object.entries(base).filter((entry) => !stays(entry)),
      ]),
      required: [...list(form.schema.required), ...required],
      allOf: [...list(form.schema.allOf), ...asked.flatMap((item) => conditionOf(item, items) ?? [])],
    },
    ui: {
      ...form.ui,
      ...Object.fromEntries(
        asked.flatMap((item): [string, unknown][] => {
          const drawn = drawingOf(item, items);
          return drawn ? [[item.id, drawn]] : [];
        }),
      ),
      'ui:sections': [...sections.slice(0, -1), ...sectionsOf(items), ...(last ? [last] : [])],
    },
  };
}

const stepForms = new WeakMap<Form, Map<string, Form>>();

/** The form of a step; one that holds the whole application again holds the given one. The same form for the same application. */
export function stepForm(definition: ProcessDefinition, step: string, application: Form): Form | null {
  const form = definition.steps[step]?.form;
  const field = rulesOf(definition.id).applicationIn[step];
  if (!form || field === undefined || application === definition.application) return form ?? null;
  const known = stepForms.get(application) ?? new Map<string, Form>();
  stepForms.set(application, known);
  const made = known.get(step) ?? withApplication(form, field, application);
  known.set(step, made);
  return made;
}

function withApplication(form: Form, field: string, application: Form): Form {
  const properties = propertiesOf(form.schema);
  const title = properties[field]?.title;
  return {
    schema: { ...form.schema, properties: { ...properties, [field]: { ...application.schema, title } } },
    ui: { ...form.ui, [field]: application.ui },
  };
}
