/** Reads a workbook by the standard (ECMA-376 part 1), not by the library that writes it. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { zipEntries } from '../../zip';

const MOST = 200 * 1024 * 1024;

export type ReadCell = { readonly text: string; readonly bold?: true } | { readonly number: number; readonly format: string | null } | null;

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadCell[])[];
}

const all = (element: { getElementsByTagName(tag: string): ArrayLike<Element> }, tag: string): Element[] =>
  Array.from(element.getElementsByTagName(tag));

/** `AB7` -> 27. */
const placeOf = (address: string): number =>
  [...address.replace(/\d+$/, '')].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export function readWorkbook(file: Buffer): { readonly sheets: readonly ReadSheet[]; xml(path: string): string } {
  const entries = new Map((zipEntries(file) ?? []).map((entry) => [entry.name, entry]));
  const xml = (path: string): string => {
    const content = entries.get(path)?.read(MOST);
    if (!content) throw new Error(`The workbook has no ${path}`);
    return content.toString('utf8');
  };
  const parsed = (path: string) => new DOMParser().parseFromString(xml(path), 'text/xml');
  const strings = all(parsed('xl/sharedStrings.xml'), 'si').map((si) => si.textContent ?? '');
  const styles = parsed('xl/styles.xml');
  const formats = new Map(all(styles, 'numFmt').map((one) => [one.getAttribute('numFmtId'), one.getAttribute('formatCode')]));
  const bold = all(all(styles, 'fonts')[0]!, 'font').map((font) => all(font, 'b').length > 0);
  const cellStyles = all(all(styles, 'cellXfs')[0]!, 'xf');
  const read = (cell: Element): ReadCell => {
    const style = cellStyles[Number(cell.getAttribute('s') ?? 0)];
    const value = all(cell, 'v')[0]?.textContent;
    if (value === undefined || value === null) return null;
    if (cell.getAttribute('t') !== 's')
      return { number: Number(value), format: formats.get(style?.getAttribute('numFmtId') ?? '') ?? null };
    const text = strings[Number(value)];
    if (text === undefined) throw new Error(`Text ${value} is not in the workbook`);
    return { text, ...(bold[Number(style?.getAttribute('fontId') ?? 0)] && { bold: true as const }) };
  };
  const sheets = all(parsed('xl/workbook.xml'), 'sheet').map((sheet, index) => ({
    name: sheet.getAttribute('name') ?? '',
    rows: all(parsed(`xl/worksheets/sheet${index + 1}.xml`), 'row').map((row) => {
      const cells: ReadCell[] = [];
      for (const cell of all(row, 'c')) cells[placeOf(cell.getAttribute('r') ?? '')] = read(cell);
      return Array.from(cells, (cell) => cell ?? null);
    }),
  }));
  return { sheets, xml };
}
