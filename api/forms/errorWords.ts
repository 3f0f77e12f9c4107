/** What people read when a form does not fit its schema; the one place for these texts. */
import type { ErrorObject } from 'ajv';
import { formatMoney } from '../../processes/money';
import { words, type Words } from '../../processes/words';

export const MISSING = words('Tento údaj je povinný.', 'This is required.');
const UNKNOWN = words('Takový údaj v tomto formuláři není.', 'There is no such field in this form.');
export const WRONG = words('Tato hodnota sem nepatří.', 'This value does not belong here.');

const formats: Readonly<Record<string, Words>> = {
  date: words(
    'Zadejte skutečné datum mezi lety 1900 a 2199 (rok-měsíc-den).',
    'Enter a real date between the years 1900 and 2199 (year-month-day).',
  ),
  money: words('Částka může mít nejvýše dvě desetinná místa (celé haléře).', 'An amount has at most two decimals (whole haléř).'),
  ico: words('IČO má osm číslic a toto není platné.', 'An IČO has eight digits and this one is not valid.'),
  bankAccount: words(
    'Toto není platné číslo účtu (předčíslí-číslo/kód banky).',
    'This is not a valid account number (prefix-number/bank).',
  ),
  document: words('Tento dokument ve spisu není. Nahrajte ho znovu.', 'This document is not in the case. Upload it again.'),
};

const types: Readonly<Record<string, Words>> = {
  string: words('Má to být text.', 'It should be a text.'),
  integer: words('Má to být celé číslo.', 'It should be a whole number.'),
  number: words('Má to být číslo.', 'It should be a number.'),
  boolean: words('Má to být ano, nebo ne.', 'It should be yes or no.'),
  array: words('Má to být seznam.', 'It should be a list.'),
  object: words('Má to být skupina údajů.', 'It should be a group of fields.'),
};

export const formatWords = (format: string): Words => formats[format] ?? WRONG;

const count = (n: number, one: string, few: string, many: string): string => `${n} ${n === 1 ? one : n >= 2 && n <= 4 ? few : many}`;

function limitWords(limit: number, money: boolean, most: boolean): Words {
  const figure = money ? formatMoney(limit) : String(limit);
  return most ? words(`Nejvíce může být ${figure}.`, `At most ${figure}.`) : words(`Nejméně může být ${figure}.`, `At least ${figure}.`);
}

/** The words of one complaint of the validator. */
export function complaintWords({ keyword, params, parentSchema }: ErrorObject): Words {
  const schema: Readonly<Record<string, unknown>> = parentSchema ?? {};
  const format = typeof schema.format === 'string' ? schema.format : '';
  const limit = Number((params as { limit?: unknown }).limit);
  switch (keyword) {
    case 'required':
      return MISSING;
    case 'additionalProperties':
      return UNKNOWN;
    case 'type':
      return format === 'money' ? formatWords('money') : (types[String((params as { type?: unknown }).type)] ?? WRONG);
    case 'format':
      return formatWords(format);
    case 'minLength':
      return limit === 1 ? MISSING : words(`Nejméně ${count(limit, 'znak', 'znaky', 'znaků')}.`, `At least ${limit} characters.`);
    case 'maxLength':
      return words(`Text je delší než ${count(limit, 'znak', 'znaky', 'znaků')}.`, `The text is longer than ${limit} characters.`);
    case 'minimum':
      return limitWords(limit, format === 'money', false);
    case 'maximum':
      return limitWords(limit, format === 'money', true);
    case 'minItems':
      return words(`Nejméně ${count(limit, 'položka', 'položky', 'položek')}.`, `At least ${limit} items.`);
    case 'maxItems':
      return words(`Nejvíce ${count(limit, 'položka', 'položky', 'položek')}.`, `At most ${limit} items.`);
    case 'uniqueItems':
      return words('Některá položka je tu dvakrát.', 'An item is here twice.');
    case 'pattern':
      return words('Toto nemá správný tvar.', 'This does not have the right form.');
    case 'const':
      return schema.const === true ? words('Bez potvrzení to nejde.', 'This must be confirmed.') : WRONG;
    default:
      return WRONG;
  }
}
