/** Templates of contracts on their way between towns: without who wrote them. */
import { createHash } from 'node:crypto';
import { DocxRefused } from '../../../documents/docx/docxErrors';
import { openDocx, type DocxParts } from '../../../documents/docx/openDocx';
import { zipParts } from '../../../documents/docx/zipDocx';
import { checkTemplate } from '../../../documents/templateCheck';
import type { FileTemplate } from '../../../processes/programmeFile/file';
import type { FileTemplateView } from '../../../processes/programmeFile/views';
import type { Words } from '../../../processes/words';

/** Names of people and firms that Word writes into each document. */
const CORE = 'docProps/core.xml';
const WRITERS = /<(dc:creator|cp:lastModifiedBy|dc:description|cp:keywords)\b[^>]*>[\s\S]*?<\/\1>/g;
const APP = 'docProps/app.xml';
const FIRM = /<(Company|Manager)\b[^>]*>[\s\S]*?<\/\1>/g;
/** Of marks of changes and comments. */
const AUTHOR = /\b(w:author|w:initials)="[^"]*"/g;
const PEOPLE = /^word\/(people|comments\w*)\.xml$/;

function anonymous(name: string, bytes: Buffer): Buffer {
  if (name === CORE) return Buffer.from(bytes.toString('utf8').replace(WRITERS, ''));
  if (name === APP) return Buffer.from(bytes.toString('utf8').replace(FIRM, ''));
  if (/^word\/[^/]+\.xml$/.test(name)) {
    const text = bytes.toString('utf8').replace(AUTHOR, '$1=""');
    return Buffer.from(
      PEOPLE.test(name)
        ? text.replace(/(<w15:person\b[^>]*\bw15:author=")[^"]*"/g, '$1"').replace(/\b(w15:userId)="[^"]*"/g, '$1=""')
        : text,
    );
  }
  return bytes;
}

/**
 * The document without its writers; of the same document the same bytes, and of one that went through already nothing else.
 * @throws DocxRefused
 */
export function withoutWriters(docx: Buffer): Buffer {
  const parts: DocxParts = openDocx(docx);
  const names = [...parts.keys()].sort(
    (a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1),
  );
  return zipParts(new Map(names.map((name) => [name, anonymous(name, parts.get(name) ?? Buffer.alloc(0))])));
}

export const bytesOfTemplate = ({ docx }: FileTemplate): Buffer => Buffer.from(docx, 'base64');

/** What is wrong with a template in a file; empty: nothing. */
export function templateFaults({ kind, docx }: FileTemplate): readonly Words[] {
  try {
    checkTemplate(Buffer.from(docx, 'base64'), kind);
    return [];
  } catch (error) {
    if (error instanceof DocxRefused) return error.whys;
    throw error;
  }
}

/** @throws DocxRefused; one without faults is not refused */
export function templateView(template: FileTemplate): FileTemplateView {
  const bytes = bytesOfTemplate(template);
  const { lacks, notes } = checkTemplate(bytes, template.kind);
  return {
    kind: template.kind,
    fileName: template.fileName,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    lacks,
    notes,
  };
}
