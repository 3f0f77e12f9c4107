/**
 * A contract as the message by which it is published in the register of contracts (registr smluv, zákon č. 340/2015 Sb.): element `zverejneni` of the namespace
 * ISRS 1.2, sent with its attachments by the data box. Names and order of the elements follow the open library helppc/isrs (MIT) and the records that the register
 * itself gives out (data.smlouvy.gov.cz: subjekt, smluvniStrana, predmet, datumUzavreni, cisloSmlouvy, hodnotaBezDph, hodnotaVcetneDph; flags as 1). The schema,
 * which comes in an archive of the interface's description, was not at hand here (docs/uzivatelum.md says what to look at before the first sending).
 */
import type { ContractFacts } from '../processes/grant/contract/facts';

const NAMESPACE = 'http://portal.gov.cz/rejstriky/ISRS/1.2/';
/** The register takes at most so many letters of the subject. */
const MAX_SUBJECT = 1_000;
const HALER_IN_CZK = 100;
/** Under another name, or in capitals, the register refuses the message (smlouvy.gov.cz/stranka/co-delam-spatne). */
export const REGISTER_FILE = 'zverejneni.xml';

export interface RegisterEntry {
  /** Without personal data (publicFacts); signed. */
  readonly facts: ContractFacts;
  /** Data box of the municipality; null where its settings do not say. */
  readonly dataBox: string | null;
  /** Names of the attached files. */
  readonly attachments: readonly string[];
}

const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** One element with text, or nothing where there is none. */
const element = (name: string, text: string | null): string => (text === null || text === '' ? '' : `<${name}>${escaped(text)}</${name}>`);
const group = (name: string, ...inside: readonly string[]): string => `<${name}>${inside.join('')}</${name}>`;

/** An amount as the schema has it: crowns with a dot. */
const crowns = (haler: number): string => (haler / HALER_IN_CZK).toFixed(2);

/** @throws RangeError for a contract that is not signed: only a concluded one is published */
export function contractRegisterXml({ facts, dataBox, attachments }: RegisterEntry): string {
  const { provider, recipient, project, amendment } = facts;
  if (facts.signedOn === null) throw new RangeError('The contract is not signed');
  const what =
    amendment === null
      ? 'Veřejnoprávní smlouva o poskytnutí dotace'
      : `Dodatek č. ${amendment.number} k veřejnoprávní smlouvě o poskytnutí dotace`;
  const natural = recipient.kind === 'natural';
  const smlouva = group(
    'smlouva',
    group(
      'subjekt',
      element('datovaSchranka', dataBox),
      element('nazev', provider.name),
      element('ico', provider.ico),
      element('adresa', provider.address),
      element('platce', '1'),
    ),
    group(
      'smluvniStrana',
      element('nazev', recipient.name),
      element('ico', natural ? null : recipient.ico),
      element('adresa', natural ? recipient.municipality : recipient.address),
      element('prijemce', '1'),
    ),
    element('predmet', `${what}: ${project.title}`.slice(0, MAX_SUBJECT)),
    element('datumUzavreni', facts.signedOn),
    element('cisloSmlouvy', facts.contractNumber),
    element('schvalil', facts.decision.body === 'council' ? 'rada obce' : 'zastupitelstvo obce'),
    // A grant is no supply: there is no VAT on it, and both are the same. Obligatory is the value as a whole; the one without VAT is beside it.
    element('hodnotaBezDph', crowns(facts.amount)),
    element('hodnotaVcetneDph', crowns(facts.amount)),
  );
  const prilohy = group('prilohy', ...attachments.map((name) => group('priloha', element('nazevSouboru', name))));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<zverejneni xmlns="${NAMESPACE}">${smlouva}${prilohy}</zverejneni>\n`;
}
