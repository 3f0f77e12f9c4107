/** The daily seal: one row a tenant says where all its chains stood, chained to the seal before. */
import { createHash } from 'node:crypto';
import { query, inTenant } from '../database';
import { chainHash, GENESIS, type Json } from './canonical';

export interface SealRow {
  readonly tenantId: string;
  /** `yyyy-MM-dd` in Prague. */
  readonly day: string;
  readonly heads: Readonly<Record<string, readonly [number, string]>>;
}

export function sealHash(before: string, { tenantId, day, heads }: SealRow): string {
  const row: Json = { tenantId, day, heads };
  return chainHash(before, row);
}

/** Under which id chain_heads keeps the end of a tenant's seals, so that seals cut off at the end are missed. */
export function chainOfSeals(tenantId: string): string {
  const hex = createHash('sha256').update(`seals of ${tenantId}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/**
 * Seals a day of a tenant, once: a second call for the day gives the seal that is there. Chains that did not change
 * since the last seal are not repeated; events of the minutes between midnight and the sealing are in it too.
 * @param day `yyyy-MM-dd` in Prague
 * @param now when it is sealed
 */
export async function sealDay(tenantId: string, day: string, now: Date): Promise<{ hash: string; chains: number }> {
  return inTenant(tenantId, async () => {
    const own = chainOfSeals(tenantId);
    // The head of the seals, held until the end: two workers may not seal at once.
    const [end] = await query<{ seq: number; hash: string }>(
      `insert into chain_heads as head (chain_id, tenant_id, seq, hash) values ($1, $2, 0, $3)
       on conflict (chain_id) do update set seq = head.seq returning seq, hash`,
      [own, tenantId, GENESIS],
    );
    if (!end) throw new Error('The head of the seals is not there');
    const [sealed] = await query<{ hash: string; chains: number }>(
      'select hash, (select count(*) from jsonb_object_keys(heads)) as chains from seals where day = $1',
      [day],
    );
    if (sealed) return sealed;

    const changed = await query<{ chainId: string; seq: number; hash: string }>(
      `update chain_heads set sealed_seq = seq where seq > sealed_seq and chain_id <> $1
       returning chain_id as "chainId", seq, hash`,
      [own],
    );
    const heads = Object.fromEntries(changed.map(({ chainId, seq, hash }) => [chainId, [seq, hash] as const]));
    const hash = sealHash(end.hash, { tenantId, day, heads });
    await query('insert into seals (tenant_id, day, heads, prev_hash, hash, sealed_at) values ($1, $2, $3::jsonb, $4, $5, $6)', [
      tenantId,
      day,
      JSON.stringify(heads),
      end.hash,
      hash,
      now.toISOString(),
    ]);
    await query('update chain_heads set seq = seq + 1, sealed_seq = seq + 1, hash = $2 where chain_id = $1', [own, hash]);
    return { hash, chains: changed.length };
  });
}
