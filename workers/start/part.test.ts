import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FolderLock } from './folderLock';
import { Guardian } from './guardian';
import { Part, type PartContext, type PartPlan } from './part';
import { processBegan } from './processIdentity';
import { RotatingLog } from './rotatingLog';

let folder: string;
let context: PartContext;
let said: string[];
const stop = { controller: new AbortController() };

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'postup-part-'));
  said = [];
  stop.controller = new AbortController();
  context = {
    lock: FolderLock.take(folder, folder),
    guardian: new Guardian(),
    say: (sentence) => said.push(sentence.cs),
    parts: [],
    stop: stop.controller.signal,
  };
});

afterEach(async () => {
  for (const part of context.parts) await part.stop();
  context.guardian.farewell();
  rmSync(folder, { recursive: true, force: true });
});

function shell(script: string, plan: Partial<PartPlan> = {}): Part {
  return new Part(
    {
      name: 'worker',
      log: new RotatingLog(path.join(folder, 'worker.log')),
      stopSignal: 'SIGTERM',
      patience: 1_000,
      spawn: () => spawn('/bin/sh', ['-c', script], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] }),
      ready: async () => undefined,
      ...plan,
    },
    context,
  );
}

function logged(): string {
  const file = path.join(folder, 'worker.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('it did not happen');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a part of the system', () => {
  test('that dies is started again, and people are told', async () => {
    const part = shell('echo started; exec sleep 60');
    await part.start();
    const first = part.pid ?? 0;
    await until(() => logged() === 'started\n');
    process.kill(first, 'SIGKILL');
    await until(() => part.pid !== undefined && part.pid !== first);
    await until(() => said.length === 2);
    expect(said).toEqual([
      `Část worker skončila (SIGKILL); spustím ji znovu za 0,5 s. Záznam: ${path.join(folder, 'worker.log')}`,
      'Část worker znovu běží.',
    ]);
    await until(() => logged() === 'started\nstarted\n');
  });

  test('that keeps dying is started again after longer and longer pauses', async () => {
    await shell('sleep 0.1; exit 3').start();
    await until(() => said.filter((line) => line.includes('skončila')).length === 3);
    expect(said.filter((line) => line.includes('skončila')).map((line) => /[\d,]+(?= s\.)/.exec(line)?.[0])).toEqual(['0,5', '1', '2']);
  });

  test('that is stopped stays stopped', async () => {
    const part = shell('exec sleep 60');
    await part.start();
    await part.stop();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect([part.pid, said]).toEqual([undefined, []]);
  });

  test('that does not want to stop is ended when its time is over, with what it started', async () => {
    const part = shell(`trap '' TERM; sleep 61 & echo $! > ${folder}/child; wait; while true; do sleep 1; done`);
    await part.start();
    await until(() => part.pid !== undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const child = Number(readFileSync(path.join(folder, 'child'), 'utf8'));
    await part.stop();
    await until(() => processBegan(child) === undefined);
    expect(part.pid).toBeUndefined();
  });

  test('that never becomes ready fails the start and is ended', async () => {
    const part = shell('exec sleep 60', { ready: () => Promise.reject(new Error('it says nothing')) });
    await expect(part.start()).rejects.toThrow('it says nothing');
    expect(part.pid).toBeUndefined();
  });

  test('is not started any more once the whole start is to stop', async () => {
    const part = shell('exec sleep 60');
    stop.controller.abort(new Error('stopping'));
    await expect(part.start()).rejects.toThrow('stopping');
    expect(part.pid).toBeUndefined();
  });

  test('ends soon after the one that watched over it was killed', async () => {
    const program = [
      "const { Guardian } = require(process.argv[1]); const { spawn } = require('node:child_process');",
      "const child = spawn('sleep', ['62'], { detached: true, stdio: 'ignore' }); const guardian = new Guardian();",
      "guardian.add(child.pid, 'SIGTERM'); process.stdout.write(child.pid + '\\n');",
      "setTimeout(() => process.kill(process.pid, 'SIGKILL'), 300);",
    ].join('\n');
    const watcher = spawn(process.execPath, ['--import', require.resolve('tsx'), '-e', program, path.join(__dirname, 'guardian.ts')]);
    let output = '';
    watcher.stdout.on('data', (text: Buffer) => (output += text.toString()));
    await new Promise((resolve) => watcher.once('close', resolve));
    const child = Number(output.trim());
    expect(child).toBeGreaterThan(0);
    await until(() => processBegan(child) === undefined);
  });
});
