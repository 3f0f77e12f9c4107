/** Paragraphs and tables of a DOCX as a definition of a PDF. */
import type { Content, ContentText, TableCell } from 'pdfmake/interfaces';
import type { PdfDocument } from '../pdf';
import type { Block, Cell, Look, Pages, Paragraph, Piece, Table } from './model';
import type { DocxParts } from './openDocx';
import { pictureAddress } from './pictures';
import { readDocx } from './readDocx';

interface Numbers {
  readonly page: number;
  readonly pages: number;
}

interface Writing {
  readonly parts: DocxParts;
  /** Of the page, in headers and footers; in the text it is not known yet. */
  readonly numbers: Numbers | null;
}

function looks({ bold, italics, underline, strike, script, size, colour }: Look): Omit<ContentText, 'text'> {
  return {
    bold,
    italics,
    fontSize: size,
    ...(underline && { decoration: 'underline' }),
    ...(strike && { decoration: 'lineThrough' }),
    ...(script !== null && { [script === 'super' ? 'sup' : 'sub']: true }),
    ...(colour !== null && { color: colour }),
  };
}

/** Text of a piece; a number of a page that is not known is left out. */
function said(piece: Piece, numbers: Numbers | null): string {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'image' || numbers === null) return '';
  return String(piece.kind === 'page' ? numbers.page : numbers.pages);
}

const EMPTY: Look = { bold: false, italics: false, underline: false, strike: false, script: null, capitals: false, size: 10, colour: null };

function textOf(paragraph: Paragraph, { numbers }: Writing): ContentText {
  const runs = paragraph.pieces.flatMap((piece): ContentText[] => {
    const text = said(piece, numbers);
    return text === '' || piece.kind === 'image' ? [] : [{ ...looks(piece.look), text }];
  });
  return {
    // An empty paragraph keeps its line.
    text: runs.length > 0 ? runs : [{ ...looks(EMPTY), text: ' ' }],
    alignment: paragraph.align,
    lineHeight: Math.max(1, paragraph.lineHeight),
    ...(paragraph.level !== null && { headlineLevel: paragraph.level }),
    preserveLeadingSpaces: true,
  };
}

function images(paragraph: Paragraph, parts: DocxParts): Content[] {
  return paragraph.pieces.flatMap((piece): Content[] => {
    const bytes = piece.kind === 'image' ? parts.get(piece.name) : undefined;
    const address = bytes && pictureAddress(bytes);
    if (piece.kind !== 'image' || !address) return [];
    const alignment = paragraph.align === 'justify' ? 'left' : paragraph.align;
    return [
      {
        image: address,
        fit: [piece.width, piece.height],
        alignment,
        margin: [paragraph.left, paragraph.before, paragraph.right, paragraph.after],
      },
    ];
  });
}

function paragraphContent(paragraph: Paragraph, writing: Writing): Content[] {
  const pictures = images(paragraph, writing.parts);
  const silent = paragraph.pieces.every((piece) => piece.kind === 'image' || said(piece, writing.numbers) === '');
  const broken = paragraph.pageBefore ? ({ pageBreak: 'before' } as const) : {};
  if (silent && pictures.length > 0) return [{ stack: pictures, ...broken }];
  const { left, right, first, before, after, label } = paragraph;
  const text = textOf(paragraph, writing);
  if (label === null)
    return [
      ...pictures,
      {
        ...text,
        margin: [Math.max(0, left + Math.min(0, first)), before, right, after],
        ...(first > 0 && { leadingIndent: first }),
        ...broken,
      },
    ];
  const hanging = Math.max(12, -first);
  const look = paragraph.pieces.find((piece) => piece.kind === 'text')?.look ?? EMPTY;
  return [
    ...pictures,
    {
      columns: [
        {
          text: label,
          ...looks({ ...look, underline: false, strike: false }),
          width: Math.max(hanging, label.length * look.size * 0.55),
          lineHeight: text.lineHeight,
        },
        { ...text, width: '*' },
      ],
      columnGap: 0,
      margin: [Math.max(0, left - hanging), before, right, after],
      ...broken,
    },
  ];
}

/** Widths of the columns so that together they fit between the margins. */
function columnWidths({ rows, widths }: Table, room: number): (number | '*')[] {
  const count = Math.max(1, ...rows.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)));
  const total = widths.slice(0, count).reduce((sum, width) => sum + width, 0);
  if (widths.length < count || total <= 0) return new Array<'*'>(count).fill('*');
  const scale = Math.min(1, room / total);
  return widths.slice(0, count).map((width) => Math.max(8, width * scale - 10));
}

function tableContent(table: Table, writing: Writing, room: number): Content {
  const widths = columnWidths(table, room);
  const place = (row: readonly Cell[], wanted: number): Cell | undefined => {
    let at = 0;
    for (const cell of row) {
      if (at === wanted) return cell;
      at += cell.columns;
    }
    return undefined;
  };
  const body = table.rows.map((row, index) => {
    const cells: TableCell[] = [];
    for (const cell of row) {
      let rowSpan = 1;
      const at = cells.length;
      if (!cell.continues) while (place(table.rows[index + rowSpan] ?? [], at)?.continues) rowSpan += 1;
      const [only = { text: '' }] = cell.continues ? [{ text: '' }] : [{ stack: contents(cell.blocks, writing, room / widths.length) }];
      cells.push({ ...only, colSpan: cell.columns, rowSpan });
      for (let covered = 1; covered < cell.columns; covered += 1) cells.push({});
    }
    while (cells.length < widths.length) cells.push({ text: '' });
    return cells.slice(0, widths.length);
  });
  if (body.length === 0) return { text: '' };
  return { table: { widths, body }, layout: table.lines ? undefined : 'noBorders', margin: [0, 2, 0, 2] };
}

function contents(blocks: readonly Block[], writing: Writing, room: number): Content[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [tableContent(block, writing, room)] : paragraphContent(block, writing)));
}

/** @param about what of the PDF the DOCX does not say */
export function docxAsPdf(parts: DocxParts, about: Pick<PdfDocument, 'title' | 'author' | 'day'>): PdfDocument {
  const pages: Pages = readDocx(parts);
  const [left, top, right, bottom] = pages.margins;
  const room = pages.width - left - right;
  const edge =
    (of: readonly Block[], first: readonly Block[] | null, foot: boolean) =>
    (page: number, all: number): Content => ({
      stack: contents(page === 1 && first !== null ? first : of, { parts, numbers: { page, pages: all } }, room),
      margin: [left, foot ? 8 : Math.max(12, top / 2 - 6), right, 0],
    });
  return {
    ...about,
    pageSize: { width: pages.width, height: pages.height },
    pageMargins: [left, top, right, bottom],
    header: edge(pages.header, pages.firstHeader, false),
    footer: edge(pages.footer, pages.firstFooter, true),
    content: contents(pages.body, { parts, numbers: null }, room),
  };
}
