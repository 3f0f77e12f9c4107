import { Client, Connection } from '@temporalio/client';
import { isPassing } from './errors';

describe('an error that passes by itself', () => {
  it('is a Temporal server that does not answer', async () => {
    const connection = Connection.lazy({ address: '127.0.0.1:9' });
    const client = new Client({ connection });
    const tried = (work: () => Promise<unknown>): Promise<unknown> =>
      client.withDeadline(Date.now() + 2_000, work).catch((error: unknown) => error);
    const caught = await tried(() => client.workflow.getHandle('case').describe());
    const updating = await tried(() => client.workflow.getHandle('case').executeUpdate('act'));
    await connection.close();
    expect([isPassing(caught), isPassing(updating)]).toEqual([true, true]);
  }, 30_000);

  it('is a deadlock or a statement that ran out of time, however deep it is wrapped', () => {
    const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' });
    expect(isPassing(new Error('outer', { cause: Object.assign(new Error('inner'), { parent: deadlock }) }))).toBe(true);
  });

  it('is not a mistake of ours', () => {
    const unique = Object.assign(new Error('duplicate key'), { code: '23505' });
    expect([isPassing(unique), isPassing(new TypeError('x is undefined')), isPassing('text'), isPassing(undefined)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    const circle = new Error('a') as Error & { cause?: unknown };
    circle.cause = circle;
    expect(isPassing(circle)).toBe(false);
  });
});
