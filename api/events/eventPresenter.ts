import type { EventType } from '../../processes/changes';
import { applicantReads, applicantSentence, eventSentence, eventTitle, type Told } from '../../processes/eventWords';
import { processes } from '../../processes/registry';
import type { Role } from '../../processes/roles';
import type { EventView } from '../../processes/views';
import type { Person } from '../context';
import { facesOf, namesOf, refTo } from '../names';
import { iso } from '../sql';
import { awaitedOf, withoutAnswers } from './independence';

export interface EventRecord {
  readonly chainId: string;
  readonly seq: number;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly processId: string | null;
  readonly type: EventType;
  readonly at: Date;
  readonly actorId: string | null;
  readonly role: Role | null;
  readonly onBehalfOf: string | null;
  readonly what: Readonly<Record<string, unknown>>;
  readonly before: unknown;
  readonly after: unknown;
  readonly hash: string;
}

export const EVENT_COLUMNS = `
  e.chain_id as "chainId", e.seq, e.case_id as "caseId", c.number as "caseNumber", c.process_id as "processId", e.type, e.at,
  e.actor_id as "actorId", e.role, e.on_behalf_of as "onBehalfOf", e.what, e.before, e.after, e.hash`;
export const EVENT_TABLES = 'events e left join cases c on c.id = e.case_id';

/** People whose names a sentence may say. */
function mentioned({ actorId, onBehalfOf, what }: EventRecord): unknown[] {
  return [actorId, onBehalfOf, what.userId, what.from, what.to];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function tellers(events: readonly EventRecord[]): Promise<(event: EventRecord) => Told & { names: ReadonlyMap<string, string> }> {
  const names = await namesOf(events.flatMap(mentioned).filter((id): id is string => typeof id === 'string' && UUID.test(id)));
  return ({ what, processId }) => ({
    what,
    definition: processId === null ? null : (processes[processId] ?? null),
    nameOf: (id) => names.get(id) ?? null,
    names,
  });
}

/** Events as this officer or auditor reads them: who still has an independent answer to give (an evaluation) reads no other one's. Inside inTenant. */
export async function eventViewsFor(person: Person, events: readonly EventRecord[]): Promise<EventView[]> {
  const awaited = await awaitedOf(person, [...new Set(events.flatMap(({ caseId }) => caseId ?? []))]);
  return eventViews(
    events.map((event) => {
      const steps = awaited.get(event.caseId ?? '');
      return steps
        ? withoutAnswers(
            event,
            steps,
            facesOf(person, event.processId ?? '').map(({ id }) => id),
          )
        : event;
    }),
  );
}

/** Events whole. Inside inTenant. */
export async function eventViews(events: readonly EventRecord[]): Promise<EventView[]> {
  const tell = await tellers(events);
  return events.map((event) => {
    const told = tell(event);
    return {
      chainId: event.chainId,
      seq: event.seq,
      caseId: event.caseId,
      caseNumber: event.caseNumber,
      type: event.type,
      title: eventTitle(event.type),
      at: iso(event.at),
      actor: refTo(told.names, event.actorId),
      role: event.role,
      onBehalfOf: refTo(told.names, event.onBehalfOf),
      sentence: eventSentence(event.type, told),
      what: event.what,
      before: event.before,
      after: event.after,
      hash: event.hash,
    };
  });
}

/** The same history as the applicant of the case reads it: plain words, officials by their role only, nothing internal. Inside inTenant. */
export async function applicantEventViews(
  events: readonly EventRecord[],
  { applicantId, identityId }: { readonly applicantId: string; readonly identityId: string | null },
): Promise<EventView[]> {
  // In the name of an identity several people act, each by their own name.
  const own = (event: EventRecord): boolean => event.actorId === applicantId || (identityId !== null && event.role === 'applicant');
  const read = events.filter((event) => applicantReads(event.type) && (event.type !== 'documentUploaded' || own(event)));
  const views = await eventViews(read);
  const tell = await tellers(read);
  return views.map((view, index) => {
    const event = read[index];
    if (!event) return view;
    const sentence = applicantSentence(event.type, tell(event));
    return own(event)
      ? { ...view, sentence, what: {} }
      : { ...view, sentence, actor: null, onBehalfOf: null, what: {}, before: null, after: null };
  });
}
