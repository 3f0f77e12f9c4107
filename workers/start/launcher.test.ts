import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { launchers } from './launcher';
import { isAlive } from './processIdentity';

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) if (child.pid) process.kill(-child.pid, 'SIGKILL');
});

/** A shell called `name` that runs a shell that runs `sleep`; returns the number of the sleeper. */
async function family(name: string): Promise<{ top: number; sleeper: number }> {
  const child = spawn('/bin/sh', ['-c', "/bin/sh -c 'sleep 60 & echo $!; wait'; :"], {
    argv0: name,
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { top: child.pid ?? 0, sleeper: Number(line.toString('utf8')) };
}

const onLinux = process.platform === 'linux' ? test : test.skip;

describe('those who started us', () => {
  onLinux('are found up to npm, and one who has ended is noticed', async () => {
    const { top, sleeper } = await family('npm start');
    const chain = launchers(sleeper);
    expect(chain.map(({ pid }) => pid)).toEqual([expect.any(Number), top]);
    expect(chain.every(isAlive)).toBe(true);
    process.kill(top, 'SIGKILL');
    await once(started[0]!, 'exit');
    expect(chain.map(isAlive)).toEqual([true, false]);
  });

  onLinux('are nobody once they have left us: a start under nohup, or by the system itself', async () => {
    const { top, sleeper } = await family('npm start');
    for (const { pid } of launchers(sleeper)) process.kill(pid, 'SIGKILL');
    await once(started[0]!, 'exit');
    expect(launchers(sleeper).map(({ pid }) => pid)).not.toContain(top);
    expect(launchers(1)).toEqual([]);
  });
});
