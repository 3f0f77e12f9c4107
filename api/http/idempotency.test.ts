import { randomUUID } from 'node:crypto';
import { testDatabase } from '../../models/testing/database';
import { buildTenant, buildUser } from '../../models/testing/factories';
import { once, requestHash, type Keyed } from './idempotency';

const db = testDatabase();
let tenantId: string;
let userId: string;

beforeAll(async () => {
  tenantId = await buildTenant();
  userId = (await buildUser(tenantId)).id;
});

const request = (body: unknown = {}, key: string = randomUUID()): Keyed => ({
  tenantId,
  userId,
  key,
  requestHash: requestHash('post', '/api/x', body),
});
const unclear = (error: unknown): boolean => (error as Error).message === 'unclear';

describe('a key', () => {
  it('gives the same answer again without doing the work again', async () => {
    const keyed = request();
    let done = 0;
    const work = async () => ({ status: 201, body: { done: (done += 1) } });
    expect(await once(keyed, work, unclear)).toEqual({ status: 201, body: { done: 1 }, replayed: false });
    expect(await once(keyed, work, unclear)).toEqual({ status: 201, body: { done: 1 }, replayed: true });
    expect(done).toBe(1);
  });

  it('belongs to one request of one person', async () => {
    const keyed = request({ a: 1 });
    await once(keyed, async () => ({ status: 200, body: 1 }), unclear);
    await expect(once(request({ a: 2 }, keyed.key), async () => ({ status: 200, body: 2 }), unclear)).rejects.toMatchObject({
      status: 422,
    });
    const other = { ...keyed, userId: (await buildUser(tenantId)).id };
    expect(await once(other, async () => ({ status: 200, body: 3 }), unclear)).toMatchObject({ body: 3, replayed: false });
  });

  it('is free again after a refusal', async () => {
    const keyed = request();
    await expect(once(keyed, () => Promise.reject(new Error('refused')), unclear)).rejects.toThrow('refused');
    const seen: boolean[] = [];
    await once(request('other body', keyed.key), async (repeated) => ({ status: 200, body: seen.push(repeated) }), unclear);
    expect(seen).toEqual([false]);
  });

  it('tells the work, after a failure whose effect is unknown, that it may be done already', async () => {
    const keyed = request();
    await expect(once(keyed, () => Promise.reject(new Error('unclear')), unclear)).rejects.toThrow('unclear');
    const seen: boolean[] = [];
    await once(keyed, async (repeated) => ({ status: 200, body: seen.push(repeated) }), unclear);
    expect(seen).toEqual([true]);
  });

  it('sent many times at once does the work once, and all get its answer', async () => {
    const keyed = request();
    let done = 0;
    const work = async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return { status: 200, body: { done: (done += 1) } };
    };
    const answers = await Promise.all(Array.from({ length: 5 }, () => once(keyed, work, unclear)));
    expect(answers.map(({ body }) => body)).toEqual(Array(5).fill({ done: 1 }));
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    await expect(once(request('other body', keyed.key), work, unclear)).rejects.toMatchObject({ status: 422 });
  });

  it('of another living process is waited for, of a killed one taken over', async () => {
    const keyed = request();
    const insert = 'insert into idempotency_keys (tenant_id, user_id, key, request_hash, created_at) values ($1, $2, $3, $4, $5)';
    await db.superuser(insert, [tenantId, userId, keyed.key, keyed.requestHash, new Date()]);
    await expect(once(keyed, async () => ({ status: 200, body: null }), unclear)).rejects.toMatchObject({ status: 409 });
    await db.superuser("update idempotency_keys set created_at = now() - interval '1 minute' where key = $1", [keyed.key]);
    const seen: boolean[] = [];
    expect(await once(keyed, async (repeated) => ({ status: 200, body: seen.push(repeated) }), unclear)).toMatchObject({ replayed: false });
    expect(seen).toEqual([true]);
  });
});
