import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { RotatingLog } from './rotatingLog';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'postup-log-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the log of a part', () => {
  test('goes on in the same file after a restart', () => {
    const file = path.join(folder, 'api.log');
    new RotatingLog(file).write('one\n');
    new RotatingLog(file).write('two\n');
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  });

  test('never takes more than five files of about 10 MB, over years', () => {
    const file = path.join(folder, 'api.log');
    const log = new RotatingLog(file);
    const megabyte = 'x'.repeat(1_000_000);
    for (let written = 0; written < 80; written += 1) log.write(megabyte);
    const files = [file, ...[1, 2, 3, 4].map((age) => `${file}.${age}`)];
    for (const one of files) expect(statSync(one).size).toBeLessThanOrEqual(11_000_000);
    expect(existsSync(`${file}.5`)).toBe(false);
  });

  test('tells at its end what went wrong, not where in the code', () => {
    const log = new RotatingLog(path.join(folder, 'api.log'));
    log.write(`Error: the table is missing\n${'    at somewhere (file.ts:1:1)\n'.repeat(40)}`);
    expect(log.tail()).toBe('Error: the table is missing');
  });
});
