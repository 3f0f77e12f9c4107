/** The only way in which rows of the audit trail come to be. */
import type { Actor, EventType } from '../../processes/changes';
import { workContext } from '../context';
import { query, send } from '../database';
import { chainHash, GENESIS, type Json } from './canonical';

export interface NewEvent {
  /** The case, or the tenant for what happens outside of cases. */
  readonly chainId: string;
  readonly caseId: string | null;
  readonly type: EventType;
  /** ISO moment. */
  readonly at: string;
  /** Absent where the system did it. */
  readonly actor?: Actor;
  readonly what: object;
  readonly before?: object;
  readonly after?: object;
  /** The one of the running request where nothing is said. */
  readonly requestId?: string;
}

/** What is hashed, in the order of nothing: canonicalJson sorts it. Read back from the table it must give the same text. */
export interface EventRow {
  readonly tenantId: string;
  readonly chainId: string;
  readonly seq: number;
  readonly caseId: string | null;
  readonly type: string;
  /** ISO moment in UTC with milliseconds. */
  readonly at: string;
  readonly actorId: string | null;
  readonly role: string | null;
  readonly onBehalfOf: string | null;
  readonly what: Json;
  readonly before: Json;
  readonly after: Json;
  readonly requestId: string | null;
}

export function eventHash(before: string, row: EventRow): string {
  return chainHash(before, { ...row });
}

/** As the database will give it back: no undefined, no class, dates as texts. */
function plain(value: object | undefined): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);
}

interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Locks the head of the chain until the transaction ends, so that rows of one chain are written one after another. */
async function lockHead(tenantId: string, chainId: string): Promise<Head> {
  const rows = await query<Head>(
    `insert into chain_heads as head (chain_id, tenant_id, seq, hash) values ($1, $2, 0, $3)
     on conflict (chain_id) do update set seq = head.seq returning seq, hash`,
    [chainId, tenantId, GENESIS],
  );
  const head = rows[0];
  if (!head) throw new Error(`No head of chain ${chainId}`);
  return head;
}

/** Moves the head and appends the rows in one statement. */
const APPEND = `
  with moved as (update chain_heads set seq = $2, hash = $3 where chain_id = $1)
  insert into events (tenant_id, chain_id, seq, case_id, type, at, actor_id, role, on_behalf_of, what, before, after, request_id, prev_hash, hash)
  select "tenantId", "chainId", seq, "caseId", type, at, "actorId", role, "onBehalfOf", what,
    case when before = 'null' then null else before end, case when after = 'null' then null else after end, "requestId", "prevHash", hash
  from jsonb_to_recordset($4::jsonb) as row ("tenantId" uuid, "chainId" uuid, seq integer, "caseId" uuid, type text, at timestamptz, "actorId" uuid,
    role text, "onBehalfOf" uuid, what jsonb, before jsonb, after jsonb, "requestId" text, "prevHash" text, hash text)`;

/**
 * Appends events to their chains, in the transaction of the change they tell of. Call it last in the transaction: it
 * holds the heads of the chains until the end.
 * @throws DatabaseError when a chain belongs to another tenant
 */
export async function writeEvents(tenantId: string, events: readonly NewEvent[]): Promise<void> {
  // Always in the same order, so that two transactions over the same chains do not wait for each other.
  const chains = [...new Set(events.map(({ chainId }) => chainId))].sort();
  for (const chainId of chains) {
    let { seq, hash } = await lockHead(tenantId, chainId);
    const rows = events
      .filter((event) => event.chainId === chainId)
      .map((event) => {
        seq += 1;
        const row: EventRow = {
          tenantId,
          chainId,
          seq,
          caseId: event.caseId,
          type: event.type,
          at: new Date(event.at).toISOString(),
          actorId: event.actor?.id ?? null,
          role: event.actor?.role ?? null,
          onBehalfOf: event.actor?.onBehalfOf ?? null,
          what: plain(event.what),
          before: plain(event.before),
          after: plain(event.after),
          requestId: event.requestId ?? workContext().requestId ?? null,
        };
        const prevHash = hash;
        hash = eventHash(prevHash, row);
        return { ...row, prevHash, hash };
      });
    send(APPEND, [chainId, seq, hash, JSON.stringify(rows)]);
  }
}
