/** Which of the contents that § 10a odst. 5 zákona č. 250/2000 Sb. asks for a template lacks. */
import { words, type Words } from '../../words';
import type { TemplateKind } from './fields';

interface Obligatory {
  /** Letter of § 10a odst. 5. */
  readonly letter: string;
  readonly what: Words;
  /** All of these fields, one of each row. */
  readonly fields: readonly (readonly string[])[];
  /** Or words of the template itself. */
  readonly orWords?: RegExp;
}

const OBLIGATORY: readonly Obligatory[] = [
  {
    letter: 'a',
    what: words('název, sídlo a IČO poskytovatele', 'name, seat and IČO of the provider'),
    fields: [['poskytovatel_nazev'], ['poskytovatel_adresa'], ['poskytovatel_ico']],
  },
  {
    letter: 'b',
    what: words(
      'jméno, datum narození a bydliště, nebo název, sídlo a IČO příjemce',
      'name, birth date and home, or name, seat and IČO of the recipient',
    ),
    fields: [['prijemce_nazev'], ['prijemce_adresa'], ['prijemce_ico'], ['prijemce_datum_narozeni']],
  },
  { letter: 'c', what: words('čísla účtů obou stran', 'bank accounts of both'), fields: [['poskytovatel_ucet'], ['prijemce_ucet']] },
  { letter: 'd', what: words('poskytovaná částka', 'the amount'), fields: [['castka', 'castka_slovy']] },
  { letter: 'e', what: words('účel', 'the purpose'), fields: [['ucel']] },
  { letter: 'f', what: words('doba, v níž má být účelu dosaženo', 'the time in which it is to be reached'), fields: [['doba_do']] },
  {
    letter: 'g',
    what: words('podmínky, které má příjemce splnit', 'conditions that the recipient must meet'),
    fields: [['podminky']],
    orWords: /podmín/i,
  },
  { letter: 'i', what: words('doba pro předložení finančního vypořádání', 'the time of the settlement'), fields: [['vyuctovani_do']] },
  {
    letter: 'k',
    what: words('co platí při přeměně nebo zrušení příjemce s likvidací', 'what holds when the recipient is transformed or wound up'),
    fields: [[]],
    orWords: /přeměn[\s\S]*likvidac|likvidac[\s\S]*přeměn/i,
  },
  {
    letter: 'l',
    what: words('den podpisu a podpisy stran', 'day of the signature and signatures'),
    fields: [[]],
    orWords: /podpis|V\s*[….]{3,}/i,
  },
];

/** One thing that a template lacks. */
export interface Lack {
  readonly provision: string;
  readonly what: Words;
}

/**
 * What a template of a contract lacks; an amendment changes a contract and may lack anything.
 * @param fields names that the template uses
 * @param text of the template, for what no field stands for
 */
export function lacksOf(kind: TemplateKind, fields: readonly string[], text: string): Lack[] {
  if (kind === 'amendment') return [];
  return OBLIGATORY.filter(({ fields: wanted, orWords }) => {
    if (orWords?.test(text)) return false;
    return !wanted.every((oneOf) => oneOf.some((name) => fields.includes(name)));
  }).map(({ letter, what }) => ({ provision: `§ 10a odst. 5 písm. ${letter}) zákona č. 250/2000 Sb.`, what }));
}
