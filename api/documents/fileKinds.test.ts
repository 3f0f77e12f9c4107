import { docx, pdf, PNG, zipOf } from '../testing/files';
import { FileRefused, fileKind, plainFileName } from './fileKinds';

const refusal = (name: string, bytes: Buffer | string): string => {
  try {
    fileKind(name, Buffer.from(bytes));
    return 'taken';
  } catch (error) {
    if (error instanceof FileRefused) return error.why.cs;
    throw error;
  }
};
/** The beginning of a signature of CMS: a sequence that says it is signed data. */
const signature = (more = ''): Buffer => {
  const content = Buffer.from(`06092a864886f70d010702a0820002${more}`, 'hex');
  return Buffer.concat([Buffer.from([0x30, content.length]), content]);
};
const container = (signed: Record<string, string | Buffer>): Buffer =>
  zipOf({
    mimetype: 'application/vnd.etsi.asic-e+zip',
    'META-INF/signatures001.xml': '<x/>',
    ...Object.fromEntries(Object.entries(signed).map(([name, content]) => [name, content.toString('latin1')])),
  });
const odf = (type: string, more: Record<string, string> = {}): Buffer =>
  zipOf({ mimetype: `application/vnd.oasis.opendocument.${type}`, 'content.xml': '<x/>', ...more });

it.each([
  ['a.pdf', pdf()],
  ['A.PDF', pdf('/OpenAction [3 0 R /Fit]', '/Type /Page /Contents 5 0 R')],
  ['faktura.pdf', pdf('/Title (JavaScript v praxi) /Names << /EmbeddedFiles 4 0 R >>')],
  ['a.png', PNG],
  ['a.jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2])],
  ['a.docx', docx()],
  ['a.xlsx', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' })],
  ['a.odt', odf('text')],
  ['a.ods', odf('spreadsheet')],
  ['a.txt', Buffer.from('Příliš žluťoučký kůň\r\n')],
  ['a.csv', Buffer.from('\ufeffa;b\n1;2\n')],
  ['smlouva.pdf.p7s', signature()],
  ['smlouva.p7s', Buffer.from(`-----BEGIN PKCS7-----\n${signature().toString('base64')}\n-----END PKCS7-----\n`)],
  ['smlouva.asice', container({ 'smlouva.pdf': pdf() })],
])('takes %s', (name, bytes) => {
  expect(refusal(name, bytes)).toBe('taken');
});

it.each([
  ['a program by its name', 'a.exe', Buffer.from('MZ'), /Přijímáme PDF/],
  ['a page', 'a.html', Buffer.from('<html>'), /Přijímáme PDF/],
  ['a picture with scripts', 'a.svg', Buffer.from('<svg/>'), /Přijímáme PDF/],
  ['no extension', 'soubor', PNG, /Přijímáme PDF/],
  ['nothing', 'a.pdf', Buffer.alloc(0), /prázdný/],
  ['a text called a signature', 'a.p7s', Buffer.from('podepsáno'), /příponě/],
  ['a signature with something behind it', 'a.p7s', Buffer.concat([signature(), Buffer.from('MZ')]), /příponě/],
  ['a signature called a PDF', 'a.pdf', signature(), /příponě/],
  ['an archive called a container', 'a.asice', zipOf({ mimetype: 'application/zip', 'a.pdf': 'x' }), /příponě/],
  ['a container without a signature', 'a.asice', zipOf({ mimetype: 'application/vnd.etsi.asic-e+zip', 'a.txt': 'x' }), /příponě/],
  ['a container of a program', 'a.asice', container({ 'a.exe': 'MZ' }), /Přijímáme PDF/],
  ['a container of a PDF with a script', 'a.asice', container({ 'a.pdf': pdf('/OpenAction << /S /JavaScript /JS (x) >>') }), /spustitelný/],
  ['a container in a container', 'a.asice', container({ 'b.asice': container({ 'a.txt': 'x' }) }), /./],
  ['a program called a PDF', 'a.pdf', Buffer.from('MZ\x90\x00'), /příponě/],
  ['a page called a text', 'a.txt', Buffer.from(' <!DOCTYPE html><script>alert(1)</script>'), /příponě/],
  ['bytes called a text', 'a.txt', Buffer.from([65, 0, 66]), /příponě/],
  ['a picture called a PDF', 'a.pdf', PNG, /příponě/],
  ['a document called a sheet', 'a.xlsx', docx(), /příponě/],
  ['an archive called a document', 'a.docx', zipOf({ 'a.txt': 'x' }), /příponě/],
  ['a torn archive', 'a.docx', docx().subarray(0, 60), /poškozený/],
  ['a PDF with a script', 'a.pdf', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), /spustitelný/],
  ['a PDF with an escaped script', 'a.pdf', pdf('/OpenAction << /S /J#61va#53cript >>'), /spustitelný/],
  ['a PDF that launches', 'a.pdf', pdf('/AA << /O << /S /Launch /F (cmd.exe) >> >>'), /spustitelný/],
  ['a PDF with a script in a packed stream', 'a.pdf', pdf('', '3 0 << /S /JavaScript /JS (x) >>'), /spustitelný/],
  ['an encrypted PDF', 'a.pdf', pdf('/Encrypt 5 0 R'), /zašifrovaný/],
  ['a document with macros', 'a.docx', docx({ 'word/vbaProject.bin': 'x' }), /makra/],
  ['a document that declares macros', 'a.docx', docx({ '[Content_Types].xml': '<Types>macroEnabled.main+xml</Types>' }), /makra/],
  [
    'a document with a foreign template',
    'a.docx',
    docx({ 'word/_rels/settings.xml.rels': '<Relationship Type="x/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"/>' }),
    /makra/,
  ],
  ['an open document with macros', 'a.odt', odf('text', { 'Basic/Standard/Module1.xml': 'x' }), /makra/],
])('refuses %s', (_what, name, bytes, why) => {
  expect(refusal(name, bytes)).toMatch(why);
});

it('does not unpack what grows without end', () => {
  const bomb = docx({ '[Content_Types].xml': 'x'.repeat(50 * 1024 * 1024) });
  expect(refusal('a.docx', bomb)).toMatch(/příponě/);
  expect(refusal('a.pdf', pdf('', 'x'.repeat(70 * 1024 * 1024)))).toMatch(/poškozený/);
});

it('makes plain names of files', () => {
  expect(plainFileName('../../etc/passwd')).toBe('passwd');
  expect(plainFileName('C:\\složka\\účet\u0000\n č. 1.pdf')).toBe('účet č. 1.pdf');
  expect(plainFileName('a'.repeat(300) + '.pdf')).toHaveLength(150);
});
