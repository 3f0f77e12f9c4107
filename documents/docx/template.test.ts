import { zipOf } from '../../api/testing/files';
import { contractFields, templateKinds } from '../../processes/grant/contract/fields';
import { fieldValues } from '../../processes/grant/contract/fieldValues';
import { lacksOf } from '../../processes/grant/contract/obligatory';
import { exampleTemplate } from '../exampleTemplates';
import { checkTemplate } from '../templateCheck';
import { exampleFacts } from '../../processes/grant/contract/example';
import { DocxRefused } from './docxErrors';
import { openDocx } from './openDocx';
import { plainText } from './plainText';
import { fillTemplate, templateFields } from './template';
import { writeDocx } from './writeDocx';

/** A DOCX of these paragraphs, with other parts beside them. */
function docx(paragraphs: readonly string[], more: Readonly<Record<string, string>> = {}): Buffer {
  const parts = Object.fromEntries(
    [
      ...openDocx(
        writeDocx(
          paragraphs.map((text) => ({ style: 'plain', text })),
          '',
        ),
      ),
    ].map(([name, bytes]) => [name, bytes.toString('utf8')]),
  );
  return zipOf({ ...parts, ...more });
}
const relationships = (target: string, type: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://x/${type}" Target="${target}" TargetMode="External"/></Relationships>`;

function refusals(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof DocxRefused) return error.whys.map(({ cs }) => cs);
    throw error;
  }
}
const taken = (bytes: Buffer): string[] => refusals(() => checkTemplate(bytes, 'contract'));

it.each(templateKinds)('our example of a %s is taken, uses known fields and lacks nothing that the law asks for', (kind) => {
  const parts = openDocx(exampleTemplate(kind));
  const fields = templateFields(parts, kind);
  expect(lacksOf(kind, fields, plainText(parts).join('\n'))).toEqual([]);
  const values = fieldValues({ ...exampleFacts, amendment: { number: 1, changes: ['Lhůta se prodlužuje.'] } });
  const filled = plainText(openDocx(fillTemplate(parts, values))).join('\n');
  expect(filled).not.toMatch(/[{}]|undefined|null/);
  expect(filled).toContain('šedesát tisíc korun českých');
});

it('has a value for every field, and a field for every value', () => {
  const values = fieldValues(exampleFacts);
  const top = contractFields.filter(({ inside }) => inside === undefined).map(({ name }) => name);
  expect(Object.keys(values).sort()).toEqual([...top].sort());
});

it('is filled with text: what stands in a value becomes neither a field nor markup, and the bytes are the same again', () => {
  const parts = openDocx(docx(['{prijemce_nazev} žádá {castka}']));
  const values = fieldValues({ ...exampleFacts, recipient: { ...exampleFacts.recipient, name: '{castka_slovy} <w:p/> & „Ž“\u0007' } });
  const filled = fillTemplate(parts, values);
  expect(plainText(openDocx(filled))[0]).toMatch(/^\{castka_slovy\} <w:p\/> & „Ž“.? žádá 60 000 Kč$/);
  expect(fillTemplate(parts, values).equals(filled)).toBe(true);
});

it('repeats a list, and leaves out what does not hold', () => {
  const filled = (template: string[], facts = exampleFacts): string[] =>
    plainText(openDocx(fillTemplate(openDocx(docx(template)), fieldValues(facts))));
  expect(filled(['{#podminky}', '{podminka}', '{/podminky}'])).toEqual(['První podmínka', 'Druhá podmínka', '· strana 1 z 1']);
  expect(filled(['{#plati_se_po_castech}po částech{/plati_se_po_castech}{^plati_se_po_castech}najednou{/plati_se_po_castech}'])[0]).toBe(
    'najednou',
  );
  const parts = [{ amount: 1_00, dueOn: '2026-07-01', condition: '' }];
  expect(filled(['{#splatky}{splatka_poradi}: {splatka_castka} do {splatka_do}{/splatky}'], { ...exampleFacts, parts })[0]).toBe(
    '1: 1 Kč do 1. 7. 2026',
  );
});

