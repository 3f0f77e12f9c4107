/** Checks what was filled in against the form of a step: JSON Schema 2020-12 with our formats, strictly; unknown fields are refused. */
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import type { Form, JsonSchema } from '../../processes/define';
import { isBankAccount, isDay, isIco } from '../../processes/identifiers';
import type { FieldErrors } from '../../processes/rules';
import type { Words } from '../../processes/words';
import { complaintWords, MISSING, WRONG } from './errorWords';

export type FormData = Readonly<Record<string, unknown>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, verbose: true });
ajv.addFormat('date', isDay);
ajv.addFormat('money', { type: 'number', validate: (value: number) => Number.isSafeInteger(value) });
ajv.addFormat('ico', isIco);
ajv.addFormat('bankAccount', isBankAccount);
ajv.addFormat('document', UUID);

const compiled = new WeakMap<JsonSchema, ValidateFunction>();

function validatorOf(schema: JsonSchema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

/** Complaints that only say that some other complaint follows. */
const ECHOES = new Set(['if', 'allOf', 'anyOf', 'oneOf']);

function pathOf({ instancePath, keyword, params }: ErrorObject): string {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  if (keyword === 'required') path.push(String((params as { missingProperty: unknown }).missingProperty));
  if (keyword === 'additionalProperties') path.push(String((params as { additionalProperty: unknown }).additionalProperty));
  return path.join('.');
}

/** A `oneOf` of constants is a choice: its own complaint is the only one that says something. */
const isChoice = ({ keyword, parentSchema }: ErrorObject): boolean =>
  keyword === 'oneOf' &&
  Array.isArray((parentSchema as { oneOf?: unknown } | undefined)?.oneOf) &&
  (parentSchema as { oneOf: readonly Record<string, unknown>[] }).oneOf.every((one) => 'const' in one);

function isInChoice(error: ErrorObject): boolean {
  return error.keyword === 'const' && /\/oneOf\/\d+\/const$/.test(error.schemaPath);
}

/** What is wrong with the data by dot path; the first complaint about a field wins. Empty: it fits. */
export function formErrors(form: Form, data: FormData): FieldErrors {
  const validate = validatorOf(form.schema);
  const errors = new Map<string, Words>();
  const tell = (path: string, what: Words): void => {
    if (!errors.has(path)) errors.set(path, what);
  };
  if (!validate(data)) {
    for (const error of validate.errors ?? []) {
      if (isInChoice(error) || (ECHOES.has(error.keyword) && !isChoice(error))) continue;
      tell(pathOf(error) || 'data', complaintWords(error));
    }
    // Only echoes: it does not fit all the same, and must never pass.
    if (errors.size === 0) tell('data', WRONG);
  }
  for (const path of blanks(data)) tell(path, MISSING);
  return Object.fromEntries(errors);
}

/** Paths of texts made of white space only: no answer to anything. */
function blanks(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string') return value.length > 0 && value.trim() === '' ? [path.join('.')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => blanks(inner, [...path, key]));
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** Fields that this outcome requires beyond the schema. @throws nothing; names each missing one. */
export function missingFor(requires: readonly string[] | undefined, data: FormData): FieldErrors {
  return Object.fromEntries((requires ?? []).filter((field) => isEmpty(data[field])).map((field) => [field, MISSING]));
}

/** Fields that the form does not have at all (a draft may be unfinished, but not foreign). */
export function foreignFields(form: Form, data: FormData): string[] {
  const known = (form.schema.properties ?? {}) as Readonly<Record<string, unknown>>;
  return Object.keys(data).filter((key) => !Object.hasOwn(known, key));
}

/** Every id of a document in the data, with the path of its field. */
export function documentsIn(schema: JsonSchema, data: unknown, path = ''): { path: string; id: string }[] {
  if (schema.format === 'document') return typeof data === 'string' && data !== '' ? [{ path, id: data }] : [];
  const at = (key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);
  if (Array.isArray(data))
    return schema.items ? data.flatMap((item, index) => documentsIn(schema.items as JsonSchema, item, at(index))) : [];
  if (typeof data !== 'object' || data === null || !schema.properties) return [];
  return Object.entries(schema.properties as Record<string, JsonSchema>).flatMap(([key, inner]) =>
    documentsIn(inner, (data as Record<string, unknown>)[key], at(key)),
  );
}
