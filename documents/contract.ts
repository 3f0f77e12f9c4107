/**
 * Public-law contract on a grant (veřejnoprávní smlouva o poskytnutí dotace) with the contents of § 10a odst. 5 zákona
 * č. 250/2000 Sb. The text is Czech only: it is the document that is signed.
 */
import { DateTime } from 'luxon';
import type { Content } from 'pdfmake/interfaces';
import type { ContractFacts } from '../processes/grant/contract/facts';
import { BLANK, conditionLines, DECIDED } from '../processes/grant/contract/fieldValues';
import { isPublished } from '../processes/grant/publication';
import { formatMoney } from '../processes/money';
import { moneyInWords } from '../processes/numberWords';
import type { PdfDocument } from './pdf';

function day(iso: string): string {
  return DateTime.fromISO(iso).toFormat('d. M. yyyy');
}

function article(number: string, title: string, paragraphs: readonly Content[]): Content[] {
  return [{ text: `${number}\n${title}`, style: 'article', headlineLevel: 2 }, ...paragraphs];
}

function numbered(items: readonly Content[]): Content {
  return { ol: [...items], style: 'paragraph' };
}

function party(heading: string, lines: readonly (string | null)[], called: string): Content {
  const shown = lines.filter((line) => line !== null);
  return { text: [{ text: `${heading}\n`, bold: true }, shown.join('\n'), `\n(dále jen „${called}“)`], margin: [0, 0, 0, 8] };
}

function parties({ provider, recipient }: ContractFacts): Content[] {
  return [
    party(
      'Poskytovatel',
      [
        provider.name,
        `sídlo: ${provider.address || BLANK}`,
        `IČO: ${provider.ico ?? BLANK}`,
        `číslo účtu: ${provider.bankAccount ?? BLANK}`,
        `zastoupený: ${provider.representative ?? BLANK}`,
      ],
      'poskytovatel',
    ),
    party(
      'Příjemce',
      [
        recipient.name,
        `${recipient.kind === 'legal' ? 'sídlo' : 'bydliště'}: ${recipient.address}`,
        recipient.ico === null ? null : `IČO: ${recipient.ico}`,
        recipient.kind === 'natural' ? `datum narození: ${recipient.birthDate === null ? BLANK : day(recipient.birthDate)}` : null,
        `číslo účtu: ${recipient.bankAccount}`,
        recipient.representative === null ? null : `zastoupený: ${recipient.representative}`,
      ],
      'příjemce',
    ),
  ];
}

function payment({ parts, variableSymbol }: ContractFacts): Content[] {
  const how = 'převodem na účet příjemce uvedený v záhlaví, s variabilním symbolem';
  if (parts.length === 0) return [`Dotace se vyplatí jednorázově ${how} ${variableSymbol}, do 30 dnů ode dne účinnosti této smlouvy.`];
  const said = parts.map(({ amount, dueOn, condition }) => `${formatMoney(amount)} ${dueOn === null ? condition : `do ${day(dueOn)}`}`);
  return [`Dotace se vyplatí po částech ${how} ${variableSymbol}: ${said.map((one, index) => `${index + 1}. část ${one}`).join('; ')}.`];
}

