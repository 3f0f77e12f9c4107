/** What a DOCX says, paragraph by paragraph: for comparing, for searching, and to name a place in it. */
import type { DocxParts } from './openDocx';
import { attr, children, parseXml, type Element } from './xml';

/** Parts that a reader sees, in the order in which they are compared. */
export function textParts(parts: DocxParts): string[] {
  const others = [...parts.keys()].filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name)).sort();
  return ['word/document.xml', ...others];
}

function textIn(element: Element): string {
  switch (element.nodeName) {
    case 'w:t':
      return element.textContent ?? '';
    case 'w:tab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return attr(element, 'w:type') === 'page' ? '' : '\n';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:p': // of a text box: a paragraph of its own
    case 'w:pPr':
    case 'w:rPr':
    case 'w:instrText':
    case 'w:del':
      return '';
    default:
      return children(element).map(textIn).join('');
  }
}

/** The text of one paragraph. */
export const paragraphText = (paragraph: Element): string => children(paragraph).map(textIn).join('');

/** Paragraphs of one part of the document (`word/document.xml`), the empty ones too. */
export function paragraphsOf(parts: DocxParts, name: string): string[] {
  const content = parts.get(name);
  return content === undefined ? [] : [...parseXml(content).getElementsByTagName('w:p')].map(paragraphText);
}

/** All that the document says: its body, then headers and footers; without empty paragraphs. */
export function plainText(parts: DocxParts): string[] {
  return textParts(parts)
    .flatMap((name) => paragraphsOf(parts, name))
    .map((text) => text.replace(/[ \t\u00a0]+/g, ' ').trim())
    .filter((text) => text !== '');
}
