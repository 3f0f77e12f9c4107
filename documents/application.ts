/** An application on paper: what was filled in, question by question; and the receipt that it was submitted (potvrzení o podání). Czech only. */
import type { Content } from 'pdfmake/interfaces';
import { printedCode } from '../processes/receiptCode';
import type { PdfDocument } from './pdf';

/** One question with what was answered: a text, or rows of a table. */
export interface PrintedAnswer {
  readonly label: string;
  readonly text?: string;
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

export interface PrintedSection {
  readonly title: string;
  readonly answers: readonly PrintedAnswer[];
}

export interface ApplicationFacts {
  readonly title: string;
  readonly office: string;
  readonly programme: string | null;
  /** Null: it was not submitted, which is said on every page. */
  readonly submitted: { readonly number: string; readonly at: string; readonly by: string } | null;
  /** Day that it tells of, `yyyy-MM-dd`. */
  readonly day: string;
  readonly sections: readonly PrintedSection[];
}

const UNFILLED = 'zatím nevyplněno';
const NOT_SENT = 'Návrh – neodesláno';

function answer({ label, text, table }: PrintedAnswer): Content {
  const question: Content = { text: label, fontSize: 9, color: '#555555' };
  if (!table) {
    const said: Content = text === undefined || text === '' ? { text: UNFILLED, italics: true } : text;
    return { stack: [question, said], margin: [0, 0, 0, 6] };
  }
  const head = table.head.map((name): Content => ({ text: name, bold: true, fontSize: 9 }));
  const rows = table.rows.map((row) => row.map((cell): Content => ({ text: cell, fontSize: 9 })));
  return {
    stack: [
      question,
      { table: { headerRows: 1, widths: table.head.map(() => '*'), body: [head, ...rows] }, layout: 'lightHorizontalLines' },
    ],
    margin: [0, 0, 0, 8],
  };
}

const section = ({ title, answers }: PrintedSection): Content[] => [
  ...(title === '' ? [] : [{ text: title, bold: true, fontSize: 12, margin: [0, 10, 0, 6], headlineLevel: 2 } satisfies Content]),
  ...answers.map(answer),
];

/** The application as it was submitted, or as it stands in a draft. */
export function applicationDocument({ title, office, programme, submitted, day, sections }: ApplicationFacts): PdfDocument {
  const under = submitted === null ? NOT_SENT : `podáno ${submitted.at}, ${submitted.by}`;
  return {
    title: submitted === null ? `${title} (${NOT_SENT})` : `${title} ${submitted.number}`,
    author: office,
    day,
    foot: submitted === null ? NOT_SENT : `${submitted.number} · ${office}`,
    ...(submitted === null && { watermark: NOT_SENT }),
    content: [
      { text: title, style: 'title', headlineLevel: 1 },
      { text: [programme, submitted?.number, under].filter(Boolean).join('\n'), style: 'subtitle' },
      ...sections.flatMap(section),
    ],
  };
}

export interface ReceiptFacts {
  readonly office: string;
  readonly number: string;
  readonly title: string;
  readonly programme: string | null;
  readonly applicant: string;
  readonly by: string;
  /** To the second, in Prague. */
  readonly at: string;
  readonly day: string;
  /** SHA-256 of the submitted data in their canonical text, hexadecimal. */
  readonly dataSha256: string;
  readonly attachments: readonly { readonly title: string; readonly fileName: string; readonly size: number; readonly sha256: string }[];
  /** Where the print can be checked. */
  readonly checkAt: string;
}

const fact = (label: string, value: string): Content => ({ text: [{ text: `${label}: `, bold: true }, value], style: 'paragraph' });
const hash = (value: string): Content => ({ text: value, fontSize: 8.5, characterSpacing: 0.2 });

export function receiptDocument(facts: ReceiptFacts): PdfDocument {
  const title = 'Potvrzení o podání žádosti';
  return {
    title: `${title} ${facts.number}`,
    author: facts.office,
    day: facts.day,
    foot: `${facts.number} · ${facts.office}`,
    content: [
      { text: title, style: 'title', headlineLevel: 1 },
      { text: facts.office, style: 'subtitle' },
      fact('Číslo', facts.number),
      fact('Název', facts.title),
      ...(facts.programme === null ? [] : [fact('Program', facts.programme)]),
      fact('Žadatel', facts.applicant),
      fact('Podal(a)', facts.by),
      fact('Přijato', `${facts.at} (čas v České republice)`),
      { text: 'Otisky toho, co bylo podáno (SHA-256)', bold: true, margin: [0, 12, 0, 4], headlineLevel: 2 },
      fact('Údaje žádosti', ''),
      hash(facts.dataSha256),
      fact('Kód k ověření příloh', printedCode(facts.dataSha256)),
      ...(facts.attachments.length === 0
        ? [{ text: 'Žádost nemá přílohy.', margin: [0, 8, 0, 0] } satisfies Content]
        : facts.attachments.map((file): Content => ({
            stack: [{ text: `${file.title} (${file.fileName}, ${file.size} B)` }, hash(file.sha256)],
            margin: [0, 8, 0, 0],
            unbreakable: true,
          }))),
      { text: 'Jak otisk ověřit', bold: true, margin: [0, 14, 0, 4], headlineLevel: 2 },
      {
        ol: [
          `Otevřete ${facts.checkAt}, zadejte číslo žádosti a kód k ověření příloh a vyberte soubor. Otisk spočítá prohlížeč, soubor zůstane u vás.`,
          'Soubor s údaji a přílohy stáhnete v portálu u své žádosti. Otisk souboru spočítá v systému Windows příkaz „certutil -hashfile soubor SHA256“, v systémech Linux a macOS „shasum -a 256 soubor“.',
          'Stejný otisk znamená, že se od podání nezměnil ani jediný znak.',
        ],
        style: 'paragraph',
      },
    ],
  };
}
