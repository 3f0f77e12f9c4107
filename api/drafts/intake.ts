import { DateTime } from 'luxon';
import { ZONE } from '../../processes/calendar';
import { words, type Words } from '../../processes/words';
import { notFound, refused } from '../problems';
import { select } from '../sql';

/** `21. 11. 2026 v 12:00:05` in Prague, to the second: the deadline is what people argue about. */
function exactly(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: ZONE }).toFormat("d. M. yyyy 'v' H:mm:ss");
}
const exactlyEn = (moment: Date): string => DateTime.fromJSDate(moment, { zone: ZONE }).toFormat("d. M. yyyy 'at' H:mm:ss");

interface Refusal {
  readonly slug: 'intake-not-open' | 'intake-closed';
  readonly why: Words;
}

/** What an application was begun in. */
export interface BegunIn {
  readonly programmeId: string;
  /** Null of a draft from before there were calls: the one that the programme presents. */
  readonly callId: string | null;
}

interface CallRecord {
  readonly id: string;
  readonly state: 'published' | 'closed';
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly endedAt: Date | null;
  /** When the call that the programme presents now takes applications, where it is another one. */
  readonly nextOpensAt: Date | null;
  readonly nextClosesAt: Date | null;
}

const KEPT = words('Rozepsaná žádost zůstane uložená.', 'Your draft is kept.');

/** Where to go on: another call of the programme that takes applications, or will. */
function elsewhere({ state, nextOpensAt, nextClosesAt }: CallRecord, now: Date): Words {
  if (state === 'closed' || nextOpensAt === null || nextClosesAt === null || nextClosesAt < now) return words('', '');
  return words(
    ` Další výzva přijímá žádosti od ${exactly(nextOpensAt)} do ${exactly(nextClosesAt)}; v ní se píše nová žádost.`,
    ` The next call takes applications from ${exactlyEn(nextOpensAt)} to ${exactlyEn(nextClosesAt)} (Prague), with a new application.`,
  );
}

const closed = (cs: string, en: string, further: Words): Refusal => ({
  slug: 'intake-closed',
  why: words(`${cs} ${KEPT.cs}${further.cs}`, `${en} ${KEPT.en}${further.en}`),
});

async function refusalAt({ programmeId, callId }: BegunIn, now: Date): Promise<Refusal | null> {
  const [call] = await select<CallRecord>(
    `select k.id, p.state, k.intake_opens_at as "opensAt", k.intake_closes_at as "closesAt", k.closed_at as "endedAt",
       case when latest.id <> k.id then latest.intake_opens_at end as "nextOpensAt", case when latest.id <> k.id then latest.intake_closes_at end as "nextClosesAt"
     from programmes p join current_calls latest on latest.programme_id = p.id join calls k on k.id = coalesce($2, latest.id)
     where p.id = $1 and p.state <> 'draft' and k.published_at is not null`,
    [programmeId, callId],
  );
  if (!call) throw notFound();
  const { state, opensAt, closesAt, endedAt } = call;
  if (state !== 'closed' && endedAt === null && now < opensAt) {
    const why = words(
      `Žádosti se přijímají od ${exactly(opensAt)}. ${KEPT.cs}`,
      `Applications are taken from ${exactlyEn(opensAt)} (Prague). ${KEPT.en}`,
    );
    return { slug: 'intake-not-open', why };
  }
  const further = elsewhere(call, now);
  if (now > closesAt) {
    return closed(
      `Příjem žádostí skončil ${exactly(closesAt)}; žádost přišla ${exactly(now)}.`,
      `The intake closed on ${exactlyEn(closesAt)} (Prague); the application came on ${exactlyEn(now)}.`,
      further,
    );
  }
  if (endedAt !== null && now > endedAt) {
    return closed(
      `Úřad příjem žádostí v této výzvě ukončil ${exactly(endedAt)}.`,
      `The office ended the intake of this call on ${exactlyEn(endedAt)} (Prague).`,
      further,
    );
  }
  if (state !== 'closed') return null;
  return closed('Úřad příjem žádostí do tohoto programu ukončil.', 'The office ended the intake of this programme.', further);
}

/** Why an application could not be sent at the moment; null: it could. Inside inTenant. @throws ProblemError 404 */
export async function whyNotOpen(begun: BegunIn, now: Date): Promise<Words | null> {
  return (await refusalAt(begun, now))?.why ?? null;
}

/**
 * Refuses an application outside of the intake of the call in which it was begun (lhůta pro podání žádosti, § 10c odst. 2 zákona č. 250/2000 Sb.). The moment
 * that counts is when the request came. Inside inTenant.
 * @throws ProblemError 422 with the exact time in Prague, 404 when there is no such published call
 */
export async function mustBeOpen(begun: BegunIn, now: Date): Promise<void> {
  const refusal = await refusalAt(begun, now);
  if (refusal) throw refused(refusal.slug, refusal.why);
}
