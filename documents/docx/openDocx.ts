/**
 * A DOCX (ECMA-376) opened with suspicion: it comes from outside and is unpacked, read and given to a converter. What it may not hold is refused here, so that
 * nothing behind needs to think of it.
 */
import { zipEntries, type ZipEntry } from '../zip';
import { words, type Words } from '../../processes/words';
import { DocxRefused, refusal } from './docxErrors';

/** An honest contract has some twenty entries; one with pictures a few more. */
const MAX_ENTRIES = 300;
const MAX_UNPACKED = 30 * 1024 * 1024;
const MAX_XML = 10 * 1024 * 1024;

/** Files of the archive by their names. */
export type DocxParts = ReadonlyMap<string, Buffer>;

const DAMAGED = refusal('Soubor není dokument Wordu (DOCX), nebo je poškozený.', 'The file is no Word document (DOCX), or it is damaged.');
const TOO_LARGE = refusal(
  'Soubor je po rozbalení neobvykle velký nebo má příliš mnoho částí. Zmenšete v něm obrázky.',
  'Unpacked, the file is unusually large or has too many parts. Make its pictures smaller.',
);

const RUNS = /vbaproject|vbadata|\/activex\/|\.(bat|cmd|com|exe|js|jse|lnk|ps1|scr|vbs|wsf|bin)$/i;
/** Instructions of fields that fetch or run something when the document is opened. */
const FETCHING = /(?:^|[\s"])(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|RD|DATABASE)(?=[\s"]|$)/i;

/** Unpacks everything within the limits. Names that only the letters' size tells apart, or that leave the archive, are of no honest file. */
function unpack(entries: readonly ZipEntry[]): Map<string, Buffer> {
  if (entries.length > MAX_ENTRIES) throw TOO_LARGE;
  const parts = new Map<string, Buffer>();
  const seen = new Set<string>();
  let unpacked = 0;
  for (const entry of entries) {
    const { name } = entry;
    if (name.endsWith('/')) continue;
    if (seen.has(name.toLowerCase()) || name.includes('..') || name.includes('\\') || name.startsWith('/')) throw DAMAGED;
    seen.add(name.toLowerCase());
    const bytes = entry.read(Math.min(MAX_UNPACKED - unpacked, /\.(xml|rels)$/i.test(name) ? MAX_XML : MAX_UNPACKED));
    if (bytes === null) throw TOO_LARGE;
    unpacked += bytes.length;
    parts.set(name, bytes);
  }
  return parts;
}

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';

/** Relationships that lead out of the file. A link that a reader clicks loads nothing by itself; anything else would. */
function external(rels: string): string[] {
  const tags = rels.match(/<(?:\w+:)?Relationship\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => attribute(tag, 'TargetMode').toLowerCase() === 'external')
    .filter((tag) => !(attribute(tag, 'Type').endsWith('/hyperlink') && /^(https?:\/\/|mailto:)/i.test(attribute(tag, 'Target'))))
    .map((tag) => attribute(tag, 'Target'));
}

/** Text of a field's instructions, also where Word cut it into pieces. */
const instructions = (xml: string): string =>
  [...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)<|w:instr="([^"]*)"/g)]
    .map(([, pieces = '', whole = '']) => pieces || ` ${whole} `)
    .join('');

function faultsIn(name: string, text: string): Words[] {
  const faults: Words[] = [];
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    faults.push(
      words(
        `Část ${name} obsahuje definice, které v dokumentu nemají co dělat.`,
        `Part ${name} holds definitions that do not belong there.`,
      ),
    );
  if (name.endsWith('.rels'))
    faults.push(
      ...external(text).map((target) =>
        words(
          `Dokument odkazuje ven na „${target}“. Vložte obsah přímo do dokumentu.`,
          `The document refers to “${target}” outside. Put the content into it.`,
        ),
      ),
    );
  const fetching = FETCHING.exec(instructions(text));
  if (fetching)
    faults.push(
      words(
        `Dokument obsahuje pole ${String(fetching[1])}, které načítá cizí obsah. Odstraňte ho.`,
        `The document holds the field ${String(fetching[1])}, which loads foreign content. Remove it.`,
      ),
    );
  if (/<w:altChunk\b|<o:OLEObject\b|<w:object\b|<w:control\b/.test(text))
    faults.push(
      words('Dokument obsahuje vložený objekt nebo soubor. Odstraňte ho.', 'The document holds an embedded object or file. Remove it.'),
    );
  return faults;
}

/**
 * Opens a DOCX.
 * @throws DocxRefused naming everything for which it is refused: no DOCX, macros, embedded objects, content from outside, an archive that unpacks to too much
 */
export function openDocx(bytes: Buffer): DocxParts {
  const entries = zipEntries(bytes);
  if (!entries) throw DAMAGED;
  const parts = unpack(entries);
  const types = parts.get('[Content_Types].xml')?.toString('utf8') ?? '';
  if (types === '' || !parts.has('word/document.xml')) throw DAMAGED;
  if (/macroEnabled|vbaProject/i.test(types) || [...parts.keys()].some((name) => RUNS.test(name)))
    throw refusal(
      'Dokument obsahuje makra nebo vložený program. Uložte ho jako DOCX bez maker.',
      'The document holds macros or a program. Save it as a DOCX without macros.',
    );
  const faults = [...parts]
    .filter(([name]) => /\.(xml|rels)$/i.test(name))
    .flatMap(([name, content]) => faultsIn(name, content.toString('utf8')));
  if (faults.length > 0) throw new DocxRefused(faults.slice(0, 20));
  return parts;
}
