import { writeEvents, type NewEvent } from '../models/audit/write';
import type { Actor, RowEventType } from '../processes/changes';
import { allows, type Action, type Resource } from '../processes/policy';
import type { Role } from '../processes/roles';
import type { Asking, Person } from './context';

interface Occurrence {
  readonly type: RowEventType;
  readonly what: object;
  readonly before?: object;
  readonly after?: object;
  /** Its chain is the case's; without one, the tenant's. */
  readonly caseId?: string;
  /** In which role the person acted; otherwise the first they hold. */
  readonly actor?: Actor;
}

/** The person as the actor of an event, in the role that allowed it. */
export function actorFor(person: Pick<Person, 'id' | 'roles'>, may?: readonly [Resource, Action]): Actor {
  const role: Role | undefined = (may && person.roles.find((held) => allows([held], ...may))) ?? person.roles[0];
  return { id: person.id, role: role ?? 'applicant' };
}

/**
 * Writes events of the person who asks, in the transaction of the change they tell of. Call it last in the transaction: it holds
 * the chain until the end.
 */
export function record(context: Pick<Asking, 'tenantId' | 'person' | 'requestId'>, ...occurrences: readonly Occurrence[]): Promise<void> {
  const at = new Date().toISOString();
  const events = occurrences.map((occurrence): NewEvent => ({
    chainId: occurrence.caseId ?? context.tenantId,
    caseId: occurrence.caseId ?? null,
    type: occurrence.type,
    at,
    actor: occurrence.actor ?? actorFor(context.person),
    what: occurrence.what,
    before: occurrence.before,
    after: occurrence.after,
    requestId: context.requestId,
  }));
  return writeEvents(context.tenantId, events);
}

/** The fields of `after` that differ from `before`, on both sides, for the event of an edit. Null when nothing changed. */
export function difference(before: object, after: object): { readonly before: object; readonly after: object } | null {
  const changed = Object.entries(after).filter(([key, value]) => JSON.stringify(Reflect.get(before, key)) !== JSON.stringify(value));
  if (changed.length === 0) return null;
  return {
    before: Object.fromEntries(changed.map(([key]) => [key, Reflect.get(before, key) as unknown])),
    after: Object.fromEntries(changed),
  };
}
