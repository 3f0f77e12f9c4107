import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FolderLock } from './folderLock';
import { identify, processBegan } from './processIdentity';

let state: string;

beforeEach(() => {
  state = mkdtempSync(path.join(os.tmpdir(), 'postup-lock-'));
});

afterEach(() => rmSync(state, { recursive: true, force: true }));

const take = (): FolderLock => FolderLock.take('/data', state);

/** What a start that was killed leaves behind. */
function crash(lock: FolderLock): void {
  expect(lock.crashedBefore).toBe(false);
  writeFileSync(path.join(state, 'lock.json'), JSON.stringify({ pid: process.pid, began: 'before this one' }));
}

describe('the lock of the data folder', () => {
  test('holds off a second start, naming the process', () => {
    take();
    expect(take).toThrow(new RegExp(`už Postup běží \\(proces ${process.pid}\\)`));
  });

  test('is free again after a proper end', () => {
    take().release();
    const lock = take();
    expect([lock.crashedBefore, lock.leftovers]).toEqual([false, []]);
  });

  test('of a crashed run is noticed and taken over, even when its number belongs to another process now', () => {
    crash(take());
    expect(take().crashedBefore).toBe(true);
  });

  test('damaged by a crash in the middle of writing is taken over', () => {
    writeFileSync(path.join(state, 'lock.json'), '{"pi');
    expect(take().crashedBefore).toBe(true);
  });

  test('lets the next start end what a crashed run left, and nothing else', async () => {
    const left = spawn('sleep', ['60']);
    const foreign = spawn('sleep', ['60']);
    const lock = take();
    lock.add('worker', left.pid ?? 0);
    lock.add('api', foreign.pid ?? 0);
    lock.drop(foreign.pid ?? 0);
    crash(lock);

    const next = take();
    const ended: string[] = [];
    await next.endLeftovers((process) => ended.push(process.name));
    expect(ended).toEqual(['worker']);
    expect(processBegan(left.pid ?? 0)).toBeUndefined();
    expect(identify(foreign.pid ?? 0)).toBeDefined();
    foreign.kill('SIGKILL');
  });
});
