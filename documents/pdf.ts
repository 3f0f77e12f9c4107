/** From a definition of a document to the bytes of a PDF, the same bytes each time. */
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { useFonts } from './fonts';

export interface PdfDocument {
  readonly title: string;
  readonly author: string;
  /** The day that the document tells of, `yyyy-MM-dd`. Not the moment it is made: made again it must be the same file. */
  readonly day: string;
  readonly content: TDocumentDefinitions['content'];
  /** Printed at the foot of every page, before the number of the page; not given: the document has a footer of its own, or none. */
  readonly foot?: string;
  readonly header?: PageEdge;
  readonly footer?: PageEdge;
  /** Said across every page: this is no final document. */
  readonly watermark?: string;
  /** Points; A4 with the margins of our own documents where nothing is said. */
  readonly pageSize?: { readonly width: number; readonly height: number };
  readonly pageMargins?: [number, number, number, number];
}

/** What stands at the edge of a page, by its number and how many there are. */
type PageEdge = (page: number, pages: number) => Content;

/** Makes a tagged PDF with the metadata of PDF/A-3b, in Czech. */
export async function makePdf({
  title,
  author,
  day,
  content,
  foot,
  header,
  footer,
  watermark,
  pageSize,
  pageMargins,
}: PdfDocument): Promise<Buffer> {
  useFonts();
  const made = new Date(`${day}T12:00:00Z`);
  return pdfmake
    .createPdf({
      pageSize: pageSize ?? 'A4',
      pageMargins: pageMargins ?? [62, 56, 62, 56],
      version: '1.7',
      subset: 'PDF/A-3b',
      displayTitle: true,
      language: 'cs',
      info: { title, author, producer: 'Postup', creator: 'Postup', creationDate: made, modDate: made },
      defaultStyle: { font: 'Roboto', fontSize: 10.5, lineHeight: 1.25 },
      styles: {
        title: { fontSize: 15, bold: true, alignment: 'center', margin: [0, 0, 0, 4] },
        subtitle: { alignment: 'center', margin: [0, 0, 0, 14] },
        article: { bold: true, alignment: 'center', margin: [0, 12, 0, 4] },
        paragraph: { margin: [0, 0, 0, 4] },
      },
      ...(header && { header }),
      ...(watermark !== undefined && { watermark: { text: watermark, color: '#777777', opacity: 0.18, bold: true } }),
      footer:
        footer ??
        (foot === undefined
          ? undefined
          : (page, pages) => ({ text: `${foot} · strana ${page} z ${pages}`, alignment: 'center', fontSize: 8, color: '#555555' })),
      content,
    })
    .getBuffer();
}
