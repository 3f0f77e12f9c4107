/** Pictures inside a DOCX: which of them can be put into a PDF. */
import { words, type Words } from '../../processes/words';

/** A picture is unpacked to be put into a PDF: more points than this would take the memory of the server. */
const MAX_POINTS = 25_000_000;

const isPng = (bytes: Buffer): boolean => bytes.length > 33 && bytes.readUInt32BE(0) === 0x89504e47;
const isJpeg = (bytes: Buffer): boolean => bytes.length > 4 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** Why the picture does not come into the PDF; null where it does. */
export function pictureFault(name: string, bytes: Buffer): Words | null {
  if (!isPng(bytes) && !isJpeg(bytes))
    return words(`obrázek ${name}: do PDF jdou jen PNG a JPEG`, `the picture ${name}: only PNG and JPEG come into the PDF`);
  if (isPng(bytes) && bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > MAX_POINTS)
    return words(`obrázek ${name}: je příliš velký, zmenšete ho`, `the picture ${name}: it is too large, make it smaller`);
  return null;
}

/** As a data address, which needs no file and no network; null for one that cannot be put in. */
export function pictureAddress(bytes: Buffer): string | null {
  if (pictureFault('', bytes) !== null) return null;
  return `data:image/${isPng(bytes) ? 'png' : 'jpeg'};base64,${bytes.toString('base64')}`;
}