function articles(facts: ContractFacts): Content[] {
  const { amount, variableSymbol, programme, project, settlementDueOn, decision } = facts;
  const { decided, by } = DECIDED[decision.body];
  const conditions = conditionLines(programme.conditions);
  return [
    ...article('I.', 'Předmět a účel', [
      numbered([
        `Poskytovatel poskytuje příjemci ze svého rozpočtu účelovou dotaci ve výši ${formatMoney(amount)} (slovy: ${moneyInWords(amount)}; dále jen „dotace“) z programu „${programme.title}“.`,
        `Dotace je určena na projekt „${project.title}“ a příjemce ji smí použít jen na tento účel: ${project.purpose}`,
        `Účelu má být dosaženo v době od ${day(project.from)} do ${day(project.to)}.`,
        'Dotace je veřejnou finanční podporou ve smyslu zákona č. 320/2001 Sb., o finanční kontrole ve veřejné správě.',
      ]),
    ]),
    ...article('II.', 'Vyplacení', [
      numbered([...payment(facts), 'Dnem poskytnutí je den, kdy byla dotace odepsána z účtu poskytovatele.']),
    ]),
    ...article('III.', 'Povinnosti příjemce', [
      numbered([
        'Příjemce vede úhradu výdajů z dotace v účetnictví nebo v daňové evidenci odděleně a doklady označí číslem této smlouvy.',
        ...conditions,
        'Příjemce umožní poskytovateli veřejnosprávní kontrolu použití dotace a předloží k ní originály dokladů.',
        'Příjemce do 15 dnů oznámí změnu údajů uvedených v této smlouvě, svoji přeměnu nebo zrušení. Při přeměně nebo zrušení s likvidací vrátí dotaci, nebo její část, která dosud nebyla použita, nedohodnou-li se strany jinak.',
      ]),
    ]),
    ...article('IV.', 'Vyúčtování a vrácení', [
      numbered([
        `Příjemce předloží poskytovateli finanční vypořádání (vyúčtování) s doklady a závěrečnou zprávou nejpozději do ${day(settlementDueOn)}.`,
        `Nevyužitou nebo neuznanou část dotace příjemce vrátí na účet poskytovatele uvedený v záhlaví, s variabilním symbolem ${variableSymbol}, do 30 dnů ode dne, kdy k tomu byl vyzván.`,
      ]),
    ]),
    ...article('V.', 'Porušení rozpočtové kázně', [
      numbered([
        'Neoprávněné použití nebo zadržení dotace a porušení povinnosti stanovené touto smlouvou, která souvisí s účelem dotace, je porušením rozpočtové kázně podle § 22 zákona č. 250/2000 Sb.; příjemce odvede částku podle § 22 odst. 4 až 6 tohoto zákona a penále podle § 22 odst. 8.',
        'Opožděné předložení vyúčtování do 30 dnů po lhůtě se považuje za porušení méně závažné; odvod činí 5 % poskytnuté dotace.',
      ]),
    ]),
    ...article('VI.', 'Závěrečná ustanovení', [
      numbered([
        'Smlouva je veřejnoprávní smlouvou podle § 159 a následujících zákona č. 500/2004 Sb., správní řád, a § 10a odst. 3 a 5 zákona č. 250/2000 Sb., o rozpočtových pravidlech územních rozpočtů. Měnit ji lze jen písemným dodatkem.',
        isPublished(amount)
          ? 'Poskytovatel smlouvu zveřejní do 30 dnů ode dne uzavření na své úřední desce způsobem umožňujícím dálkový přístup po dobu nejméně 3 let (§ 10d zákona č. 250/2000 Sb.).'
          : 'Výše dotace nepřesahuje částku, od níž se smlouva zveřejňuje podle § 10d zákona č. 250/2000 Sb.',
        'Smlouva je platná dnem podpisu poslední smluvní stranou a účinná týmž dnem, nestanoví-li zákon č. 340/2015 Sb., o registru smluv, jinak. Je vyhotovena ve dvou stejnopisech, každá strana obdrží jeden.',
      ]),
    ]),
    {
      text: `Doložka podle § 41 odst. 1 zákona č. 128/2000 Sb.: o poskytnutí dotace a o uzavření této smlouvy ${decided} obce podle ${by}, usnesením č. ${decision.resolutionNumber} ze dne ${day(decision.decidedOn)}.`,
      margin: [0, 14, 0, 24],
    },
  ];
}

function signatures({ provider, recipient }: ContractFacts): Content {
  const block = (who: string): Content => ({ text: `V ${BLANK} dne …………\n\n\n\n${BLANK}\n${who}`, alignment: 'center' });
  return { columns: [block(`za poskytovatele\n${provider.name}`), block(`příjemce\n${recipient.name}`)], columnGap: 24, unbreakable: true };
}

/** The contract as a document, ready to be printed and signed; its own number is given at the signature. */
export function contract(facts: ContractFacts): PdfDocument {
  const title = 'Veřejnoprávní smlouva o poskytnutí dotace';
  return {
    title: `${title} ${facts.caseNumber}`,
    author: facts.provider.name,
    day: facts.decision.decidedOn,
    foot: `Spis ${facts.caseNumber}`,
    content: [
      { text: title, style: 'title', headlineLevel: 1 },
      { text: `číslo smlouvy: ${BLANK}    spisová značka: ${facts.caseNumber}`, style: 'subtitle' },
      ...parties(facts),
      ...articles(facts),
      signatures(facts),
    ],
  };
}
