/**
 * Record of an inspection (záznam o kontrole) as it is signed: contents after § 12 odst. 1 zákona č. 255/2012 Sb., of an inspection under zákon č. 320/2001
 * Sb. The text is Czech only: it is an official document.
 */
import { DateTime } from 'luxon';
import type { Content } from 'pdfmake/interfaces';
import type { PdfDocument } from './pdf';

export interface InspectionFacts {
  readonly office: { readonly name: string; readonly ico: string | null; readonly address: string };
  readonly caseNumber: string;
  readonly ownNumber: string | null;
  readonly ordinal: number;
  readonly applicant: { readonly name: string; readonly ico: string | null };
  readonly projectTitle: string;
  /** `yyyy-MM-dd` */
  readonly heldOn: string;
  readonly place: string;
  readonly inspectors: readonly string[];
  readonly present: readonly string[];
  readonly subject: string;
  readonly findings: string;
  readonly measures: readonly { readonly what: string; readonly dueOn: string }[];
  /** Names of the attached files. */
  readonly attachments: readonly string[];
  /** Day on which it was finished, `yyyy-MM-dd`. */
  readonly finishedOn: string;
  readonly finishedBy: string;
}

const day = (iso: string): string => DateTime.fromISO(iso).toFormat('d. M. yyyy');

function fact(label: string, value: string): Content {
  return { text: [{ text: `${label}: `, bold: true }, value], style: 'paragraph' };
}

function part(title: string, content: Content): Content[] {
  return [{ text: title, bold: true, margin: [0, 10, 0, 4], headlineLevel: 2 }, content];
}

const text = (value: string): Content => ({ text: value, style: 'paragraph' });

const bullets = (values: readonly string[], none = 'Nejsou.'): Content =>
  values.length === 0 ? text(none) : { ul: [...values], style: 'paragraph' };

/** Lines for the hands of those who inspected, and of who was there. */
function signatures({ inspectors, present }: InspectionFacts): Content {
  const lines = [...inspectors.map((name) => `Kontroloval(a): ${name}`), ...present.map((name) => `Seznámil(a) se: ${name}`)];
  return {
    unbreakable: true,
    stack: lines.map((line): Content => ({ text: `${line}\n\n……………………………………`, margin: [0, 14, 0, 0] })),
  };
}

export function inspectionDocument(facts: InspectionFacts): PdfDocument {
  const { office, applicant, measures } = facts;
  const withIco = (name: string, ico: string | null): string => (ico === null ? name : `${name}, IČO ${ico}`);
  const title = `Záznam o kontrole č. ${facts.ordinal}`;
  return {
    title: `${title} ke spisu ${facts.caseNumber}`,
    author: office.name,
    day: facts.finishedOn,
    foot: `${title} · ${facts.caseNumber}`,
    content: [
      { text: title, style: 'title', headlineLevel: 1 },
      { text: `spis ${facts.caseNumber}${facts.ownNumber === null ? '' : `, č. j. ${facts.ownNumber}`}`, style: 'subtitle' },
      fact('Kontrolu provedl', withIco([office.name, office.address].filter((one) => one !== '').join(', '), office.ico)),
      fact('Kontrolovaná osoba', withIco(applicant.name, applicant.ico)),
      fact('Projekt', facts.projectTitle),
      fact('Den kontroly', day(facts.heldOn)),
      fact('Místo', facts.place),
      ...part('Kontrolující', bullets(facts.inspectors)),
      ...part('Přítomni', bullets(facts.present, 'Nikdo.')),
      ...part('Co se kontrolovalo', text(facts.subject)),
      ...part('Zjištění', text(facts.findings)),
      ...part('Opatření a termíny', bullets(measures.map(({ what, dueOn }) => `${what} – do ${day(dueOn)}`))),
      ...part('Přílohy', bullets(facts.attachments)),
      { text: `Vyhotoveno ${day(facts.finishedOn)}, ${facts.finishedBy}.`, margin: [0, 14, 0, 0] },
      signatures(facts),
    ],
  };
}
