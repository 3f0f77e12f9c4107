/**
 * Checks the audit trail: every row against its hash, every hash against the row before, the end of every chain against
 * its head, the seals against each other and against the rows they name. Somebody who may write everything can of
 * course rebuild all of it; that is found by comparing with a seal kept outside the database.
 */
import { query, inTenant } from '../database';
import { GENESIS, type Json } from './canonical';
import { chainOfSeals, sealHash, type SealRow } from './sealing';
import { eventHash, type EventRow } from './write';

/** Why a row does not fit. */
export type Misfit =
  /** Its content is not what was hashed. */
  | 'altered'
  /** A row before it is missing. */
  | 'removed'
  /** It follows a hash that is not the one of the row before: inserted, reordered, or the row before was rebuilt. */
  | 'outOfChain'
  /** The rows end before, or after, where the head of the chain says. */
  | 'endCutOff'
  /** A seal names a row that is not there or has another hash. */
  | 'notAsSealed'
  /** A seal's content is not what was hashed, or it does not follow the seal before. */
  | 'sealAltered'
  /** Seals are missing at the end. */
  | 'sealRemoved';

export interface FirstBad {
  readonly chainId: string;
  /** The first number that does not fit; of a seal, its ordinal. */
  readonly seq: number;
  readonly why: Misfit;
  /** The day of a seal that does not fit. */
  readonly day?: string;
}

export interface Verification {
  readonly ok: boolean;
  readonly chains: number;
  readonly events: number;
  readonly seals: number;
  readonly firstBad?: FirstBad;
}

const BATCH = 2_000;

/** `at` as text with microseconds: a change smaller than a millisecond must show too. */
const EVENTS = `
  select tenant_id as "tenantId", chain_id as "chainId", seq, case_id as "caseId", type,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as moment, actor_id as "actorId", role, on_behalf_of as "onBehalfOf",
    what, before, after, request_id as "requestId", prev_hash as "prevHash", hash
  from events where (chain_id, seq) > ($1::uuid, $2) and ($3::uuid is null or chain_id = $3)
  order by chain_id, seq limit ${BATCH}`;

interface Stored extends Omit<EventRow, 'at'> {
  readonly moment: string;
  readonly prevHash: string;
  readonly hash: string;
}

async function* storedEvents(chainId: string | null): AsyncGenerator<Stored> {
  let after: readonly [string, number] = ['00000000-0000-0000-0000-000000000000', -1];
  for (;;) {
    const rows = await query<Stored>(EVENTS, [...after, chainId]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = [last.chainId, last.seq];
  }
}

function misfit(row: Stored, before: { seq: number; hash: string }): Misfit | null {
  if (row.seq !== before.seq + 1) return row.seq > before.seq + 1 ? 'removed' : 'outOfChain';
  if (row.prevHash !== before.hash) return 'outOfChain';
  const { moment, prevHash, hash, ...rest } = row;
  const at = moment.endsWith('000') ? `${moment.slice(0, -3)}Z` : moment;
  return eventHash(prevHash, { ...rest, at }) === hash ? null : 'altered';
}

interface Head {
  readonly chainId: string;
  readonly seq: number;
  readonly hash: string;
}

async function verifyEvents(
  chainId: string | null,
  heads: Map<string, Head>,
): Promise<{ chains: number; events: number; firstBad?: FirstBad }> {
  let [chains, events] = [0, 0];
  let last = null as Head | null;
  const ended = (head: Head): FirstBad | undefined => {
    const expected = heads.get(head.chainId);
    heads.delete(head.chainId);
    if (expected?.seq === head.seq && expected.hash === head.hash) return undefined;
    return { chainId: head.chainId, seq: Math.min(head.seq, expected?.seq ?? 0) + 1, why: 'endCutOff' };
  };
  for await (const row of storedEvents(chainId)) {
    if (last?.chainId !== row.chainId) {
      const bad = last ? ended(last) : undefined;
      if (bad) return { chains, events, firstBad: bad };
      chains += 1;
      last = null;
    }
    events += 1;
    const before = last ?? { seq: 0, hash: GENESIS };
    const why = misfit(row, before);
    if (why)
      return {
        chains,
        events,
        firstBad: { chainId: row.chainId, seq: why === 'removed' ? before.seq + 1 : row.seq, why },
      };
    last = { chainId: row.chainId, seq: row.seq, hash: row.hash };
  }
  const bad = last ? ended(last) : undefined;
  if (bad) return { chains, events, firstBad: bad };
  // Heads of chains of which no row is left.
  for (const head of heads.values()) {
    if (head.seq > 0) return { chains, events, firstBad: { chainId: head.chainId, seq: 1, why: 'endCutOff' } };
  }
  return { chains, events };
}

async function verifySeals(tenantId: string, end: Head | undefined): Promise<{ seals: number; firstBad?: FirstBad }> {
  const chainId = chainOfSeals(tenantId);
  let hash = GENESIS;
  let seals = 0;
  for (let day = '0001-01-01'; ;) {
    const [row] = await query<SealRow & { heads: Json; prevHash: string; hash: string }>(
      `select tenant_id as "tenantId", day::text as day, heads, prev_hash as "prevHash", hash from seals
       where day > $1::date order by day limit 1`,
      [day],
    );
    if (!row) break;
    day = row.day;
    seals += 1;
    if (row.prevHash !== hash || sealHash(hash, row) !== row.hash) {
      return { seals, firstBad: { chainId, seq: seals, why: 'sealAltered', day } };
    }
    hash = row.hash;
    const [lost] = await query<{ chainId: string; seq: number }>(
      `select head.key as "chainId", (head.value ->> 0)::int as seq
       from seals cross join lateral jsonb_each(seals.heads) as head
       left join events on events.chain_id = head.key::uuid and events.seq = (head.value ->> 0)::int
       where seals.day = $1::date and events.hash is distinct from head.value ->> 1 order by 1 limit 1`,
      [day],
    );
    if (lost) return { seals, firstBad: { ...lost, why: 'notAsSealed', day } };
  }
  if ((end?.seq ?? 0) !== seals || (end?.hash ?? GENESIS) !== hash) {
    return { seals, firstBad: { chainId, seq: Math.min(seals, end?.seq ?? 0) + 1, why: 'sealRemoved' } };
  }
  return { seals };
}

/**
 * Verifies the audit trail of a tenant, or of one case of it, on a snapshot that does not move meanwhile; memory stays
 * small however long the trail is.
 * @returns with `firstBad`: the first row, in the order of chains, that does not fit, and why
 */
export async function verifyChains({ tenantId, caseId }: { tenantId: string; caseId?: string }): Promise<Verification> {
  return inTenant(
    tenantId,
    async () => {
      const rows = await query<Head>('select chain_id as "chainId", seq, hash from chain_heads where $1::uuid is null or chain_id = $1', [
        caseId ?? null,
      ]);
      const heads = new Map(rows.map((head) => [head.chainId, head]));
      const ownChain = chainOfSeals(tenantId);
      const endOfSeals = heads.get(ownChain);
      heads.delete(ownChain);
      const ofEvents = await verifyEvents(caseId ?? null, heads);
      const { chains, events } = ofEvents;
      if (ofEvents.firstBad) return { ok: false, chains, events, seals: 0, firstBad: ofEvents.firstBad };
      const ofSeals = caseId === undefined ? await verifySeals(tenantId, endOfSeals) : { seals: 0 };
      return { ok: !ofSeals.firstBad, chains, events, ...ofSeals };
    },
    { snapshot: true },
  );
}
