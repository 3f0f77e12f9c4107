/** What of a DOCX is converted: paragraphs and tables, in words that any writer of pages understands. Lengths in points. */

export type Align = 'left' | 'center' | 'right' | 'justify';

/** How a piece of text looks. */
export interface Look {
  readonly bold: boolean;
  readonly italics: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** Raised or lowered. */
  readonly script: 'super' | 'sub' | null;
  readonly capitals: boolean;
  readonly size: number;
  /** `#rrggbb`; null: the page's own. */
  readonly colour: string | null;
}

export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly look: Look }
  | { readonly kind: 'page' | 'pages'; readonly look: Look }
  | { readonly kind: 'image'; readonly name: string; readonly width: number; readonly height: number };

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly pieces: readonly Piece[];
  readonly align: Align;
  /** 1 to 9 of a heading; null of other text. */
  readonly level: number | null;
  /** Number or bullet before it. */
  readonly label: string | null;
  readonly left: number;
  readonly right: number;
  /** How much further the first line (or the label) begins; negative: to the left. */
  readonly first: number;
  readonly before: number;
  readonly after: number;
  readonly lineHeight: number;
  readonly pageBefore: boolean;
  readonly keepNext: boolean;
}

export interface Cell {
  readonly blocks: readonly Block[];
  readonly columns: number;
  /** Part of the cell above. */
  readonly continues: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
  readonly widths: readonly number[];
  readonly lines: boolean;
}

export type Block = Paragraph | Table;

export interface Pages {
  readonly body: readonly Block[];
  readonly header: readonly Block[];
  readonly footer: readonly Block[];
  /** Of the first page, where it has its own. */
  readonly firstHeader: readonly Block[] | null;
  readonly firstFooter: readonly Block[] | null;
  readonly width: number;
  readonly height: number;
  /** Left, top, right, bottom. */
  readonly margins: readonly [number, number, number, number];
}
