/** A form as steps: by `ui:sections` of the form, or of an object inside it (the application inside its supplement). */
import type { Form, JsonSchema } from '../../../processes/define';
import type { Words } from '../../../processes/words';
import { isRecord, propertiesOf } from '../../../processes/formSchema';
import type { Path } from './paths';

export interface Section {
  /** Stands in the address, so it is short and stable. */
  readonly id: string;
  readonly title: Words | null;
  /** Where the object lies whose fields these are; empty for the form itself. */
  readonly at: Path;
  readonly fields: readonly string[];
}

interface Drawn {
  readonly id: string;
  readonly title: Words;
  readonly fields: readonly string[];
}

function isDrawn(value: unknown): value is Drawn {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    isRecord(value.title) &&
    typeof value.title.cs === 'string' &&
    typeof value.title.en === 'string' &&
    Array.isArray(value.fields)
  );
}

function sectionsOfObject(schema: JsonSchema, ui: unknown, at: Path): Section[] {
  const drawn = isRecord(ui) && Array.isArray(ui['ui:sections']) ? ui['ui:sections'].filter(isDrawn) : [];
  return drawn.map(({ id, title, fields }) => ({ id, title, at, fields }));
}

/** The steps of a form, at least one. Fields that no section names come last, by themselves. */
export function sectionsOf(form: Form): Section[] {
  const properties = propertiesOf(form.schema);
  const sections = sectionsOfObject(form.schema, form.ui, []);
  const placed = new Set(sections.flatMap((section) => section.fields));
  for (const [key, inner] of Object.entries(properties)) {
    const within = inner.type === 'object' ? sectionsOfObject(inner, form.ui?.[key], [key]) : [];
    if (within.length > 0) placed.add(key);
    sections.push(...within);
  }
  const rest = Object.keys(properties).filter((key) => !placed.has(key));
  if (rest.length > 0) sections.push({ id: 'form', title: null, at: [], fields: rest });
  return sections;
}

/** The schema and the drawing hints of the object in which a section's fields lie. */
export function objectOf(form: Form, at: Path): { readonly schema: JsonSchema; readonly ui: Record<string, unknown> } {
  let { schema } = form;
  let ui: Record<string, unknown> = { ...form.ui };
  for (const key of at) {
    schema = propertiesOf(schema)[key] ?? {};
    const inner = ui[key];
    ui = isRecord(inner) ? inner : {};
  }
  return { schema, ui };
}

/** The section in which a field stands; the first one for a path that no section has. */
export function sectionOf(sections: readonly Section[], path: string): Section | undefined {
  const found = sections.find((section) => {
    const prefix = section.at.length > 0 ? `${section.at.join('.')}.` : '';
    return path.startsWith(prefix) && section.fields.includes(path.slice(prefix.length).split('.')[0] ?? '');
  });
  return found ?? sections[0];
}
