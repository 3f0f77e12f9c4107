import type { z } from 'zod';
import { words, type Words } from '../../processes/words';

type Issue = z.core.$ZodIssue;

/** What a schema's own check says in both languages: `z.string().refine(isIco, says('…', '…'))`. */
export function says(cs: string, en: string): { readonly message: string; readonly params: { readonly words: Words } } {
  return { message: en, params: { words: words(cs, en) } };
}

const ownWords = (params: unknown): Words | undefined => {
  if (typeof params !== 'object' || params === null || !('words' in params)) return undefined;
  return params.words as Words;
};

const MISSING = words('Tento údaj chybí.', 'This is missing.');

const expectedType: Readonly<Record<string, Words>> = {
  string: words('Má to být text.', 'It should be a text.'),
  number: words('Má to být číslo.', 'It should be a number.'),
  int: words('Má to být celé číslo.', 'It should be a whole number.'),
  boolean: words('Má to být ano, nebo ne.', 'It should be yes or no.'),
  array: words('Má to být seznam.', 'It should be a list.'),
  object: words('Má to být skupina údajů.', 'It should be a group of fields.'),
};

const formats: Readonly<Record<string, Words>> = {
  email: words('Toto není e-mailová adresa.', 'This is not an e-mail address.'),
  uuid: words('Toto není platné označení záznamu.', 'This is not an id of a record.'),
  date: words('Toto není datum, které existuje (rok-měsíc-den).', 'This is not a date that exists (year-month-day).'),
  datetime: words('Toto není platný okamžik.', 'This is not a valid moment.'),
  url: words('Toto není adresa webu.', 'This is not a web address.'),
};

/** 1 znak, 2 až 4 znaky, 5 znaků. */
const count = (n: number, one: string, few: string, many: string): string => `${n} ${n === 1 ? one : n >= 2 && n <= 4 ? few : many}`;
const characters = (n: number): string => count(n, 'znak', 'znaky', 'znaků');
const items = (n: number): string => count(n, 'položka', 'položky', 'položek');

function tooBig(issue: z.core.$ZodIssueTooBig): Words {
  const most = Number(issue.maximum);
  if (issue.origin === 'string') return words(`Nejvíc může být ${characters(most)}.`, `At most ${most} characters.`);
  if (issue.origin === 'array') return words(`Nejvíc může být ${items(most)}.`, `At most ${most} items.`);
  return issue.inclusive
    ? words(`Nejvíc může být ${most}.`, `At most ${most}.`)
    : words(`Musí být méně než ${most}.`, `Must be less than ${most}.`);
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): Words {
  const least = Number(issue.minimum);
  if (issue.origin === 'string') return least === 1 ? MISSING : words(`Nejméně ${characters(least)}.`, `At least ${least} characters.`);
  if (issue.origin === 'array') return words(`Nejméně ${items(least)}.`, `At least ${least} items.`);
  return issue.inclusive
    ? words(`Nejméně ${least}.`, `At least ${least}.`)
    : words(`Musí být více než ${least}.`, `Must be more than ${least}.`);
}

/** The value at a path of what was sent; tells a missing field from a wrong one. */
function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), data);
}

function issueWords(issue: Issue, data: unknown): Words {
  switch (issue.code) {
    case 'invalid_type':
      if (valueAt(data, issue.path) === undefined) return MISSING;
      return expectedType[issue.expected] ?? words('Tato hodnota sem nepatří.', 'This value does not belong here.');
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(', ');
      if (valueAt(data, issue.path) === undefined) return MISSING;
      return words(`Může tu být jen: ${allowed}.`, `Only these are possible: ${allowed}.`);
    }
    case 'too_big':
      return tooBig(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_format':
      return formats[issue.format] ?? words('Toto nemá správný tvar.', 'This does not have the right form.');
    case 'not_multiple_of':
      return words(`Musí to být násobek ${issue.divisor}.`, `It must be a multiple of ${issue.divisor}.`);
    case 'custom':
      return ownWords(issue.params) ?? words('Tato hodnota sem nepatří.', 'This value does not belong here.');
    default:
      return words('Tato hodnota sem nepatří.', 'This value does not belong here.');
  }
}

/**
 * What is wrong, by the dot path of the field, in words of both languages; the first complaint about a field wins.
 * @param data what was sent, to tell a missing field from a wrong one.
 */
export function zodErrors(error: z.core.$ZodError, data: unknown): Record<string, Words> {
  // A map, because a field may be called anything, also __proto__.
  const errors = new Map<string, Words>();
  const complain = (path: readonly string[], text: Words): void => {
    const name = path.join('.') || 'body';
    if (!errors.has(name)) errors.set(name, text);
  };
  for (const issue of error.issues) {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) complain([...path, key], words('Takový údaj tu nečekáme.', 'This field is not known here.'));
    } else {
      complain(path, issueWords(issue, data));
    }
  }
  return Object.fromEntries(errors);
}
