/** The drill in its short form: killed by SIGKILL, the system keeps everything it has acknowledged. */
import { spawnSync } from 'node:child_process';
import { nodeArguments, ROOT } from '../workers/start/program';

it('keeps every acknowledged act, once, through kills of the worker and of everything', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    nodeArguments('scripts/drill/main.ts', ['--cases', '16', '--worker-kills', '2', '--system-kills', '2']),
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    },
  );
  console.log(stdout);
  expect(
    `${stdout
      .split('\n')
      .filter((line) => line.startsWith('FAILED'))
      .join('\n')}${status === 0 ? '' : stderr}`,
  ).toBe('');
  expect(stdout).toContain('Everything held');
  expect(status).toBe(0);
}, 400_000);
