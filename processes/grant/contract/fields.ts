/** Fields that officers write into templates of contracts, each in braces: `{castka_slovy}`. Their names are Czech without diacritics, for they are typed by hand. */
import { words, type Words } from '../../words';

/** What a template is of. */
export const templateKinds = ['contract', 'amendment'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** `text` stands for a value, `list` is opened and closed around what repeats, `condition` around what is left out where it does not hold. */
export type FieldKind = 'text' | 'list' | 'condition';

export interface ContractField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly meaning: Words;
  readonly example: string;
  /** The list inside which it stands. */
  readonly inside?: string;
  /** Only in this kind of template. */
  readonly only?: TemplateKind;
}

const text = (name: string, cs: string, en: string, example: string, more: Partial<ContractField> = {}): ContractField => ({
  name,
  kind: 'text',
  meaning: words(cs, en),
  example,
  ...more,
});
const condition = (name: string, cs: string, en: string): ContractField => ({ ...text(name, cs, en, ''), kind: 'condition' });
const list = (name: string, cs: string, en: string, more: Partial<ContractField> = {}): ContractField => ({
  ...text(name, cs, en, '', more),
  kind: 'list',
});

export const contractFields: readonly ContractField[] = [
  text('cislo_spisu', 'číslo spisu', 'number of the case', 'DOT-2026-0001'),
  text('cislo_smlouvy', 'číslo smlouvy; před podpisem tečky', 'number of the contract; dots before the signature', 'S-12/2026'),
  text('smlouva_ze_dne', 'den podpisu smlouvy; před podpisem tečky', 'day of the signature; dots before it', '1. 6. 2026'),
  text('program', 'název programu', 'title of the programme', 'Podpora spolků 2026'),
  text('fond', 'dotační fond, je-li', 'fund, where there is one', 'Fond kultury'),
  text('oblast', 'oblast podpory, je-li', 'area of support, where there is one', 'Kultura'),
  text('poskytovatel_nazev', 'název obce', 'name of the municipality', 'Městys Zkušebnov'),
  text('poskytovatel_ico', 'IČO obce', 'IČO of the municipality', '00000019'),
  text('poskytovatel_adresa', 'adresa obce', 'address of the municipality', 'Náves 1, 100 00 Zkušebnov'),
  text('poskytovatel_ucet', 'účet obce', 'bank account of the municipality', '2000145399/0800'),
  text('poskytovatel_zastoupen', 'kdo za obec podepisuje (z nastavení úřadu; jinak tečky)', 'who signs for the municipality', 'starostkou'),
  text('prijemce_nazev', 'jméno nebo název příjemce', 'name of the recipient', 'Spolek přátel dechovky'),
  text('prijemce_ico', 'IČO příjemce; prázdné, když ho nemá', 'IČO of the recipient; empty without one', '00000027'),
  text('prijemce_datum_narozeni', 'datum narození fyzické osoby', 'birth date of a natural person', '29. 2. 1980'),
  text('prijemce_adresa', 'sídlo nebo bydliště příjemce', 'seat or home of the recipient', 'Horní 5, 100 00 Zkušebnov'),
  text(
    'prijemce_zastoupen',
    'kdo za příjemce jedná; prázdné, když nikdo',
    'who acts for the recipient; empty for nobody',
    'předsedkyně spolku',
  ),
  text('prijemce_ucet', 'účet příjemce', 'bank account of the recipient', '19-2000145399/0800'),
  condition('je_fyzicka_osoba', 'příjemce je fyzická osoba', 'the recipient is a natural person'),
  condition('je_pravnicka_osoba', 'příjemce je právnická osoba', 'the recipient is a legal person'),
  condition('ma_ico', 'příjemce má IČO', 'the recipient has an IČO'),
  condition('je_zastoupen', 'za příjemce někdo jedná', 'somebody acts for the recipient'),
  text('projekt', 'název projektu', 'title of the project', 'Letní tábor'),
  text('ucel', 'účel dotace ze žádosti', 'purpose from the application', 'Nájem sálu a nástroje'),
  text('castka', 'výše dotace číslicemi', 'amount in figures', '60 000 Kč'),
  text('castka_slovy', 'výše dotace slovy', 'amount in words', 'šedesát tisíc korun českých'),
  text('doba_od', 'od kdy má být účelu dosaženo', 'first day of use', '1. 6. 2026'),
  text('doba_do', 'do kdy má být účelu dosaženo', 'last day of use', '31. 10. 2026'),
  list('podminky', 'podmínky programu, jedna po druhé', 'conditions of the programme, one by one'),
  text('podminka', 'jedna podmínka', 'one condition', 'Doklady se uchovávají 10 let.', { inside: 'podminky' }),
  text('vyuctovani_do', 'poslední den pro vyúčtování', 'last day of the settlement', '31. 1. 2027'),
  text('variabilni_symbol', 'variabilní symbol platby i vrácení', 'variable symbol of the payment and the return', '20260001'),
  condition('plati_se_najednou', 'dotace se vyplatí najednou', 'paid at once'),
  condition('plati_se_po_castech', 'dotace se vyplatí po částech', 'paid in parts'),
  list('splatky', 'části platby, jedna po druhé', 'parts of the payment, one by one'),
  text('splatka_poradi', 'pořadí části', 'ordinal of the part', '1', { inside: 'splatky' }),
  text('splatka_castka', 'částka části', 'amount of the part', '30 000 Kč', { inside: 'splatky' }),
  text('splatka_do', 'do kdy se část vyplatí', 'by when the part is paid', '30. 6. 2026', { inside: 'splatky' }),
  text(
    'splatka_kdy',
    'kdy se část vyplatí: „do 30. 6. 2026“, nebo podmínka',
    'when the part is paid: a day or a condition',
    'do 30. 6. 2026',
    { inside: 'splatky' },
  ),
  text('splatka_podminka', 'podmínka části; prázdná, když žádná není', 'condition of the part', 'po vyúčtování první části', {
    inside: 'splatky',
  }),
  text('rozhodl', 'kdo rozhodl: „rozhodla rada“ nebo „rozhodlo zastupitelstvo“', 'who decided', 'rozhodlo zastupitelstvo'),
  text(
    'rozhodl_podle',
    'ustanovení, podle kterého orgán rozhodl',
    'the provision by which it decided',
    '§ 85 písm. c) zákona č. 128/2000 Sb., o obcích',
  ),
  text('usneseni_cislo', 'číslo usnesení', 'number of the resolution', '12/2026'),
  text('usneseni_datum', 'den usnesení', 'day of the resolution', '20. 5. 2026'),
  condition('zverejnuje_se', 'smlouva se zveřejňuje (dotace nad 50 000 Kč)', 'the contract is published (over 50 000 CZK)'),
  text('dodatek_cislo', 'pořadové číslo dodatku', 'ordinal of the amendment', '1', { only: 'amendment' }),
  list('zmeny', 'co dodatek mění, jedna změna po druhé', 'what the amendment changes, one by one', { only: 'amendment' }),
  text('zmena', 'jedna změna', 'one change', 'Lhůta pro předložení vyúčtování se mění z 31. 1. 2027 na 31. 3. 2027.', {
    inside: 'zmeny',
    only: 'amendment',
  }),
];

/** Fields that a template of this kind may use, by name. */
export function fieldsOf(kind: TemplateKind): ReadonlyMap<string, ContractField> {
  return new Map(contractFields.filter(({ only }) => only === undefined || only === kind).map((field) => [field.name, field]));
}
