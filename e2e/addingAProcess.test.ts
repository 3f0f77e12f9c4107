/** docs/adding-a-process.md is true: what it says is built, type-checked and run as it stands there. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = path.join(__dirname, '..');
const page = readFileSync(path.join(root, 'docs/adding-a-process.md'), 'utf8');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(path.join(root, '.data-adding-'));
  for (const part of [
    'processes',
    'documents',
    'workflows',
    'activities',
    'models',
    'tsconfig.base.json',
    'jest.config.cjs',
    'package.json',
  ])
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('takes under 150 lines', () => {
  expect(page.split('\n').length).toBeLessThan(160); // with its prose
  const code = [...page.matchAll(/```(?:ts \S+|diff)\n([\s\S]*?)```/g)].map(([, text = '']) => text.trimEnd().split('\n').length);
  expect(code.reduce((a, b) => a + b, 0)).toBeLessThan(150);
});

it('builds and runs as the page says', async () => {
  for (const [, file = '', text = ''] of page.matchAll(/```ts (\S+)\n([\s\S]*?)```/g)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), text);
  }
  const [, diff = ''] = /```diff\n([\s\S]*?)```/.exec(page) ?? [];
  writeFileSync(path.join(copy, 'names.diff'), diff);
  await run('patch', ['-p1', '-i', 'names.diff'], { cwd: copy });
  writeFileSync(
    path.join(copy, 'tsconfig.json'),
    JSON.stringify({
      extends: './tsconfig.base.json',
      compilerOptions: { types: ['node', 'jest'] },
      include: ['processes/suggestion', 'workflows/suggestion*.ts', 'workflows/index.ts'],
    }),
  );
  await run(path.join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.json'], { cwd: copy });
  const { stderr } = await run(
    process.execPath,
    [
      path.join(root, 'node_modules/jest/bin/jest.js'),
      '--rootDir',
      copy,
      '--selectProjects',
      'unit',
      '--testPathIgnorePatterns',
      'nothing',
      '--',
      'workflows/suggestion.test.ts',
      'processes/define.test.ts',
    ],
    { cwd: copy, env: { ...process.env, POSTUP_TEST_SERVERS: 'none' } },
  );
  expect(stderr).toContain('Tests:');
  expect(stderr).not.toContain('failed');
}, 240_000);
