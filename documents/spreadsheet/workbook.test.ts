/** The workbook is read back as Excel reads it: unpacked, and its XML taken apart. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { zipEntries } from '../zip';
import type { Cell, SheetHead } from './cells';
import { sheetNames } from './sheetNames';
import { beginWorkbook } from './workbook';
import { readWorkbook } from './testing/readWorkbook';

const head = (name: string, ...titles: string[]): SheetHead => ({ name, columns: titles.map((title) => ({ title, width: 17 })) });

async function written(heads: SheetHead[], rows: Cell[][]): Promise<Buffer> {
  const workbook = beginWorkbook(heads);
  workbook.add(0, rows);
  return Buffer.from(await workbook.finish());
}

it('has true numbers, true dates of Prague, and texts that stay texts', async () => {
  const texts = [
    '=HYPERLINK("http://x.example";"x")',
    '+420601234567',
    '@SUM(A1)',
    '-5',
    '00000027',
    '1.3.2026',
    '_x0041_',
    'constructor',
    '__proto__',
    ' <b>&"\n\u0001',
  ];
  const file = await written(
    [head('Spisy', 'Částka', 'Den', 'Kdy', 'Léto', 'Text')],
    texts.map((text) => [
      { money: 76_205_055 },
      { day: '2026-03-29' },
      { moment: '2026-01-31T23:30:00.000Z' },
      { moment: '2026-07-31T22:30:00.000Z' },
      text,
    ]),
  );
  const { sheets } = readWorkbook(file);
  const [, first] = sheets[0]!.rows;
  expect(first!.slice(0, 4)).toEqual([
    { number: 762_050.55, format: '#,##0.00' },
    // Excel counts days: 46110 is 29 March 2026, whatever the shift of clocks that day
    { number: 46_110, format: 'd. m. yyyy' },
    { number: expect.closeTo(46_054 + 0.5 / 24, 7) as number, format: 'd. m. yyyy h:mm' },
    { number: expect.closeTo(46_235 + 0.5 / 24, 7) as number, format: 'd. m. yyyy h:mm' },
  ]);
  // What Excel reads: _x005F_ is an underscore. Names that every object of JavaScript has get a space; what XML cannot hold is left out.
  const read = sheets[0]!.rows.slice(1).map((row) => (row[4] as { text: string }).text.replace(/_x005F_/g, '_'));
  expect(read).toEqual([...texts.slice(0, -3), 'constructor ', '__proto__ ', ' <b>&"\n']);
  expect(zipEntries(file)!.some(({ read: content }) => (content(1e7) ?? '').toString('utf8').includes('<f>'))).toBe(false);
});

it('has a bold head that stays in sight, widths, and sheets with names that Excel takes', async () => {
  const file = await written(
    [head('Spisy: 2026/27', 'Číslo'), head("'Rozpočet [návrh]' který má opravdu dlouhý název"), head('spisy  2026 27')],
    [['DOT-1']],
  );
  const { sheets, xml } = readWorkbook(file);
  expect(sheets.map(({ name }) => name)).toEqual(['Spisy 2026 27', "Rozpočet návrh ' který má oprav", 'spisy 2026 27 (2)']);
  const page = new DOMParser().parseFromString(xml('xl/worksheets/sheet1.xml'), 'text/xml');
  const one = (tag: string): Element => page.getElementsByTagName(tag)[0]!;
  expect([one('pane').getAttribute('state'), one('pane').getAttribute('ySplit')]).toEqual(['frozen', '1']);
  expect(Number(one('col').getAttribute('width'))).toBeGreaterThanOrEqual(17);
  expect(sheets[0]!.rows[0]).toEqual([{ text: 'Číslo', bold: true }]);
});

it('cuts a text that is longer than a cell may be, and says so', async () => {
  const file = await written([head('List', 'Text')], [['ž'.repeat(40_000)]]);
  const cell = readWorkbook(file).sheets[0]!.rows[1]![0] as { text: string };
  expect(cell.text).toHaveLength(32_767);
  expect(cell.text.endsWith('… (zkráceno)')).toBe(true);
});

it('names sheets apart however alike and long they are', () => {
  const names = sheetNames([
    ...Array.from({ length: 12 }, () => 'Rozpočet projektu po jednotlivých položkách'),
    '',
    '???',
    'History',
    '😀'.repeat(20),
  ]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[^[\]/\\:*?']{1,31}$/);
  expect(names.at(-1)).toBe('😀'.repeat(15));
});

it('fails with an error, and not for ever, when its thread dies', async () => {
  const workbook = beginWorkbook([head('List', 'Text')]);
  await workbook.abandon();
  await expect(workbook.finish()).rejects.toThrow(/ended with \d before/);
});
