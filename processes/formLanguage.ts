/** Forms are written in Czech; here they get English labels for who reads in English. */
import type { Form } from './define';
import { isRecord } from './formSchema';
import { formsInEnglish as breachInEnglish } from './breach/formsInEnglish';
import { formsInEnglish as grantInEnglish } from './grant/formsInEnglish';
import type { Language } from './words';

/** Labels of all processes, Czech to English. */
export const formsInEnglish: Readonly<Record<string, string>> = { ...grantInEnglish, ...breachInEnglish };

const LABELS: ReadonlySet<string> = new Set(['title', 'description']);

function translated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translated);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      LABELS.has(key) && typeof inner === 'string' ? (formsInEnglish[inner] ?? inner) : translated(inner),
    ]),
  );
}

const english = new WeakMap<Form, Form>();

/** The form with its labels in the language; the same form for the same one. What an officer wrote into it stays as it is. */
export function formIn(language: Language, form: Form): Form {
  if (language === 'cs') return form;
  const made = english.get(form) ?? { ...form, schema: translated(form.schema) as Form['schema'] };
  english.set(form, made);
  return made;
}
