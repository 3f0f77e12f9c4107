/** JSON read with the lines on which its values stand, so that a fault in a file can be shown where it is (RFC 8259). */
import { words, type Words } from '../../../processes/words';

/** No file of ours is deeper than seven. */
const DEEPEST = 40;

/** The text is not JSON, with the line and column (from 1) where it stops being so. */
export class NotJson extends Error {
  override readonly name = 'NotJson';

  constructor(
    readonly why: Words,
    readonly line: number,
    readonly column: number,
  ) {
    super(`${why.en} (${line}:${column})`);
  }
}

export interface PlacedJson {
  readonly value: unknown;
  /** Line of the value by its dot path; `''` is the whole. */
  readonly lines: ReadonlyMap<string, number>;
}

const EXPECTED_VALUE = words('Tady má být hodnota.', 'A value should be here.');
const ENDED = words(
  'Soubor tu končí uprostřed. Možná se nestáhl celý.',
  'The file ends in the middle. It may not have been downloaded whole.',
);
const LITERALS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/** Unrolled, so that a template of two megabytes is one step and not millions. */
const STRING = /"[^"\\]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;

class Reader {
  private at = 0;
  private line = 1;
  private counted = 0;
  readonly lines = new Map<string, number>();

  constructor(private readonly text: string) {}

  private lineHere(): number {
    for (; this.counted < this.at; this.counted += 1) if (this.text.charCodeAt(this.counted) === 10) this.line += 1;
    return this.line;
  }

  private fail(why: Words): never {
    const line = this.lineHere();
    const ended = this.at >= this.text.length;
    throw new NotJson(ended ? ENDED : why, line, this.at - this.text.lastIndexOf('\n', this.at - 1));
  }

  private token(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  private sign(sign: string): boolean {
    this.token(SPACE);
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private need(sign: string): void {
    if (!this.sign(sign)) this.fail(words(`Tady má být znak „${sign}“.`, `“${sign}” should be here.`));
  }

  private string(): string {
    const start = this.at;
    const found = this.token(STRING);
    try {
      // Control characters may not stand in a text as they are; JSON.parse knows them all.
      if (found !== null) return JSON.parse(found) as string;
    } catch {
      this.at = start;
    }
    return this.fail(
      words('Tento text není ukončený, nebo v něm je nedovolený znak.', 'This text is not ended, or holds a character that it may not.'),
    );
  }

  whole(): unknown {
    const value = this.value('', 0);
    this.token(SPACE);
    if (this.at < this.text.length) this.fail(words('Tady už nic být nemá.', 'Nothing should be here any more.'));
    return value;
  }

  private value(path: string, depth: number): unknown {
    this.token(SPACE);
    if (depth > DEEPEST) this.fail(words('Soubor je příliš hluboko zanořený.', 'The file is nested too deeply.'));
    this.lines.set(path, this.lineHere());
    if (this.text[this.at] === '{') return this.object(path, depth);
    if (this.text[this.at] === '[') return this.array(path, depth);
    if (this.text[this.at] === '"') return this.string();
    for (const [literal, value] of LITERALS) {
      if (this.text.startsWith(literal, this.at)) {
        this.at += literal.length;
        return value;
      }
    }
    const number = this.token(NUMBER);
    if (number === null || number === '') this.fail(EXPECTED_VALUE);
    return Number(number);
  }

  private object(path: string, depth: number): unknown {
    this.need('{');
    // Without a prototype and through a map: a name may be anything, also __proto__.
    const members = new Map<string, unknown>();
    if (!this.sign('}')) {
      do {
        this.token(SPACE);
        if (this.text[this.at] !== '"') this.fail(words('Tady má být název údaje v uvozovkách.', 'A name in quotes should be here.'));
        const name = this.string();
        if (members.has(name)) this.fail(words(`Údaj „${name}“ je tu dvakrát.`, `“${name}” is here twice.`));
        this.need(':');
        members.set(name, this.value(path === '' ? name : `${path}.${name}`, depth + 1));
      } while (this.sign(','));
      this.need('}');
    }
    return Object.fromEntries(members);
  }

  private array(path: string, depth: number): unknown {
    this.need('[');
    const members: unknown[] = [];
    if (!this.sign(']')) {
      do members.push(this.value(path === '' ? String(members.length) : `${path}.${members.length}`, depth + 1));
      while (this.sign(','));
      this.need(']');
    }
    return members;
  }
}

/** @throws NotJson also on a name that is twice in one object: which of the two holds would be anybody's guess */
export function placedJson(text: string): PlacedJson {
  const reader = new Reader(text);
  return { value: reader.whole(), lines: reader.lines };
}

/** The line of the path, or of the nearest thing around it that is there. */
export function lineOf(lines: ReadonlyMap<string, number>, path: string): number | null {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const line = lines.get(at);
    if (line !== undefined) return line;
    if (at === '') return null;
  }
}
