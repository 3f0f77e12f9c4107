import { pdfPages, pdfText } from '../testing/pdfText';
import { PNG } from '../../api/testing/files';
import { exampleFacts } from '../../processes/grant/contract/example';
import { BLACKED_OUT } from '../../processes/grant/contract/facts';
import { makeContractFiles, makePublicPdf } from '../contractFiles';
import { exampleTemplate } from '../exampleTemplates';
import { makePdf } from '../pdf';
import { notConverted } from './notConverted';
import { openDocx, type DocxParts } from './openDocx';
import { plainText } from './plainText';
import { docxAsPdf } from './toPdf';
import { writeDocx } from './writeDocx';

const about = { title: 'Zkouška', author: 'Městys Zkušebnov', day: '2026-05-20' };
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="r" xmlns:wp="wp" xmlns:a="a"';

/** Our empty DOCX with this body. */
function docx(body: string, more: Readonly<Record<string, string | Buffer>> = {}): DocxParts {
  const parts = new Map(openDocx(writeDocx([], 'pata')));
  const section = '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/></w:sectPr>';
  parts.set('word/document.xml', Buffer.from(`<w:document ${W}><w:body>${body}${section}</w:body></w:document>`));
  for (const [name, content] of Object.entries(more)) parts.set(name, Buffer.from(content));
  return parts;
}
const p = (text: string, properties = '', run = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const made = async (body: string, more = {}): Promise<string[]> => pdfPages(await makePdf(docxAsPdf(docx(body, more), about)));
const content = (body: string): string => JSON.stringify(docxAsPdf(docx(body), about).content);

it('makes the whole contract of our example: every paragraph of the filled DOCX is in the PDF, numbered and with pages counted', async () => {
  const { docx: filled, pdf } = await makeContractFiles({
    kind: 'contract',
    facts: exampleFacts,
    template: exampleTemplate('contract'),
    soffice: undefined,
  });
  const text = pdfPages(pdf)
    .map((page) => page.split('\n').slice(0, -1).join(''))
    .join('')
    .replace(/\s/g, '');
  for (const paragraph of plainText(openDocx(filled!)).filter((one) => !one.includes('strana')))
    expect(text).toContain(paragraph.replace(/\s+/g, ''));
  const pages = pdfPages(pdf);
  expect(pages[0]).toContain('1.Poskytovatel poskytuje příjemci ze svého rozpočtu účelovou dotaci ve výši 60\u00a0000\u00a0Kč');
  expect(pages[0]).toContain('2.První podmínka\n3.Druhá podmínka');
  expect(pages.map((page) => page.split('\n').at(-1))).toEqual(
    pages.map((_, index) => `Spis DOT-2026-0001 · strana ${index + 1} z ${pages.length}`),
  );
});

it('gives the same bytes for the same facts, and the contract in our own words without a template', async () => {
  const making = { kind: 'contract', facts: exampleFacts, template: exampleTemplate('contract'), soffice: undefined } as const;
  const [one, other] = [await makeContractFiles(making), await makeContractFiles(making)];
  expect([one.pdf.equals(other.pdf), one.docx?.equals(other.docx!)]).toEqual([true, true]);
  const own = await makeContractFiles({ ...making, template: null });
  expect(own.docx).toBeNull();
  expect(pdfText(own.pdf)).toContain('šedesát tisíc korun českých; dále jen');
  const amendment = await makeContractFiles({
    ...making,
    kind: 'amendment',
    template: null,
    facts: { ...exampleFacts, amendment: { number: 2, changes: ['Účel se mění.'] } },
  });
  expect(pdfText(amendment.pdf)).toMatch(/Dodatek č\. 2 .*Účel se mění\./);
});

it.each(['template', 'own words'])('publishes of a natural person the name and the municipality only (%s)', async (by) => {
  const template = by === 'template' ? exampleTemplate('contract') : null;
  const text = pdfText(await makePublicPdf({ kind: 'contract', facts: exampleFacts, template, soffice: undefined }));
  expect(text).toContain('Žofie Ďáblíková');
  expect(text).toContain('Zkušebnov');
  for (const hidden of ['Horní 5', '29. 2. 1980', '19-2000145399/0800']) expect(text).not.toContain(hidden);
  expect(text).toContain(BLACKED_OUT);
  const legal = {
    ...exampleFacts,
    recipient: { ...exampleFacts.recipient, kind: 'legal' as const, ico: '00000027', representative: 'Jan Tajný' },
  };
  const spolek = pdfText(await makePublicPdf({ kind: 'contract', facts: legal, template, soffice: undefined }));
  expect(spolek).toContain('00000027');
  expect(spolek).not.toContain('Jan Tajný');
});

it('keeps how the text looks', () => {
  expect(content(p('tučně', '', '<w:b/>'))).toContain('"bold":true');
  expect(content(p('netučně', '<w:pStyle w:val="Title"/>', '<w:b w:val="0"/>'))).toContain('"bold":false');
  expect(content(p('kurzivou', '', '<w:i/>'))).toContain('"italics":true');
  expect(content(p('podtrženě', '', '<w:u w:val="single"/>'))).toContain('"decoration":"underline"');
  expect(content(p('bez', '', '<w:u w:val="none"/>'))).not.toContain('decoration');
  expect(content(p('verzálky', '', '<w:caps/>'))).toContain('VERZÁLKY');
  expect(content(p('velké', '', '<w:sz w:val="40"/>'))).toContain('"fontSize":20');
  expect(content(p('barva', '', '<w:color w:val="C00000"/>'))).toContain('#c00000');
  for (const [said, kept] of [
    ['center', 'center'],
    ['right', 'right'],
    ['both', 'justify'],
  ])
    expect(content(p('x', `<w:jc w:val="${said}"/>`))).toContain(`"alignment":"${kept}"`);
  expect(content(p('nadpis', '<w:pStyle w:val="Heading1"/>'))).toMatch(/"alignment":"center".*"headlineLevel":1/);
});

it('counts lists over levels and begins anew where it is told to', async () => {
  const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${['decimal', 'lowerLetter', 'upperRoman']
    .map(
      (format, level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${level === 1 ? '%1.%2)' : `%${level + 1}.`}"/></w:lvl>`,
    )
    .join(
      '',
    )}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const item = (text: string, level: number, list = 1): string =>
    p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
  const body = item('A', 0) + item('B', 1) + item('C', 1) + item('D', 2) + item('E', 0) + item('F', 1) + item('G', 0, 2);
  const [page = ''] = await made(body, { 'word/numbering.xml': numbering });
  expect(page.split('\n').slice(0, 7)).toEqual(['1.A', '1.a)B', '1.b)C', 'I.D', '2.E', '2.a)F', '1.G']);
});

it('makes tables, merged cells too, breaks pages and keeps pictures', async () => {
  const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
  const table = `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>
    <w:tr>${cell('přes dva', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('vlevo', '<w:vMerge w:val="restart"/>')}${cell('vpravo')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('dole')}</w:tr></w:tbl>`;
  const picture = `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="635000"/><a:blip r:embed="rId9"/></wp:inline></w:drawing></w:r></w:p>`;
  const rels = `<Relationships><Relationship Id="rId3" Target="footer1.xml"/><Relationship Id="rId9" Target="media/znak.png"/></Relationships>`;
  const parts = docx(
    table + picture + p('<w:br/>').replace('<w:t xml:space="preserve"><w:br/></w:t>', '<w:br w:type="page"/><w:t>druhá strana</w:t>'),
    {
      'word/_rels/document.xml.rels': rels,
      'word/media/znak.png': PNG,
    },
  );
  const pdf = await makePdf(docxAsPdf(parts, about));
  const [first = '', second = ''] = pdfPages(pdf);
  expect(first.replace(/\s/g, '')).toContain('přesdvavlevovpravodole');
  expect(second).toMatch(/^druhá strana/);
  expect(pdf.toString('latin1')).toContain('/Subtype /Image');
  expect(notConverted(parts)).toEqual([]);
});

it('names what does not come into the PDF', () => {
  const names = (body: string, more = {}): string =>
    notConverted(docx(body, more))
      .map(({ cs }) => cs)
      .join('; ');
  expect(names(p('jen text'))).toBe('');
  expect(names('<w:p><w:r><w:pict><v:shape xmlns:v="v"><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></w:r></w:p>')).toMatch(
    /textové pole.*kreslený tvar/,
  );
  expect(names('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>')).toContain('poznámky pod čarou');
  expect(names('<w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>')).toContain('sledované změny');
  expect(names('<w:p/>', { 'word/media/graf.emf': 'x' })).toContain('obrázek graf.emf');
  expect(names(p('x', '', '<w:rFonts w:ascii="Comic Sans MS"/>'))).toContain('písmo Comic Sans MS');
  expect(names('<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>')).toMatch(/více oddílů.*ve sloupcích/);
  const huge = Buffer.alloc(64);
  PNG.copy(huge, 0, 0, 16);
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  expect(names('<w:p/>', { 'word/media/bomba.png': huge })).toContain('bomba.png: je příliš velký');
});

it('gives every letter back to who copies it, whatever was made before', async () => {
  const czech = 'Čermák Cyril: Ďas, Ťuk, Ňouma, Žába a Zuzana; ÁÉÍÓÚÝ aeiouy CDENRSTZ „fi fl ffi“';
  const one = async (text: string): Promise<Buffer> => makePdf({ ...about, content: text });
  const alone = await one('C\u00a0Z D');
  expect(pdfText(await one(czech))).toBe(czech);
  expect(pdfText(await one('CDENRSTZaeiouy'))).toBe('CDENRSTZaeiouy');
  expect((await one('C\u00a0Z D')).equals(alone)).toBe(true);
});

it('takes no file and no address from what it is given', async () => {
  await expect(makePdf({ ...about, content: { image: '/etc/hostname' } })).rejects.toThrow(/denied/);
});

it.each(['template', 'own words'])('says the payments in parts (%s)', async (by) => {
  const parts = [
    { amount: 40_000_00, dueOn: null, condition: 'do 30 dnů ode dne účinnosti smlouvy' },
    { amount: 20_000_00, dueOn: '2026-09-30', condition: '' },
  ];
  const template = by === 'template' ? exampleTemplate('contract') : null;
  const text = pdfText(
    (await makeContractFiles({ kind: 'contract', facts: { ...exampleFacts, parts }, template, soffice: undefined })).pdf,
  );
  expect(text).toMatch(/1\. část 40 000 Kč do 30 dnů ode dne účinnosti smlouvy.*2\. část 20 000 Kč do 30\. 9\. 2026/);
  expect(text).not.toContain('jednorázově');
});
