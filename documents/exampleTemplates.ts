/** Templates to begin with: what § 10a odst. 5 zákona č. 250/2000 Sb. asks for, in the words of the contract that is made without a template. */
import type { TemplateKind } from '../processes/grant/contract/fields';
import { writeDocx, type Line } from './docx/writeDocx';

const numbered = (list: number, ...texts: readonly string[]): Line[] => texts.map((text) => ({ style: 'numbered', list, text }));
const article = (text: string): Line => ({ style: 'article', text });
const plain = (text: string): Line => ({ style: 'plain', text });

const PARTIES: readonly Line[] = [
  { style: 'bold', text: 'Poskytovatel' },
  plain('{poskytovatel_nazev}, sídlo: {poskytovatel_adresa}, IČO: {poskytovatel_ico}, číslo účtu: {poskytovatel_ucet}'),
  plain('zastoupený: {poskytovatel_zastoupen} (dále jen „poskytovatel“)'),
  { style: 'bold', text: 'Příjemce' },
  plain(
    '{prijemce_nazev}, adresa: {prijemce_adresa}{#ma_ico}, IČO: {prijemce_ico}{/ma_ico}{#je_fyzicka_osoba}, datum narození: {prijemce_datum_narozeni}{/je_fyzicka_osoba}, číslo účtu: {prijemce_ucet}',
  ),
  plain('{#je_zastoupen}zastoupený: {prijemce_zastoupen} {/je_zastoupen}(dále jen „příjemce“)'),
];

const CLAUSE = plain(
  'Doložka podle § 41 odst. 1 zákona č. 128/2000 Sb.: {rozhodl} obce podle {rozhodl_podle}, usnesením č. {usneseni_cislo} ze dne {usneseni_datum}.',
);

const SIGNATURES: Line = {
  style: 'columns',
  left: ['V …………………… dne …………', '', '', '……………………………', 'za poskytovatele', '{poskytovatel_nazev}'],
  right: ['V …………………… dne …………', '', '', '……………………………', 'příjemce', '{prijemce_nazev}'],
};

