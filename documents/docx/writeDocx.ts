/** A small DOCX made here: paragraphs in a few styles, a numbered list that starts anew in each article, a table without lines, the page's number in the footer. */
import { zipParts } from './zipDocx';

export type Line =
  | { readonly style: 'title' | 'subtitle' | 'article' | 'plain' | 'bold' | 'center'; readonly text: string }
  /** A numbered paragraph; `list` counts from one in each article. */
  | { readonly style: 'numbered'; readonly list: number; readonly text: string }
  | { readonly style: 'bullet'; readonly text: string }
  /** Two columns beside each other, each of several lines. */
  | { readonly style: 'columns'; readonly left: readonly string[]; readonly right: readonly string[] };

const NS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Paragraphs of this number are the bulleted ones; those of articles come after it. */
const BULLETS = 1;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
const paragraph = (style: string, text: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${run(text)}</w:p>`;
const numbering = (id: number): string => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;

function bodyOf(line: Line): string {
  switch (line.style) {
    case 'title':
      return paragraph('Title', line.text);
    case 'subtitle':
      return paragraph('Subtitle', line.text);
    case 'article':
      return paragraph('Heading1', line.text);
    case 'bold':
      return `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${escaped(line.text)}</w:t></w:r></w:p>`;
    case 'center':
      return paragraph('Normal', line.text, '<w:jc w:val="center"/>');
    case 'numbered':
      return paragraph('Normal', line.text, numbering(BULLETS + line.list));
    case 'bullet':
      return paragraph('Normal', line.text, numbering(BULLETS));
    case 'columns': {
      const cell = (lines: readonly string[]): string =>
        `<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>${lines.map((text) => paragraph('Normal', text, '<w:jc w:val="center"/>')).join('')}</w:tc>`;
      return `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid><w:tr>${cell(line.left)}${cell(line.right)}</w:tr></w:tbl>`;
    }
    case 'plain':
      return paragraph('Normal', line.text);
  }
}

const STYLES = `${HEAD}<w:styles ${NS}>
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/><w:spacing w:after="240"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:jc w:val="center"/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
</w:styles>`;

function numberingOf(lists: number): string {
  const level = (format: string, text: string): string =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl>`;
  const ids = Array.from({ length: lists }, (_, index) => BULLETS + 1 + index);
  return `${HEAD}<w:numbering ${NS}><w:abstractNum w:abstractNumId="0">${level('bullet', '•')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('decimal', '%1.')}</w:abstractNum><w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num>${ids
    .map(
      (id) =>
        `<w:num w:numId="${id}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
    )
    .join('')}</w:numbering>`;
}

const field = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const footerOf = (text: string): string =>
  `${HEAD}<w:ftr ${NS}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(`${text} · strana `)}${field('PAGE')}${run(' z ')}${field('NUMPAGES')}</w:p></w:ftr>`;

const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${WORD}.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="${WORD}.footer+xml"/></Types>`;

const relationships = (targets: Readonly<Record<string, string>>): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(targets)
    .map(([target, type], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** @param foot stands at the foot of every page, before its number */
export function writeDocx(lines: readonly Line[], foot: string): Buffer {
  const lists = Math.max(0, ...lines.map((line) => (line.style === 'numbered' ? line.list : 0)));
  const section =
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1247" w:bottom="1134" w:left="1247" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  const parts: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationships({ 'word/document.xml': 'officeDocument' }),
    'word/document.xml': `${HEAD}<w:document ${NS}><w:body>${lines.map(bodyOf).join('')}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships({ 'styles.xml': 'styles', 'numbering.xml': 'numbering', 'footer1.xml': 'footer' }),
    'word/styles.xml': STYLES,
    'word/numbering.xml': numberingOf(lists),
    'word/footer1.xml': footerOf(foot),
  };
  return zipParts(new Map(Object.entries(parts).map(([name, content]) => [name, Buffer.from(content)])));
}
