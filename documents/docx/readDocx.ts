/** Reads a DOCX into paragraphs and tables. What it does not read is named by notConverted.ts, not here. */
import type { Block, Cell, Pages, Paragraph, Piece, Table } from './model';
import { readNumbering, type Numbering } from './numbering';
import type { DocxParts } from './openDocx';
import { alignOf, lengthOf, levelOf, lineHeightOf, lookOf, nearest, paragraphIs, points, readStyles, type Styles } from './styles';
import { attr, below, children, find, parseXml, type Element } from './xml';

interface Reading {
  readonly parts: DocxParts;
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Relationship -> part of the archive. */
  readonly targets: ReadonlyMap<string, string>;
}

const EMU_PER_POINT = 12_700;

/** Targets of the relationships of a part, as names in the archive. */
function targetsOf(parts: DocxParts, name: string): Map<string, string> {
  const content = parts.get(name.replace(/([^/]+)$/, '_rels/$1.rels'));
  if (content === undefined) return new Map();
  return new Map(
    children(parseXml(content)).map((one) => {
      const target = attr(one, 'Target') ?? '';
      return [attr(one, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `word/${target}`];
    }),
  );
}

function image(drawing: Element, { targets, parts }: Reading): Piece[] {
  const blip = below(drawing, 'a:blip')[0];
  const extent = below(drawing, 'wp:extent')[0];
  const name = targets.get(attr(blip ?? null, 'r:embed') ?? '');
  if (name === undefined || !parts.has(name) || !extent) return [];
  const [width, height] = [attr(extent, 'cx'), attr(extent, 'cy')].map((emu) => Math.min(1000, Math.max(1, Number(emu) / EMU_PER_POINT)));
  return width && height ? [{ kind: 'image', name, width, height }] : [];
}

/** Fields of Word are a beginning, instructions, a middle, what was shown last, and an end. */
class Field {
  private depth = 0;
  private instructions = '';
  private shows = true;

  /** @returns the piece that stands for the whole field, where it is one that we know */
  mark(type: string | null): 'page' | 'pages' | null {
    if (type === 'begin') {
      this.depth += 1;
      if (this.depth === 1) this.instructions = '';
      this.shows = false;
      return null;
    }
    if (type === 'end') {
      this.depth = Math.max(0, this.depth - 1);
      this.shows = true;
      return null;
    }
    const known = numberField(this.instructions);
    this.shows = known === null;
    return known;
  }

  instruct(text: string): void {
    this.instructions += text;
  }

  get visible(): boolean {
    return this.shows;
  }
}

const numberField = (instructions: string): 'page' | 'pages' | null =>
  /^\s*PAGE\b/i.test(instructions) ? 'page' : /^\s*(NUMPAGES|SECTIONPAGES)\b/i.test(instructions) ? 'pages' : null;

/** Pieces of a paragraph; a page break cuts them into several lots. */
function piecesOf(paragraph: Element, own: Element | null, reading: Reading): Piece[][] {
  const lots: Piece[][] = [[]];
  const field = new Field();
  const put = (piece: Piece): void => void lots.at(-1)?.push(piece);

  const readRun = (run: Element): void => {
    const look = lookOf(reading.styles.run(own, find(run, 'w:rPr')));
    const say = (text: string): void => {
      if (field.visible && text !== '') put({ kind: 'text', text: look.capitals ? text.toLocaleUpperCase('cs') : text, look });
    };
    for (const part of children(run)) {
      switch (part.nodeName) {
        case 'w:t':
          say(part.textContent ?? '');
          break;
        case 'w:tab':
          say('    ');
          break;
        case 'w:noBreakHyphen':
          say('\u2011');
          break;
        case 'w:softHyphen':
          break;
        case 'w:br':
        case 'w:cr':
          if (attr(part, 'w:type') === 'page') lots.push([]);
          else say('\n');
          break;
        case 'w:fldChar': {
          const kind = field.mark(attr(part, 'w:fldCharType'));
          if (kind !== null) put({ kind, look });
          break;
        }
        case 'w:instrText':
          field.instruct(part.textContent ?? '');
          break;
        case 'w:drawing':
          image(part, reading).forEach(put);
          break;
        default: // named as not converted
      }
    }
  };

  const readAll = (of: Element): void => {
    for (const part of children(of)) {
      switch (part.nodeName) {
        case 'w:r':
          readRun(part);
          break;
        case 'w:fldSimple': {
          const kind = numberField(attr(part, 'w:instr') ?? '');
          if (kind === null) readAll(part);
          else put({ kind, look: lookOf(reading.styles.run(own, find(part, 'w:r/w:rPr'))) });
          break;
        }
        case 'w:hyperlink':
        case 'w:ins':
        case 'w:smartTag':
        case 'w:dir':
          readAll(part);
          break;
        case 'w:sdt':
          children(part, 'w:sdtContent').forEach(readAll);
          break;
        default: // properties, bookmarks, what was deleted
      }
    }
  };
  readAll(paragraph);
  return lots;
}

function numberedAs(properties: readonly Element[], numbering: Numbering) {
  const list = nearest(properties, (of) => attr(find(of, 'w:numPr/w:numId')));
  if (list === null || list === '0') return null;
  return numbering(list, Number(nearest(properties, (of) => attr(find(of, 'w:numPr/w:ilvl'))) ?? '0') || 0);
}

function paragraphs(element: Element, reading: Reading): Paragraph[] {
  const own = find(element, 'w:pPr');
  const properties = reading.styles.paragraph(own);
  const number = numberedAs(properties, reading.numbering);
  const left = lengthOf(properties, 'w:ind', 'w:left', 'w:start');
  const hanging = lengthOf(properties, 'w:ind', 'w:hanging');
  const first = lengthOf(properties, 'w:ind', 'w:firstLine');
  return piecesOf(element, own, reading).map((pieces, lot) => ({
    kind: 'paragraph',
    pieces,
    align: alignOf(properties),
    level: levelOf(properties),
    label: lot === 0 ? (number?.label ?? null) : null,
    left: Math.max(0, left ?? number?.left ?? 0),
    right: Math.max(0, lengthOf(properties, 'w:ind', 'w:right', 'w:end') ?? 0),
    first: number ? -(hanging ?? number.hanging) : (first ?? -(hanging ?? 0)),
    before: Math.max(0, lengthOf(properties, 'w:spacing', 'w:before') ?? 0),
    after: Math.max(0, lengthOf(properties, 'w:spacing', 'w:after') ?? 0),
    lineHeight: lineHeightOf(properties),
    pageBefore: lot > 0 || paragraphIs(properties, 'w:pageBreakBefore'),
    keepNext: paragraphIs(properties, 'w:keepNext'),
  }));
}

/** Has the table lines? By its own borders, or by a style that is not the one without. */
function hasLines(table: Element): boolean {
  const borders = find(table, 'w:tblPr/w:tblBorders');
  if (borders) return children(borders).some((one) => !['nil', 'none'].includes(attr(one) ?? 'none'));
  const style = attr(find(table, 'w:tblPr/w:tblStyle'));
  return style !== null && /grid|mřížka/i.test(style);
}

function table(element: Element, reading: Reading): Table {
  const rows = children(element, 'w:tr').map((row) =>
    children(row, 'w:tc').map((cell): Cell => {
      const merge = find(cell, 'w:tcPr/w:vMerge');
      return {
        blocks: blocks(cell, reading),
        columns: Math.min(50, Math.max(1, Number(attr(find(cell, 'w:tcPr/w:gridSpan'))) || 1)),
        continues: merge !== null && attr(merge) !== 'restart',
      };
    }),
  );
  const widths = children(find(element, 'w:tblGrid'), 'w:gridCol').map((column) => points(attr(column, 'w:w')) ?? 0);
  return { kind: 'table', rows, widths, lines: hasLines(element) };
}

function blocks(of: Element, reading: Reading): Block[] {
  return children(of).flatMap((element): Block[] => {
    switch (element.nodeName) {
      case 'w:p':
        return paragraphs(element, reading);
      case 'w:tbl':
        return [table(element, reading)];
      case 'w:sdt':
        return children(element, 'w:sdtContent').flatMap((content) => blocks(content, reading));
      default:
        return [];
    }
  });
}

const A4 = { width: 595.3, height: 841.9, margin: 56 } as const;

/** @throws DocxRefused where its XML is damaged */
export function readDocx(parts: DocxParts): Pages {
  const styles = readStyles(parts);
  const numbering = readNumbering(parts);
  const reading = (name: string): Reading => ({ parts, styles, numbering, targets: targetsOf(parts, name) });
  const main = reading('word/document.xml');
  const body = find(parseXml(parts.get('word/document.xml') ?? Buffer.alloc(0)), 'w:body');
  const section = find(body, 'w:sectPr');

  const edge = (kind: 'header' | 'footer', type: string): readonly Block[] | null => {
    const reference = children(section, `w:${kind}Reference`).find((one) => (attr(one, 'w:type') ?? 'default') === type);
    const name = main.targets.get(attr(reference ?? null, 'r:id') ?? '');
    const content = name === undefined ? undefined : parts.get(name);
    return name === undefined || content === undefined ? null : blocks(parseXml(content), reading(name));
  };
  const ownFirst = find(section, 'w:titlePg') !== null;
  const size = (name: string, otherwise: number): number => {
    const value = points(attr(find(section, 'w:pgSz'), name));
    return value !== null && value >= 100 ? value : otherwise;
  };
  const margin = (name: string): number => {
    const value = points(attr(find(section, 'w:pgMar'), name));
    return value === null ? A4.margin : Math.min(200, Math.max(20, Math.abs(value)));
  };
  return {
    body: body ? blocks(body, main) : [],
    header: edge('header', 'default') ?? [],
    footer: edge('footer', 'default') ?? [],
    firstHeader: ownFirst ? (edge('header', 'first') ?? []) : null,
    firstFooter: ownFirst ? (edge('footer', 'first') ?? []) : null,
    width: size('w:w', A4.width),
    height: size('w:h', A4.height),
    margins: [margin('w:left'), margin('w:top'), margin('w:right'), margin('w:bottom')],
  };
}
