/**
 * Personal data that can be told by their form, in Czech texts of a settlement. A proposal for the officer, never the last word: what looks like a phone
 * number may be the number of an invoice, and names are left to people. Rather too much than too little.
 */
import { czechAccount, isIban } from '../banking/accounts';

export const personalKinds = ['birthNumber', 'birthDate', 'email', 'phone', 'account', 'address'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A part of a text, from and to (not included) in UTF-16 units. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly kind: PersonalKind;
}

/** `part`: the group of the expression that is meant; `fits` decides by more than the form. */
interface Rule {
  readonly kind: PersonalKind;
  readonly form: RegExp;
  readonly part?: number;
  readonly fits?: (match: string, before: string, firstYear: number) => boolean;
}

const MONTHS = 'ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince';
const DATE = `\\d{1,2}\\s?\\.\\s?(?:\\d{1,2}\\s?\\.|(?:${MONTHS}))\\s?\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\/\\d{1,2}\\/\\d{4}`;
const HOUSE = '\\d{1,5}(?:\\/\\d{1,4})?\\p{Ll}?(?![\\p{L}\\d])';
const ACCOUNT_BEFORE = /(?:účet|účtu|účtem|ú\.)\s*(?:č(?:íslo|\.)\s*)?:?\s*$/iu;
const YEAR_AFTER_SLASH = /\/(?:19|20)\d\d$/;

/** Could the first six digits be those of a birth number (rodné číslo): months of women +50, from 2004 also +20 and +70? */
function bornOn(digits: string): boolean {
  const month = Number(digits.slice(2, 4)) % 50;
  const day = Number(digits.slice(4, 6));
  return ((month >= 1 && month <= 12) || (month >= 21 && month <= 32)) && Number(digits.slice(2, 4)) <= 82 && day >= 1 && day <= 31;
}

/** Codes of banks 2011 to 2059 are not given: `123456/2026` is a number and a year. */
const isYear = (bank: string): boolean => /^20(?:1[1-9]|[2-5]\d)$/.test(bank);

function isAccount(match: string, before: string): boolean {
  if (ACCOUNT_BEFORE.test(before)) return true;
  const plain = match.replace(/\s/g, '');
  const [number = '', bank = ''] = plain.split('/');
  if (isYear(bank)) return false;
  return number.length >= 6 && (number.includes('-') || czechAccount(plain) !== null);
}

