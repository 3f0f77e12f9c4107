import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { buildTenant, buildUser } from '../testing/factories';
import { testDatabase } from '../testing/database';
import { Event, inTenant, sealDay, verifyChains, writeEvents, type NewEvent } from '../index';
import { canonicalJson, type Json } from './canonical';
import { chainOfSeals } from './sealing';

const db = testDatabase();
let tenantId: string;
let chains: string[];

const event = (chainId: string, note: string): NewEvent => ({
  chainId,
  caseId: chainId,
  type: 'commented',
  at: '2026-03-01T08:00:00.000Z',
  what: { note, amount: 12_345_00, nested: { ž: 'ě', a: [1, null, true] } },
  before: { note: null },
  after: { note },
});

const write = (events: NewEvent[]): Promise<void> => inTenant(tenantId, () => writeEvents(tenantId, events));

beforeEach(async () => {
  tenantId = await buildTenant();
  const actor = { id: (await buildUser(tenantId)).id, role: 'auditor' as const };
  chains = [randomUUID(), randomUUID()].sort();
  for (const chain of chains) {
    await write([event(chain, 'first'), { ...event(chain, 'second'), actor, requestId: 'r-1' }]);
    await write([event(chain, 'third')]);
  }
});

describe('writing', () => {
  it('numbers the rows of a chain and hashes each with the one before', async () => {
    const rows = await inTenant(tenantId, () => Event.findAll({ where: { chainId: chains[0]! }, order: ['seq'] }));
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(rows[1]!.prevHash).toBe(rows[0]!.hash);
    expect(rows[1]).toMatchObject({ role: 'auditor', requestId: 'r-1', before: { note: null }, after: { note: 'second' } });
    // 2 cases and the tenant's own chain with its making
    expect(await verifyChains({ tenantId })).toEqual({ ok: true, chains: 3, events: 7, seals: 0 });
  });

  it('keeps one unbroken chain under many writers at once', async () => {
    const [chain] = chains as [string];
    await Promise.all(Array.from({ length: 30 }, (_, index) => write([event(chain, `a${index}`), event(chain, `b${index}`)])));
    expect(await verifyChains({ tenantId, caseId: chain })).toMatchObject({ ok: true, events: 63 });
  });

  it('is verified whole, however long, and the bad row found far behind', async () => {
    const [chain] = chains as [string];
    await write(Array.from({ length: 4_500 }, (_, index) => event(chain, `n${index}`)));
    expect(await verifyChains({ tenantId })).toMatchObject({ ok: true, events: 4_507 });
    await db.superuser('update events set request_id = $2 where chain_id = $1 and seq = 4001', [chain, 'another']);
    expect(await verifyChains({ tenantId })).toMatchObject({ ok: false, firstBad: { chainId: chain, seq: 4_001, why: 'altered' } });
  });

  it('is undone with the change it tells of', async () => {
    const failing = inTenant(tenantId, async () => {
      await writeEvents(tenantId, [event(chains[0]!, 'never')]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await verifyChains({ tenantId })).toMatchObject({ ok: true, events: 7 });
  });

  it('cannot be changed by the role of the application', async () => {
    await expect(inTenant(tenantId, () => Event.update({ type: 'exported' }, { where: {} }))).rejects.toThrow(/permission denied/);
    await expect(inTenant(tenantId, () => Event.destroy({ where: {} }))).rejects.toThrow(/permission denied/);
  });
});

describe('what a superuser did is found and named', () => {
  const [BAD_EVENTS, BAD_ENDS] = [
    [
      ['altered', 2, `update events set what = jsonb_set(what, '{amount}', '1') where chain_id = $1 and seq = 2`],
      ['altered', 2, `update events set actor_id = gen_random_uuid() where chain_id = $1 and seq = 2`],
      ['altered', 1, `update events set at = at + interval '1 microsecond' where chain_id = $1 and seq = 1`],
      ['altered', 3, `update events set before = null where chain_id = $1 and seq = 3`],
      ['removed', 1, `delete from events where chain_id = $1 and seq = 1`],
      ['removed', 2, `delete from events where chain_id = $1 and seq = 2`],
    ] as const,
    [
      ['endCutOff', 3, `delete from events where chain_id = $1 and seq = 3`],
      ['endCutOff', 1, `delete from events where chain_id = $1`],
      ['endCutOff', 3, `update chain_heads set seq = 2 where chain_id = $1`],
      ['endCutOff', 4, `update chain_heads set hash = repeat('a', 64) where chain_id = $1`],
      ['endCutOff', 1, `delete from chain_heads where chain_id = $1`],
      [
        'endCutOff',
        4,
        `insert into events select tenant_id, chain_id, 4, case_id, type, at, actor_id, role, on_behalf_of, what, before, after, request_id, hash, repeat('b', 64) from events where chain_id = $1 and seq = 3`,
      ],
    ] as const,
  ];

  it.each(BAD_EVENTS)('%s, row %i: %s', async (why, seq, sql) => {
    const [chainId] = chains as [string];
    await db.superuser(sql, [chainId]);
    const verification = await verifyChains({ tenantId });
    expect(verification).toMatchObject({ ok: false, firstBad: { chainId, seq, why } });
    expect(await verifyChains({ tenantId, caseId: chains[1]! })).toMatchObject({ ok: true });
  });

  it('a removed row whose place was given to the next', async () => {
    const [chainId] = chains as [string];
    await db.superuser('delete from events where chain_id = $1 and seq = 2', [chainId]);
    await db.superuser('update events set seq = 2 where chain_id = $1 and seq = 3', [chainId]);
    expect(await verifyChains({ tenantId })).toMatchObject({ ok: false, firstBad: { chainId, seq: 2, why: 'outOfChain' } });
  });

  it('an inserted row with a hash that fits nothing', async () => {
    const [chainId] = chains as [string];
    await db.superuser('update events set seq = seq + 10 where chain_id = $1 and seq >= 2', [chainId]);
    await db.superuser(
      `insert into events select tenant_id, chain_id, 2, case_id, type, at, actor_id, role, on_behalf_of, '{"note": "false"}', before, after, request_id, hash, repeat('c', 64) from events where chain_id = $1 and seq = 1`,
      [chainId],
    );
    await db.superuser('update events set seq = seq - 9 where chain_id = $1 and seq > 10', [chainId]);
    expect(await verifyChains({ tenantId })).toMatchObject({ ok: false, firstBad: { chainId, seq: 2, why: 'altered' } });
  });

  it('two rows that changed places', async () => {
    const [chainId] = chains as [string];
    await db.superuser('update events set seq = case seq when 1 then 12 else 11 end where chain_id = $1 and seq < 3', [chainId]);
    await db.superuser('update events set seq = seq - 10 where chain_id = $1 and seq > 10', [chainId]);
    expect(await verifyChains({ tenantId })).toMatchObject({ ok: false, firstBad: { chainId, seq: 1, why: 'outOfChain' } });
  });

  it.each(BAD_ENDS)('%s at %i: %s', async (why, seq, sql) => {
    const [chainId] = chains as [string];
    await db.superuser(sql, [chainId]);
    const { ok, firstBad } = await verifyChains({ tenantId });
    expect(ok).toBe(false);
    expect(firstBad).toMatchObject({ chainId });
    if (sql.startsWith('insert')) expect(firstBad).toMatchObject({ seq: 4, why: 'altered' });
    else expect(firstBad).toMatchObject({ seq, why });
  });
});

describe('seals', () => {
  const now = new Date('2026-03-02T00:15:00+01:00');
  const seal = async (): Promise<void> => {
    await sealDay(tenantId, '2026-03-01', now);
    await write([event(chains[1]!, 'fourth')]);
    await sealDay(tenantId, '2026-03-02', now);
  };

  it('hold where the changed chains stood, once a day', async () => {
    await seal();
    const again = await sealDay(tenantId, '2026-03-02', now);
    const rows = await db.superuser<{ heads: object; hash: string }>('select heads, hash from seals where tenant_id = $1 order by day', [
      tenantId,
    ]);
    expect(rows.map(({ heads }) => Object.keys(heads).length)).toEqual([3, 1]);
    expect(again).toEqual({ hash: rows[1]!.hash, chains: 1 });
    expect(await verifyChains({ tenantId })).toEqual({ ok: true, chains: 3, events: 8, seals: 2 });
  });

  it('are made once by two workers at once', async () => {
    const hashes = await Promise.all(Array.from({ length: 4 }, () => sealDay(tenantId, '2026-03-01', now)));
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(1);
    expect(await verifyChains({ tenantId })).toMatchObject({ ok: true, seals: 1 });
  });

  it.each([
    ['sealAltered', '2026-03-01', `update seals set heads = heads - $2 where tenant_id = $1 and day = '2026-03-01' and $2 <> ''`],
    ['sealAltered', '2026-03-02', `delete from seals where tenant_id = $1 and day = '2026-03-01' and $2 <> ''`],
    ['sealRemoved', undefined, `delete from seals where tenant_id = $1 and day = '2026-03-02' and $2 <> ''`],
  ])('%s: %s', async (why, day, sql) => {
    await seal();
    await db.superuser(sql, [tenantId, chains[0]!]);
    const { ok, firstBad } = await verifyChains({ tenantId });
    expect(ok).toBe(false);
    expect(firstBad).toMatchObject({ chainId: chainOfSeals(tenantId), why, ...(day && { day }) });
  });

  it('show rows cut off together with their head', async () => {
    await seal();
    const [, chainId] = chains as [string, string];
    await db.superuser('delete from events where chain_id = $1 and seq = 4', [chainId]);
    await db.superuser(
      'update chain_heads set seq = 3, hash = (select hash from events where chain_id = $1 and seq = 3) where chain_id = $1',
      [chainId],
    );
    expect(await verifyChains({ tenantId })).toMatchObject({
      ok: false,
      firstBad: { chainId, seq: 4, why: 'notAsSealed', day: '2026-03-02' },
    });
  });
});

describe('the canonical text', () => {
  it('is the same before storing and after reading back, whatever the values', async () => {
    const keys = fc.string({ minLength: 1, maxLength: 8 });
    const storable = (text: string): boolean => !text.includes('\u0000');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(keys, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 }), async (value) => {
        const text = JSON.stringify(value);
        fc.pre(storable(JSON.parse(JSON.stringify(text)) as string) && !text.includes('\\u0000') && !/e[+-]\d/i.test(text));
        const [row] = await db.superuser<{ value: Json }>('select $1::jsonb as value', [text]);
        expect(canonicalJson(row!.value)).toBe(canonicalJson(JSON.parse(text) as Json));
      }),
      { numRuns: 200 },
    );
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson({ amount: Number.NaN })).toThrow(TypeError);
  });
});
