/** From a definition of a document to the bytes of a PDF, the same bytes each time. */
import path from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

const FONTS = path.join(path.dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');

pdfmake.setFonts({
  Roboto: {
    normal: path.join(FONTS, 'Roboto-Regular.ttf'),
    bold: path.join(FONTS, 'Roboto-Medium.ttf'),
    italics: path.join(FONTS, 'Roboto-Italic.ttf'),
    bolditalics: path.join(FONTS, 'Roboto-MediumItalic.ttf'),
  },
});
// A document is made of what the records hold; nothing in it may reach for a file or an address.
pdfmake.setLocalAccessPolicy((file) => path.dirname(path.resolve(file)) === FONTS);
pdfmake.setUrlAccessPolicy(() => false);

export interface PdfDocument {
  readonly title: string;
  readonly author: string;
  /** The day that the document tells of, `yyyy-MM-dd`. Not the moment it is made: made again it must be the same file. */
  readonly day: string;
  readonly content: TDocumentDefinitions['content'];
  /** Printed at the foot of every page, before the number of the page. */
  readonly foot: string;
}

/** Makes a tagged PDF with the metadata of PDF/A-3b, in Czech. */
export async function makePdf({ title, author, day, content, foot }: PdfDocument): Promise<Buffer> {
  const made = new Date(`${day}T12:00:00Z`);
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [62, 56, 62, 56],
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
      footer: (page, pages) => ({ text: `${foot} · strana ${page} z ${pages}`, alignment: 'center', fontSize: 8, color: '#555555' }),
      content,
    })
    .getBuffer();
}
