import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { builtFrom, sourcesHash } from './faces';

let root: string;

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'postup-faces-'));
  write('package-lock.json', '{}');
  write('processes/grant/definition.ts', 'grant');
  write('admin/index.html', '<html>');
  write('admin/src/main.tsx', 'main');
  write('portal/src/main.tsx', 'main');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a face is built again', () => {
  test.each(['admin/src/main.tsx', 'admin/src/new.tsx', 'admin/index.html', 'processes/grant/definition.ts', 'package-lock.json'])(
    'when %s has changed',
    (file) => {
      const before = sourcesHash(root, 'admin');
      write(file, 'changed');
      expect(sourcesHash(root, 'admin')).not.toBe(before);
    },
  );

  test.each(['admin/src/main.test.tsx', 'admin/node_modules/x/index.js', 'admin/dist/index.html', 'portal/src/main.tsx'])(
    'but not when %s has',
    (file) => {
      const before = sourcesHash(root, 'admin');
      write(file, 'changed');
      expect(sourcesHash(root, 'admin')).toBe(before);
    },
  );

  test('when its last build was interrupted', () => {
    write('admin/dist/index.html', 'half');
    expect(builtFrom(root, 'admin')).toBeUndefined();
  });
});
