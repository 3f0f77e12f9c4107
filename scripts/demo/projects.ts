/** What the invented applicants of the demo want, and how far each case is taken. Amounts in haléř. */
import type { Project } from '../grant/content';
import { smoothPlan, type Plan } from '../grant/plan';

/** The case stops before this step is done for the n-th time; null: it is taken to its end. */
export interface Stop {
  readonly step: string;
  readonly time: number;
}

export interface DemoCase {
  /** E-mail of the applicant, before the @. */
  readonly applicant: string;
  readonly plan: Plan;
  readonly stop: Stop | null;
  /** Withdrawn by the applicant where it stopped, with this reason. */
  readonly withdraw?: string;
}

interface Wish {
  readonly applicant: string;
  readonly title: string;
  readonly purpose: string;
  readonly reasons: string;
  /** Whole CZK. */
  readonly requested: number;
}

const NAMES: Readonly<Record<string, { readonly name: string; readonly serial: number }>> = {
  zadatel: { name: 'Spolek Ukázka', serial: 101 },
  sokol: { name: 'Oddíl stolního tenisu Ukázkov', serial: 202 },
  knihovna: { name: 'Přátelé knihovny Ukázkov', serial: 303 },
};

function projectOf(wish: Wish): Project {
  const applicant = NAMES[wish.applicant] ?? { name: wish.applicant, serial: 909 };
  return {
    applicant: applicant.name,
    kind: 'legal',
    serial: applicant.serial,
    municipality: 'Ukázkov',
    title: wish.title,
    purpose: wish.purpose,
    reasons: wish.reasons,
    requested: wish.requested * 100,
    totalCost: Math.round(wish.requested * 1.4) * 100,
  };
}

function demoCase(wish: Wish, stop: Stop | null, decisions: Partial<Plan> = {}, withdraw?: string): DemoCase {
  return {
    applicant: wish.applicant,
    plan: { ...smoothPlan(projectOf(wish)), ...decisions },
    stop,
    ...(withdraw === undefined ? {} : { withdraw }),
  };
}

const at = (step: string, time = 1): Stop => ({ step, time });

/** Cases of the programme whose intake is open, at every step once. */
export const runningCases: readonly DemoCase[] = [
  demoCase(
    {
      applicant: 'zadatel',
      title: 'Sousedské slavnosti',
      purpose: 'Pronájem pódia, ozvučení a hygienického zázemí.',
      reasons: 'Slavnost pořádáme po osmé, loni přišlo šest set lidí.',
      requested: 45_000,
    },
    at('formalCheck'),
  ),
  demoCase(
    {
      applicant: 'sokol',
      title: 'Stoly pro mládež',
      purpose: 'Nákup čtyř stolů pro mládežnický oddíl.',
      reasons: 'Staré stoly už neodpovídají pravidlům soutěží.',
      requested: 96_000,
    },
    at('supplement'),
    { returns: 1 },
  ),
  demoCase(
    {
      applicant: 'knihovna',
      title: 'Čtení pro seniory',
      purpose: 'Cyklus dvanácti čtení v domově seniorů.',
      reasons: 'Senioři se do knihovny sami nedostanou.',
      requested: 24_000,
    },
    at('formalCheck', 2),
    { returns: 1 },
  ),
  demoCase(
    {
      applicant: 'zadatel',
      title: 'Dílna pro děti',
      purpose: 'Materiál a lektoři odpoledních dílen.',
      reasons: 'V obci chybí odpolední program pro děti od šesti do desíti let.',
      requested: 62_000,
    },
    at('evaluation'),
  ),
  demoCase(
    {
      applicant: 'sokol',
      title: 'Turnaj čtyř obcí',
      purpose: 'Pronájem haly a ceny pro vítěze.',
      reasons: 'Turnaj spojuje oddíly z okolí a přitahuje nové členy.',
      requested: 38_000,
    },
    at('evaluation', 2),
  ),
  demoCase(
    {
      applicant: 'knihovna',
      title: 'Místní paměť',
      purpose: 'Digitalizace obecní kroniky a fotografií.',
      reasons: 'Kronika se rozpadá a badatelé ji žádají stále častěji.',
      requested: 120_000,
    },
    at('proposal'),
  ),
  demoCase(
    {
      applicant: 'zadatel',
      title: 'Masopustní průvod',
      purpose: 'Půjčovné masek, hudba a občerstvení.',
      reasons: 'Průvod je tradice, o niž se starají dobrovolníci.',
      requested: 32_000,
    },
    at('councilDecision'),
  ),
  demoCase(
    {
      applicant: 'sokol',
      title: 'Oprava klubovny',
      purpose: 'Výměna oken a podlahy klubovny.',
      reasons: 'Klubovnu používá pět spolků a v zimě se nedá vytopit.',
      requested: 240_000,
    },
    at('assemblyDecision'),
  ),
  demoCase(
    {
      applicant: 'knihovna',
      title: 'Noc s Andersenem',
      purpose: 'Program a občerstvení pro sedmdesát dětí.',
      reasons: 'Zájem dvakrát převyšuje dosavadní kapacitu.',
      requested: 18_000,
    },
    at('signature'),
  ),
  demoCase(
    {
      applicant: 'zadatel',
      title: 'Letní kino',
      purpose: 'Pronájem plátna a licence k pěti filmům.',
      reasons: 'Nejbližší kino je třicet kilometrů daleko.',
      requested: 58_000,
    },
    at('payment'),
  ),
  demoCase(
    {
      applicant: 'sokol',
      title: 'Trenérské kurzy',
      purpose: 'Kurzovné pro tři trenéry mládeže.',
      reasons: 'Bez licence nesmíme mládež trénovat v soutěžích.',
      requested: 27_000,
    },
    at('settlement'),
  ),
  demoCase(
    {
      applicant: 'knihovna',
      title: 'Výstava o řece',
      purpose: 'Panely, tisk a instalace výstavy.',
      reasons: 'Výstava připomene povodeň a to, jak se po ní obec změnila.',
      requested: 41_000,
    },
    at('settlementCheck'),
  ),
  demoCase(
    {
      applicant: 'zadatel',
      title: 'Úklid lesa',
      purpose: 'Nářadí, pytle a odvoz odpadu.',
      reasons: 'V lese zůstaly skládky, které se samy neuklidí.',
      requested: 22_000,
    },
    at('refund'),
    { accepted: 19_500_00 },
  ),
  demoCase(
    {
      applicant: 'sokol',
      title: 'Zájezd na ligový zápas',
      purpose: 'Autobus pro členy oddílu.',
      reasons: 'Chceme členům ukázat vrcholový sport.',
      requested: 30_000,
    },
    null,
    { check: 'reject' },
  ),
  demoCase(
    {
      applicant: 'knihovna',
      title: 'Nový web přátel knihovny',
      purpose: 'Tvorba webu a rok jeho provozu.',
      reasons: 'Dosavadní stránky nejdou číst na telefonu.',
      requested: 90_000,
    },
    null,
    { decision: 'refuse', points: [41, 38] },
  ),
];

