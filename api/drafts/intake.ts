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

async function refusalAt(programmeId: string, now: Date): Promise<Refusal | null> {
  const [programme] = await select<{ state: string; opensAt: Date; closesAt: Date }>(
    `select state, intake_opens_at as "opensAt", intake_closes_at as "closesAt" from programmes where id = $1 and state <> 'draft'`,
    [programmeId],
  );
  if (!programme) throw notFound();
  const { state, opensAt, closesAt } = programme;
  if (now < opensAt) {
    const why = words(
      `Žádosti se přijímají od ${exactly(opensAt)}. Rozepsaná žádost zůstane uložená.`,
      `Applications are taken from ${exactlyEn(opensAt)} (Prague). Your draft is kept.`,
    );
    return { slug: 'intake-not-open', why };
  }
  if (now > closesAt) {
    const why = words(
      `Příjem žádostí skončil ${exactly(closesAt)}; žádost přišla ${exactly(now)}. Rozepsaná žádost zůstane uložená.`,
      `The intake closed on ${exactlyEn(closesAt)} (Prague); the application came on ${exactlyEn(now)}. Your draft is kept.`,
    );
    return { slug: 'intake-closed', why };
  }
  if (state !== 'closed') return null;
  const why = words(
    'Úřad příjem žádostí do tohoto programu ukončil. Rozepsaná žádost zůstane uložená.',
    'The office ended the intake of this programme. Your draft is kept.',
  );
  return { slug: 'intake-closed', why };
}

/** Why an application could not be sent at the moment; null: it could. Inside inTenant. @throws ProblemError 404 */
export async function whyNotOpen(programmeId: string, now: Date): Promise<Words | null> {
  return (await refusalAt(programmeId, now))?.why ?? null;
}

/**
 * Refuses an application outside of the programme's intake (lhůta pro podání žádosti, § 10c odst. 2 zákona č. 250/2000 Sb.). The moment that counts is when the
 * request came. Inside inTenant.
 * @throws ProblemError 422 with the exact time in Prague, 404 when there is no such published programme
 */
export async function mustBeOpen(programmeId: string, now: Date): Promise<void> {
  const refusal = await refusalAt(programmeId, now);
  if (refusal) throw refused(refusal.slug, refusal.why);
}
