/** Which files may come in: known kinds only, told by their first bytes and not by what they call themselves, and nothing that runs. */
import { ASICE_TYPE, isDetachedSignature, isSignatureContainer } from '../../documents/signatures';
import { zipEntries, type ZipEntry } from '../../documents/zip';
import { words, type Words } from '../../processes/words';
import { pdfFinding } from './pdfContent';

export interface FileKind {
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** May a browser show it in its own window? */
  readonly inline: boolean;
}

const kinds = {
  pdf: { extensions: ['pdf'], mediaType: 'application/pdf', inline: true },
  png: { extensions: ['png'], mediaType: 'image/png', inline: true },
  jpeg: { extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', inline: true },
  docx: { extensions: ['docx'], mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', inline: false },
  xlsx: { extensions: ['xlsx'], mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', inline: false },
  odt: { extensions: ['odt'], mediaType: 'application/vnd.oasis.opendocument.text', inline: false },
  ods: { extensions: ['ods'], mediaType: 'application/vnd.oasis.opendocument.spreadsheet', inline: false },
  txt: { extensions: ['txt'], mediaType: 'text/plain; charset=utf-8', inline: true },
  csv: { extensions: ['csv'], mediaType: 'text/csv; charset=utf-8', inline: false },
  p7s: { extensions: ['p7s'], mediaType: 'application/pkcs7-signature', inline: false },
  asice: { extensions: ['asice', 'sce'], mediaType: ASICE_TYPE, inline: false },
} as const satisfies Record<string, FileKind>;

type KindName = keyof typeof kinds;

const ALLOWED = words(
  'Přijímáme PDF, PNG, JPEG, DOCX, XLSX, ODT, ODS, TXT, CSV a podpisy P7S a ASICE.',
  'We take PDF, PNG, JPEG, DOCX, XLSX, ODT, ODS, TXT, CSV and signatures in P7S and ASICE.',
);
const FALSE_NAME = words('Obsah souboru neodpovídá jeho příponě.', 'The content of the file is not what its extension says.');
const ACTIVE = words(
  'Soubor obsahuje makra, skripty nebo jiný spustitelný obsah. Uložte ho bez nich, třeba jako prosté PDF.',
  'The file holds macros, scripts or other content that runs. Save it without them, as a plain PDF for instance.',
);
const ENCRYPTED = words(
  'Soubor je zašifrovaný, nelze ho zkontrolovat. Uložte ho bez hesla.',
  'The file is encrypted and cannot be checked. Save it without a password.',
);
const DAMAGED = words('Soubor je poškozený nebo neobvykle složený.', 'The file is damaged or built unusually.');

/** Why a file is refused. */
export class FileRefused extends Error {
  constructor(readonly why: Words) {
    super(why.en);
  }
}

const XML_LIMIT = 4 * 1024 * 1024;
const textOf = (entries: readonly ZipEntry[], name: string): string =>
  entries
    .find((entry) => entry.name === name)
    ?.read(XML_LIMIT)
    ?.toString('utf8') ?? '';

function checkOffice(bytes: Buffer): KindName | null {
  const entries = zipEntries(bytes);
  if (!entries) throw new FileRefused(DAMAGED);
  const names = entries.map(({ name }) => name.replaceAll('\\', '/').toLowerCase());
  if (
    names.some((name) =>
      /vbaproject|vbadata|\/activex\/|^basic\/|^scripts\/|\/basic\/|\.(bat|cmd|com|exe|js|jse|lnk|ps1|scr|vbs|wsf)$/.test(name),
    )
  ) {
    throw new FileRefused(ACTIVE);
  }
  const types = textOf(entries, '[Content_Types].xml');
  if (/macroEnabled|vbaProject/i.test(types)) throw new FileRefused(ACTIVE);
  // A template fetched from elsewhere when the document is opened may bring macros with it.
  const related = entries.filter(({ name }) => name.endsWith('.rels')).map((entry) => entry.read(XML_LIMIT)?.toString('utf8') ?? '');
  if (related.some((rels) => /attachedTemplate"[^>]*TargetMode="External"|TargetMode="External"[^>]*attachedTemplate"/i.test(rels)))
    throw new FileRefused(ACTIVE);
  if (types !== '') return names.includes('word/document.xml') ? 'docx' : names.includes('xl/workbook.xml') ? 'xlsx' : null;
  const declared = textOf(entries, 'mimetype').trim();
  return declared === kinds.odt.mediaType ? 'odt' : declared === kinds.ods.mediaType ? 'ods' : null;
}

/** Files that a container of signatures may hold beside them. */
const MAX_SIGNED = 20;
const MAX_SIGNED_BYTES = 20 * 1024 * 1024;

/** What is signed in a container is looked at as if it came by itself; a container in a container does not come in. */
function checkContainer(bytes: Buffer): KindName {
  const entries = zipEntries(bytes) ?? [];
  const signed = entries.filter(({ name }) => name !== 'mimetype' && !name.startsWith('META-INF/') && !name.endsWith('/'));
  if (signed.length === 0 || signed.length > MAX_SIGNED) throw new FileRefused(DAMAGED);
  let room = MAX_SIGNED_BYTES;
  for (const entry of signed) {
    const content = entry.read(room);
    if (content === null) throw new FileRefused(DAMAGED);
    room -= content.length;
    if (fileKind(entry.name, content).mediaType === ASICE_TYPE) throw new FileRefused(DAMAGED);
  }
  return 'asice';
}

function checkPdf(bytes: Buffer): KindName {
  const finding = pdfFinding(bytes);
  if (finding === 'active') throw new FileRefused(ACTIVE);
  if (finding === 'encrypted') throw new FileRefused(ENCRYPTED);
  if (finding === 'tooLarge') throw new FileRefused(DAMAGED);
  return 'pdf';
}

/** Plain text has no control characters but those of lines and tabs, and is no markup that a browser would run. */
function isText(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) return false;
  return !/^\s*<(!doctype|html|script|svg|\?xml)/i.test(bytes.toString('latin1', 0, 1000).replace(/^ï»¿/, ''));
}

const startsWith = (bytes: Buffer, ...signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

function kindByContent(bytes: Buffer, extension: string): KindName | null {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return checkPdf(bytes);
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return isSignatureContainer(bytes) ? checkContainer(bytes) : checkOffice(bytes);
  if (extension === 'p7s' && isDetachedSignature(bytes)) return 'p7s';
  if ((extension === 'txt' || extension === 'csv') && isText(bytes)) return extension;
  return null;
}

/**
 * The kind of an uploaded file.
 * @throws FileRefused when it is empty, of no known kind, not what its extension says, encrypted, or holds something that runs
 */
export function fileKind(fileName: string, bytes: Buffer): FileKind {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const expected = (Object.keys(kinds) as KindName[]).find((name) => (kinds[name].extensions as readonly string[]).includes(extension));
  if (!expected) throw new FileRefused(ALLOWED);
  if (bytes.length === 0) throw new FileRefused(words('Soubor je prázdný.', 'The file is empty.'));
  if (kindByContent(bytes, extension) !== expected) throw new FileRefused(FALSE_NAME);
  return kinds[expected];
}

/** May a browser show this media type in its own window? */
export function showsInline(mediaType: string): boolean {
  return Object.values(kinds).some((kind) => kind.inline && kind.mediaType === mediaType);
}

/** A name for a file: one line, no folders, not endless. */
export function plainFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/\p{C}/gu, '').trim();
  return plain.length <= 150 ? plain : plain.slice(0, 100) + plain.slice(-50);
}
