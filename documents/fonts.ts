/**
 * The fonts of our PDFs, read once a process. pdfmake reads and measures them anew for every document, which was more than half of what a contract cost
 * (docs/performance.md). Its font library (fontkit) lets formats be registered: ours is a name, behind which the font that is there already stands.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import pdfmake from 'pdfmake';

/** What of fontkit is used; the one that pdfmake itself draws with, so it is looked for from there. */
interface Fontkit {
  registerFormat(format: object): void;
  create(font: Buffer): Font;
}
interface Position {
  readonly xAdvance: number;
}
interface Run {
  readonly positions: readonly Position[];
}
interface Glyph {
  codePoints: readonly number[];
}
interface Font {
  layout(text: string, ...how: readonly unknown[]): Run;
  getGlyph(id: number, characters?: readonly number[]): Glyph;
  stringsForGlyph(id: number): readonly string[];
}

const ofPdfmake = createRequire(require.resolve('pdfmake/package.json'));
const fontkit = createRequire(ofPdfmake.resolve('pdfkit'))('fontkit') as Fontkit;

const FOLDER = path.join(path.dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const FILES = {
  normal: 'Roboto-Regular.ttf',
  bold: 'Roboto-Medium.ttf',
  italics: 'Roboto-Italic.ttf',
  bolditalics: 'Roboto-MediumItalic.ttf',
} as const;

/** Words whose measures are kept for one font; contracts say the same ones again. */
const MOST_WORDS = 20_000;
const MARK = 'postup-font:';

function copyOf<T extends object>(of: T, changed: Partial<T> = {}): T {
  return Object.assign(Object.create(Object.getPrototypeOf(of) as object) as T, of, changed);
}

/** Keeps what was measured. Who measures changes the numbers in what he is given, so each gets his own. */
function remembering(font: Font): Font {
  const measured = new Map<string, Run>();
  const measure = font.layout.bind(font);
  font.layout = (text, ...how) => {
    if (how.some((one) => one !== undefined)) return measure(text, ...how);
    let run = measured.get(text);
    if (!run) {
      run = measure(text);
      if (measured.size >= MOST_WORDS) measured.clear();
      measured.set(text, copyOf(run, { positions: run.positions.map((position) => copyOf(position)) }));
    }
    return copyOf(run, { positions: run.positions.map((position) => copyOf(position)) });
  };
  return font;
}

/**
 * A glyph knows the characters that a reader copies. The library says those with which it was first wanted; in a font that serves many documents that would be
 * what another one wanted (nothing at all for the C of a Č, a no-break space for every space). Here it is always the lowest character that has the glyph.
 */
function withOwnCharacters(font: Font): Font {
  const lowest = new Map<number, readonly number[]>();
  const glyphOf = font.getGlyph.bind(font);
  font.getGlyph = (id, characters = []) => {
    const glyph = glyphOf(id, characters);
    if (characters.length > 1) glyph.codePoints = characters;
    if (characters.length !== 1) return glyph;
    let own = lowest.get(id);
    if (!own) {
      const all = [
        ...font.stringsForGlyph(id).flatMap((text) => ([...text].length === 1 ? [text.codePointAt(0) ?? 0] : [])),
        ...characters,
      ];
      own = [Math.min(...all)];
      lowest.set(id, own);
    }
    glyph.codePoints = own;
    return glyph;
  };
  return font;
}

const fonts = new Map<string, Font>();

function fontOf(file: string): Font {
  let font = fonts.get(file);
  if (!font) {
    font = remembering(withOwnCharacters(fontkit.create(readFileSync(path.join(FOLDER, file)))));
    fonts.set(file, font);
  }
  return font;
}

/** A format of fontkit: what begins with our mark is the name of a font of ours. */
function KeptFont({ buffer }: { readonly buffer: Uint8Array }): Font {
  return fontOf(Buffer.from(buffer).toString('latin1').slice(MARK.length));
}
KeptFont.probe = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, MARK.length)).toString('latin1') === MARK;

let ready = false;

/** Gives pdfmake the fonts; nothing else of the disk or the network may a document reach for. */
export function useFonts(): void {
  if (ready) return;
  ready = true;
  fontkit.registerFormat(KeptFont);
  const { virtualfs } = pdfmake as unknown as { readonly virtualfs: { writeFileSync(name: string, content: Buffer): void } };
  for (const file of Object.values(FILES)) virtualfs.writeFileSync(file, Buffer.from(MARK + file));
  pdfmake.setFonts({ Roboto: FILES });
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setUrlAccessPolicy(() => false);
}
