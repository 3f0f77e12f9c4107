/** Reads the text of a PDF that we made, as a reader copies it: by the tables of characters that its fonts carry. For tests. */
import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly head: string;
  readonly stream: Buffer | null;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const [, id = '', body = ''] of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = body.indexOf('stream\n');
    const head = at < 0 ? body : body.slice(0, at);
    const raw = at < 0 ? null : Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
    objects.set(id, { head, stream: raw === null ? null : head.includes('/FlateDecode') ? inflateSync(raw) : raw });
  }
  return objects;
}

/** Code in the font -> characters. pdfkit writes the table as lists of ranges. */
function charactersOf(cmap: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, codes = ''], index) => {
      const units = codes.replace(/ /g, '').match(/.{4}/g) ?? [];
      found.set(parseInt(from, 16) + index, String.fromCharCode(...units.map((unit) => parseInt(unit, 16))));
    });
  }
  return found;
}

/** Text of each page, a line of the PDF on a line. */
export function pdfPages(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Map<number, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1];
      const cmap = table === undefined ? undefined : objects.get(table)?.stream;
      if (cmap) fonts.set(name, charactersOf(cmap.toString('latin1')));
    }
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream?.toString('latin1') ?? '';
    let font = new Map<number, string>();
    let height = '';
    let text = '';
    for (const [, name, , y, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|1 0 0 1 ([\d.-]+) ([\d.-]+) Tm|\[([^\]]*)\] TJ/g)) {
      if (name !== undefined) font = fonts.get(name) ?? new Map<number, string>();
      else if (y !== undefined) {
        if (height !== '' && height !== y) text += '\n';
        height = y;
      } else if (shown !== undefined) {
        for (const [, codes = ''] of shown.matchAll(/<([0-9a-f]*)>/gi))
          for (const code of codes.match(/.{4}/g) ?? []) text += font.get(parseInt(code, 16)) ?? '\ufffd';
      }
    }
    return text;
  });
}

/** The text of the whole PDF with single spaces, to look for sentences in. */
export function pdfText(pdf: Buffer): string {
  return pdfPages(pdf).join('\n').replace(/\s+/g, ' ');
}
