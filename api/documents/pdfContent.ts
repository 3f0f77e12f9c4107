/** What runs inside a PDF (ISO 32000): scripts, launching of programs, media. Names may be written with escapes and hidden in packed object streams. */
import { inflateSync } from 'node:zlib';

/** All unpacked object streams of one file together; more is not needed by any honest form. */
const MAX_UNPACKED = 64 * 1024 * 1024;

const ACTIVE = /\/(JavaScript|JS|Launch|RichMedia|XFA)(?![A-Za-z0-9])/;
const ENCRYPTED = /\/Encrypt(?![A-Za-z0-9])/;

export type PdfFinding = 'active' | 'encrypted' | 'tooLarge';

/** `/J#61vaScript` -> `/JavaScript`: any character of a name may be written by its code. */
const unescaped = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));

/** What in the file must not come in; null: nothing was found. An encrypted file cannot be looked into, so it is named too. */
export function pdfFinding(pdf: Buffer): PdfFinding | null {
  const text = pdf.toString('latin1');
  let plain = '';
  let last = 0;
  let unpacked = 0;
  const streams = /stream\r?\n/g;
  for (let match = streams.exec(text); match; match = streams.exec(text)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    if (end < 0) break;
    const dictionary = unescaped(text.slice(Math.max(last, text.lastIndexOf('obj', match.index)), match.index));
    plain += text.slice(last, match.index);
    if (/\/ObjStm(?![A-Za-z0-9])/.test(dictionary) && /\/FlateDecode|\/Fl(?![A-Za-z])/.test(dictionary)) {
      const room = MAX_UNPACKED - unpacked;
      if (room <= 0) return 'tooLarge';
      try {
        const objects = inflateSync(pdf.subarray(start, end), { maxOutputLength: room });
        unpacked += objects.length;
        plain += objects.toString('latin1');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'tooLarge';
        // Damaged objects: no reader shows them either.
      }
    } else if (/\/ObjStm(?![A-Za-z0-9])/.test(dictionary)) {
      plain += text.slice(start, end);
    }
    last = end;
    streams.lastIndex = end;
  }
  plain = unescaped(plain + text.slice(last));
  if (ENCRYPTED.test(plain)) return 'encrypted';
  return ACTIVE.test(plain) ? 'active' : null;
}
