/** What of a DOCX does not come into the PDF, or looks otherwise there: told to the officer when the template is taken, never dropped in silence. */
import { words, type Words } from '../../processes/words';
import { pictureFault } from './pictures';
import type { DocxParts } from './openDocx';
import { attr, below, children, find, parseXml, type Element } from './xml';

interface Sign {
  readonly names: readonly string[];
  readonly said: Words;
}

const SIGNS: readonly Sign[] = [
  {
    names: ['w:txbxContent', 'v:textbox'],
    said: words('textové pole: jeho text v PDF nebude', 'a text box: its text will not be in the PDF'),
  },
  { names: ['w:footnoteReference'], said: words('poznámky pod čarou: v PDF nebudou', 'footnotes: they will not be in the PDF') },
  { names: ['w:endnoteReference'], said: words('vysvětlivky na konci: v PDF nebudou', 'endnotes: they will not be in the PDF') },
  { names: ['w:commentReference'], said: words('komentáře: v PDF nebudou', 'comments: they will not be in the PDF') },
  {
    names: ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'],
    said: words(
      'sledované změny: vložený text v PDF bude, smazaný ne; změny raději přijměte',
      'tracked changes: inserted text will be there, deleted text not; better accept them',
    ),
  },
  { names: ['m:oMath'], said: words('rovnice: v PDF nebude', 'an equation: it will not be in the PDF') },
  {
    names: ['v:shape', 'v:rect', 'v:line', 'wps:wsp', 'wpg:wgp'],
    said: words('kreslený tvar: v PDF nebude', 'a drawn shape: it will not be in the PDF'),
  },
  { names: ['c:chart', 'dgm:relIds'], said: words('graf nebo diagram: v PDF nebude', 'a chart or a diagram: it will not be in the PDF') },
  { names: ['w:shd'], said: words('barva pozadí: v PDF nebude', 'a background colour: it will not be in the PDF') },
  { names: ['w:sym'], said: words('znak ze zvláštního písma: v PDF nebude', 'a character of a special font: it will not be in the PDF') },
  { names: ['w:pBdr'], said: words('ohraničení odstavce: v PDF nebude', 'a border of a paragraph: it will not be in the PDF') },
];

const visible = (element: Element): boolean =>
  !['clear', 'nil', 'none'].includes(attr(element) ?? '') || (attr(element, 'w:fill') ?? 'auto') !== 'auto';

function sectionNotes(body: Element): Words[] {
  const notes: Words[] = [];
  if (below(body, 'w:sectPr').length > 1)
    notes.push(
      words(
        'více oddílů: okraje, záhlaví a zápatí platí podle posledního',
        'several sections: margins, header and footer follow the last one',
      ),
    );
  if (below(body, 'w:cols').some((columns) => Number(attr(columns, 'w:num')) > 1))
    notes.push(words('text ve sloupcích: v PDF bude v jednom', 'text in columns: it will be in one'));
  if (
    below(body, 'w:headerReference')
      .concat(below(body, 'w:footerReference'))
      .some((one) => attr(one, 'w:type') === 'even')
  )
    notes.push(words('jiné záhlaví sudých stran: v PDF bude všude stejné', 'another header of even pages: it will be the same everywhere'));
  return notes;
}

const FONT_WORDS = (fonts: readonly string[]): Words =>
  words(`písmo ${fonts.join(', ')}: v PDF bude Roboto`, `the font ${fonts.join(', ')}: it will be Roboto in the PDF`);

/** Fonts that the text asks for, without those of the theme, which nobody chose. */
function fontsIn(root: Element): string[] {
  return below(root, 'w:rFonts')
    .flatMap((fonts) => [attr(fonts, 'w:ascii') ?? ''])
    .filter((name) => name !== '' && name !== 'Roboto');
}

/** Each thing once, in words that go on a list: `textové pole: jeho text v PDF nebude`. */
export function notConverted(parts: DocxParts): Words[] {
  const roots = [...parts]
    .filter(([name]) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name))
    .map(([, content]) => parseXml(content));
  const found = SIGNS.filter(({ names }) =>
    roots.some((root) => names.some((name) => below(root, name).some((element) => name !== 'w:shd' || visible(element)))),
  ).map(({ said }) => said);
  const pictures = [...parts]
    .filter(([name]) => name.startsWith('word/media/'))
    .flatMap(([name, bytes]) => pictureFault(name.slice('word/media/'.length), bytes) ?? []);
  const body = roots.flatMap((root) => children(root, 'w:body')).at(0);
  const styles = parts.get('word/styles.xml');
  const defaults = styles === undefined ? null : find(parseXml(styles), 'w:docDefaults');
  const fonts = [...new Set([...roots, ...(defaults ? [defaults] : [])].flatMap(fontsIn))].sort().slice(0, 5);
  return [...found, ...pictures, ...(body ? sectionNotes(body) : []), ...(fonts.length > 0 ? [FONT_WORDS(fonts)] : [])];
}