const rules: readonly Rule[] = [
  { kind: 'email', form: /[\p{L}\p{N}._%+'-]{1,64}\s?(?:@|[([](?:zavináč|at)[)\]])\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu },
  { kind: 'birthNumber', form: /(?<![\d-])\d{6}\s?\/\s?\d{3,4}(?!\d)/gu, fits: (match) => bornOn(match) },
  { kind: 'birthNumber', form: /(?<![\d/-])\d{10}(?![\d/])/gu, fits: (match) => bornOn(match) && Number(match) % 11 === 0 },
  { kind: 'birthNumber', form: /(?:rodn\p{L}+ čísl\p{L}+|r\.\s?č\.|(?<!\p{L})rč\.?)\s*:?\s*(\d{6}\s?\/?\s?\d{3,4})/giu, part: 1 },
  { kind: 'account', form: /(?<![\d/-])(?:\d{1,6}-)?\d{2,10}\s?\/\s?\d{4}(?![\d/])/gu, fits: isAccount },
  { kind: 'account', form: /(?<![\p{L}\d])(?:CZ|SK)\d{2}(?: ?\d{4}){5}(?!\d)/gu },
  { kind: 'account', form: /(?<![\p{L}\d])[A-Z]{2}\d{2}[A-Z0-9]{11,30}(?![\p{L}\d])/gu, fits: (match) => isIban(match) },
  {
    kind: 'birthDate',
    form: new RegExp(
      `(?:nar(?:\\.|ozen\\p{L}*)|(?<!\\p{L})roč(?:\\.|ník))\\s*:?\\s*(?:dne\\s*)?(${DATE}|\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{2}|\\d{4})`,
      'giu',
    ),
    part: 1,
  },
  {
    kind: 'birthDate',
    // A day long before the grant is hardly a day on which it was spent.
    form: new RegExp(`(?<![\\d/.-])(?:${DATE})(?!\\d)`, 'giu'),
    fits: (match, _before, firstYear) => {
      const year = Number(/(?:^|\D)(\d{4})(?:\D|$)/.exec(match)?.[1]);
      return year >= 1900 && year < firstYear;
    },
  },
  { kind: 'phone', form: /(?<![\d\p{L}])(?:\+\d{1,3}|0042[01])(?:[\s.-]?\d{2,4}){2,5}(?!\d)/gu },
  { kind: 'phone', form: /(?<![\d.,/-])(?<!\d\s)[2-79]\d{2}[\s.-]\d{3}[\s.-]\d{3}(?![\s.,/-]?\d|\s?(?:Kč|CZK|,-))/gu },
  { kind: 'phone', form: /(?<![\d/-])[67]\d{8}(?![\d/])/gu },
  { kind: 'phone', form: /(?:(?<!\p{L})(?:tel|telefon\p{L}*|mob|mobil\p{L}*)\.?)\s*(?:č\.\s*)?:?\s*(\d(?:[\s.-]?\d){8})/giu, part: 1 },
  { kind: 'address', form: /(?<!\p{L})č(?:p\.?|\.\s?(?:p|e|ev)\.|íslo popisné)\s*\d{1,5}/giu },
  {
    kind: 'address',
    form: new RegExp(
      `(?<!\\p{L})(?:ul(?:ic[ei]|\\.)|nám(?:ěst[ií]|\\.)|tř(?:íd[aě]|\\.)|nábř(?:eží|\\.)|sídl(?:iš?tě|\\.)|náves|návsi)\\s+(?:[\\p{L}.]{1,40}\\s+){0,4}${HOUSE}`,
      'giu',
    ),
  },
  {
    kind: 'address',
    form: new RegExp(`(?:bytem|adres\\p{L}*|bydlišt\\p{L}+|sídlem)\\s*:?\\s*([^,;\\n]{2,60}?\\s${HOUSE})`, 'giu'),
    part: 1,
  },
  // A house, then its postal code: `Lhota 45, 679 61 Letovice`.
  { kind: 'address', form: /\p{Lu}\p{L}{1,40}(?:\s\p{L}{1,40}){0,3}\s\d{1,4}(?:\/\d{1,4})?\p{Ll}?\s*,?\s\d{3}\s?\d{2}(?!\d)/gu },
  // Streets are named by adjectives: Dlouhá, Husova, Nádražní; verbal nouns (Ozvučení 3) are none.
  {
    kind: 'address',
    form: new RegExp(
      `(?<!\\p{L})\\p{Lu}\\p{Ll}+(?:á|ova|[^aeiouyáéěíóúůý\\s]ní)\\s${HOUSE}(?!\\s?(?:Kč|ks|kus|%|×|[.,]\\d|h(?:od)?(?!\\p{L})|dn))`,
      'gu',
    ),
    fits: (match) => !YEAR_AFTER_SLASH.test(match) && !/\s(?:19|20)\d\d$/.test(match),
  },
];

/**
 * Parts of the text that look like personal data, in their order; parts may overlap.
 * @param firstYear of the grant: a full date before it is taken for a day of birth
 */
export function personalData(text: string, firstYear: number): Found[] {
  const found: Found[] = [];
  for (const { kind, form, part = 0, fits } of rules) {
    for (const match of text.matchAll(form)) {
      const said = match[part] ?? match[0];
      const from = match.index + match[0].lastIndexOf(said);
      if (fits === undefined || fits(said, text.slice(0, from), firstYear)) found.push({ from, to: from + said.length, kind });
    }
  }
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}
