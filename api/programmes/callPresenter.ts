import type { CallView } from '../../processes/programmeViews';
import { iso, isoOrNull, select } from '../sql';

interface CallRecord extends Omit<CallView, 'intakeOpensAt' | 'intakeClosesAt' | 'publishedAt' | 'closedAt' | 'open' | 'applications'> {
  readonly programmeId: string;
  readonly state: 'draft' | 'published' | 'closed';
  readonly intakeOpensAt: Date;
  readonly intakeClosesAt: Date;
  readonly publishedAt: Date | null;
  readonly closedAt: Date | null;
  readonly applications: number;
}

const COLUMNS = `
  k.id, k.programme_id as "programmeId", p.state, k.ordinal, k.title, k.intake_opens_at as "intakeOpensAt", k.intake_closes_at as "intakeClosesAt",
  k.decision_days as "decisionDays", k.settlement_due_on::text as "settlementDueOn", k.amount, k.published_at as "publishedAt", k.closed_at as "closedAt",
  k.version, (select count(*) from cases c where c.call_id = k.id) as applications`;

function view({ programmeId: _programme, state, ...call }: CallRecord): CallView {
  const now = new Date();
  return {
    ...call,
    intakeOpensAt: iso(call.intakeOpensAt),
    intakeClosesAt: iso(call.intakeClosesAt),
    publishedAt: isoOrNull(call.publishedAt),
    closedAt: isoOrNull(call.closedAt),
    open:
      state === 'published' &&
      call.publishedAt !== null &&
      call.closedAt === null &&
      call.intakeOpensAt <= now &&
      now <= call.intakeClosesAt,
  };
}

/** Calls of each of the programmes, in their order. Inside inTenant. */
export async function findCalls(programmeIds: readonly string[]): Promise<ReadonlyMap<string, readonly CallView[]>> {
  const found = new Map<string, CallView[]>();
  if (programmeIds.length === 0) return found;
  const rows = await select<CallRecord>(
    `select ${COLUMNS} from calls k join programmes p on p.id = k.programme_id where k.programme_id = any($1::uuid[]) order by k.programme_id, k.ordinal`,
    [programmeIds],
  );
  for (const row of rows) found.set(row.programmeId, [...(found.get(row.programmeId) ?? []), view(row)]);
  return found;
}

/** As everybody may read it: without how many applications came. */
export function publicCall({ applications: _internal, ...call }: CallView): CallView {
  return call;
}
