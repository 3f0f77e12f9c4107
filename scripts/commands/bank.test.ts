/** `postup bank read` as a program that calls it meets it: output, error output, exit code. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { nodeArguments, ROOT } from '../../workers/start/program';

const folder = mkdtempSync(path.join(os.tmpdir(), 'postup-bank-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(file: string, ...more: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, nodeArguments('scripts/postup.ts', ['bank', 'read', file, ...more]), {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status, stdout, stderr };
}

it('prints the whole reading as JSON, or lines for people', () => {
  const { status, stdout } = read('fixtures/bank/camt053.v2.multi.statement.xml', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    statements: [{ account: 'NL26VAYB8060476890', entries: [{ amount: 885 }] }, { entries: [{ amount: -700, reversal: false }] }],
  });
  expect(read('fixtures/bank/fio-example-response.json').stdout).toMatch(/214498596\/2010 \(CZK\): pohybů 3/);
});

it('of a broken file says one sentence, and nothing where the reading would be', () => {
  const broken = path.join(folder, 'broken.xml');
  writeFileSync(broken, '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>');
  for (const file of [broken, path.join(folder, 'nothing.gpc'), folder]) {
    const { status, stdout, stderr } = read(file, '--json');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }
});
