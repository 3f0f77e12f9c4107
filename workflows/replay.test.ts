/** Every recorded history runs through today's code as it did; a bad change is noticed. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { bundle } from './testing/world';

const folder = path.join(__dirname, 'histories');
const recorded = readdirSync(folder).filter((name) => name.endsWith('.json'));
const history = (name: string): unknown => historyFromJSON(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));

let today: WorkflowBundle;
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  today = await bundle();
}, 120_000);

it('has a recorded history of the grant', () => {
  expect(recorded.some((name) => name.startsWith('grant-'))).toBe(true);
});

it.each(recorded)('replays %s', async (name) => {
  await Worker.runReplayHistory({ workflowBundle: today }, history(name));
});

it('fails on a change that old cases could not follow', async () => {
  const bad = await bundle('./broken');
  await expect(
    Worker.runReplayHistory({ workflowBundle: bad }, history(recorded.find((name) => name.startsWith('grant-')) ?? '')),
  ).rejects.toThrow(DeterminismViolationError);
}, 120_000);
