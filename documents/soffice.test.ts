import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConversionFailedError, convertBySoffice } from './soffice';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'postup-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that is called as LibreOffice is: `$OUT` is the folder into which it writes, `$IN` the file that it reads. */
function program(script: string): string {
  const file = path.join(folder, 'soffice');
  writeFileSync(file, `#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nOUT="$2"; IN="$3"\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

it('gives the file to the program, in a folder and with a profile of its own, and nothing of our environment', async () => {
  process.env.SESSION_SECRET = 'velmi tajné';
  const seen = path.join(folder, 'seen');
  const pdf = await convertBySoffice(
    program(`{ env; cat "$IN"; ls "$OUT/profile/user"; echo "OUT=$OUT"; } > ${seen}; printf '%%PDF-x' > "$OUT/document.pdf"`),
    Buffer.from('obsah'),
  );
  expect(pdf.toString()).toBe('%PDF-x');
  const told = readFileSync(seen, 'utf8');
  expect(told).toContain('obsah');
  expect(told).toContain('registrymodifications.xcu');
  expect(told).toContain('http_proxy=http://127.0.0.1:9');
  expect(told).not.toContain('velmi tajné');
  const [, out = ''] = /OUT=(.*)/.exec(told.slice(told.lastIndexOf('OUT='))) ?? [];
  expect(() => readFileSync(path.join(out.trim(), 'document.docx'))).toThrow(/ENOENT/);
});

it.each([
  ['ends badly', 'exit 3'],
  ['makes nothing', 'exit 0'],
  ['does not end', 'sleep 30'],
])('says so when the program %s', async (_what, script) => {
  await expect(convertBySoffice(program(script), Buffer.from('x'), 500)).rejects.toThrow(ConversionFailedError);
});

it('says so when there is no such program', async () => {
  await expect(convertBySoffice(path.join(folder, 'neni'), Buffer.from('x'))).rejects.toThrow(/ENOENT/);
});
