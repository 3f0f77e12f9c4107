/** Numbers and bullets of lists (w:numbering): counted through the document in the order in which their paragraphs come. */
import type { DocxParts } from './openDocx';
import { attr, children, find, parseXml, type Element } from './xml';
import { points } from './styles';

export interface Numbered {
  readonly label: string;
  readonly left: number;
  readonly hanging: number;
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  readonly left: number;
  readonly hanging: number;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(count: number): string {
  let rest = Math.min(count, 3999);
  return ROMAN.map(([value, letters]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return letters.repeat(times);
  }).join('');
}

const letter = (count: number): string => String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));

/** Formats of numbers that are written as Word writes them; others as plain numbers. */
function inFormat(format: string, count: number): string {
  switch (format) {
    case 'lowerLetter':
      return letter(count);
    case 'upperLetter':
      return letter(count).toUpperCase();
    case 'lowerRoman':
      return roman(count);
    case 'upperRoman':
      return roman(count).toUpperCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(count);
  }
}

/** Bullets are written in fonts of symbols, of which we have none: their places in them tell which they are. */
const BULLETS: Readonly<Record<string, string>> = { '\uf0b7': '•', '\uf0a7': '▪', '\uf0d8': '–', o: '◦', '\uf0fc': '✓', '\uf02d': '–' };
const DEEPEST = 9;

function levelOf(level: Element, start: string | null): Level {
  return {
    format: attr(find(level, 'w:numFmt')) ?? 'decimal',
    text: attr(find(level, 'w:lvlText')) ?? '',
    start: Number(start ?? attr(find(level, 'w:start')) ?? '1') || 1,
    left: points(attr(find(level, 'w:pPr/w:ind'), 'w:left') ?? attr(find(level, 'w:pPr/w:ind'), 'w:start')) ?? 18,
    hanging: points(attr(find(level, 'w:pPr/w:ind'), 'w:hanging')) ?? 18,
  };
}

/** Counts: each call is the next paragraph of the list at this level; null for a list that there is not. */
export type Numbering = (list: string, level: number) => Numbered | null;

export function readNumbering(parts: DocxParts): Numbering {
  const content = parts.get('word/numbering.xml');
  const root = content === undefined ? null : parseXml(content);
  const abstracts = new Map(children(root, 'w:abstractNum').map((one) => [attr(one, 'w:abstractNumId') ?? '', one]));
  const lists = new Map(
    children(root, 'w:num').map((num) => {
      const overrides = new Map(children(num, 'w:lvlOverride').map((one) => [attr(one, 'w:ilvl') ?? '', one]));
      const levels = children(abstracts.get(attr(find(num, 'w:abstractNumId')) ?? '') ?? null, 'w:lvl').map((level) => {
        const override = overrides.get(attr(level, 'w:ilvl') ?? '') ?? null;
        return levelOf(find(override, 'w:lvl') ?? level, attr(find(override, 'w:startOverride')));
      });
      return [attr(num, 'w:numId') ?? '', { levels, counts: new Array<number>(DEEPEST).fill(0) }] as const;
    }),
  );

  return (id, at) => {
    const list = lists.get(id);
    const level = list?.levels[at];
    if (!list || !level) return null;
    const { counts, levels } = list;
    counts[at] = (counts[at] ?? 0) === 0 ? level.start : (counts[at] ?? 0) + 1;
    counts.fill(0, at + 1);
    const { left, hanging } = level;
    if (level.format === 'bullet')
      return { label: BULLETS[level.text] ?? (/^[\uf000-\uf0ff]?$/.test(level.text) ? '•' : level.text), left, hanging };
    const label = level.text.replace(/%([1-9])/g, (_all, digit: string) => {
      const other = Number(digit) - 1;
      return inFormat(levels[other]?.format ?? 'decimal', Math.max(counts[other] ?? 0, levels[other]?.start ?? 1));
    });
    return { label, left, hanging };
  };
}
