/** Public version of a settlement (veřejná verze vyúčtování): what a grant was spent on, without personal data. Czech only, as all that the office publishes. */
import { DateTime } from 'luxon';
import type { Content, TableCell } from 'pdfmake/interfaces';
import { formatMoney } from '../processes/money';
import type { PublishedSettlement } from '../processes/publicSettlement/views';
import type { PdfDocument } from './pdf';

export interface PublicSettlementFacts extends Omit<PublishedSettlement, 'id'> {
  readonly office: string;
  /** Of a natural person the name; no more of them than the name and the municipality. */
  readonly applicantName: string;
  /** Of a legal person; null otherwise. */
  readonly ico: string | null;
  readonly municipality: string;
  readonly projectTitle: string;
  readonly programmeTitle: string;
  /** Haléř. */
  readonly awarded: number;
  /** Not published: said on every page. */
  readonly draft: boolean;
}

const LEFT_OUT = 'neuvádí se';

const day = (iso: string): string => DateTime.fromISO(iso).toFormat('d. M. yyyy');
const percent = (hundredths: number): string => `${String(hundredths / 100).replace('.', ',')} %`;
const fact = (label: string, value: string): Content => ({ text: [{ text: `${label}: `, bold: true }, value], style: 'paragraph' });
const small = (text: string): TableCell => ({ text, fontSize: 9 });
const number = (haler: number, bold = false): TableCell => ({
  text: formatMoney(haler),
  fontSize: 9,
  alignment: 'right',
  bold,
  noWrap: true,
});
const head = (text: string, alignment: 'left' | 'right' = 'left'): TableCell => ({ text, fontSize: 9, bold: true, alignment });

function table({ items, sums }: PublicSettlementFacts): Content {
  const rows = items.map(({ description, documentNumber, amount, fromGrant, accepted }): TableCell[] => [
    small(description ?? LEFT_OUT),
    small(documentNumber ?? LEFT_OUT),
    number(amount),
    number(fromGrant),
    number(accepted),
  ]);
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 80, 'auto', 'auto', 'auto'],
      body: [
        [head('Co bylo pořízeno'), head('Doklad'), head('Částka', 'right'), head('Z dotace', 'right'), head('Uznáno', 'right')],
        ...rows,
        [head('Celkem'), '', number(sums.amount, true), number(sums.fromGrant, true), number(sums.accepted, true)],
      ],
    },
    layout: 'lightHorizontalLines',
    margin: [0, 8, 0, 8],
  };
}

export function publicSettlementDocument(facts: PublicSettlementFacts): PdfDocument {
  const { office, ico, ordinal, own, ownShare, unspent, returned, report, draft, publishedOn } = facts;
  const title = 'Veřejná verze vyúčtování';
  return {
    title: `${title} č. ${ordinal}: ${facts.projectTitle}`,
    author: office,
    day: publishedOn,
    foot: `${title} č. ${ordinal} · ${office}`,
    ...(draft && { watermark: 'Návrh – nezveřejněno' }),
    content: [
      { text: title, style: 'title', headlineLevel: 1 },
      { text: `${office}\nvyúčtování dotace č. ${ordinal}`, style: 'subtitle' },
      fact(
        'Příjemce',
        [facts.applicantName, facts.municipality, ...(ico === null ? [] : [`IČO ${ico}`])].filter((one) => one !== '').join(', '),
      ),
      fact('Projekt', facts.projectTitle),
      fact('Program', facts.programmeTitle),
      fact('Schválená dotace', formatMoney(facts.awarded)),
      fact('Předloženo', day(facts.submittedOn)),
      fact('Schváleno', day(facts.acceptedOn)),
      table(facts),
      fact('Zaplaceno z jiných peněz než z dotace', `${formatMoney(own)} (${percent(ownShare)} nákladů)`),
      ...(unspent === null ? [] : [fact('K vrácení (neuznáno nebo nevyužito)', formatMoney(unspent))]),
      ...(unspent === null || unspent === 0 ? [] : [fact(`Vráceno do ${day(publishedOn)}`, formatMoney(returned ?? 0))]),
      ...(report === null
        ? []
        : [
            { text: 'Závěrečná zpráva', bold: true, margin: [0, 10, 0, 4], headlineLevel: 2 } satisfies Content,
            { text: report, style: 'paragraph' } satisfies Content,
          ]),
      {
        text: `${draft ? 'Připraveno' : 'Zveřejněno'} ${day(publishedOn)}. Osobní údaje jsou vynechány nebo nahrazeny slovem „[anonymizováno]“; doklady se nezveřejňují.`,
        fontSize: 9,
        margin: [0, 14, 0, 0],
      },
    ],
  };
}
