import PizZip from 'pizzip';
import type { DocxParts } from './openDocx';

/** The earliest day that a ZIP can say. A file made again of the same facts must be the same bytes. */
const DATE = new Date(1980, 0, 1);

/** Parts as an archive of our own: nothing of the archive they came in is kept but their contents. */
export function packedParts(parts: DocxParts): PizZip {
  const zip = new PizZip();
  for (const [name, content] of parts) zip.file(name, content, { date: DATE, createFolders: false });
  return zip;
}

/** The bytes of the file; the same parts give the same bytes. */
export function bytesOf(zip: PizZip): Buffer {
  for (const file of Object.values(zip.files)) {
    file.date = DATE;
    file.options.date = DATE;
  }
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'DOS' });
}

/** A DOCX of these parts. */
export const zipParts = (parts: DocxParts): Buffer => bytesOf(packedParts(parts));
