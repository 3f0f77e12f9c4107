import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkDataVersion, openDataFolder, recordDataVersion } from './dataFolder';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'postup-data-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the data folder', () => {
  test('gets secrets that only its owner reads, and keeps them', () => {
    const first = openDataFolder(root).secrets;
    expect(openDataFolder(root).secrets).toEqual(first);
    expect(new Set(Object.values(first)).size).toBe(5);
    expect(statSync(path.join(root, 'secrets.json')).mode & 0o077).toBe(0);
  });

  test('of before the key of secrets gets one, and keeps the secrets that it has', () => {
    const { secretsKey, ...before } = openDataFolder(root).secrets;
    writeFileSync(path.join(root, 'secrets.json'), JSON.stringify(before));
    const after = openDataFolder(root).secrets;
    expect(after).toMatchObject(before);
    expect(after.secretsKey).not.toBe(secretsKey);
    expect(openDataFolder(root).secrets).toEqual(after);
  });

  test('does not get new secrets beside a database that knows the old ones', () => {
    openDataFolder(root);
    mkdirSync(path.join(root, 'postgres'));
    writeFileSync(path.join(root, 'postgres', 'PG_VERSION'), '18\n');
    rmSync(path.join(root, 'secrets.json'));
    expect(() => openDataFolder(root)).toThrow(/secrets\.json nelze přečíst/);
  });

  test('of a newer version is refused with its name, and left alone', () => {
    recordDataVersion(root, ['0001-ground', '0002-guards']);
    const before = readFileSync(path.join(root, 'version.json'), 'utf8');
    expect(() => checkDataVersion(root, ['0001-ground'])).toThrow(/novější verze Postupu \(0002-guards\)/);
    expect(readdirSync(root)).toEqual(['version.json']);
    expect(readFileSync(path.join(root, 'version.json'), 'utf8')).toBe(before);
  });

  test('of an older or the same version is accepted', () => {
    recordDataVersion(root, ['0001-ground']);
    expect(() => checkDataVersion(root, ['0001-ground'])).not.toThrow();
    expect(() => checkDataVersion(root, ['0001-ground', '0002-guards'])).not.toThrow();
  });

  test('with another arrangement is refused', () => {
    writeFileSync(path.join(root, 'version.json'), JSON.stringify({ layout: 99 }));
    expect(() => checkDataVersion(root, [])).toThrow(/novější verze Postupu/);
  });

  test('on a disk that is nearly full is refused, saying how much is needed', () => {
    expect(() => openDataFolder(root, 1_000_000_000)).toThrow(/zbývá jen \d+ MB, potřeba je aspoň 1000000000 MB/);
  });

  test('that is a file, and one with an unreadable file, are told apart', () => {
    const file = path.join(root, 'file');
    writeFileSync(file, '');
    expect(() => checkDataVersion(path.join(file, 'data'), [])).not.toThrow();
    mkdirSync(path.join(root, 'version.json'));
    expect(() => checkDataVersion(root, [])).toThrow(/nelze číst \(EISDIR\)/);
  });

  test('that cannot be made is refused with the reason', () => {
    const file = path.join(root, 'file');
    writeFileSync(file, '');
    expect(() => openDataFolder(path.join(file, 'data'))).toThrow(/nelze zapisovat \(ENOTDIR\)/);
  });
});