const CONTRACT: readonly Line[] = [
  { style: 'title', text: 'Veřejnoprávní smlouva o poskytnutí dotace' },
  { style: 'subtitle', text: 'číslo smlouvy: {cislo_smlouvy}    spisová značka: {cislo_spisu}' },
  ...PARTIES,
  article('I. Předmět a účel'),
  ...numbered(
    1,
    'Poskytovatel poskytuje příjemci ze svého rozpočtu účelovou dotaci ve výši {castka} (slovy: {castka_slovy}) z programu „{program}“.',
    'Dotace je určena na projekt „{projekt}“ a příjemce ji smí použít jen na tento účel: {ucel}',
    'Účelu má být dosaženo v době od {doba_od} do {doba_do}.',
    'Dotace je veřejnou finanční podporou ve smyslu zákona č. 320/2001 Sb., o finanční kontrole ve veřejné správě.',
  ),
  article('II. Vyplacení'),
  plain('{#plati_se_najednou}'),
  ...numbered(
    2,
    'Dotace se vyplatí jednorázově na účet příjemce uvedený v záhlaví, s variabilním symbolem {variabilni_symbol}, do 30 dnů ode dne účinnosti této smlouvy.',
  ),
  plain('{/plati_se_najednou}'),
  plain('{#plati_se_po_castech}'),
  ...numbered(2, 'Dotace se vyplatí po částech na účet příjemce uvedený v záhlaví, s variabilním symbolem {variabilni_symbol}:'),
  plain('{#splatky}'),
  { style: 'bullet', text: '{splatka_poradi}. část {splatka_castka} {splatka_kdy}' },
  plain('{/splatky}'),
  plain('{/plati_se_po_castech}'),
  ...numbered(2, 'Dnem poskytnutí je den, kdy byla dotace odepsána z účtu poskytovatele.'),
  article('III. Povinnosti příjemce'),
  ...numbered(3, 'Příjemce vede úhradu výdajů z dotace v účetnictví nebo v daňové evidenci odděleně a doklady označí číslem této smlouvy.'),
  plain('{#podminky}'),
  ...numbered(3, '{podminka}'),
  plain('{/podminky}'),
  ...numbered(
    3,
    'Příjemce umožní poskytovateli veřejnosprávní kontrolu použití dotace a předloží k ní originály dokladů.',
    'Příjemce do 15 dnů oznámí změnu údajů uvedených v této smlouvě, svoji přeměnu nebo zrušení. Při přeměně nebo zrušení s likvidací vrátí dotaci, nebo její část, která dosud nebyla použita, nedohodnou-li se strany jinak.',
  ),
  article('IV. Vyúčtování a vrácení'),
  ...numbered(
    4,
    'Příjemce předloží poskytovateli finanční vypořádání (vyúčtování) s doklady a závěrečnou zprávou nejpozději do {vyuctovani_do}.',
    'Nevyužitou nebo neuznanou část dotace příjemce vrátí na účet poskytovatele uvedený v záhlaví, s variabilním symbolem {variabilni_symbol}, do 30 dnů ode dne, kdy k tomu byl vyzván.',
  ),
  article('V. Porušení rozpočtové kázně'),
  ...numbered(
    5,
    'Neoprávněné použití nebo zadržení dotace a porušení povinnosti stanovené touto smlouvou, která souvisí s účelem dotace, je porušením rozpočtové kázně podle § 22 zákona č. 250/2000 Sb.',
  ),
  article('VI. Závěrečná ustanovení'),
  ...numbered(
    6,
    'Smlouva je veřejnoprávní smlouvou podle § 159 a následujících zákona č. 500/2004 Sb., správní řád, a § 10a zákona č. 250/2000 Sb., o rozpočtových pravidlech územních rozpočtů. Měnit ji lze jen písemným dodatkem.',
    '{#zverejnuje_se}Poskytovatel smlouvu zveřejní do 30 dnů ode dne uzavření na své úřední desce způsobem umožňujícím dálkový přístup po dobu nejméně 3 let (§ 10d zákona č. 250/2000 Sb.).{/zverejnuje_se}{^zverejnuje_se}Výše dotace nepřesahuje částku, od níž se smlouva zveřejňuje podle § 10d zákona č. 250/2000 Sb.{/zverejnuje_se}',
    'Smlouva je platná dnem podpisu poslední smluvní stranou a účinná týmž dnem, nestanoví-li zákon č. 340/2015 Sb., o registru smluv, jinak. Je vyhotovena ve dvou stejnopisech, každá strana obdrží jeden.',
  ),
  CLAUSE,
  SIGNATURES,
];

const AMENDMENT: readonly Line[] = [
  { style: 'title', text: 'Dodatek č. {dodatek_cislo}' },
  {
    style: 'subtitle',
    text: 'k veřejnoprávní smlouvě o poskytnutí dotace č. {cislo_smlouvy} ze dne {smlouva_ze_dne}    spisová značka: {cislo_spisu}',
  },
  ...PARTIES,
  article('I. Předmět dodatku'),
  plain('Smluvní strany se dohodly na této změně smlouvy:'),
  plain('{#zmeny}'),
  ...numbered(1, '{zmena}'),
  plain('{/zmeny}'),
  article('II. Závěrečná ustanovení'),
  ...numbered(
    2,
    'Po těchto změnách je dotace {castka} (slovy: {castka_slovy}), účelu má být dosaženo do {doba_do} a vyúčtování se předkládá do {vyuctovani_do}. Ostatní ujednání smlouvy se nemění.',
    '{#zverejnuje_se}Poskytovatel dodatek zveřejní do 30 dnů ode dne uzavření na své úřední desce (§ 10d zákona č. 250/2000 Sb.). {/zverejnuje_se}Dodatek je platný dnem podpisu poslední smluvní stranou. Je vyhotoven ve dvou stejnopisech.',
  ),
  CLAUSE,
  SIGNATURES,
];

/** A template that can be used as it is, or edited. */
export function exampleTemplate(kind: TemplateKind): Buffer {
  return writeDocx(kind === 'contract' ? CONTRACT : AMENDMENT, 'Spis {cislo_spisu}');
}
