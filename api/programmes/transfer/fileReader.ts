/** A file read with suspicion: every fault with its place, or the programme that is in it. Nothing is stored. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { itemFaults } from '../../../processes/formItems/itemFaults';
import { criteriaFaults } from '../../../processes/grant/criteria';
import { termsFaults } from '../../../processes/grant/terms';
import { FILE_FORMAT, FILE_VERSION, type ProgrammeFile } from '../../../processes/programmeFile/file';
import type { FileFault } from '../../../processes/programmeFile/views';
import type { FieldErrors } from '../../../processes/rules';
import { words, type Words } from '../../../processes/words';
import { refuseUnstorable } from '../../http/plainText';
import { zodErrors } from '../../http/zodWords';
import { ProblemError } from '../../problems';
import { programmeFile, versions } from './fileSchema';
import { lineOf, NotJson, placedJson, type PlacedJson } from './jsonPlaces';
import { placeOf } from './places';
import { templateFaults } from './templatesInFile';

/** More than this nobody reads; the first ones are mended first. */
const MOST_FAULTS = 100;

export interface ReadFile {
  readonly sha256: string;
  readonly size: number;
  readonly formatVersion: number | null;
  readonly faults: readonly FileFault[];
  /** Null where there are faults. */
  readonly file: ProgrammeFile | null;
}

const NOT_TEXT = words(
  'Soubor není text v kódování UTF-8. Vyberte soubor .json, který jste stáhli z Postupu.',
  'The file is no text in UTF-8. Choose the .json file that was downloaded from Postup.',
);
const FOREIGN = words(
  'Tohle není soubor s nastavením programu. Stáhne se z Postupu na stránce programu tlačítkem „Stáhnout nastavení“.',
  'This is no file with a programme’s settings. It is downloaded from Postup on the page of a programme.',
);

function versionFault(version: unknown): Words {
  if (typeof version === 'number' && version > FILE_VERSION)
    return words(
      `Soubor je verze ${version}, tenhle Postup zná nejvýš verzi ${FILE_VERSION}. Je potřeba ho nejdřív aktualizovat.`,
      `The file is of version ${version}; this Postup knows version ${FILE_VERSION} at most. It must be updated first.`,
    );
  return words(
    `Takovou verzi formátu neznáme. Čteme verze 1 a ${FILE_VERSION}.`,
    `There is no such version. Versions 1 and ${FILE_VERSION} are read.`,
  );
}

const OVER_TOTAL = words(
  'Nejvyšší částka v jednom případě nemůže být vyšší než celý program.',
  'The maximum in one case cannot exceed the whole programme.',
);

const within = (part: string, faults: FieldErrors): [string, Words][] =>
  Object.entries(faults).map(([path, what]) => [path === '' ? part : `${part}.${path}`, what]);

/** What does not go together although each part has its right shape. Parts that have not are told of by their shape, and left aside. */
function contentFaults(value: object): [string, Words][] {
  const part = <S extends z.ZodType>(name: string, schema: S): z.output<S> | undefined => schema.safeParse(Reflect.get(value, name)).data;
  const { items, terms, criteria, contractTemplates, programme } = programmeFile.shape;
  const [asked, paid, scored, templates] = [
    part('items', items),
    part('terms', terms),
    part('criteria', criteria),
    part('contractTemplates', contractTemplates),
  ];
  const amounts = z.object({ totalAmount: programme.shape.totalAmount, maxAmount: programme.shape.maxAmount });
  const limits = part('programme', amounts);
  return [
    ...(asked ? within('items', itemFaults(asked)) : []),
    ...(paid ? within('terms', termsFaults(paid)) : []),
    ...(scored ? within('criteria', criteriaFaults(scored)) : []),
    ...(templates ?? []).flatMap((template, index) =>
      templateFaults(template).map((what): [string, Words] => [`contractTemplates.${index}.docx`, what]),
    ),
    ...(limits && limits.maxAmount > limits.totalAmount ? [['programme.maxAmount', OVER_TOTAL] as [string, Words]] : []),
  ];
}

/** Characters that no database keeps, in the words that any body of a request gets. */
function storable(value: unknown): [string, Words][] {
  try {
    refuseUnstorable(value);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const fields = Object.entries(error.errors);
    return fields.length === 0 ? [['', error.detail]] : fields;
  }
}

function shape({ value }: PlacedJson): { readonly faults: readonly (readonly [string, Words])[]; readonly file: ProgrammeFile | null } {
  const { format, formatVersion } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  if (format !== FILE_FORMAT) return { faults: [['', FOREIGN]], file: null };
  const reading = versions.get(formatVersion);
  if (!reading) return { faults: [['formatVersion', versionFault(formatVersion)]], file: null };
  const unstorable = storable(value);
  if (unstorable.length > 0) return { faults: unstorable, file: null };
  const result = reading.parse(value);
  const faults = contentFaults(value as object);
  if (!result.success) return { faults: [...Object.entries(zodErrors(result.error, value)), ...faults], file: null };
  return { faults, file: faults.length === 0 ? result.data : null };
}

/** @returns every fault of the file; it throws none */
export function readProgrammeFile(bytes: Buffer): ReadFile {
  const known = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
  const refused = (what: Words, line: number | null): ReadFile => ({
    ...known,
    formatVersion: null,
    file: null,
    faults: [{ path: '', place: placeOf('', null), line, what }],
  });
  let text: string;
  try {
    // A mark of byte order is of some editors, and means nothing in UTF-8.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused(NOT_TEXT, null);
  }
  let placed: PlacedJson;
  try {
    placed = placedJson(text);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    if (!/^\s*[[{]/.test(text)) return refused(FOREIGN, null);
    return refused(
      words(
        `Soubor je poškozený na řádku ${error.line}, ${error.column}. znak: ${error.why.cs}`,
        `Damaged on line ${error.line}, character ${error.column}: ${error.why.en}`,
      ),
      error.line,
    );
  }
  const { faults, file } = shape(placed);
  const version = (placed.value as { formatVersion?: unknown } | null)?.formatVersion;
  return {
    ...known,
    formatVersion: typeof version === 'number' ? version : null,
    file,
    faults: faults.slice(0, MOST_FAULTS).map(([path, what]) => ({
      path: path === 'body' ? '' : path,
      place: placeOf(path === 'body' ? '' : path, placed.value),
      line: lineOf(placed.lines, path),
      what,
    })),
  };
}