it.each([
  ['an unknown field', ['{castka} {heslo}'], [/^Pole \{heslo\} neznáme/]],
  ['every unknown field at once', ['{a1} {b2}', '{c3}'], [/\{a1\}/, /\{b2\}/, /\{c3\}/]],
  ['a field of an amendment in a contract', ['{dodatek_cislo}'], [/\{dodatek_cislo\} neznáme/]],
  ['raw markup', ['{@castka}'], [/neznáme|nelze přečíst/]],
  ['a list written as a value', ['{podminky}'], [/dvojice \{#podminky\}/]],
  ['a field of a list outside of it', ['{podminka}'], [/patří jen mezi \{#podminky\}/]],
  ['a brace that is not closed', ['první', 'platí se {castka'], [/chybí zavírací závorka.*odstavec 2 \(„platí se \{castka“\)/]],
  ['a brace that is not opened', ['platí se castka}'], [/závorka.*odstavec 1/]],
  ['a pair that is not closed', ['{#podminky}', 'text'], [/chybí \{\/podminky\}.*odstavec 1/]],
  ['a pair closed by another', ['{#podminky}{/splatky}'], [/podminky/]],
])('refuses %s and says which and where', (_what, paragraphs, whys) => {
  const said = taken(docx(paragraphs));
  expect(said.length).toBeGreaterThanOrEqual(whys.length);
  for (const why of whys) expect(said.join('\n')).toMatch(why);
});

const word = (body: string): Record<string, string> => ({
  'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:o="o"><w:body>${body}</w:body></w:document>`,
});

it.each([
  ['a text', Buffer.from('ahoj'), /není dokument Wordu/],
  ['an archive of something else', zipOf({ 'a.txt': 'x' }), /není dokument Wordu/],
  ['a torn file', exampleTemplate('contract').subarray(0, 900), /není dokument Wordu/],
  ['macros', docx(['x'], { 'word/vbaProject.bin': 'x' }), /makra/],
  [
    'declared macros',
    docx(['x'], { '[Content_Types].xml': '<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>' }),
    /makra/,
  ],
  [
    'a foreign template',
    docx(['x'], { 'word/_rels/settings.xml.rels': relationships('http://x/a.dotm', 'attachedTemplate') }),
    /odkazuje ven na „http:\/\/x\/a\.dotm“/,
  ],
  ['a foreign picture', docx(['x'], { 'word/_rels/header1.xml.rels': relationships('https://x/a.png', 'image') }), /odkazuje ven/],
  ['a link to a file', docx(['x'], { 'word/_rels/footer1.xml.rels': relationships('file:///etc/passwd', 'hyperlink') }), /odkazuje ven/],
  [
    'a field that loads',
    docx(['x'], word('<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "c:/a"</w:instrText></w:r></w:p>')),
    /pole INCLUDETEXT/,
  ],
  ['a field that runs', docx(['x'], word('<w:p><w:fldSimple w:instr="DDEAUTO c:/cmd.exe"/></w:p>')), /pole DDEAUTO/],
  ['an embedded object', docx(['x'], word('<w:p><w:object><o:OLEObject/></w:object></w:p>')), /vložený objekt/],
  ['an embedded file', docx(['x'], word('<w:altChunk/>')), /vložený objekt/],
  ['entities', docx(['x'], { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }), /definice/],
  ['a bomb', docx(['x'], { 'word/media/a.png': '0'.repeat(40 * 1024 * 1024) }), /neobvykle velký/],
  ['a bomb of XML', docx(['x'], { 'word/styles.xml': ' '.repeat(11 * 1024 * 1024) }), /neobvykle velký/],
  [
    'too many parts',
    docx(['x'], Object.fromEntries(Array.from({ length: 301 }, (_, n) => [`word/a${n}.xml`, '<a/>']))),
    /příliš mnoho částí/,
  ],
  ['a way out of the archive', docx(['x'], { '../../a.xml': '<a/>' }), /poškozený/],
  ['damaged markup', docx(['x'], { 'word/document.xml': '<w:document><w:body>' }), /poškozen|nelze/],
])('refuses %s', (_what, bytes, why) => {
  expect(taken(bytes).join('\n')).toMatch(why);
});

it('takes a link that a reader clicks', () => {
  expect(taken(docx(['{castka}'], { 'word/_rels/footer1.xml.rels': relationships('mailto:urad@zkusebnov.example', 'hyperlink') }))).toEqual(
    [],
  );
});

it('names what the law asks for and the template lacks, by its letter', () => {
  const parts = openDocx(docx(['{castka} {ucel}']));
  const lacks = lacksOf('contract', templateFields(parts, 'contract'), plainText(parts).join('\n'));
  expect(lacks.map(({ provision }) => /písm\. (\w)/.exec(provision)?.[1])).toEqual(['a', 'b', 'c', 'f', 'g', 'i', 'k', 'l']);
  expect(lacksOf('amendment', [], '')).toEqual([]);
});