/** Cases of the programme that is over: they have come to their ends. */
export const endedCases: readonly DemoCase[] = [
  demoCase(
    {
      applicant: 'zadatel',
      title: 'Adventní trhy',
      purpose: 'Stánky, světla a hudba.',
      reasons: 'Trhy navštívila polovina obce.',
      requested: 48_000,
    },
    null,
  ),
  demoCase(
    {
      applicant: 'knihovna',
      title: 'Besedy s autory',
      purpose: 'Honoráře a cestovné šesti autorů.',
      reasons: 'Besedy patří k nejnavštěvovanějším pořadům knihovny.',
      requested: 36_000,
    },
    null,
    { returns: 1, settlementReturns: 1, accepted: 33_000_00 },
  ),
  demoCase(
    {
      applicant: 'sokol',
      title: 'Přebor okresu',
      purpose: 'Rozhodčí, pronájem haly a poháry.',
      reasons: 'Okres svěřil pořádání nám.',
      requested: 29_000,
    },
    null,
    { contract: 'notSigned' },
  ),
  demoCase(
    {
      applicant: 'zadatel',
      title: 'Silvestrovský ohňostroj',
      purpose: 'Ohňostroj na náměstí.',
      reasons: 'Tradiční rozloučení s rokem.',
      requested: 40_000,
    },
    at('evaluation'),
    {},
    'Spolek se rozhodl ohňostroj kvůli zvířatům nepořádat.',
  ),
];

const memberTown = (title: string, purpose: string, requested: number): Wish => ({
  applicant: 'zadatel',
  title,
  purpose,
  reasons: 'Řešení využijí všechny členské obce a zdrojový kód bude otevřený.',
  requested,
});

/** Cases of the association, whose applicants are its member towns. */
export const associationCases: readonly DemoCase[] = [
  demoCase(memberTown('Společný formulář pro hlášení závad', 'Vývoj a překlad formuláře.', 150_000), at('evaluation')),
  demoCase(memberTown('Školení úředníků v otevřených datech', 'Dva dny školení pro čtyřicet lidí.', 45_000), at('councilDecision')),
];
