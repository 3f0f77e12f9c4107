/** A file from a bank, whose format nobody said: recognised from what is in it. Only bytes go in; nothing is opened or asked for. */
import { decodeCzech, decodeUtf8 } from '../../processes/banking/encodings';
import { isFio, readFio } from '../../processes/banking/fio';
import { isGpc, readGpc } from '../../processes/banking/gpc';
import { broken, type Statement, type StatementError } from '../../processes/banking/statement';
import { readCamt } from './camt';

export type StatementFormat = 'fio' | 'gpc' | 'camt.053';

export interface ReadFile {
  readonly format: StatementFormat;
  readonly statements: readonly Statement[];
}

/** A year of a busy account in XML is tens of megabytes. */
const MAX_BYTES = 256 * 1024 * 1024;
/** Movements in one file: ten times a busy year. */
const MAX_ENTRIES = 500_000;

const UTF16 = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

const unknown = (): StatementError =>
  broken(
    'Soubor není bankovní výpis, který umíme číst (Fio JSON, GPC/ABO nebo camt.053 XML).',
    'The file is no bank statement that can be read (Fio JSON, GPC/ABO or camt.053 XML).',
  );

/** The text of XML in the encoding that it says itself, otherwise in UTF-8. */
function xmlText(bytes: Uint8Array): string {
  const wide = UTF16.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const encoding = wide?.encoding ?? /^[^>]*encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw broken(`XML není v kódování ${encoding}, které o sobě uvádí.`, `The XML is not in ${encoding}, which it says it is.`);
  }
}

/** The first characters that are no blanks, as ASCII; the mark of UTF-8 or UTF-16 and zeros between characters are passed over. */
function beginning(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes.subarray(0, 400))
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replace(/\0/g, '')
    .trimStart();
}

function read(bytes: Uint8Array): ReadFile {
  if (bytes.length === 0) throw broken('Soubor je prázdný.', 'The file is empty.');
  if (bytes.length > MAX_BYTES) throw broken('Soubor je větší než 256 MB, tolik výpis nemá.', 'The file is larger than 256 MB.');
  const start = beginning(bytes);
  if (start.startsWith('<')) return { format: 'camt.053', statements: readCamt(xmlText(bytes)) };
  if (bytes.includes(0)) throw unknown();
  if (start.startsWith('{')) {
    const text = decodeUtf8(bytes);
    if (text === null) throw broken('JSON není v kódování UTF-8.', 'The JSON is not in UTF-8.');
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      throw broken('JSON není celý nebo je porušený.', 'The JSON is not whole or is broken.');
    }
    if (!isFio(data))
      throw broken('JSON není výpis Fio: chybí v něm accountStatement.', 'The JSON is no Fio statement: accountStatement is missing.');
    return { format: 'fio', statements: readFio(data) };
  }
  if (isGpc(start)) {
    const text = decodeCzech(bytes).trimStart();
    return { format: 'gpc', statements: readGpc(text) };
  }
  throw unknown();
}

/**
 * Every statement of the file with its movements.
 * @throws StatementError with one sentence why the file is refused; then nothing of it is to be believed
 */
export function readStatements(bytes: Uint8Array): ReadFile {
  const file = read(bytes);
  if (file.statements.reduce((sum, { entries }) => sum + entries.length, 0) > MAX_ENTRIES)
    throw broken('V souboru je přes 500 000 pohybů; rozdělte ho.', 'The file has more than 500,000 movements; split it.');
  return file;
}
