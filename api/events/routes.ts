import { z } from 'zod';
import { verifyChains } from '../../models';
import type { EventType } from '../../processes/changes';
import { eventTypes } from '../../processes/eventWords';
import { roles } from '../../processes/roles';
import type { EventView } from '../../processes/views';
import { words } from '../../processes/words';
import { hiddenProcesses } from '../cases/reading';
import { list, type Column } from '../lists';
import { route, type Route } from '../route';
import { day, searchText } from '../schemas';
import { anywhere, select, selectWhere, Where } from '../sql';
import { schemas } from '../viewSchemas';
import { EVENT_COLUMNS, EVENT_TABLES, eventViewsFor, type EventRecord } from './eventPresenter';

const type = z.enum(eventTypes as readonly [EventType, ...EventType[]]);
const filter = z.strictObject({
  type: z.union([type, z.array(type).max(80)]).optional(),
  actorId: z.uuid().optional(),
  caseId: z.uuid().optional(),
  from: day.optional(),
  to: day.optional(),
  q: searchText,
});

const columns: readonly Column<EventView>[] = [
  { title: words('Kdy', 'When'), value: (row) => row.at },
  { title: words('Kdo', 'Who'), value: (row) => row.actor?.name ?? null },
  { title: words('Role', 'Role'), value: (row, language) => (row.role === null ? null : roles[row.role][language]) },
  { title: words('Za koho', 'On behalf of'), value: (row) => row.onBehalfOf?.name ?? null },
  { title: words('Spis', 'Case'), value: (row) => row.caseNumber },
  { title: words('Co', 'What'), value: (row, language) => row.sentence[language] },
  { title: words('Otisk', 'Hash'), value: (row) => row.hash },
];

const WHY = {
  altered: words('obsah řádku neodpovídá jeho otisku', 'the row is not what was hashed'),
  removed: words('před řádkem jiný chybí', 'a row before it is missing'),
  outOfChain: words('řádek nenavazuje na předchozí (vložen nebo přesunut)', 'the row does not follow the one before (inserted or moved)'),
  endCutOff: words('konec řetězu chybí nebo přebývá', 'the end of the chain is missing or too long'),
  notAsSealed: words('řádek není takový, jak byl zapečetěn', 'the row is not as it was sealed'),
  sealAltered: words('pečeť byla změněna', 'a seal was altered'),
  sealRemoved: words('pečeti na konci chybí', 'seals are missing at the end'),
};

export const verification = z.object({
  ok: z.boolean(),
  chains: z.int(),
  events: z.int(),
  seals: z.int(),
  firstBad: z
    .object({
      chainId: z.string(),
      seq: z.int(),
      caseNumber: z.string().nullable(),
      why: z.string(),
      reason: z.object({ cs: z.string(), en: z.string() }),
      day: z.string().optional(),
    })
    .optional(),
});

/** Verifies the audit trail of the tenant, or of one case. @returns the first row that does not fit, with the number of its case and the reason in words */
export async function verifyTrail(
  tenantId: string,
  caseId: string | undefined,
  numberOf: (chainId: string) => Promise<string | null>,
): Promise<z.output<typeof verification>> {
  const { ok, chains, events, seals, firstBad } = await verifyChains({ tenantId, caseId });
  if (!firstBad) return { ok, chains, events, seals };
  return { ok, chains, events, seals, firstBad: { ...firstBad, caseNumber: await numberOf(firstBad.chainId), reason: WHY[firstBad.why] } };
}

/** The number of the case whose chain it is; null for the tenant's own chain. Inside inTenant. */
export async function caseNumberOf(chainId: string): Promise<string | null> {
  const [row] = await select<{ number: string }>('select number from cases where id = $1', [chainId]);
  return row?.number ?? null;
}

export const eventRoutes: readonly Route[] = [
  list({
    name: 'events',
    path: '/api/events',
    summary: 'The audit trail of the tenant',
    may: ['events', 'show'],
    sortable: ['at'],
    defaultSort: ['at', 'DESC'],
    filter,
    row: schemas.eventView,
    columns,
    find: ({ sort, offset, limit, filter: asked }, { person, inTenant }) =>
      inTenant(async () => {
        const where = new Where();
        const hidden = hiddenProcesses(person);
        where.addIf('c.process_id is null or c.process_id <> all(?::text[])', hidden.length > 0 ? hidden : undefined);
        const types = asked.type === undefined ? undefined : [asked.type].flat();
        where.addIf('e.type = any(?::text[])', types).addIf('e.actor_id = ?', asked.actorId).addIf('e.case_id = ?', asked.caseId);
        where
          .addIf(`e.at >= ?::date at time zone 'Europe/Prague'`, asked.from)
          .addIf(`e.at < (?::date + 1) at time zone 'Europe/Prague'`, asked.to);
        if (asked.q !== undefined && asked.q !== '') {
          const text = anywhere(asked.q);
          where.add(
            'c.search like ? or e.actor_id in (select id from users where search like ?) or e.on_behalf_of in (select id from users where search like ?)',
            text,
            text,
            text,
          );
        }
        const rows = await selectWhere<EventRecord>(
          `select ${EVENT_COLUMNS} from ${EVENT_TABLES} where ${where.toString()}
           order by e.at ${sort.direction}, e.chain_id, e.seq ${sort.direction} limit ${limit} offset ${offset}`,
          where,
        );
        const [count] = await selectWhere<{ total: number }>(
          `select count(*) as total from ${EVENT_TABLES} where ${where.toString()}`,
          where,
        );
        return { rows: await eventViewsFor(person, rows), total: count?.total ?? 0 };
      }),
  }),
  route({
    method: 'get',
    path: '/api/audit/verify',
    summary: 'Verify the whole audit trail of the tenant; names the first row that does not fit',
    auth: 'session',
    may: ['events', 'verify'],
    response: verification,
    handler: ({ tenantId, inTenant }) => verifyTrail(tenantId, undefined, (chainId) => inTenant(() => caseNumberOf(chainId))),
  }),
];
